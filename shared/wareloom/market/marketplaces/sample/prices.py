"""An offer's price over time: now and then a sale, now and then a lasting change, and nothing in between."""

from math import log
from random import Random

from wareloom.market.marketplaces.sample.listing import Listing
from wareloom.market.marketplaces.sample.shelf import Place
from wareloom.simulation.world import World, pick

_MEAN_DAYS_BETWEEN_CHANGES = 50.0
_ENDINGS = (0.99, 0.95, 0.5, 0.0)
_LOWEST = 4

Tag = tuple[float, str]
"""From which day on, and the price as the shop writes it."""


def price_tags(world: World, place: Place, listing: Listing, until: float) -> list[Tag]:
    """The prices from the offer's beginning on, in order; the first holds from the first day we know."""
    chances = world.chances("prices", place.niche.name, place.serial)
    ending = pick(chances, _ENDINGS)
    price = listing.first_price
    day = max(0.0, place.put_up)
    tags = [(day, _written(price, ending))]
    while (day := day + _wait(chances)) <= until:
        if chances.random() < 0.6:
            back = day + 2 + 7 * chances.random()
            tags.append((day, _written(price * (0.68 + 0.22 * chances.random()), ending)))
            tags.append((back, _written(price, ending)))
            day = back
        else:
            drifted = price * (0.92 + 0.18 * chances.random())
            price = min(1.5 * listing.first_price, max(0.7 * listing.first_price, drifted))
            tags.append((day, _written(price, ending)))
    return tags


def _wait(chances: Random) -> float:
    return -_MEAN_DAYS_BETWEEN_CHANGES * log(1.0 - chances.random())


def _written(price: float, ending: float) -> str:
    return f"{max(_LOWEST, int(price)) + ending:.2f}"
