"""Judge where each trend stands: its days scored as a series, its parts weighed, its next weeks foretold.

Only the share of false discoveries is a matter between trends; everything else is a trend's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.market.document import written
from wareloom.trends.current import by_some, current
from wareloom.trends.estimates.estimate import Estimate, Way, combined
from wareloom.trends.estimates.ways import DAYS, by_counter, by_rank, by_reviews, by_stock
from wareloom.trends.outlook import parts
from wareloom.trends.outlook.leads import leads
from wareloom.trends.outlook.read import Facts, midnight, read
from wareloom.trends.outlook.standing import Claim, among_many, claim, comes_back, standing
from wareloom.trends.outlook.weights import NAMES
from wareloom.trends.series.numbers import Floats, known
from wareloom.trends.series.score import Scored, score
from wareloom.trends.series.series import Series
from wareloom.trends.series.step import DAY, WEEK, Step
from wareloom.trends.series.tell import told

_AT_ONCE = 1_000
_A_WEEK = 7
_MOST_OF_A_WEEK = 4
_ENOUGH_OF_IT = 0.3
"""A way of telling sales that so few of the offers have says nothing of the others."""

_OWN = (
    "days", "windows", "p", "moved", "season", "forecast", "model", "backtest", "sales", "parts", *NAMES, "confidence",
)  # fmt: skip
_KEEP = text(f"""
    INSERT INTO trends_outlooks (trend_id, label, why, leads, {", ".join(_OWN)}, at)
    SELECT trend_id, label, why, '[]', {", ".join(_OWN)}, :at FROM json_to_recordset(CAST(:rows AS json)) AS seen (
        trend_id uuid, label text, why text, days integer, windows jsonb, p float, moved jsonb, season jsonb,
        forecast jsonb, model text, backtest jsonb, sales jsonb, parts jsonb, confidence jsonb,
        {", ".join(f"{name} float" for name in NAMES)})
    ON CONFLICT (trend_id) DO UPDATE SET at = excluded.at, {", ".join(f"{name} = excluded.{name}" for name in _OWN)}
""")  # noqa: S608 - put together from the names above
_RULE = text("""
    UPDATE trends_outlooks AS held SET label = seen.label, why = seen.why, q = seen.q, leads = seen.leads
    FROM json_to_recordset(CAST(:rows AS json)) AS seen (trend_id uuid, label text, why text, q float, leads jsonb)
    WHERE held.trend_id = seen.trend_id
        AND (held.label, held.why, held.q, held.leads) IS DISTINCT FROM (seen.label, seen.why, seen.q, seen.leads)
""")


@dataclass(frozen=True, slots=True)
class _Claimed:
    """What is left of a trend in memory while the others are judged."""

    trend_id: UUID
    offers: int
    claim: Claim


def judge(session: Session, *, at: datetime) -> int:
    """Of the trends that have evidence now. How many."""
    today = at.astimezone(UTC).date()
    claimed: list[_Claimed] = []
    for some in by_some(current(session)):
        claimed += _judged(session, list(read(session, some, today)), at)
    q = among_many([one.claim.p for one in claimed])
    largest = sorted(claimed, key=lambda one: (-one.offers, one.trend_id))
    led = leads(session, [one.trend_id for one in largest], today)
    rows = [_ruled(one, sure, led.get(one.trend_id, [])) for one, sure in zip(claimed, q, strict=True)]
    for start in range(0, len(rows), _AT_ONCE):
        session.execute(_RULE, {"rows": written(rows[start : start + _AT_ONCE])})
    return len(rows)


def _judged(session: Session, facts: Sequence[Facts], at: datetime) -> list[_Claimed]:
    daily = score([_by_day(one) for one in facts], foretell=False)
    weekly = score([_by_week(one) for one in facts])
    ruling = [_ruling(*each) for each in zip(daily, weekly, strict=True)]
    rows = [_row(*each) for each in zip(facts, daily, weekly, ruling, strict=True)]
    session.execute(_KEEP, {"rows": written(rows), "at": at})
    return [_Claimed(of.trend_id, of.offers, claim(one)) for of, one in zip(facts, ruling, strict=True)]


def _ruled(one: _Claimed, q: float | None, led: list[dict[str, Any]]) -> dict[str, Any]:
    return {"trend_id": str(one.trend_id), **standing(one.claim, q)._asdict(), "q": q, "leads": led}


def _by_day(of: Facts) -> Series:
    return _series(of, of.rates, Step(seconds=DAY), 0)


def _by_week(of: Facts) -> Series:
    """Weeks that end with the last day that is known: forecasts of days would be forecasts of weekdays."""
    weeks = len(of.rates) // _A_WEEK
    days = of.rates[len(of.rates) - weeks * _A_WEEK :].reshape(weeks, _A_WEEK)
    count = known(days).sum(axis=1)
    total = np.where(known(days), days, 0.0).sum(axis=1)
    values = np.where(count >= _MOST_OF_A_WEEK, total * _A_WEEK / np.maximum(count, 1), np.nan)
    told = np.flatnonzero(known(values))
    if not len(told):
        return _series(of, np.zeros(0), Step(seconds=WEEK), 0)
    dropped = weeks - 1 - int(told[-1])
    return _series(of, values[told[0] : told[-1] + 1], Step(seconds=WEEK), dropped * _A_WEEK)


def _series(of: Facts, values: Floats, step: Step, dropped: int) -> Series:
    """So many days at its end are left out."""
    ends = len(of.rates) - 1 - dropped
    last = midnight(of.first) + np.timedelta64(ends, "D") if of.first else np.datetime64(0, "s")
    return Series(str(of.trend_id), step, last, values, "%Y-%m-%d")


def _ruling(daily: Scored, weekly: Scored) -> Scored:
    """A season of the year drowns in the noise of days: who has one is judged by weeks, with the season taken out."""
    return weekly if comes_back(weekly) else daily


def _row(of: Facts, daily: Scored, weekly: Scored, ruling: Scored) -> dict[str, Any]:
    day, week = told(daily), told(weekly)
    sales = combined(_ways(of))
    judged = _parts(of, day, sales)
    return {
        "trend_id": str(of.trend_id),
        "label": ruling.label,
        "why": ruling.why,
        "p": ruling.p,
        "moved": None if ruling.p is None else _moved(ruling, week if ruling is weekly else day),
        "days": day["known"],
        "windows": [{"days": one.days, "growth": day["growth"][str(one.days)], **day["windows"][str(one.days)]}
                    for one in daily.windows],
        "season": _season(weekly, week),
        **{name: week[name] for name in ("forecast", "model", "backtest")},
        "sales": asdict(sales) if sales else None,
        "parts": {name: asdict(part) for name, part in judged.items()},
        **{name: part.value for name, part in judged.items()},
        "confidence": {name: part.confidence for name, part in judged.items()},
    }  # fmt: skip


def _moved(ruling: Scored, judged: Mapping[str, Any]) -> dict[str, Any]:
    """What the label rests on and its q is of, which need not be any of the windows."""
    trend, step = judged["trend"], ruling.series.step
    ends = {name: trend[name] for name in ("growth", "low", "high")}
    return {**ends, "days": round(trend["steps"] * step.days), "by": step.name, "without_season": comes_back(ruling)}


def _ways(of: Facts) -> Sequence[Way]:
    ways = (by_reviews(of.gained), by_counter(of.sold), by_rank(of.ranks), by_stock(of.shelves))
    return [
        Way(way.name, way.units * of.offers / min(way.sample, of.offers), way.deviation, way.sample)
        for way in ways
        if way and way.sample >= _ENOUGH_OF_IT * of.offers
    ]


def _parts(of: Facts, day: Mapping[str, Any], sales: Estimate | None) -> dict[str, parts.Part]:
    four_weeks = str(DAYS)
    window = day["windows"][four_weeks]
    return {
        "demand": parts.demand(sales),
        "momentum": parts.momentum(day["growth"][four_weeks], window.get("p"), window.get("points", 0)),
        "competition": parts.competition(of.offers, of.sellers),
        "profitability": parts.profitability(of.price, of.product, of.offers),
        "sentiment": parts.sentiment(of.voices),
    }


def _season(weekly: Scored, week: Mapping[str, Any]) -> dict[str, Any] | None:
    """With the day of its last peak, from which the next ones are counted; None where two years are not known yet."""
    year = weekly.evidence.flow.year
    if year is None:
        return None
    if not year.found:
        return {"every": None}
    peak = weekly.series.last - np.timedelta64(year.peak * _A_WEEK, "D")
    return {**week["season"], "peak_on": str(peak.astype("datetime64[D]"))}
