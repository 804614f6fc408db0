"""What a socket missed while it was away."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from wareloom.kit.work import Work
from wareloom.live.connect import find
from wareloom.live.models import Head, Message

MOST = 100
MOST_BYTES = 30_000
"""A browser that missed more does better to fetch everything again, and the frame stays under 32 KB."""


@dataclass(frozen=True)
class Replay:
    messages: list[dict[str, Any]]
    head: int
    complete: bool


def replay(work: Work, connection_id: str, after: int) -> Replay:
    row = find(work, connection_id)
    found = work.session.get(Head, row.tenant_id)
    head = found.number if found else 0
    missed = (
        select(Message)
        .where(Message.tenant_id == row.tenant_id, Message.number > after, Message.number <= head)
        .order_by(Message.number)
        .limit(MOST + 1)
    )
    messages = work.session.scalars(missed).all()
    # Whole only if nothing between `after` and the head was already swept away or left out.
    complete = 0 <= after <= head and len(messages) == head - after <= MOST
    heard = [message.body for message in messages[:MOST] if message.topic in row.topics] if complete else []
    if sum(len(json.dumps(body)) for body in heard) > MOST_BYTES:
        return Replay([], head, complete=False)
    return Replay(heard, head, complete)
