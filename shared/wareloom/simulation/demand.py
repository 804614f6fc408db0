"""How much a niche is wanted, day by day: its course, the weekday, and days that are better or worse for no reason."""

from datetime import timedelta
from functools import lru_cache
from math import exp

from wareloom.simulation.truth import courses
from wareloom.simulation.world import World, bell

_WEEKDAYS = (0.95, 0.91, 0.92, 0.95, 1.0, 1.12, 1.15)
_DAILY_NOISE = 0.12


@lru_cache(maxsize=512)
def levels(world: World, niche: str, days: int) -> tuple[float, ...]:
    """The level of the first `days` days, without chance."""
    course = courses(world)[niche]
    return tuple(course.level(world.first_day + timedelta(days=day)) for day in range(days))


@lru_cache(maxsize=512)
def demand(world: World, niche: str, days: int) -> tuple[float, ...]:
    """Times what is usual in a quiet niche, for the first `days` days."""
    chances = world.chances("demand", niche)
    size = _size(world, niche)
    first = world.first_day.weekday()
    return tuple(
        size * level * _WEEKDAYS[(first + day) % 7] * exp(_DAILY_NOISE * bell(chances))
        for day, level in enumerate(levels(world, niche, days))
    )


@lru_cache(maxsize=512)
def usual_before(world: World, niche: str) -> float:
    """The usual demand of the year before the world's first day: offers on its shelf have a past."""
    course = courses(world)[niche]
    months = [course.level(world.first_day - timedelta(days=30 * month)) for month in range(1, 13)]
    return _size(world, niche) * sum(months) / len(months)


def _size(world: World, niche: str) -> float:
    return exp(0.25 * bell(world.chances("size", niche)))
