"""From the bus to the sockets: every announced event becomes a numbered message to its tenant."""

from typing import Any

from wareloom.edge.entrypoint import entrypoint
from wareloom.kit.work import unit_of_work
from wareloom.live.connect import disconnect
from wareloom.live.tell import deliver, tell_event


@entrypoint
def handle(event: Any, _context: Any) -> dict[str, int]:
    with unit_of_work() as work:
        delivery = tell_event(work, source=event["source"], name=event["detail-type"], detail=event["detail"])
    gone = deliver(delivery)  # after the commit: a message that was sent has its number for good
    if gone:
        with unit_of_work() as work:
            disconnect(work, gone)
    return {"told": len(delivery.connection_ids) - len(gone), "gone": len(gone)}
