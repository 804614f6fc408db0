"""What rises, comes back and spikes on the sample market, whose truth is hidden: found by the score that knows time, by
the classic score, and by comparing a week with the one before.

The classic score says nothing of time; it is given the number of those that are looked for, and names as many of its
best. Twenty seeds; the first half year for what rises and spikes, two years for what comes back.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from statistics import fmean

import numpy as np

from tests.bench.figures import Figure
from wareloom.kit.settings import SampleSettings
from wareloom.market.marketplaces.sample.life import life
from wareloom.market.marketplaces.sample.listing import listing
from wareloom.market.marketplaces.sample.shelf import listed
from wareloom.simulation.truth import courses
from wareloom.simulation.world import World
from wareloom.trends.outlook.standing import among_many, claim, comes_back, standing
from wareloom.trends.series.numbers import Floats
from wareloom.trends.series.score import Scored, score
from wareloom.trends.series.series import Series
from wareloom.trends.series.step import DAY, Step

SEEDS = 20
HALF_A_YEAR, TWO_YEARS = 120, 760
_WEEK, _FOUR_WEEKS, _SEEN = 7, 28, 90
_GROWN = 1.15


@dataclass(frozen=True)
class Seen:
    """One niche as the market showed it, and what it was scored."""

    name: str
    rates: Floats
    classic: float
    scored: Scored
    q: float | None
    """Among all of its market."""


Says = Callable[[Seen], bool]


def figures() -> Iterator[Figure]:
    found: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    for seed in range(1, SEEDS + 1):
        for what, day in (("rising", HALF_A_YEAR), ("spike", HALF_A_YEAR), ("seasonal", TWO_YEARS)):
            world = replace(World.of(SampleSettings()), seed=seed)
            market, wanted = market_of(world, day), _wanted(world, what, day)
            for who, named in _named(market, what, len(wanted)).items():
                hits = len(named & wanted)
                found.setdefault((what, who), []).append((hits, len(named), len(wanted)))
    for (what, who), counts in found.items():
        hits, named, wanted = (sum(column) for column in zip(*counts, strict=True))
        for of, total in (("precision", named), ("recall", wanted)):
            yield Figure(f"“{what}” by {who}, {of}", hits / total if total else 0.0, "", f"{SEEDS} hidden truths")


def market_of(world: World, day: int) -> list[Seen]:
    gained: dict[str, Floats] = {}
    counted: dict[str, Floats] = {}
    numbers: dict[str, list[tuple[float, float, float]]] = {}
    for place in listed(world, float(day)):
        known = life(world, place, listing(world, place), float(day))
        days = np.array([each for each, _shown in known.midnights])
        reviews = np.array([shown.reviews for _each, shown in known.midnights], dtype=np.float64)
        name = place.niche.name
        gained.setdefault(name, np.zeros(day))[days[:-1]] += np.diff(reviews)
        counted.setdefault(name, np.zeros(day))[days[:-1]] += 1
        numbers.setdefault(name, []).append((known.now.reviews, known.now.rating or 0.0, float(known.now.price)))
    names = sorted(gained)
    rates = {name: np.where(counted[name] > 0, gained[name] / np.maximum(counted[name], 1), np.nan) for name in names}
    last = np.datetime64(world.first_day + timedelta(days=day - 1), "s")
    told = score([Series(name, Step(seconds=DAY), last, rates[name], "%Y-%m-%d") for name in names])
    sure = among_many([one.p for one in told])
    return [
        Seen(name, rates[name], _classic(numbers[name]), one, q) for name, one, q in zip(names, told, sure, strict=True)
    ]


def _classic(offers: Sequence[tuple[float, float, float]]) -> float:
    reviews, rating, price = (fmean(column) for column in zip(*offers, strict=True))
    parts = (reviews / 10 + rating * 5, rating * 20 + 10, 100 - min(len(offers), 100), price + rating * 10)
    return fmean(min(max(part, 0.0), 100.0) for part in parts)


def _wanted(world: World, what: str, day: int) -> set[str]:
    today = world.first_day + timedelta(days=day)
    known = courses(world)
    if what == "seasonal":
        return {name for name, course in known.items() if course.kind == "season"}
    if what == "spike":
        seen = [today - timedelta(days=back) for back in range(1, _SEEN)]
        return {name for name, one in known.items() if one.kind == "spike" and any(one.level(on) > 1 for on in seen)}
    before = today - timedelta(days=_FOUR_WEEKS + 1)
    return {name for name, one in known.items() if one.level(today - timedelta(days=1)) >= _GROWN * one.level(before)}


def _named(market: Sequence[Seen], what: str, wanted: int) -> dict[str, set[str]]:
    best = sorted(market, key=lambda one: (-one.classic, one.name))[:wanted]
    return {
        "the score that knows time": {one.name for one in market if _OUTLOOK[what](one)},
        "the classic score": {one.name for one in best},
        "week over week": {one.name for one in market if _WEEK_OVER_WEEK[what](one)},
    }


def _rises(one: Seen) -> bool:
    return standing(claim(one.scored), one.q).label in {"rising", "emerging"}


def _weeks(one: Seen) -> Floats:
    count = len(one.rates) // _WEEK
    return np.nansum(one.rates[len(one.rates) - count * _WEEK :].reshape(count, _WEEK), axis=1)


def _grew(weeks: Floats, back: int) -> bool:
    return bool(weeks[-1 - back] > 1.1 * weeks[-2 - back])


_OUTLOOK: dict[str, Says] = {
    "rising": _rises,
    "spike": lambda one: one.scored.label == "spike",
    "seasonal": lambda one: comes_back(one.scored),
}
_WEEK_OVER_WEEK: dict[str, Says] = {
    "rising": lambda one: _grew(_weeks(one), 0),
    "spike": lambda one: any(_weeks(one)[-1 - back] > 2 * _weeks(one)[-2 - back] for back in range(_SEEN // _WEEK)),
    "seasonal": lambda one: _grew(_weeks(one), 0) and _grew(_weeks(one), 52),
}
