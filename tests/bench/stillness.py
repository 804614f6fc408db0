"""A market where nothing moves but chance: what is said to move all the same, with the share of false discoveries kept
at the set one in ten.

Where nothing moves every discovery is false, so the share of false ones is that of markets in which any is made.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import sqrt

from tests.bench.figures import Figure
from tests.bench.hidden_truth import HALF_A_YEAR, Seen, market_of
from wareloom.kit.settings import SampleSettings
from wareloom.simulation.course import Flat
from wareloom.simulation.truth import courses
from wareloom.simulation.world import World
from wareloom.trends.outlook.standing import MOST_FALSE, claim, standing

SEEDS = range(2001, 2041)
"""Of worlds that nobody else asks about: their courses are changed here."""
_MOVES = {"emerging", "rising", "peaking", "declining"}
_Z = 1.96


def figures() -> Iterator[Figure]:
    markets = [market_of(_still(seed), HALF_A_YEAR) for seed in SEEDS]
    trends = [one for market in markets for one in market]
    called = [sum(_called(one) for one in market) for market in markets]
    looked = sum(one.scored.label in _MOVES for one in trends)
    yield _share("trends that look as if they moved, where nothing does", looked, len(trends))
    yield _share("trends said to move, where nothing does", sum(called), len(trends))
    yield _share("markets where any is said to move, where nothing does", sum(map(bool, called)), len(markets))


def _still(seed: int) -> World:
    world = replace(World.of(SampleSettings()), seed=seed)
    courses(world).update(dict.fromkeys(courses(world), Flat()))
    return world


def _called(one: Seen) -> bool:
    return standing(claim(one.scored), one.q).label in _MOVES


def _share(name: str, times: int, of: int) -> Figure:
    low, high = wilson(times, of)
    return Figure(name, times / of, f"({times} of {of}; 95 %: {low:.3f} to {high:.3f})", f"{MOST_FALSE}, the set share")


def wilson(times: int, of: int) -> tuple[float, float]:
    share, wide = times / of, _Z * _Z / of
    middle = (share + wide / 2) / (1 + wide)
    reach = _Z / (1 + wide) * sqrt(share * (1 - share) / of + wide / of / 4)
    return max(0.0, middle - reach), min(1.0, middle + reach)
