"""How much is said of a niche on a day, and in which mood: its course some days ahead of the market's."""

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from math import exp, log, sqrt
from statistics import fmean

from wareloom.simulation.niches import niches
from wareloom.simulation.truth import courses, leads
from wareloom.simulation.world import World, bell, poisson

_WEEKDAYS = (0.97, 0.94, 0.95, 0.98, 1.02, 1.1, 1.04)
_DAILY_NOISE = 0.1
_FELT = 0.4
"""A change by half within three weeks is felt as much as any."""
_COUNTED_ONE_BY_ONE = 50.0


@dataclass(frozen=True)
class Moods:
    """The shares of a day's posts; the rest is neutral."""

    positive: float
    negative: float
    excited: float
    """Of the positive ones: those that are surprised."""


def level(world: World, niche: str, day: int) -> float:
    """Times a quiet day's talk, without chance."""
    ahead = leads(world)[niche]
    return courses(world)[niche].level(world.first_day + timedelta(days=day + ahead))


@lru_cache(maxsize=65536)
def how_many(world: World, niche: str, day: int, posts: int) -> int:
    """`posts` is what a quiet day has in the whole network."""
    chances = world.chances("talk", niche, day)
    weekday = _WEEKDAYS[(world.first_day.weekday() + day) % 7]
    usual = posts / len(niches()) * weekday * exp(_DAILY_NOISE * bell(chances))
    expected = usual * level(world, niche, day)
    if expected < _COUNTED_ONE_BY_ONE:
        return poisson(expected, chances.random())
    return max(0, round(expected + sqrt(expected) * bell(chances)))


@lru_cache(maxsize=65536)
def moods(world: World, niche: str, day: int) -> Moods:
    """What is on its way up is liked; what everybody has seen by now is not."""
    tilt = _tilt(world, niche, day)
    up, down = max(0.0, tilt), max(0.0, -tilt)
    return Moods(
        positive=0.36 + 0.26 * up - 0.2 * down,
        negative=0.17 - 0.08 * up + 0.36 * down,
        excited=0.15 + 0.3 * up,
    )


def _tilt(world: World, niche: str, day: int) -> float:
    """From -1, losing people fast, to 1, winning them fast: the last week against the three before."""
    lately = fmean(level(world, niche, one) for one in range(day - 6, day + 1))
    before = fmean(level(world, niche, one) for one in range(day - 27, day - 6))
    return max(-1.0, min(1.0, log(lately / before) / _FELT))
