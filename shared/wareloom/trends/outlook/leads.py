"""Which source moved first in a trend, of those that sell and those that talk.

It is asked of the largest trends, for each question takes a tenth of a second.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import combinations
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.trends.lead import lead
from wareloom.trends.series.numbers import Floats

MOST_TRENDS = 100
_MOST_SOURCES = 4
"""The ones of which most days are known."""

_RATES = text("""
    SELECT trend_id, source, array_agg(day ORDER BY day) AS days, array_agg(rate ORDER BY day) AS rates
    FROM (
        SELECT trend_id, source, day, rate, count(*) OVER (PARTITION BY trend_id, source) AS known
        FROM (
            SELECT trend_id, source, day, reviews_gained / counted AS rate
            FROM trends_signals
            WHERE counted > 0 AND reviews_gained IS NOT NULL
            UNION ALL
            SELECT trend_id, network, day, posts FROM trends_talk
        ) AS moving
        WHERE trend_id = ANY(:trends) AND day < :today
    ) AS told
    WHERE known >= 90
    GROUP BY trend_id, source
""")


@dataclass(frozen=True, slots=True)
class _Told:
    source: str
    days: Sequence[date]
    rates: Sequence[float]


def leads(session: Session, trends: Sequence[UUID], today: date) -> dict[UUID, list[dict[str, Any]]]:
    """Of each trend that two sources tell for long enough; `trends` are in the order of their size."""
    asked = {"trends": list(trends[:MOST_TRENDS]), "today": today}
    by_trend: dict[UUID, list[_Told]] = {}
    for row in session.execute(_RATES, asked):
        by_trend.setdefault(row.trend_id, []).append(_Told(row.source, row.days, row.rates))
    return {trend_id: _between(told) for trend_id, told in by_trend.items() if len(told) > 1}


def _between(told: Iterable[_Told]) -> list[dict[str, Any]]:
    longest = sorted(told, key=lambda one: (-len(one.days), one.source))[:_MOST_SOURCES]
    rows = _side_by_side(longest)
    found = [(pair, lead(rows[pair[0]], rows[pair[1]])) for pair in combinations(sorted(rows), 2)]
    return [{"first": first, "second": second, **asdict(one)} for (first, second), one in found if one]


def _side_by_side(told: Sequence[_Told]) -> Mapping[str, Floats]:
    """On one calendar; a day that a source does not know is a gap."""
    start = min(one.days[0] for one in told)
    length = (max(one.days[-1] for one in told) - start).days + 1
    rows: dict[str, Floats] = {}
    for one in told:
        rows[one.source] = np.full(length, np.nan)
        rows[one.source][[(day - start).days for day in one.days]] = one.rates
    return rows
