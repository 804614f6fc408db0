"""What can be seen of an offer's sales, and what it is worth. The factors are rough and said to be so: second-hand, and
wide enough to hold what sellers report of each other's marketplaces.
"""

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from wareloom.trends.estimates.estimate import Way
from wareloom.trends.estimates.stock import DAYS, Left


class ReviewRate(NamedTuple):
    """Of those who buy, how many write a review."""

    share: float
    deviation: float


# Where buyers are asked again and again they write more. The deviation says by what factor this may be wrong.
REVIEW_RATES = {
    "amazon": ReviewRate(0.02, 0.8),
    "etsy": ReviewRate(0.15, 0.5),
    "shopify": ReviewRate(0.05, 0.9),
    "shopee": ReviewRate(0.25, 0.6),
    "tiktok": ReviewRate(0.05, 0.8),
}
ANY_RATE = ReviewRate(0.05, 1.0)
_COUNTER_DEVIATION = 0.2
"""A shop's own counter rounds, and counts what was sent back."""
_RANK_DEVIATION = 1.1
_RANK_AT_ONE, _RANK_POWER = 6_000.0, 0.75
"""Units in four weeks at the first place of a large shelf, and how fast they fall: half the logs of a rank's tenth."""

_STOCK_DEVIATION = 0.5
"""What leaves a shelf is not always sold there: carts hold it, shops put it right, one shelf serves several shops."""
_ENOUGH_DAYS = 7


def by_reviews(gained: Iterable[tuple[str, float, int]]) -> Way | None:
    """Each a source, the reviews gained in the days asked about, and how many offers told them."""
    told = [(REVIEW_RATES.get(source, ANY_RATE), reviews, offers) for source, reviews, offers in gained if offers]
    units = sum(reviews / rate.share for rate, reviews, _offers in told)
    reviews = sum(each for _rate, each, _offers in told)
    if not told or reviews <= 0:
        return None
    widest = max(rate.deviation for rate, _reviews, _offers in told)
    return Way("reviews", units, sqrt(widest**2 + 1 / reviews), sum(offers for _rate, _reviews, offers in told))


def by_counter(sold: Iterable[float]) -> Way | None:
    """What shops say that they sold in the last month."""
    counted = [each for each in sold if each >= 0]
    units = sum(counted) * DAYS / 30
    return Way("counter", units, _COUNTER_DEVIATION, len(counted)) if units > 0 else None


def by_rank(ranks: Iterable[int]) -> Way | None:
    """Of offers with a place on a shelf of best-sellers."""
    placed = [rank for rank in ranks if rank > 0]
    units = sum(_RANK_AT_ONE * rank**-_RANK_POWER for rank in placed)
    if not placed:
        return None
    return Way("rank", units, sqrt(_RANK_DEVIATION**2 / len(placed) + 0.6**2), len(placed))


def by_stock(shelves: Iterable[Left]) -> Way | None:
    """Each offer as it sold on the days on which that could be seen. Of an offer seen for less than a week nothing is
    told; and the more unlike they are, the less they tell of the others."""
    known = [shelf for shelf in shelves if shelf.days >= _ENOUGH_DAYS]
    each = [shelf.units * DAYS / shelf.days for shelf in known]
    seen = sum(shelf.units for shelf in known)
    if seen < 1:
        return None
    return Way("stock", sum(each), sqrt(_STOCK_DEVIATION**2 + 1 / seen + _unlikeness(each)), len(each))


def _unlikeness(each: Sequence[float]) -> float:
    """The squared error of their mean, as a share of it; one alone tells nothing of it."""
    if len(each) == 1:
        return 1.0
    mean = sum(each) / len(each)
    return sum((one - mean) ** 2 for one in each) / (len(each) - 1) / len(each) / mean**2
