"""Bring a design's pictures here, as any file: whole or not at all, and never over what is there already."""

import os
import re
import unicodedata
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated
from urllib.parse import urlsplit

import typer
import urllib3
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from wareloom.cli.client import connected, part
from wareloom.cli.connection import RETRY, TIMEOUT, cause, pool
from wareloom.cli.deployment import dialled
from wareloom.cli.show import Item, Json, errors, print_json
from wareloom.kit.errors import Conflict, Rejected, Unavailable

_CHUNK = 256 * 1024
_LONGEST_NAME = 60
Moved = Callable[[int, int | None], None]
"""How many bytes of how many have come."""


@dataclass(frozen=True)
class Picture:
    url: str
    file: Path


def download(
    design_id: Annotated[str, typer.Argument(metavar="ID", help="As `wareloom designs` lists it.")],
    *,
    mockups: Annotated[bool, typer.Option("--mockups", help="And as it looks on products.")] = False,
    folder: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Also over files that are there.")] = False,
    as_json: Json = False,
) -> None:
    """Save a design's print file as PNG, and print where it is."""
    design = connected().get(f"/designs/{part(design_id)}")
    pictures = _pictures(design, folder, mockups=mockups)
    taken = [str(one.file) for one in pictures if one.file.exists()]
    if taken and not force:
        raise Conflict(f"{', '.join(taken)} {'is' if len(taken) == 1 else 'are'} there already. Overwrite: --force")
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for one in pictures:
        with display(one.file.name) as moved:
            fetch(one.url, one.file, moved)
        if not as_json:
            typer.echo(one.file)
    if as_json:
        print_json({"id": design["id"], "files": [str(one.file) for one in pictures]})


def fetch(url: str, file: Path, moved: Moved) -> None:
    """Into a file beside it, which takes its name when everything has come."""
    half = file.with_name(f".{file.name}.{os.getpid()}.part")
    with writing(file):
        try:
            with half.open("wb") as into:
                for chunk in _chunks(url, moved):
                    into.write(chunk)
            half.replace(file)
        finally:
            half.unlink(missing_ok=True)


def stem(slogan: str, design_id: str) -> str:
    """“Café, très cool!” is cafe-tres-cool-3f2a9c1d: two designs may say the same."""
    plain = unicodedata.normalize("NFKD", slogan).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_NAME].strip("-")
    return f"{words or 'design'}-{design_id[-8:]}"


def _pictures(design: Item, folder: Path, *, mockups: bool) -> list[Picture]:
    if not design["art_url"]:
        raise Conflict(f"This design is {design['status']}: there is no picture of it yet.")
    name = stem(design["slogan"], design["id"])
    pictures = [Picture(design["art_url"], folder / f"{name}.png")]
    shown: list[Item] = design["mockups"] if mockups else []
    for one in shown:
        product = "-".join(re.findall(r"[a-z0-9]+", f"{one['product']} {one['colour']}".lower()))
        pictures.append(Picture(one["url"], folder / f"{name}-{product}{_ending(one['url'])}"))
    return pictures


def _ending(url: str) -> str:
    ending = PurePosixPath(urlsplit(url).path).suffix
    return ending if re.fullmatch(r"\.[a-z0-9]{1,5}", ending) else ".png"


def _chunks(url: str, moved: Moved) -> Generator[bytes]:
    parts = urlsplit(url)
    site = f"{parts.scheme}://{parts.netloc}"
    reached, headers = dialled(site)
    address = reached + url.removeprefix(site)
    try:
        answer = pool(site).request(
            "GET", address, headers=headers, timeout=TIMEOUT, retries=RETRY, redirect=False, preload_content=False
        )
        if answer.status != 200:
            raise Unavailable(f"It cannot be fetched from {parts.hostname} now (status {answer.status}).")
        written = answer.headers.get("Content-Length", "")
        come, total = 0, int(written) if written.isdecimal() else None
        for chunk in answer.stream(_CHUNK):
            come += len(chunk)
            moved(come, total)
            yield chunk
    except urllib3.exceptions.HTTPError as error:
        raise Unavailable(f"It could not be fetched from {parts.hostname}: {cause(error)}") from error


@contextmanager
def writing(file: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise Rejected(f"{file} cannot be written: {error.strerror}.") from error


@contextmanager
def display(name: str) -> Generator[Moved]:
    console = errors()
    if not console.is_terminal:
        yield lambda _come, _total: None
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task(name, total=None)
        yield lambda come, total: progress.update(bar, completed=come, total=total)
