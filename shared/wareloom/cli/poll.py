"""Ask for a document until it has come to its end: seldom while nothing happens, patiently while nobody answers."""

import time
from collections.abc import Callable, Generator
from threading import Event

from wareloom.cli.client import Client
from wareloom.cli.show import Item
from wareloom.kit.errors import Unavailable

_SOON_S, _LATER_S = 0.4, 3.0
_PATIENCE_S = 60.0
"""How long the server may be out of reach before following is given up; the work itself goes on without us."""


def each_state(client: Client, path: str, item: Item, *, going: Callable[[Item], bool]) -> Generator[Item]:
    """The document as it is and every time that it has changed; the last one is no longer going."""
    yield item
    tag, pause, lost_at = None, _SOON_S, None
    while going(item):
        Event().wait(pause)
        try:
            changed, tag = client.changed(path, tag)
        except Unavailable:
            lost_at = lost_at or time.monotonic()
            if time.monotonic() - lost_at > _PATIENCE_S:
                raise
            continue
        lost_at = None
        # Ask less often while nothing happens, at once more often when something does.
        pause = min(_LATER_S, pause * 1.5) if changed is None else _SOON_S
        if changed is not None:
            item = changed
            yield item
