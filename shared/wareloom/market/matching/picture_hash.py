"""A picture as 64 bits that stay nearly the same when it is resized, compressed again or cropped a little.

The low frequencies of its cosine transform, each against their median: they are what the picture shows from afar.
"""

from functools import cache
from math import cos, pi
from statistics import median
from typing import TYPE_CHECKING

from wareloom.kit.errors import Rejected

if TYPE_CHECKING:
    from pyvips import Image

_SIDE, _LOW = 32, 8
_MOST_PIXELS = 50_000_000
"""A file of a few kilobytes may say that it is a hundred thousand pixels wide: its head is read before its pixels."""
_FLAT = 6.0
"""Grey levels: a picture that varies less is a blank, and all blanks look alike."""
_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
"""JPEG, PNG, GIF; and WebP below. libvips would also read SVG and PDF, which are programs."""


def picture_hash(body: bytes) -> int:
    """With a sign, as PostgreSQL keeps it. Rejected where there is nothing to be recognised by."""
    import pyvips

    if not (body.startswith(_STARTS) or (body[:4] == b"RIFF" and body[8:12] == b"WEBP")):
        raise Rejected("This is no picture of a kind that is read: JPEG, PNG, GIF or WebP.")
    try:
        # Opened, its head has been read; what it is made of is read as it is made small, strip by strip.
        whole = pyvips.Image.new_from_buffer(body, "", access="sequential", fail_on="truncated")
        if whole.width * whole.height > _MOST_PIXELS:
            raise Rejected(f"The picture says that it is {whole.width} × {whole.height} pixels: more than is read.")
        grey = _grey(whole.thumbnail_image(_SIDE, height=_SIDE, size="force"))
    except pyvips.Error as failure:
        raise Rejected("The picture is damaged: it cannot be read.") from failure
    if max(grey) - min(grey) < _FLAT:
        raise Rejected("The picture is one flat colour: nothing can be recognised by it.")
    return _bits(grey)


def _grey(small: "Image") -> bytes:
    """On white, as shops show what has no background."""
    if small.hasalpha():
        small = small.flatten(background=[255] * (small.bands - 1))
    return bytes(small.colourspace("b-w")[0].cast("uchar").write_to_memory())


def _bits(grey: bytes) -> int:
    waves = _waves()
    rows = [[sum(map(float.__mul__, wave, map(float, row))) for wave in waves] for row in _rows(grey)]
    low = [sum(map(float.__mul__, wave, column)) for wave in waves for column in zip(*rows, strict=True)]
    middle = median(low[1:])  # the first is the picture's brightness, which says nothing
    bits = sum(1 << place for place, value in enumerate(low) if place and value > middle)
    return bits - (1 << 64) if bits >> 63 else bits


def _rows(grey: bytes) -> list[bytes]:
    return [grey[start : start + _SIDE] for start in range(0, _SIDE * _SIDE, _SIDE)]


@cache
def _waves() -> list[list[float]]:
    return [[cos(pi * (2 * x + 1) * u / (2 * _SIDE)) for x in range(_SIDE)] for u in range(_LOW)]
