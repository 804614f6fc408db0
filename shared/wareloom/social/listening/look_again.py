"""Once a day, for some days: is a post still there, and as it was? Its author may have thought better of it."""

from datetime import timedelta

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.errors import Failure
from wareloom.kit.log import logger
from wareloom.kit.work import Work
from wareloom.social.listening.keep import keep
from wareloom.social.models import Finding, Listening, Post
from wareloom.social.network import Listens

AFTER, WHILE_YOUNG = timedelta(days=1), timedelta(days=7)
AT_ONCE = 50
_log = logger(__name__)


def are_due(session: Session, row: Listening) -> bool:
    return session.scalar(_due(row).limit(1)) is not None


def look_again(work: Work, row: Listening, network: Listens) -> None:
    """What cannot be looked at today is looked at tomorrow: what is new must not wait for it."""
    asked = tuple(work.session.scalars(_due(row).order_by(Post.external_id).limit(AT_ONCE)))
    if not asked:
        return
    try:
        found = network.look_again(asked)
    except Failure as failure:
        _log.warning("%s posts of %s could not be looked at again: %s", len(asked), row.network, failure.reason)
        theirs = (Post.network == row.network) & Post.external_id.in_(asked)
        work.session.execute(update(Post).where(theirs).values(seen_at=clock.now()))
        return
    keep(work, row, found, asked=asked)
    row.quota = found.quota.model_dump(mode="json") if found.quota else row.quota


def _due(row: Listening) -> Select[str]:
    now = clock.now()
    return (
        select(Post.external_id)
        .join(Finding, Finding.post_id == Post.id)
        .where(
            Finding.subject_id == row.subject_id,
            Post.network == row.network,
            Post.first_seen_at > now - WHILE_YOUNG,
            Post.seen_at <= now - AFTER,
            Post.deleted_at.is_(None),
        )
    )
