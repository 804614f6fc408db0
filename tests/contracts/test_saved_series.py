"""Series of the world outside: search interest, marketplaces' and machines' numbers, what people post about shares.

Forecasts are judged as they would be by who has to live with them: a past is cut off, and what came is compared.
"""

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from tests.support.real_data import DATA
from wareloom.trends.series.forecasting.forecast import forecasts
from wareloom.trends.series.forecasting.naive import seasonal_naive
from wareloom.trends.series.numbers import Floats, known
from wareloom.trends.series.score import Scored, score
from wareloom.trends.series.series import Series, series_of

SERIES = DATA / "series"
HELD_OUT = 12
_BEGINNING = datetime.fromisoformat("2015-10-05")

pytestmark = pytest.mark.real_data("series/google_trends/*.csv", "series/m4/*.gz", "series/tweet_volume/*.gz")


def rows(path: Path) -> list[list[str]]:
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.reader(io.StringIO(text.decode(), newline="")))


def value(cell: str) -> float:
    """−1 is a gap."""
    return float(cell) if cell not in {"", "-1", "-1.0"} else float("nan")


@cache
def fashion() -> dict[str, Floats]:
    """By the week."""
    header, *weeks = rows(SERIES / "google_trends" / "visuelle_fashion_half.csv")
    return {term: np.array([value(week[at]) for week in weeks]) for at, term in enumerate(header) if at}


@cache
def searched() -> dict[str, list[tuple[datetime, float | None]]]:
    """By the month."""
    header, *months = [row for row in rows(SERIES / "google_trends" / "diet_gym_finance_2004_2020.csv") if len(row) > 3]
    return {
        term.partition(":")[0]: [(datetime.fromisoformat(f"{row[0]}-01"), float(row[at])) for row in months]
        for at, term in enumerate(header)
        if at
    }


def m4(name: str) -> list[Floats]:
    """Every third of them, the part to be foretold at its end."""
    past, later = (
        {row[0]: row[1:] for row in rows(SERIES / "m4" / f"{name}-{part}.csv.gz")} for part in ("train", "test")
    )
    whole = [[*cells, *later.get(key, [])] for key, cells in past.items() if key.startswith(name[0])]
    return [np.array([float(cell) for cell in cells if cell]) for cells in whole[::3]]


def tweets(minutes: int) -> list[Floats]:
    files = sorted((SERIES / "tweet_volume").glob("*.gz"))
    each = [np.array([float(row[1]) for row in rows(file)[1:]]) for file in files]
    together = minutes // 5
    return [one[len(one) % together :].reshape(-1, together).sum(axis=1) for one in each]


class Judged(NamedTuple):
    mase: float
    naive_mase: float
    coverage: float


def judged(pasts: list[Floats], periods: tuple[int, ...], cuts: range) -> Iterator[Judged]:
    season = min(periods)
    for cut in cuts:
        ends = [len(past) - HELD_OUT - cut for past in pasts]
        told = forecasts([past[:end] for past, end in zip(pasts, ends, strict=True)], periods)
        for past, end, ahead in zip(pasts, ends, told, strict=True):
            came, before = past[end : end + HELD_OUT], past[:end]
            moved = np.abs(before[season:] - before[:-season])
            scale = float(moved[known(moved)].mean())
            if ahead is None or not scale or not known(came).any():
                continue
            naive = seasonal_naive(before[None], season, HELD_OUT)[0]
            inside = (ahead.lower <= came) & (came <= ahead.upper)
            yield Judged(_off(ahead.mean, came) / scale, _off(naive, came) / scale, float(inside[known(came)].mean()))


def _off(said: Floats, came: Floats) -> float:
    off = np.abs(said - came)
    return float(off[known(off)].mean())


class Sample(NamedTuple):
    pasts: Callable[[], list[Floats]]
    periods: tuple[int, ...]
    cuts: range


SAMPLES = {
    "fashion by the week": Sample(lambda: list(fashion().values()), (52,), range(0, 61, 12)),
    "searches by the month": Sample(
        lambda: [np.array([value or 0.0 for _, value in one]) for one in searched().values()], (12,), range(0, 97, 6)
    ),
    "M4 by the week": Sample(lambda: m4("Weekly"), (52,), range(1, 50, 24)),
    "M4 by the hour": Sample(lambda: m4("Hourly"), (168, 24), range(0, 61, 12)),
    "tweets by the hour": Sample(lambda: tweets(60), (168, 24), range(0, 160, 13)),
    "tweets by the day": Sample(lambda: tweets(1440), (7,), range(12)),
}


@cache
def verdict(name: str) -> Judged:
    sample = SAMPLES[name]
    return Judged(*(float(one) for one in np.mean(list(judged(sample.pasts(), sample.periods, sample.cuts)), axis=0)))


@pytest.mark.parametrize("name", SAMPLES)
def test_forecasts_err_less_than_seasonal_naive_does(name: str) -> None:
    found = verdict(name)
    assert found.mase < 1
    assert found.mase < 0.95 * found.naive_mase


def test_four_fifths_of_what_came_lie_in_the_intervals() -> None:
    found = {name: verdict(name).coverage for name in SAMPLES}
    assert 0.75 <= np.mean(list(found.values())) <= 0.85
    assert all(0.75 <= coverage <= 0.85 for name, coverage in found.items() if name != "tweets by the day"), found
    assert 0.75 <= found["tweets by the day"] <= 0.92, "five series of two months are too few to say more"


def until(term: str, month: str) -> Scored:
    """What would have been said at the end of that month."""
    end = datetime.fromisoformat(f"{month}-01")
    return score([series_of(term, [(when, told) for when, told in searched()[term] if when <= end])])[0]


@pytest.mark.parametrize(
    ("term", "month", "labels"),
    [
        ("diet", "2010-12", {"seasonal"}),
        ("diet", "2019-12", {"seasonal"}),
        ("diet", "2020-04", {"declining"}),
        ("gym", "2015-12", {"rising"}),
        ("gym", "2019-12", {"rising"}),
        ("gym", "2020-04", {"declining"}),
        ("finance", "2008-10", {"spike"}),
        ("finance", "2020-03", {"spike"}),
        ("finance", "2020-05", {"spike", "rising"}),
        ("finance", "2019-12", {"steady"}),
    ],
)
def test_known_events_have_their_labels(term: str, month: str, labels: set[str]) -> None:
    assert until(term, month).label in labels


def test_known_spikes_are_told_in_their_windows() -> None:
    known_events = json.loads((SERIES / "google_trends" / "known_events.json").read_text(encoding="utf-8"))
    told = known_events["series"]["diet_gym_finance_2004_2020.csv"]
    for term, events in told.items():
        for event in events:
            if event["kind"] == "spike":
                assert until(term, event["at"]).evidence.bursts_up[-1] == 0, (term, event)


@pytest.mark.parametrize("term", ["diet", "gym"])
def test_known_seasons_peak_when_they_do(term: str) -> None:
    year = until(term, "2019-12").evidence.flow.year
    assert year is not None
    assert year.found
    assert year.peak == 11, "January, seen from December"


def test_coats_are_worn_in_winter() -> None:
    coat = score([_weekly("long coat", fashion()["long coat"])])[0]
    year = coat.evidence.flow.year
    assert year is not None
    assert coat.label == "seasonal"
    assert year.strength > 0.9


def _weekly(term: str, values: Floats) -> Series:
    dates = [_BEGINNING + timedelta(weeks=at) for at in range(len(values))]
    return series_of(term, list(zip(dates, values.tolist(), strict=True)))
