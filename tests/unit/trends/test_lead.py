"""Which source moved first: found where one echoes the other, and not made up where none does."""

import numpy as np
import pytest

from wareloom.trends.lead import lead
from wareloom.trends.series.numbers import Floats

DAYS = 240


def restless(seed: int, days: int = DAYS) -> Floats:
    """A level that wanders, with weekdays and noise."""
    dice = np.random.default_rng(seed)
    level = np.cumsum(dice.normal(0, 0.12, days))
    return np.exp(3 + level - level.mean() + 0.2 * np.sin(np.arange(days) * 2 * np.pi / 7) + dice.normal(0, 0.05, days))


def later(values: Floats, days: int) -> Floats:
    """The same, so many days later: what was before its beginning is not known."""
    moved = np.roll(values, days)
    if days > 0:
        moved[:days] = np.nan
    elif days < 0:
        moved[days:] = np.nan
    return moved


@pytest.mark.parametrize("days", [0, 3, 9, 20, -5, -14])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_echo_is_found_with_its_distance(seed: int, days: int) -> None:
    source = restless(seed)
    noise = np.exp(np.random.default_rng(seed + 100).normal(0, 0.1, DAYS))
    found = lead(source, later(source, days) * noise)
    assert found
    assert abs(found.days - days) <= 1
    assert found.low <= days <= found.high
    assert found.high - found.low <= 6
    assert found.correlation > 0.6
    assert found.p < 0.05


def test_two_that_have_nothing_to_do_with_each_other_seldom_seem_to() -> None:
    chances = [lead(restless(seed), restless(seed + 500)) for seed in range(40)]
    assert all(chances)
    assert sum(one is not None and one.p <= 0.05 for one in chances) <= 6


def test_a_common_slope_is_no_lead() -> None:
    ramp = np.linspace(0, 2, DAYS)
    one, other = (np.exp(ramp + np.random.default_rng(seed).normal(0, 0.1, DAYS)) for seed in (1, 2))
    found = lead(one, other)
    assert found
    assert found.p > 0.05


def test_gaps_are_left_out() -> None:
    source = restless(8)
    echo = later(source, 6)
    source[50:70] = np.nan
    echo[::9] = np.nan
    found = lead(source, echo)
    assert found
    assert abs(found.days - 6) <= 1


def test_of_too_little_nothing_is_said() -> None:
    assert lead(restless(1, 50), restless(2, 50)) is None
    assert lead(np.full(DAYS, np.nan), restless(1)) is None


def test_what_never_moves_leads_nobody() -> None:
    found = lead(np.ones(DAYS), restless(1))
    assert found is None or found.p > 0.05


def test_the_same_question_has_the_same_answer() -> None:
    one, other = restless(3), later(restless(3), 4)
    assert lead(one, other) == lead(one, other)
    turned = lead(other, one)
    assert turned
    assert turned.days == -4
