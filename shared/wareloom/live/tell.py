"""Number what happened. What a socket misses it can ask for again by its number."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.live.merge import Ids, Merged, merged
from wareloom.live.models import Arrival, Head, Message

Body = dict[str, Any]


def tell(work: Work, *, tenant_id: UUID, topic: str, event: str, ids: Ids) -> Body:
    """Keep one message under the tenant's next number."""
    return _keep(work, hold_head(work, tenant_id), Merged(topic, event, (ids,)), clock.now())


def arrive(work: Work, *, source: str, name: str, detail: dict[str, Any]) -> UUID:
    """A room's event as the bus carries it: the room is the topic, everything but the tenant is ids. It waits for its
    number. Returns whose it is."""
    ids = {key: str(value) for key, value in detail.items() if key != "tenant_id" and value is not None}
    tenant_id, topic = UUID(detail["tenant_id"]), source.removeprefix("wareloom.")
    row = Arrival(id=new_id(), tenant_id=tenant_id, topic=topic, event=name, ids=ids, at=clock.now())
    work.session.add(row)
    work.session.flush()
    return tenant_id


def number(work: Work, head: Head) -> list[Body]:
    """Everything that waits becomes messages, under a head that is held: no number is taken twice or left out."""
    taken = delete(Arrival).where(Arrival.tenant_id == head.tenant_id).returning(Arrival)
    arrivals = sorted(work.session.scalars(taken).all(), key=lambda row: row.id)
    now = clock.now()
    return [_keep(work, head, one, now) for one in merged((row.topic, row.event, row.ids) for row in arrivals)]


def hold_head(work: Work, tenant_id: UUID) -> Head:
    """Tellers of one tenant take turns until one has committed: numbers have no gap."""
    work.session.execute(insert(Head).values(tenant_id=tenant_id, number=0).on_conflict_do_nothing())
    held = select(Head).where(Head.tenant_id == tenant_id).with_for_update()
    return work.session.scalars(held, execution_options={"populate_existing": True}).one()


def _keep(work: Work, head: Head, one: Merged, at: datetime) -> Body:
    head.number += 1
    body: Body = {
        "type": "message",
        "number": head.number,
        "topic": one.topic,
        "event": one.event,
        "ids": one.ids[0],
        "at": at.isoformat(),
    }
    if len(one.ids) > 1:
        body["more"] = list(one.ids[1:])
    work.session.add(Message(tenant_id=head.tenant_id, number=head.number, topic=one.topic, body=body, at=at))
    work.session.flush()
    return body
