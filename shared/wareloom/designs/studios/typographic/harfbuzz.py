"""All that we ask of HarfBuzz. It brings no types of its own: here they are given."""

from functools import cache
from importlib import import_module
from pathlib import Path as File
from typing import Any

from wareloom.designs.studios.typographic.path import Command, Path

EM = 1000
"""Every font is opened in thousandths of an em."""

Placed = tuple[int, float, float, float]
"""A glyph's number, its offset and its advance."""


def shaped(file: File, text: str, *, ligatures: bool) -> list[Placed]:
    library: Any = import_module("uharfbuzz")
    buffer = library.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    library.shape(_opened(file), buffer, {"kern": True, "liga": ligatures})
    return [
        (info.codepoint, place.x_offset, place.y_offset, place.x_advance)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


@cache
def outline(file: File, number: int) -> Path:
    commands: list[Command] = []
    _opened(file).draw_glyph(number, _pen(), commands)
    return Path(tuple(commands))


@cache
def characters(file: File) -> frozenset[int]:
    return frozenset(_opened(file).face.unicodes)


@cache
def _opened(file: File) -> Any:
    library: Any = import_module("uharfbuzz")
    font = library.Font(library.Face(library.Blob.from_file_path(str(file))))
    font.scale = (EM, EM)
    return font


@cache
def _pen() -> Any:
    library: Any = import_module("uharfbuzz")
    pen = library.DrawFuncs()
    pen.set_move_to_func(_move)
    pen.set_line_to_func(_line)
    pen.set_quadratic_to_func(_quadratic)
    pen.set_cubic_to_func(_cubic)
    pen.set_close_path_func(_close)
    return pen


# Fonts count upwards, pictures downwards.


def _move(x: float, y: float, into: list[Command]) -> None:
    into.append(("M", ((x, -y),)))


def _line(x: float, y: float, into: list[Command]) -> None:
    into.append(("L", ((x, -y),)))


def _quadratic(ax: float, ay: float, x: float, y: float, into: list[Command]) -> None:
    into.append(("Q", ((ax, -ay), (x, -y))))


def _cubic(ax: float, ay: float, bx: float, by: float, x: float, y: float, into: list[Command]) -> None:
    into.append(("C", ((ax, -ay), (bx, -by), (x, -y))))


def _close(into: list[Command]) -> None:
    into.append(("Z", ()))
