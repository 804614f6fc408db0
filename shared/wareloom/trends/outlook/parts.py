"""The parts of the score that knows time: each 0 to 100, with what it was made of, of how much, and how sure it is.

    demand         25 for every power of ten of the units that are estimated to be sold in four weeks
    competition    33⅓ for every power of ten of the offers there are
    profitability  twice the margin, in per cent, that is left at the niche's middle price after making and fees
    momentum       how likely it is, in per cent, that the niche grew in the last four weeks
    sentiment      50 where as many speak well of it as badly; 100 where nobody speaks badly

What is not known is None and stays None: it is never taken for the middle.
"""

from dataclasses import dataclass
from decimal import Decimal
from math import log, log10, sqrt

from wareloom.trends.costs import COSTS
from wareloom.trends.estimates.estimate import Estimate
from wareloom.trends.outlook.fees import dearest
from wareloom.trends.talk.voices import Voices

Inputs = dict[str, float | int | str | None]
_MANY_OFFERS, _MANY_DAYS = 20, 28
_HOPELESS = log(100)
"""A range from one to a hundred says next to nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    value: float | None
    confidence: float
    """0 to 1."""
    sample: int
    inputs: Inputs
    why: str


def unknown(why: str) -> Part:
    return Part(None, 0.0, 0, {}, why)


def demand(sales: Estimate | None) -> Part:
    if sales is None:
        return unknown("Nothing that was seen tells of sales: no reviews came, and nobody counts them.")
    sample = max(way.sample for way in sales.ways)
    confidence = _between(1 - log(sales.high / sales.low) / _HOPELESS) * _enough(sample, _MANY_OFFERS)
    told: Inputs = {"low": sales.low, "mid": sales.mid, "high": sales.high}
    how = " and ".join(way.name for way in sales.ways)
    why = (
        f"About {_count(sales.mid)} sold in four weeks, between {_count(sales.low)} and {_count(sales.high)}, by {how}."
    )
    return Part(_hundred(25 * log10(1 + sales.mid)), confidence, sample, told, why)


def competition(offers: int, sellers: int | None) -> Part:
    if not offers:
        return unknown("No offers are seen now.")
    told: Inputs = {"offers": offers, "sellers": sellers}
    by = f" of {sellers} sellers" if sellers else ""
    why = f"{offers} offers{by} are seen now."
    return Part(_hundred(100 / 3 * log10(1 + offers)), _enough(offers, _MANY_OFFERS), offers, told, why)


def profitability(price: Decimal | None, product: str | None, offers: int) -> Part:
    """At the middle price, in dollars, of what the niche mostly sells."""
    if price is None or price <= 0:
        return unknown("No price is known in dollars.")
    if product is None:
        return unknown("None of the products that can be made here is sold in it.")
    cost = COSTS["USD"][product]
    channel, fees = dearest(price)
    margin = float((price - cost - fees) / price)
    told: Inputs = {
        "price": float(price), "product": product, "cost": float(cost), "fees": float(fees), "channel": channel
    }  # fmt: skip
    spent = f"{cost} USD to make it, and {fees} USD of fees on {channel}"
    why = f"At {price:.2f} USD a {product} leaves {margin:.0%}: {spent}."
    return Part(_hundred(200 * margin), _enough(offers, _MANY_OFFERS), offers, told, why)


def momentum(growth: float | None, p: float | None, points: int) -> Part:
    """`p` is of the two-sided test that it moved at all."""
    if growth is None or p is None:
        return unknown("Too few days are known to tell whether it grows.")
    rising = 1 - p / 2 if growth > 0 else p / 2
    confidence = abs(2 * rising - 1) * _enough(points, _MANY_DAYS)
    why = f"It grew by {growth:+.0%} in four weeks; that it grows at all is {rising:.0%} sure."
    return Part(_hundred(100 * rising), confidence, points, {"growth": growth, "p": p, "days": points}, why)


def sentiment(heard: Voices | None) -> Part:
    """By Wilson's middle: few voices are no verdict."""
    if heard is None:
        return unknown("Nobody listens to what is said of it: follow it as a subject to change that.")
    positive, negative, neutral = heard
    voices = positive + negative
    if not voices:
        return unknown("Nobody was heard speaking of it well or badly.")
    z = 1.281552
    middle = (positive + z * z / 2) / (voices + z * z)
    reach = z * sqrt(middle * (1 - middle) / (voices + z * z))
    told: Inputs = {"positive": positive, "negative": negative, "neutral": neutral}
    why = f"Of {voices} that spoke well or badly of it, {positive} spoke well."
    return Part(_hundred(100 * middle), _between(1 - 2 * reach), voices, told, why)


def _hundred(value: float) -> float:
    return round(min(100.0, max(0.0, value)), 2)


def _between(value: float) -> float:
    return min(1.0, max(0.0, value))


def _enough(sample: int, many: int) -> float:
    """Half sure of half as many."""
    return min(1.0, sample / many)


def _count(units: float) -> str:
    return f"{units:,.0f}" if units >= 10 else f"{units:.1f}"
