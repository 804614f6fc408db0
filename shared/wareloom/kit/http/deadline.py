"""One moment by which a whole exchange must be over."""

import time

from wareloom.kit.errors import Unavailable


class Deadline:
    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        return max(0.0, self._end - time.monotonic())

    def check(self, shown: str) -> None:
        if not self.left():
            raise Unavailable(f"{shown} did not finish within {self._seconds:g} seconds.")
