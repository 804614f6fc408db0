"""What is said of a trend when thousands are looked at."""

from dataclasses import replace

import numpy as np
import pytest

from tests.unit.trends.series.made import DAY, around, every
from wareloom.trends.outlook.standing import MOST_FALSE, among_many, claim, standing, tempered
from wareloom.trends.series.score import Scored, score

RAMP = 0.01 * np.arange(120.0)


@pytest.fixture(scope="module")
def rises() -> Scored:
    (found,) = score([every(DAY, around(RAMP, 120, 3))])
    assert found.label == "rising"
    return found


def test_what_is_surely_no_chance_is_said_as_it_is(rises: Scored) -> None:
    assert standing(claim(rises), 0.01) == ("rising", rises.why)
    assert standing(claim(rises), MOST_FALSE) == ("rising", rises.why)


def test_what_many_would_seem_to_do_by_chance_is_not_said(rises: Scored) -> None:
    label, why = standing(claim(rises), 0.4)
    assert label == "steady"
    assert why.startswith("It looks rising, but of all trends that look so surely 40%")
    assert why.endswith(rises.why)


def test_what_stands_out_by_itself_needs_no_such_doubt(rises: Scored) -> None:
    assert standing(claim(replace(rises, label="emerging", p=0.6)), 0.9).label == "emerging"
    assert standing(claim(replace(rises, label="spike")), 0.9).label == "spike"
    assert standing(claim(replace(rises, label="insufficient data", p=None)), None).label == "insufficient data"


def test_on_a_market_where_nothing_moves_hardly_any_trend_is_said_to() -> None:
    """Sixty still niches, ten times: the share of markets in which one is said to move is that of false discoveries."""
    wrong = 0
    for market in range(10):
        told = score([every(DAY, around(0, 120, 100 * market + one), str(one)) for one in range(60)])
        q = among_many([each.p for each in told])
        said = [standing(claim(each), sure).label for each, sure in zip(told, q, strict=True)]
        wrong += any(label in {"rising", "declining", "emerging"} for label in said)
    assert wrong <= 1


def test_what_was_not_tested_is_nobodys_company() -> None:
    assert among_many([0.001, None, 0.5]) == [pytest.approx(2 * tempered(0.001)), None, 0.5]


def test_a_p_is_worth_less_the_smaller_it_is_and_never_changes_its_rank() -> None:
    p = np.geomspace(1e-9, 1, 200)
    worth = np.array([tempered(float(one)) for one in p])
    assert (np.diff(worth) > 0).all()
    assert (worth[p < 0.2] > p[p < 0.2]).all()
    assert (worth[p >= 0.2] == p[p >= 0.2]).all()
    assert 2 < tempered(0.001) / 0.001 < 5
