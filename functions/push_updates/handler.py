"""From the bus to the sockets: every announced event becomes part of a numbered message to its tenant."""

from datetime import timedelta
from typing import Any

from wareloom.edge.entrypoint import entrypoint
from wareloom.kit import clock
from wareloom.kit.work import unit_of_work
from wareloom.live.push import begin, deliver, go_on

PATIENCE = timedelta(seconds=10)
"""How long one call goes on sending what arrives meanwhile. After that the next event's call takes over."""


@entrypoint
def handle(event: Any, _context: Any) -> dict[str, int]:
    began, told, gone = clock.now(), set[str](), set[str]()
    with unit_of_work() as work:
        coming = begin(work, source=event["source"], name=event["detail-type"], detail=event["detail"])
    while coming:
        sent = deliver(coming)  # after the commit: a message that was sent has its number for good
        told, gone = told | sent.told, gone | sent.gone
        with unit_of_work() as work:
            coming = go_on(work, coming, sent, hurry=clock.now() - began > PATIENCE)
    return {"told": len(told - gone), "gone": len(gone)}
