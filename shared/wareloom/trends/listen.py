"""Listen to every offer of the market, once and page by page: what it says stays as numbers, and no offer stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from wareloom.trends.series.numbers import Integers
from wareloom.trends.wording.heard import Heard
from wareloom.trends.wording.said import said

_PAGE = 10_000
_NOWHERE = -1
_FIRST = UUID(int=0)

# An offer is evidence of one trend at most. In the order of their ids, in which they were first seen.
_OFFERS = text("""
    SELECT offer.id, offer.title, offer.tags, offer.category,
        (SELECT held.trend_id FROM trends_evidence AS held WHERE held.offer_id = offer.id LIMIT 1) AS trend_id
    FROM market_offers AS offer WHERE offer.id > :after ORDER BY offer.id LIMIT :rows
""")


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    heard: Heard
    ids: NDArray[np.uint8]
    """Sixteen bytes each."""
    trends: tuple[UUID, ...]
    before: Integers
    """The trend that each offer was evidence of until now, by its place among them; −1 for none."""

    def spelled(self, offers: Integers) -> list[str]:
        """Their ids, as the database reads them."""
        digits = self.ids[offers].tobytes().hex()
        return [digits[start : start + 32] for start in range(0, len(digits), 32)]


def listen(session: Session) -> Market:
    heard, ids, trends, before = Heard(), bytearray(), dict[UUID, int](), list[NDArray[np.int32]]()
    for page in _pages(session):
        for row in page:
            heard.hear(said(row.title, row.tags, row.category))
            ids += row.id.bytes
        held = (row.trend_id for row in page)
        places = [_NOWHERE if one is None else trends.setdefault(one, len(trends)) for one in held]
        before.append(np.array(places, dtype=np.int32))
    told = np.concatenate([np.zeros(0, np.int32), *before]).astype(np.int64)
    return Market(heard, np.frombuffer(ids, np.uint8).reshape(-1, 16), tuple(trends), told)


def _pages(session: Session) -> Iterator[list[Row[*tuple[Any, ...]]]]:
    after = _FIRST
    while page := list(session.execute(_OFFERS, {"after": after, "rows": _PAGE})):
        yield page
        after = page[-1].id
