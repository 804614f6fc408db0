"""What becomes of each niche. Only who simulates and the tests may know: the product has to find it out."""

from datetime import date, timedelta
from functools import cache
from random import Random

from wareloom.simulation.course import Course, Fall, Flat, Kind, Rise, Season, Spike
from wareloom.simulation.niches import niches
from wareloom.simulation.world import World

_NICHES_PER_KIND: dict[Kind, int] = {"rise": 14, "fall": 11, "season": 12, "spike": 8, "flat": 15}


@cache
def courses(world: World) -> dict[str, Course]:
    """The course of each niche, by its name. Its words say nothing about it: another seed, another course."""
    chances = world.chances("courses")
    names = sorted((niche.name for niche in niches()), key=lambda _: chances.random())
    kinds: list[Kind] = [kind for kind, count in _NICHES_PER_KIND.items() for _ in range(count)]
    return {name: _course(kind, world.first_day, chances) for name, kind in zip(names, kinds, strict=True)}


@cache
def leads(world: World) -> dict[str, int]:
    """How many days before the market each niche is talked about: for one in three not at all before."""
    chances = world.chances("leads")
    drawn = [(niche.name, chances.random(), chances.random()) for niche in niches()]
    return {name: 2 + int(5 * how_long) if leading < 2 / 3 else 0 for name, leading, how_long in drawn}


def _course(kind: Kind, first_day: date, chances: Random) -> Course:
    def between(low: float, high: float) -> float:
        return low + (high - low) * chances.random()

    def day(low: int, high: int) -> date:
        return first_day + timedelta(days=int(between(low, high)))

    match kind:
        case "rise":
            return Rise(middle=day(70, 145), width=between(8, 15), gain=between(4, 9))
        case "fall":
            return Fall(start=day(10, 80), half_life=between(20, 35), before=between(4, 9))
        case "season":
            return Season(year_day=int(between(1, 366)), width=between(12, 22), height=between(4, 9))
        case "spike":
            return Spike(start=day(25, 170), days=int(between(1, 3)), height=between(14, 24))
        case "flat":
            return Flat()
