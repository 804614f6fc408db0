"""Which offers stand on the shelf: they are put up, stay for a while, and are taken down again."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from math import exp, log, sqrt
from random import Random

from wareloom.simulation.demand import levels
from wareloom.simulation.niches import Niche, niches
from wareloom.simulation.world import World, bell, poisson

_MEAN_STAY = 900.0
_SHORTEST_STAY = 5.0
_MOST_FOLLOWED = 4.0
_FIRST_PART = 0.95
"""What stands there on the first day: sellers who follow demand have added the rest half a year later."""


@dataclass(frozen=True, slots=True)
class Place:
    """One offer's time on the shelf, in days since the world began."""

    niche: Niche
    serial: int
    external_id: str
    put_up: float
    taken_down: float


def listed(world: World, at: float, wanted: str | None = None) -> list[Place]:
    """What is on the shelf at a moment, in an order that says nothing."""
    if at < 0:
        return []
    places = (
        place
        for niche in niches()
        if wanted in (None, niche.name)
        for place in _places(world, niche, int(at) + 1)
        if place.put_up <= at < place.taken_down
    )
    return sorted(places, key=lambda place: place.external_id)


@lru_cache(maxsize=512)
def _places(world: World, niche: Niche, days: int) -> tuple[Place, ...]:
    """All that were ever put up in a niche in the first `days` days, those that stood there on the first one included.

    A longer time only adds to the end: chances are drawn in the order in which things happen.
    """
    chances = world.chances("shelf", niche.name)
    serials = count()
    stock = _FIRST_PART * world.offers * _shares(world)[niche.name]
    places = [
        _place(world, niche, next(serials), _stay(chances), chances, before=True)
        for _ in range(int(stock + chances.random()))
    ]
    for day, level in enumerate(levels(world, niche.name, days)):
        # Sellers follow demand, with less than its swing; where demand is flat as many come as go.
        expected = stock / _MEAN_STAY * sqrt(min(level, _MOST_FOLLOWED))
        places += [
            _place(world, niche, next(serials), day + chances.random(), chances, before=False)
            for _ in range(poisson(expected, chances.random()))
        ]
    return tuple(places)


def _place(world: World, niche: Niche, serial: int, when: float, chances: Random, *, before: bool) -> Place:
    put_up = -when if before else when
    # A stay has no memory: what stood there already stays on as long as what is put up new.
    taken_down = max(put_up, 0.0) + _SHORTEST_STAY + _stay(chances)
    external_id = f"{world.number('offer', niche.name, serial) % 10**12:012}"
    return Place(niche, serial, external_id, put_up, taken_down)


def _stay(chances: Random) -> float:
    return -_MEAN_STAY * log(1.0 - chances.random())


@lru_cache(maxsize=8)
def _shares(world: World) -> dict[str, float]:
    """Which part of all offers belongs to each niche: some are crowded, some are not."""
    chances = world.chances("shares")
    crowds = {niche.name: exp(0.3 * bell(chances)) for niche in niches()}
    everybody = sum(crowds.values())
    return {name: crowd / everybody for name, crowd in crowds.items()}
