"""Texts from lines of JSON as they arrive: a file is never held whole, and a slow pipe is answered at once."""

import json
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, NamedTuple

from wareloom.kit.errors import Malformed, NotFound, Rejected

_AT_ONCE = 1 << 16


class Text(NamedTuple):
    id: str | int
    text: str


def pieces(file: str) -> Generator[list[tuple[int, bytes]]]:
    """The lines that are there by now with their numbers, again and again."""
    rest, number = list[bytes](), 1
    with _opened(file) as source:
        while read := os.read(source, _AT_ONCE):
            ended, newline, begun = read.rpartition(b"\n")
            if newline:
                lines = b"".join([*rest, ended]).split(b"\n")
                yield list(enumerate(lines, number))
                rest, number = [], number + len(lines)
            rest.append(begun)
    if any(rest):
        yield [(number, b"".join(rest))]


@contextmanager
def _opened(file: str) -> Generator[int]:
    if file == "-":
        yield sys.stdin.fileno()
        return
    try:
        source = os.open(file, os.O_RDONLY)
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {file}.") from error
    except OSError as error:
        raise Rejected(f"{file} cannot be read: {error.strerror}.") from error
    try:
        yield source
    except IsADirectoryError as error:
        raise Rejected(f"{file} cannot be read: {error.strerror}.") from error
    finally:
        os.close(source)


def read_line(line: bytes) -> list[Text]:
    """One, or none in an empty line."""
    if not line.strip(b"\r \t\xef\xbb\xbf"):
        return []
    try:
        told: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Malformed("it is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise Malformed("it is not JSON") from error
    match told:
        case {"id": str() | int() as name, "text": str(text)} if not isinstance(name, bool):
            return [Text(name, text)]
        case {"id": _, "text": _}:
            raise Malformed("id must be words or a whole number, and text must be words")
        case {"id": _}:
            raise Malformed("text is missing")
        case {"text": _}:
            raise Malformed("id is missing")
        case _:
            raise Malformed("it must be an object with id and text")


def bad_reason(number: int, wrong: Malformed) -> Malformed:
    return Malformed(f"Line {number}: {wrong.reason}.")
