"""What is sold of an offer, which nobody is told, and how much is left of it, which about half of the shops show.

The shelf falls by what is sold, here and in other shops that some of them have, and is filled up now and then. A few
show a figure that never moves. How many buyers there are to a review is each niche's own secret.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, exp, sqrt
from random import Random

from wareloom.market.marketplaces.sample.listing import Listing
from wareloom.market.marketplaces.sample.shelf import Place
from wareloom.simulation.demand import demand
from wareloom.simulation.world import World, bell, poisson

_SHOW = 0.55
_NEVER_COUNT = 0.08
_PLENTY = 999
_SELL_ELSEWHERE = 0.15
_REVIEWS_A_SALE = 0.1
_MANY = 40.0
_SMALLEST_ORDER = 6
_LOW = 0.2
_FILL_UP = 0.25
"""Of the days on which little is left, those on which more comes."""
_EVERY = 7
"""The past is told by the week: who shows what is left does not tell what was left each day."""


@dataclass(frozen=True, slots=True)
class Day:
    day: int
    left: int
    """As it began."""
    sold: int


@dataclass(frozen=True)
class Storeroom:
    counts: list[tuple[int, int]]
    """The days of which it is told, and what was left as they began."""
    now: int


def storeroom(world: World, place: Place, listing: Listing, at: float) -> Storeroom | None:
    """None where the shop does not show it. A later moment only adds to it."""
    kind = world.chances("stock", place.niche.name, place.serial).random()
    if kind >= _SHOW:
        return None
    known = list(days(world, place, listing, at))
    told = [one for one in known if (one.day + place.serial) % _EVERY == 0]
    if not known or kind < _SHOW * _NEVER_COUNT:
        return Storeroom([(one.day, _PLENTY) for one in told], _PLENTY)
    today = known[-1]
    left = today.left - int(today.sold * (at - today.day))  # what is sold in a day is sold one after another
    return Storeroom([(one.day, one.left) for one in told], left)


def days(world: World, place: Place, listing: Listing, at: float) -> Iterator[Day]:
    """All that have begun, from its first one on that we know: a story of its own, whether anybody is shown it."""
    chances = world.chances("sales", place.niche.name, place.serial)
    wanted = demand(world, place.niche.name, int(at) + 1)
    buyers = listing.appeal / review_share(world, place.niche.name)
    elsewhere = chances.random() if chances.random() < _SELL_ELSEWHERE else 0.0
    order = max(_SMALLEST_ORDER, round(buyers * (1 + elsewhere) * (15 + 30 * chances.random())))
    left = round(order * (_LOW + (1 - _LOW) * chances.random()))
    for day in range(max(0, ceil(place.put_up)), int(at) + 1):
        asked = _drawn(buyers * wanted[day], chances)
        sold = min(asked, left)
        yield Day(day, left, sold)
        left -= min(left, sold + round(sold * elsewhere))
        if chances.random() < _FILL_UP and left <= _LOW * order:
            left += max(order, 14 * asked)


@lru_cache(maxsize=512)
def review_share(world: World, niche: str) -> float:
    return min(0.5, _REVIEWS_A_SALE * exp(0.5 * bell(world.chances("review share", niche))))


def _drawn(expected: float, chances: Random) -> int:
    if expected < _MANY:
        return poisson(expected, chances.random())
    return max(0, round(expected + sqrt(expected) * bell(chances)))
