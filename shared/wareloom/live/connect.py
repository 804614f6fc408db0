"""Remember an open socket, what it wants to hear, and forget it."""

from datetime import timedelta

from sqlalchemy import delete

from wareloom.kit import clock
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.live.models import Connection, Head
from wareloom.live.ticket import take_ticket

LASTS = timedelta(hours=2, minutes=5)
"""API Gateway closes a socket after two hours; a row that outlives it is a row whose end we were not told of."""

TOPICS = ("accounts", "alerts", "audit", "designs", "ideas", "listings", "market", "runs", "social", "speech", "trends")


def connect(work: Work, connection_id: str, ticket: str) -> None:
    taken = take_ticket(work, ticket)
    now = clock.now()
    row = Connection(
        id=connection_id,
        tenant_id=taken.tenant_id,
        user_id=taken.user_id,
        sign_in_id=taken.sign_in_id,
        topics=[],
        opened_at=now,
        expires_at=now + LASTS,
    )
    work.session.merge(row)


def subscribe(work: Work, connection_id: str, topics: list[str]) -> int:
    """Hear these topics from now on. Returns the number of the last message, from which a replay may start."""
    unknown = sorted(set(topics) - set(TOPICS))
    if unknown:
        raise Rejected(f"There is no topic {unknown[0][:40]!r}. Known: {', '.join(TOPICS)}.")
    row = find(work, connection_id)
    row.topics = sorted(set(topics))
    return head_of(work, connection_id)


def head_of(work: Work, connection_id: str) -> int:
    """The number of the last message: who has not heard that one has missed something."""
    head = work.session.get(Head, find(work, connection_id).tenant_id)
    return head.number if head else 0


def find(work: Work, connection_id: str) -> Connection:
    row = work.session.get(Connection, connection_id)
    if row is None:
        raise NotFound("This connection is not known. Connect again.")
    return row


def disconnect(work: Work, connection_ids: list[str]) -> None:
    work.session.execute(delete(Connection).where(Connection.id.in_(connection_ids)))
