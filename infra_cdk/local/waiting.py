"""Waiting for a condition."""

import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

Found = TypeVar("Found")


def until(found: Callable[[], Found], *, within_s: float, every_s: float = 0.05) -> Found:
    """What `found` gives once that is true; what it gave last when time is up."""
    give_up, pause = time.monotonic() + within_s, Event()
    while True:
        answer = found()
        if answer or time.monotonic() > give_up:
            return answer
        pause.wait(every_s)
