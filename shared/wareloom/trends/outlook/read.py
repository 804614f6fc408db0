"""What an outlook is made of: each trend's days as one series, and what its offers are now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import numpy as np
from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.trends.costs import COSTS
from wareloom.trends.estimates.stock import Left, left
from wareloom.trends.estimates.ways import DAYS
from wareloom.trends.series.numbers import Floats
from wareloom.trends.talk.queries import voices
from wareloom.trends.talk.voices import Voices

_WORDS = {
    "tee": "tees?|t-?shirts?|shirts?|tank tops?|long sleeves?",
    "hoodie": "hoodies?|sweatshirts?|pullovers?|crewnecks?",
    "mug": "mugs?|cups?|tumblers?",
    "poster": "posters?|prints?|wall art",
    "tote": "totes?|tote bags?",
    "phone case": "phone cases?|phone covers?",
}

# Reviews by counted offer, whatever the source: who collects more offers sees no growth in that.
_RATES = text("""
    SELECT trend_id, array_agg(day ORDER BY day) AS days, array_agg(rate ORDER BY day) AS rates
    FROM (
        SELECT trend_id, day, (sum(reviews_gained) / sum(counted))::float AS rate
        FROM trends_signals
        WHERE trend_id = ANY(:trends) AND day < :today AND counted > 0 AND reviews_gained IS NOT NULL
        GROUP BY trend_id, day
    ) AS told
    GROUP BY trend_id
""")

_GAINED = text("""
    SELECT trend_id, source, sum(reviews_gained) AS reviews, count(*) AS days, max(counted) AS offers
    FROM trends_signals
    WHERE trend_id = ANY(:trends) AND day < :today AND day >= :since AND reviews_gained IS NOT NULL
    GROUP BY trend_id, source
""")

_SAID = ", ".join(
    rf"count(*) FILTER (WHERE offer.title ~* '\m({words})\M') AS {product.replace(' ', '_')}"
    for product, words in _WORDS.items()
)
_FACTS = text(f"""
    SELECT evidence.trend_id, count(*) AS offers, count(DISTINCT offer.seller) AS sellers,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY offer.price_usd) AS price,
        array_agg(offer.rank) FILTER (WHERE offer.marketplace = 'amazon' AND offer.rank > 0) AS ranks,
        array_agg((offer.details ->> 'sold_30_days')::float) FILTER (
            WHERE offer.details ->> 'sold_30_days' ~ '^[0-9]{{1,9}}$') AS sold,
        {_SAID}
    FROM trends_evidence AS evidence JOIN market_offers AS offer ON offer.id = evidence.offer_id
    WHERE evidence.trend_id = ANY(:trends)
    GROUP BY evidence.trend_id
""")  # noqa: S608 - put together from the words above


@dataclass(frozen=True, slots=True)
class Facts:
    trend_id: UUID
    first: date | None
    rates: Floats
    """Reviews a day and offer, day by day from the first; NaN is a gap."""
    gained: Sequence[tuple[str, float, int]]
    """Of the last four weeks: a source, its reviews, and how many offers told them."""
    offers: int
    sellers: int
    price: Decimal | None
    ranks: Sequence[int]
    sold: Sequence[float]
    shelves: Sequence[Left]
    """How the stock fell of each offer that shows it."""
    product: str | None
    """What most of its offers are, of what can be made here."""
    voices: Voices | None
    """None where nobody listens."""


def read(session: Session, trends: Sequence[UUID], today: date) -> Iterator[Facts]:
    """Today is left out of the days: it is not over."""
    asked = {"trends": list(trends), "today": today}
    rates = {row.trend_id: (row.days, row.rates) for row in session.execute(_RATES, asked)}
    gained: dict[UUID, list[tuple[str, float, int]]] = {}
    for row in session.execute(_GAINED, {**asked, "since": today - timedelta(days=DAYS)}):
        gained.setdefault(row.trend_id, []).append((row.source, row.reviews * DAYS / row.days, row.offers))
    heard = voices(session, trends, today)
    shelves = left(session, trends, today)
    for row in session.execute(_FACTS, asked):
        first, values = _laid_out(*rates.get(row.trend_id, ((), ())))
        counts = {product: getattr(row, product.replace(" ", "_")) for product in COSTS["USD"]}
        most = max(counts, key=lambda product: (counts[product], product))
        yield Facts(
            trend_id=row.trend_id,
            first=first,
            rates=values,
            gained=gained.get(row.trend_id, ()),
            offers=row.offers,
            sellers=row.sellers,
            price=None if row.price is None else Decimal(str(row.price)),
            ranks=row.ranks or (),
            sold=row.sold or (),
            shelves=shelves.get(row.trend_id, ()),
            product=most if counts[most] else None,
            voices=heard.get(row.trend_id),
        )


def _laid_out(days: Sequence[date], rates: Sequence[float]) -> tuple[date | None, Floats]:
    if not days:
        return None, np.zeros(0)
    values = np.full((days[-1] - days[0]).days + 1, np.nan)
    values[[(day - days[0]).days for day in days]] = rates
    return days[0], values


def midnight(day: date) -> np.datetime64:
    return np.datetime64(datetime(day.year, day.month, day.day), "s")  # noqa: DTZ001 - NumPy's moments have no zone
