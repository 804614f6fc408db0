"""The classic score of a niche: four parts between 0 and 100, and their mean.

    demand        = reviews / 10 + rating × 5        growth = rating × 20 + 10
    competition   = offers, at most 100              profitability = price / 50 × 50 + rating × 10
    overall       = ¼ demand + ¼ growth + ¼ (100 − competition) + ¼ profitability

Reviews, rating and price are averages over the offers that tell them; told by none they count as 0. Each part is
clamped to 0–100 before the overall is made of them: a niche of best-sellers is not ten times as good as a good one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import Protocol

_EXACT = Context(prec=200)
_AVERAGE = Context(prec=20)
"""Averages seldom end; what follows from them is exact."""
_LEAST, _MOST = Decimal(0), Decimal(100)


class Told(Protocol):
    """The numbers of one offer."""

    @property
    def marketplace(self) -> str: ...
    @property
    def rating(self) -> Decimal | None: ...
    @property
    def reviews_count(self) -> int | None: ...
    @property
    def price(self) -> Decimal | None: ...
    @property
    def currency(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Figures:
    """What a niche's offers tell together. None is what no offer told."""

    offers_count: int
    rating_avg: Decimal | None
    reviews_avg: Decimal | None
    currency: str | None
    price_avg: Decimal | None
    price_min: Decimal | None
    price_max: Decimal | None
    priced_count: int
    marketplaces: dict[str, int]


@dataclass(frozen=True, slots=True)
class Part:
    value: Decimal
    unclamped: Decimal
    inputs: dict[str, Decimal | None]
    """None is what no offer told: it counted as 0."""
    formula: str


def figures(offers: Sequence[Told]) -> Figures:
    ratings = [offer.rating for offer in offers if offer.rating is not None]
    reviews = [Decimal(offer.reviews_count) for offer in offers if offer.reviews_count is not None]
    currency, prices = _prices(offers)
    return Figures(
        offers_count=len(offers),
        rating_avg=_average(ratings),
        reviews_avg=_average(reviews),
        currency=currency,
        price_avg=_average(prices),
        price_min=min(prices, default=None),
        price_max=max(prices, default=None),
        priced_count=len(prices),
        marketplaces=dict(sorted(Counter(offer.marketplace for offer in offers).items())),
    )


def _prices(offers: Iterable[Told]) -> tuple[str | None, list[Decimal]]:
    """In the currency of most, the first of the alphabet where two are. One that is not named loses to any that is."""
    by_currency: dict[str, list[Decimal]] = {}
    for offer in offers:
        if offer.price is not None:
            by_currency.setdefault(offer.currency or "", []).append(offer.price)
    if not by_currency:
        return None, []
    currency = min(by_currency, key=lambda one: (not one, -len(by_currency[one]), one))
    return currency or None, by_currency[currency]


def _average(values: Sequence[Decimal]) -> Decimal | None:
    if not values:
        return None
    with localcontext(_EXACT):
        total = sum(values, Decimal(0))
    return _AVERAGE.divide(total, Decimal(len(values)))


def parts(of: Figures) -> dict[str, Part]:
    """Every number of the score, opened to what it was made of."""
    rating, reviews, price = of.rating_avg or _LEAST, of.reviews_avg or _LEAST, of.price_avg or _LEAST
    rated: dict[str, Decimal | None] = {"rating_avg": of.rating_avg}
    with localcontext(_EXACT):
        demand = _part(
            reviews / 10 + rating * 5, {"reviews_avg": of.reviews_avg, **rated}, "reviews_avg / 10 + rating_avg × 5"
        )
        growth = _part(rating * 20 + 10, rated, "rating_avg × 20 + 10")
        count = Decimal(of.offers_count)
        competition = _part(count, {"offers_count": count}, "min(offers_count, 100)")
        profitability = _part(
            price / 50 * 50 + rating * 10, {"price_avg": of.price_avg, **rated}, "price_avg / 50 × 50 + rating_avg × 10"
        )
        quarters = (demand.value, growth.value, _MOST - competition.value, profitability.value)
        overall = _part(
            sum(quarters, _LEAST) / 4,
            {
                "demand": demand.value,
                "growth": growth.value,
                "competition": competition.value,
                "profitability": profitability.value,
            },
            "0.25 × demand + 0.25 × growth + 0.25 × (100 − competition) + 0.25 × profitability",
        )
    return {
        "demand": demand,
        "growth": growth,
        "competition": competition,
        "profitability": profitability,
        "overall": overall,
    }


def _part(unclamped: Decimal, inputs: dict[str, Decimal | None], formula: str) -> Part:
    return Part(min(max(unclamped, _LEAST), _MOST), unclamped, inputs, formula)
