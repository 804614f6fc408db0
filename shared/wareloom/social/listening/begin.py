"""See to it that a subject is listened to at every network that can be asked."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.social.listening import pace
from wareloom.social.listening.ways import listened_to
from wareloom.social.models import Follow, Listening
from wareloom.social.queue import QUEUE


def begin(work: Work, subject_id: UUID) -> None:
    """At once, for somebody looks on."""
    for network in listened_to():
        _make(work, [subject_id], network)
    asleep = (
        select(Listening)
        .where(Listening.subject_id == subject_id, Listening.status == "waiting")
        .order_by(Listening.id)
        .with_for_update(skip_locked=True)
    )
    for row in work.session.scalars(asleep):
        ask_for(work, row)


def begin_missing(work: Work, network: str) -> None:
    """Subjects that were followed before this network was known."""
    known = select(Listening.id).where(Listening.subject_id == Follow.subject_id, Listening.network == network)
    _make(work, work.session.scalars(select(Follow.subject_id).distinct().where(~known.exists())), network)


def ask_for(work: Work, row: Listening) -> None:
    row.status, row.updated_at = "listening", clock.now()
    work.enqueue(QUEUE, row.id)


def _make(work: Work, subject_ids: Iterable[UUID], network: str) -> None:
    now = clock.now()
    for subject_id in sorted(subject_ids):
        row = {
            "id": new_id(), "subject_id": subject_id, "network": network, "status": "waiting", "tries": 0,
            "posts_seen": 0, "posts_new": 0, "every": pace.FIRST, "due_at": now, "updated_at": now,
        }  # fmt: skip
        work.session.execute(insert(Listening).values(row).on_conflict_do_nothing())
