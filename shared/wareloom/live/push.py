"""Send messages in rounds: what arrives while one is on its way waits, and goes together with the next.

One sender for each workspace at a time. Whoever finds one at work leaves what they have and goes: the sender looks
again under the same lock before it stops. A sender that died is passed over when its time is up; what it had numbered
is asked for by the browsers, who see the gap with the next message or with the answer to their ping.
"""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from wareloom.accounts.models import Membership, SignIn
from wareloom.kit import clock
from wareloom.kit.sockets import Outcome, post
from wareloom.kit.work import Work
from wareloom.live.connect import disconnect
from wareloom.live.models import Connection, Head
from wareloom.live.tell import Body, arrive, hold_head, number

LASTS = timedelta(seconds=45)
"""Longer than any round, so that nobody is passed over who is still at it."""
MOST_AT_ONCE = 20
"""More than so many messages in one round are not pushed at a browser: it asks for them itself, or fetches anew."""
RESTS = timedelta(seconds=5)
"""A socket that could not take what it was sent is left alone for a while, so that it holds nobody back."""
AT_A_TIME = 8


@dataclass(frozen=True)
class Round:
    tenant_id: UUID
    frames: Mapping[str, Sequence[Body]]
    """By connection."""
    last: bool = False


@dataclass
class Sent:
    told: set[str] = field(default_factory=set[str])
    gone: set[str] = field(default_factory=set[str])
    busy: set[str] = field(default_factory=set[str])


def begin(work: Work, *, source: str, name: str, detail: dict[str, Any]) -> Round | None:
    """The event waits for its number; nothing to send where somebody else sends already and will find it."""
    head = hold_head(work, arrive(work, source=source, name=name, detail=detail))
    if head.sending_until is not None and head.sending_until > clock.now():
        return None
    return _next(work, head, number(work, head))


def go_on(work: Work, before: Round, sent: Sent, *, hurry: bool) -> Round | None:
    """What came of the round is kept, and whatever has arrived meanwhile is the next one. In a hurry it is the last."""
    _settle(work, sent)
    if before.last:
        return None
    head = hold_head(work, before.tenant_id)
    messages = number(work, head)
    if messages and not hurry:
        return _next(work, head, messages)
    head.sending_until = None
    if messages:
        return Round(head.tenant_id, _frames(work, head, messages), last=True)
    # Once more to whoever was busy, now that nothing else waits: only where the numbers stand.
    return Round(head.tenant_id, {one: [_behind(head)] for one in sent.busy}, last=True) if sent.busy else None


def deliver(round_: Round) -> Sent:
    """To all at the same time: a slow socket takes up one place of several. Its first trouble ends its round."""
    sent = Sent()
    with ThreadPoolExecutor(max_workers=AT_A_TIME) as pool:
        for connection_id, outcome in zip(
            round_.frames, pool.map(_send, round_.frames.keys(), round_.frames.values()), strict=True
        ):
            into = {"told": sent.told, "gone": sent.gone, "busy": sent.busy}[outcome]
            into.add(connection_id)
    return sent


def _send(connection_id: str, frames: Sequence[Body]) -> Outcome:
    for frame in frames:
        outcome = post(connection_id, frame)
        if outcome != "told":
            return outcome
    return "told"


def _next(work: Work, head: Head, messages: Sequence[Body]) -> Round:
    head.sending_until = clock.now() + LASTS
    return Round(head.tenant_id, _frames(work, head, messages))


def _frames(work: Work, head: Head, messages: Sequence[Body]) -> dict[str, Sequence[Body]]:
    frames: dict[str, Sequence[Body]] = {}
    rested = clock.now() - RESTS
    for connection in _listening(work, head.tenant_id):
        wanted = [message for message in messages if message["topic"] in connection.topics]
        if connection.behind_since is not None:
            wanted = [_behind(head)] if connection.behind_since <= rested else []
        elif len(wanted) > MOST_AT_ONCE:
            wanted = [_behind(head)]
        if wanted:
            frames[connection.id] = wanted
    return frames


def _behind(head: Head) -> Body:
    return {"type": "behind", "head": head.number}


def _listening(work: Work, tenant_id: UUID) -> Sequence[Connection]:
    """Sockets of people who still belong here and are still signed in: a socket must not outlive its right."""
    belongs = (Membership.user_id == Connection.user_id) & (Membership.tenant_id == Connection.tenant_id)
    query = (
        select(Connection)
        .join(Membership, belongs)
        .outerjoin(SignIn, SignIn.id == Connection.sign_in_id)
        .where(
            Connection.tenant_id == tenant_id,
            Connection.topics != [],
            Connection.expires_at > clock.now(),
            SignIn.ended_at.is_(None),
        )
    )
    return work.session.scalars(query, execution_options={"populate_existing": True}).all()


def _settle(work: Work, sent: Sent) -> None:
    if sent.gone:
        disconnect(work, sorted(sent.gone))
    _mark(work, sent.busy, behind=True)
    _mark(work, sent.told, behind=False)


def _mark(work: Work, connection_ids: Collection[str], *, behind: bool) -> None:
    if not connection_ids:
        return
    changed = update(Connection).where(Connection.id.in_(connection_ids))
    if not behind:
        changed = changed.where(Connection.behind_since.is_not(None))
    work.session.execute(changed.values(behind_since=clock.now() if behind else None))
