"""Ask for every listening of a network whose time has come."""

from sqlalchemy import select

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.social.listening.begin import ask_for, begin_missing
from wareloom.social.listening.quota import rests_until
from wareloom.social.listening.ways import way_to
from wareloom.social.models import Follow, Listening

AT_ONCE = 200
"""One call's part; what is left is due at the next."""


def open_due(work: Work, network: str) -> int:
    """Whoever has been asked for is not asked for again: a schedule that fires twice finds nothing."""
    way_to(network)
    begin_missing(work, network)
    if rests_until(work.session, network):
        return 0
    followed = select(Follow.subject_id).where(Follow.subject_id == Listening.subject_id).exists()
    due = (
        select(Listening)
        .where(
            Listening.network == network,
            Listening.status.in_(("waiting", "blocked", "rejected")),
            Listening.due_at <= clock.now(),
            followed,
        )
        .order_by(Listening.due_at, Listening.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    rows = work.session.scalars(due).all()
    for row in rows:
        ask_for(work, row)
    return len(rows)
