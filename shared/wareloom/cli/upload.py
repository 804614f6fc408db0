"""Post a file with the form that the server signed, piece by piece, however large it is."""

import secrets
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import urllib3
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from wareloom.cli.connection import cause, pool
from wareloom.cli.deployment import dialled
from wareloom.cli.show import Item, errors
from wareloom.kit.errors import NotFound, Rejected, Unavailable

_PIECE = 256 * 1024
_TIMEOUT = urllib3.Timeout(connect=10, read=120)
Moved = Callable[[int], None]
"""How many bytes more have gone."""


def size_of(file: Path) -> int:
    try:
        size = file.stat().st_size
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {file}.") from error
    except OSError as error:
        raise Rejected(f"{file} cannot be read: {error.strerror}.") from error
    if not file.is_file() or not size:
        raise Rejected(f"{file} is {'empty' if file.is_file() else 'no file'}.")
    return size


def post_file(form: Item, file: Path) -> None:
    url: str = form["url"]
    parts = urlsplit(url)
    site = f"{parts.scheme}://{parts.netloc}"
    reached, headers = dialled(site)
    boundary = secrets.token_hex(16)
    opening, closing = _around(form["fields"], boundary)
    length = len(opening) + size_of(file) + len(closing)
    headers |= {"Content-Type": f"multipart/form-data; boundary={boundary}", "Content-Length": str(length)}
    with _display(file) as moved:
        try:
            answer = pool(site).request(
                "POST",
                reached + url.removeprefix(site),
                body=_body(opening, file, closing, moved),
                headers=headers,
                timeout=_TIMEOUT,
                retries=False,
                redirect=False,
            )
        except OSError as error:
            raise Rejected(f"{file} cannot be read: {error.strerror}.") from error
        except urllib3.exceptions.HTTPError as error:
            raise Unavailable(f"{file.name} could not be uploaded to {parts.hostname}: {cause(error)}") from error
    if answer.status >= 300:
        raise Unavailable(f"{parts.hostname} did not take {file.name} (status {answer.status}). Try again.")


def _around(fields: dict[str, str], boundary: str) -> tuple[bytes, bytes]:
    named = "".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )
    file = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="file"\r\n\r\n'
    return (named + file).encode(), f"\r\n--{boundary}--\r\n".encode()


def _body(opening: bytes, file: Path, closing: bytes, moved: Moved) -> Iterator[bytes]:
    yield opening
    with file.open("rb") as source:
        while piece := source.read(_PIECE):
            yield piece
            moved(len(piece))
    yield closing


@contextmanager
def _display(file: Path) -> Generator[Moved]:
    console = errors()
    if not console.is_terminal:
        yield lambda _more: None
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task(f"Uploading {file.name}", total=size_of(file))
        yield lambda more: progress.advance(bar, more)
