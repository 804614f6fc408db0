"""Number what happened and send it to the sockets that listen. What a socket misses it can ask for again."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.accounts.models import Membership, SignIn
from wareloom.kit import aws, clock
from wareloom.kit.log import logger
from wareloom.kit.settings import LiveSettings
from wareloom.kit.work import Work
from wareloom.live.models import Connection, Head, Message

_log = logger(__name__)


@dataclass(frozen=True)
class Delivery:
    body: dict[str, Any]
    connection_ids: Sequence[str]


def tell(work: Work, *, tenant_id: UUID, topic: str, event: str, ids: dict[str, str]) -> Delivery:
    """Keep the message under the tenant's next number; the caller sends it once that is committed."""
    number = _next_number(work, tenant_id)
    at = clock.now()
    body = {"type": "message", "number": number, "topic": topic, "event": event, "ids": ids, "at": at.isoformat()}
    work.session.add(Message(tenant_id=tenant_id, number=number, topic=topic, body=body, at=at))
    return Delivery(body, work.session.scalars(_listening(tenant_id, topic)).all())


def _listening(tenant_id: UUID, topic: str) -> Select[str]:
    """Sockets of people who still belong here and are still signed in: a socket must not outlive its right."""
    belongs = (Membership.user_id == Connection.user_id) & (Membership.tenant_id == Connection.tenant_id)
    return (
        select(Connection.id)
        .join(Membership, belongs)
        .outerjoin(SignIn, SignIn.id == Connection.sign_in_id)
        .where(
            Connection.tenant_id == tenant_id,
            Connection.topics.contains([topic]),
            Connection.expires_at > clock.now(),
            SignIn.ended_at.is_(None),
        )
    )


def _next_number(work: Work, tenant_id: UUID) -> int:
    """Without gaps: the row lock makes two tellers take turns until one has committed."""
    first = insert(Head).values(tenant_id=tenant_id, number=1)
    again = first.on_conflict_do_update(index_elements=["tenant_id"], set_={"number": Head.number + 1})
    return work.session.scalars(again.returning(Head.number)).one()


def deliver(delivery: Delivery) -> list[str]:
    """Send to every listening socket. Returns the ids of those that are gone."""
    return [connection_id for connection_id in delivery.connection_ids if not send(connection_id, delivery.body)]


def send(connection_id: str, body: dict[str, Any]) -> bool:
    """False when the socket is gone. Any other trouble is logged: the browser will notice the missing number."""
    sockets = aws.sockets(LiveSettings.from_env().callback_url)
    try:
        sockets.post_to_connection(ConnectionId=connection_id, Data=json.dumps(body).encode())
    except sockets.exceptions.GoneException:
        return False
    except sockets.exceptions.ClientError as error:
        _log.warning("a socket could not be told: %s", error)
    return True


def tell_event(work: Work, *, source: str, name: str, detail: dict[str, Any]) -> Delivery:
    """A room's event as the bus carries it: the room is the topic, everything but the tenant is ids."""
    ids = {key: str(value) for key, value in detail.items() if key != "tenant_id" and value is not None}
    topic = source.removeprefix("wareloom.")
    return tell(work, tenant_id=UUID(detail["tenant_id"]), topic=topic, event=name, ids=ids)
