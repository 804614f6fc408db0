"""Weeks in which nothing happens: how often the rules speak all the same. The decision document tells these figures."""

from collections.abc import Iterator
from datetime import timedelta
from math import pi, sin
from typing import cast

import numpy as np
import pytest

from tests.support.factories import at
from wareloom.alerts.decide import Standing, decide
from wareloom.alerts.judge import judge
from wareloom.alerts.rule import DEFAULTS, Kind
from wareloom.alerts.tally import Tally, Watched, total

START, HOUR, DAY = at("2026-01-01T00:00"), timedelta(hours=1), 24
SUBJECTS, DAYS, KNOWN = 10, 100, 28
MIX = np.array([0.05, 0.02, 0.03, 0.25, 0.08, 0.12, 0.45])


def hours(seed: int, a_day: float, negative: float) -> list[Tally]:
    """A subject's hours: more by day than by night, more at weekends, each post for itself."""
    random = np.random.default_rng(seed)
    found = list[Tally]()
    for number in range((DAYS + KNOWN + 1) * DAY):
        by_day = 1 + 0.8 * sin(2 * pi * (number % DAY) / DAY)
        weekend = 1.5 if number // DAY % 7 in (5, 6) else 1.0
        posts = int(random.poisson(a_day / DAY * by_day * weekend))
        felt = tuple(int(count) for count in cast("list[int]", random.multinomial(posts, MIX).tolist()))
        found.append(Tally(posts, int(random.binomial(posts, negative)), posts, felt))
    return found


def openings(kind: Kind, said: list[Tally]) -> Iterator[int]:
    """Held against every hour's end, as the watch does it when it counts most."""
    rule, last = DEFAULTS[kind], None
    window = rule.window_hours
    sums = [total(said[max(0, end - window + 1) : end + 1]) for end in range(len(said))]
    for end in range((KNOWN + 1) * DAY, len(said)):
        before = tuple(sums[end - day * DAY] for day in range(1, KNOWN + 1))
        move = decide(judge(Watched(sums[end], before), rule), last, rule, START + end * HOUR)
        if move == "open":
            yield end
            last = Standing(None, None)
        elif move == "close":
            last = Standing(START + end * HOUR, START + end * HOUR)


def false_alarms(kind: Kind, *, a_day: float, negative: float = 0.3) -> int:
    return sum(len(list(openings(kind, hours(seed, a_day, negative)))) for seed in range(SUBJECTS))


@pytest.mark.parametrize("a_day", [40, 200, 1000])
@pytest.mark.parametrize("kind", sorted(DEFAULTS))
def test_in_a_thousand_days_of_noise_there_is_at_most_one_false_alarm(kind: Kind, a_day: float) -> None:
    assert SUBJECTS * DAYS == 1000
    assert false_alarms(kind, a_day=a_day) <= 1


def test_even_at_the_threshold_itself_chance_seldom_opens_an_alert() -> None:
    """As many negative as not is the worst that may be without being over: there chance has it easiest."""
    assert false_alarms("negative", a_day=200, negative=0.5) <= 10


def test_what_is_planted_is_found() -> None:
    said = hours(1, 200, 0.3)
    at_noon = (KNOWN + 50) * DAY + 12
    for number in range(at_noon, at_noon + 12):
        said[number] = Tally(120, 100, 120, (90, 0, 0, 10, 0, 10, 10))
    for kind in DEFAULTS:
        (opened,) = openings(kind, said)
        assert at_noon <= opened <= at_noon + 6, kind
