"""What becomes of a niche shows in its numbers, and nowhere else."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import fmean, median

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wareloom.kit import clock
from wareloom.kit.settings import SampleSettings
from wareloom.market.fetchers.simulation import SimulationFetcher
from wareloom.market.marketplaces.sample.marketplace import SampleMarketplace
from wareloom.market.page import PageRequest, SeenOffer
from wareloom.simulation.course import Fall, Flat, Kind, Rise, Season, Spike
from wareloom.simulation.truth import courses
from wareloom.simulation.world import World

MARKET = SampleSettings()
WORLD = World.of(MARKET)
SAMPLE = SampleMarketplace()
ROOT = Path(__file__).parents[3]
HALF_A_YEAR = 180


def bodies(target: str, days: float) -> Iterator[bytes]:
    request: PageRequest | None = SAMPLE.first_page(target, None)
    with clock.held(WORLD.midnight(0) + timedelta(days=days)):
        while request:
            fetched = SimulationFetcher(MARKET).fetch(request)
            yield fetched.body
            request = SAMPLE.read(fetched.body, fetched.url).next


@cache
def rates(niche: str, days: int) -> dict[date, float]:
    """Reviews an offer of the niche got, day by day, as the history of its pages tells."""
    gained: Counter[datetime] = Counter()
    offered: Counter[datetime] = Counter()
    offers: list[SeenOffer] = [offer for body in bodies(niche, days) for offer in SAMPLE.read(body, "").offers]
    for offer in offers:
        for earlier, later in pairwise(offer.history):
            gained[earlier.seen_at] += (later.reviews_count or 0) - (earlier.reviews_count or 0)
            offered[earlier.seen_at] += 1
    return {day.date(): gained[day] / offered[day] for day in sorted(offered)}


def mean_rate(niche: str, first: int, last: int) -> float:
    return fmean(list(rates(niche, HALF_A_YEAR).values())[first:last])


def of_kind(kind: Kind) -> list[str]:
    return sorted(niche for niche, course in courses(WORLD).items() if course.kind == kind)


@pytest.mark.parametrize("niche", of_kind("rise"))
def test_a_rising_niche_ends_far_above_its_beginning(niche: str) -> None:
    assert mean_rate(niche, 138, HALF_A_YEAR) > 2.5 * mean_rate(niche, 0, 42)


@pytest.mark.parametrize("niche", of_kind("fall"))
def test_a_falling_niche_ends_far_below_its_beginning(niche: str) -> None:
    assert mean_rate(niche, 138, HALF_A_YEAR) < 0.5 * mean_rate(niche, 0, 42)


@pytest.mark.parametrize("niche", of_kind("flat"))
def test_a_flat_niche_ends_where_it_began_and_has_no_day_of_its_own(niche: str) -> None:
    assert 0.6 < mean_rate(niche, 138, HALF_A_YEAR) / mean_rate(niche, 0, 42) < 1.6
    daily = list(rates(niche, HALF_A_YEAR).values())
    assert max(daily) < 5 * median(daily)


@pytest.mark.parametrize("niche", of_kind("spike"))
def test_a_spike_stands_out_on_its_days_and_is_gone_after_them(niche: str) -> None:
    course = courses(WORLD)[niche]
    assert isinstance(course, Spike)
    spiked = {course.start + timedelta(days=day) for day in range(course.days)}
    daily = rates(niche, HALF_A_YEAR)
    usual = median(daily.values())
    assert all(daily[day] > 6 * usual for day in spiked)
    assert all(rate < 6 * usual for day, rate in daily.items() if day not in spiked)


@pytest.mark.parametrize("niche", of_kind("season"))
def test_a_season_comes_back_at_the_same_time_of_the_next_year(niche: str) -> None:
    course = courses(WORLD)[niche]
    assert isinstance(course, Season)
    daily = rates(niche, 2 * 365 + 30)
    peak = WORLD.first_day + timedelta(days=(course.year_day - WORLD.first_day.timetuple().tm_yday) % 365)
    first, second = (around(daily, peak + timedelta(days=365 * year)) for year in (0, 1))
    quiet = around(daily, peak + timedelta(days=183))
    assert first > 2 * quiet
    assert second > 2 * quiet


def around(daily: dict[date, float], middle: date) -> float:
    return fmean(rate for day, rate in daily.items() if abs((day - middle).days) <= 7)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**40), first_day=st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_every_world_has_all_kinds_and_none_runs_away(seed: int, first_day: date) -> None:
    truth = courses(World(seed, first_day, 2000))
    assert Counter(course.kind for course in truth.values()) == {
        "rise": 14, "fall": 11, "season": 12, "spike": 8, "flat": 15
    }  # fmt: skip
    for course in truth.values():
        levels = [course.level(first_day + timedelta(days=day)) for day in range(-400, 1500, 7)]
        assert 1 <= min(levels) <= max(levels) <= 24


def test_a_rise_and_a_fall_are_followed_by_a_quiet_life() -> None:
    truth = courses(WORLD)
    for niche in of_kind("rise") + of_kind("fall"):
        levels = [truth[niche].level(WORLD.first_day + timedelta(days=day)) for day in range(300, 1000)]
        assert all(abs(later / earlier - 1) < 0.01 for earlier, later in pairwise(levels)), niche
    assert {type(course) for course in truth.values()} == {Rise, Fall, Season, Spike, Flat}


def test_the_words_of_a_niche_do_not_decide_its_course() -> None:
    kinds = {
        niche: {courses(World(seed, WORLD.first_day, 60))[niche].kind for seed in range(20)} for niche in courses(WORLD)
    }
    assert all(len(seen) >= 3 for seen in kinds.values())


def test_no_page_says_what_becomes_of_a_niche() -> None:
    telling = re.compile(
        r"\b(ris(e|es|ing)|falls?|falling|season(al|s)?|spik(e|es|y)|flat|trend\w*|truth|course|level)\b"
    )
    for body in [*bodies("everything", 0.5), *bodies("everything", 30)]:
        assert not telling.findall(body.decode().casefold())
        page = orjson.loads(body)
        assert page.keys() == {"market", "as_of", "page", "pages", "next", "listings"}
        for listing in page["listings"]:
            assert listing.keys() == {
                "id", "title", "shop", "department", "tags", "attributes", "currency", "price", "rating", "reviews",
                "history", "stock", "counts"
            }  # fmt: skip
            assert listing["attributes"].keys() == {"product_type", "colour", "material"}
            assert listing["id"].isdigit()


def test_only_who_simulates_imports_the_truth() -> None:
    rooms = ROOT / "shared/wareloom"
    simulating = {rooms / place for place in ("simulation", "market/marketplaces/sample", "social/networks/sample")}
    telling = {"wareloom.simulation.truth", "wareloom.simulation.demand"}
    knowing = [
        path
        for part in ("shared", "functions", "infra_cdk")
        for path in (ROOT / part).rglob("*.py")
        if path.parent not in simulating and any(name.startswith(tuple(telling)) for name in _imported(path).split())
    ]
    assert knowing == []


def _imported(path: Path) -> str:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    return " ".join(names)


def test_the_reading_side_never_loads_the_truth() -> None:
    asked = "import sys, wareloom.market.marketplaces.sample.marketplace; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", asked],
        env={"PYTHONPATH": str(ROOT / "shared")},
        capture_output=True,
        text=True,
        check=True,
    )
    ours = [name for name in loaded.stdout.split() if ".sample." in name or ".simulation." in name]
    assert {name.rsplit(".", 1)[-1] for name in ours} == {"address", "marketplace", "niches"}


def test_a_day_begins_at_midnight_utc() -> None:
    assert WORLD.midnight(0) == datetime.combine(WORLD.first_day, time(), UTC)
    assert WORLD.day_of(WORLD.midnight(7) + timedelta(hours=6)) == 7.25
