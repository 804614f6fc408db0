"""What moves while an offer is on the shelf: its price, its reviews and its rating, replayed from its first day."""

from dataclasses import dataclass
from math import ceil

from wareloom.market.marketplaces.sample.listing import Listing
from wareloom.market.marketplaces.sample.prices import Tag, price_tags
from wareloom.market.marketplaces.sample.shelf import Place
from wareloom.simulation.demand import demand, usual_before
from wareloom.simulation.world import World, bell, poisson

_LONGEST_BEFORE = 900.0
_NOT_FIVE = ((0.55, 4), (0.8, 3), (0.9, 2))


@dataclass(frozen=True, slots=True)
class Shown:
    price: str
    reviews: int
    stars: int

    @property
    def rating(self) -> float | None:
        """The mean of all reviews so far; nobody has an opinion yet when there are none."""
        return round(self.stars / self.reviews, 2) if self.reviews else None


@dataclass(frozen=True)
class Life:
    midnights: list[tuple[int, Shown]]
    """What the offer showed as each day began."""
    now: Shown


def life(world: World, place: Place, listing: Listing, at: float) -> Life:
    """All that an offer has shown up to a moment, and what it shows then. A later moment only adds to it."""
    today = int(at)
    wanted = demand(world, place.niche.name, today + 1)
    tags = price_tags(world, place, listing, at)
    reviews = _Reviews(world, place, listing)
    midnights: list[tuple[int, Shown]] = []
    first = max(0, ceil(place.put_up))
    for day in range(first, today + 1):
        midnights.append((day, Shown(_price(tags, day), reviews.count, reviews.stars)))
        reviews.pass_day(wanted[day], 1.0 if day < today else at - today)
    return Life(midnights, Shown(_price(tags, at), reviews.count, reviews.stars))


class _Reviews:
    def __init__(self, world: World, place: Place, listing: Listing) -> None:
        self._chances = world.chances("reviews", place.niche.name, place.serial)
        self._appeal = listing.appeal
        self._full_marks = listing.full_marks
        before = min(_LONGEST_BEFORE, max(0.0, -place.put_up))
        expected = before * listing.appeal * usual_before(world, place.niche.name)
        self.count = int(expected * (1 + 0.2 * bell(self._chances)))
        typical = 5 * listing.full_marks + 3.25 * (1 - listing.full_marks)
        self.stars = round(self.count * typical)

    def pass_day(self, demand_today: float, gone_by: float) -> None:
        """`gone_by` is the part of the day that has passed: the reviews of a day come one after another."""
        chance = self._chances.random()
        today = poisson(self._appeal * demand_today, chance)
        if gone_by < 1:
            today = int(today * gone_by + chance * 8191 % 1)
        self.count += today
        for _ in range(today):
            self.stars += self._marks(self._chances.random())

    def _marks(self, chance: float) -> int:
        if chance < self._full_marks:
            return 5
        rest = (chance - self._full_marks) / (1 - self._full_marks)
        return next((marks for bound, marks in _NOT_FIVE if rest < bound), 1)


def _price(tags: list[Tag], day: float) -> str:
    return next((price for since, price in reversed(tags) if since <= day), tags[0][1])
