"""Nudge again what nothing has touched for a while: posts that were never read, networks that were never heard out."""

from datetime import timedelta

from sqlalchemy import select

from wareloom.kit import clock
from wareloom.kit.errors import Unavailable
from wareloom.kit.work import Work
from wareloom.social.listening.settle import put_off
from wareloom.social.listening.take_turn import IN_HAND
from wareloom.social.models import Listening, Post
from wareloom.social.queue import MOODS, QUEUE

PATIENCE = timedelta(minutes=15)
"""Longer than any answer takes, and than a queue hides the message of a worker that died."""
AT_ONCE = 5_000
_DEATHS = 5


def sweep_social(work: Work, *, patience: timedelta = PATIENCE) -> dict[str, int]:
    return {"posts": _posts(work, patience), "listenings": _listenings(work, patience)}


def _posts(work: Work, patience: timedelta) -> int:
    now = clock.now()
    unread = (Post.mood_model.is_(None) | (Post.mood_revision < Post.revision)) & Post.deleted_at.is_(None)
    left = (
        select(Post)
        .where(unread, Post.given_up_at.is_(None), Post.queued_at < now - patience)
        .order_by(Post.queued_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    rows = work.session.scalars(left).all()
    for row in rows:
        row.queued_at = now
        work.enqueue(MOODS, row.id)
    return len(rows)


def _listenings(work: Work, patience: timedelta) -> int:
    left = (
        select(Listening)
        .where(Listening.status.in_(IN_HAND), Listening.updated_at < clock.now() - patience)
        .order_by(Listening.id)
        .with_for_update(skip_locked=True)
    )
    rows = work.session.scalars(left).all()
    for row in rows:
        _nudge(work, row)
    return len(rows)


def _nudge(work: Work, row: Listening) -> None:
    died = row.taken_at is not None and row.taken_at >= row.updated_at
    if died and row.tries + 1 >= _DEATHS:
        put_off(work, row, Unavailable("Its workers stopped without saying why. It is tried again later."))
        return
    row.tries += died
    row.updated_at = clock.now()
    work.enqueue(QUEUE, row.id)
