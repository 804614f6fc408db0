"""Look at pictures: bring a few, keep what they look like, and have the offers that show them compared again.

Politely, like pages, and never in the way: words and attributes alone decide until a picture has been seen. One that
cannot be had is noted with the reason, and tried again rarely.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Failure, Unavailable
from wareloom.kit.http.client import Answer
from wareloom.kit.http.deadline import Deadline
from wareloom.kit.http.pace import NotYet
from wareloom.kit.work import Work
from wareloom.market.matching.models import MatchMember, Picture
from wareloom.market.matching.picture_hash import picture_hash
from wareloom.market.matching.turn import is_ours
from wareloom.market.matching.waiting import wait

SLICE, SECONDS = 20, 30.0
"""So many pictures in one transaction, and no further one after so long."""
MOST_BYTES = 8_000_000
_PATIENCE = 10.0
_WANTED = {"Accept": "image/webp,image/png,image/jpeg,image/gif,image/*;q=0.5"}
"""A browser would take AVIF too, which we do not read: servers then send what is named here."""
_AGAIN: dict[type[Failure], timedelta] = {Unavailable: timedelta(hours=6), Blocked: timedelta(days=3)}
_SOON, _RARELY = timedelta(minutes=5), timedelta(days=30)


class Gets(Protocol):
    def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str],
        most_bytes: int,
        seconds: float,
        as_visitor: bool,
        most_visitors: int,
    ) -> Answer: ...


def look(work: Work, client: Gets, *, most: int = SLICE) -> dict[str, int]:
    """How many were looked at: none when none is due, or when somebody else is at it, for hosts count us together."""
    session, deadline = work.session, Deadline(SECONDS)
    if not is_ours(session):
        return {"pictures": 0}
    looked: list[Picture] = []
    for picture in _due(session, most):
        if not deadline.left():
            break
        _look_at(picture, client)
        looked.append(picture)
    # Last of all: a page that shows one of these offers must not wait for the pictures of the others.
    _compare_again(session, [picture.url_digest for picture in looked if picture.look_at is None])
    return {"pictures": len(looked)}


def _due(session: Session, most: int) -> list[Picture]:
    query = select(Picture).where(Picture.look_at <= clock.now()).order_by(Picture.look_at, Picture.url_digest)
    return list(session.scalars(query.limit(most).with_for_update(skip_locked=True)))


def _look_at(picture: Picture, client: Gets) -> None:
    try:
        answer = client.get(
            picture.url,
            headers=_WANTED,
            most_bytes=MOST_BYTES,
            seconds=_PATIENCE,
            as_visitor=True,
            most_visitors=1,
        )
        picture.fetched_at = answer.fetched_at
        picture.hash = picture_hash(answer.body)
    except NotYet as busy:  # the host was not asked: nothing is known of the picture
        picture.look_at = clock.now() + (busy.retry_after or _SOON)
    except Failure as failure:
        picture.reason, picture.look_at = failure.reason, _next_try(picture, failure, clock.now())
        picture.tries += 1
    else:
        picture.reason = picture.look_at = None
        picture.tries += 1


def _next_try(picture: Picture, failure: Failure, now: datetime) -> datetime:
    wanted = _AGAIN.get(type(failure), _RARELY) * 2 ** min(picture.tries, 10)
    return now + max(failure.retry_after or timedelta(), min(_RARELY, wanted))


def _compare_again(session: Session, digests: list[bytes]) -> None:
    shown = select(MatchMember.offer_id).where(MatchMember.picture.in_(digests)).order_by(MatchMember.offer_id)
    wait(session, session.scalars(shown).all(), clock.now())
