"""A file in S3 as what decodes it wants it: to be read here and there, a few megabytes at a time."""

import io
from collections import OrderedDict
from collections.abc import Callable

_PIECE = 4 * 1024 * 1024
_HELD = 4
"""Pieces. An MP4 is read at its end first, and then in two places by turns."""
Fetch = Callable[[int, int], bytes]


class Reader(io.RawIOBase):
    def __init__(self, fetch: Fetch, size: int) -> None:
        self._fetch = fetch
        self._size = size
        self._at = 0
        self._held: OrderedDict[int, bytes] = OrderedDict()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def read(self, size: int = -1) -> bytes:
        """At most to the end of a piece: who reads a file asks again."""
        if self._at >= self._size or size == 0:
            return b""
        number, within = divmod(self._at, _PIECE)
        piece = self._piece(number)
        found = piece[within:] if size < 0 else piece[within : within + size]
        self._at += len(found)
        return found

    def _piece(self, number: int) -> bytes:
        if number not in self._held:
            if len(self._held) >= _HELD:
                self._held.popitem(last=False)
            start = number * _PIECE
            self._held[number] = self._fetch(start, min(start + _PIECE, self._size))
        self._held.move_to_end(number)
        return self._held[number]
