"""The trends that have evidence now, some at a time: no more of them, and of their offers, than one statement can tell
of before its time is up.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wareloom.trends.models import Evidence

_MOST_TRENDS, _MOST_OFFERS = 200, 10_000


class Current(NamedTuple):
    trend_id: UUID
    offers: int


def current(session: Session) -> list[Current]:
    held = select(Evidence.trend_id, func.count()).group_by(Evidence.trend_id).order_by(Evidence.trend_id)
    return [Current(*row) for row in session.execute(held)]


def by_some(trends: Iterable[Current]) -> Iterator[list[UUID]]:
    """One that has more offers than that by itself is told of alone."""
    some: list[UUID] = []
    offers = 0
    for one in trends:
        if some and (len(some) == _MOST_TRENDS or offers + one.offers > _MOST_OFFERS):
            yield some
            some, offers = [], 0
        some.append(one.trend_id)
        offers += one.offers
    if some:
        yield some
