"""A file's bytes, brought piece by piece, and where each line of it ends."""

from collections.abc import Callable

from wareloom.market.imports.layout import LONGEST_ROW

PIECE = 1024 * 1024
Fetch = Callable[[int, int], bytes]
"""The bytes from one place to before another, which is within the file."""


class Source:
    """`at` is the place of the next byte that nobody has taken."""

    def __init__(self, fetch: Fetch, size: int, at: int = 0) -> None:
        self._fetch = fetch
        self._size = size
        self._held = b""
        self._taken = 0
        self._base = at

    @property
    def at(self) -> int:
        return self._base + self._taken

    @property
    def ended(self) -> bool:
        return self.at >= self._size

    @property
    def left(self) -> int:
        return self._size - self.at

    def line(self, end: bytes) -> bytes | None:
        """The next line with its end; None, and nothing is taken, when it is longer than a row may be."""
        searched = self._taken
        while (found := self._find(end, searched)) < 0 and self._base + len(self._held) < self._size:
            if len(self._held) - self._taken > LONGEST_ROW:
                return None
            searched = max(0, len(self._held) - self._taken - len(end))
            self._more()
        stop = found + len(end) if found >= 0 else len(self._held)
        return None if stop - self._taken > LONGEST_ROW else self._take(stop)

    def skip(self, end: bytes) -> bool:
        """Go on to the end of the line, by one piece at most; whether it was found."""
        if self._taken == len(self._held):
            self._more()
        found = self._find(end, self._taken)
        self._take(found + len(end) if found >= 0 else len(self._held) - self._odd(len(end)))
        return found >= 0 or self.ended

    def window(self, most: int) -> bytes:
        """What comes next, without taking it."""
        while len(self._held) - self._taken < most and self._base + len(self._held) < self._size:
            self._more()
        return self._held[self._taken : self._taken + most]

    def take(self, length: int) -> bytes:
        return self._take(self._taken + length)

    def _take(self, stop: int) -> bytes:
        taken = self._held[self._taken : stop]
        self._taken = stop
        return taken

    def _find(self, end: bytes, start: int) -> int:
        """Where characters have two bytes, half of one and half of the next are no end."""
        found = self._held.find(end, start)
        while found >= 0 and (found - self._taken) % len(end):
            found = self._held.find(end, found + 1)
        return found

    def _odd(self, width: int) -> int:
        return 0 if self._base + len(self._held) >= self._size else (len(self._held) - self._taken) % width

    def _more(self) -> None:
        start = self._base + len(self._held)
        self._held = self._held[self._taken :] + self._fetch(start, min(start + PIECE, self._size))
        self._base += self._taken
        self._taken = 0
