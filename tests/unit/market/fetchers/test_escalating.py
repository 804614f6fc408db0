"""When the dear way is taken, and when not."""

from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.haste import Passing
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Failure, NotFound, Rejected, Unavailable
from wareloom.kit.http.robots import Disallowed
from wareloom.kit.outside import BrowserSettings
from wareloom.market.fetchers.browser.program import find, sandboxed
from wareloom.market.fetchers.escalating import REMEMBERED_FOR, EscalatingFetcher, Walled
from wareloom.market.fetchers.registry import FETCHERS
from wareloom.market.page import Fetched, PageRequest

ASKED = PageRequest(url="https://shop.example/a")
ELSEWHERE = PageRequest(url="https://other.example/a")


class Way:
    def __init__(self, name: str) -> None:
        self.name = name
        self.fails: Failure | None = None
        self.asked = 0

    def fetch(self, request: PageRequest) -> Fetched:
        self.asked += 1
        if self.fails:
            raise self.fails
        return Fetched(url=request.url, body=self.name.encode(), content_type="", fetched_at=clock.now())


@pytest.fixture
def passing() -> Generator[Passing]:
    with Passing(datetime(2026, 6, 1, tzinfo=UTC)) as passing:
        yield passing


@pytest.fixture
def cheap() -> Way:
    return Way("cheap")


@pytest.fixture
def dear() -> Way:
    return Way("dear")


@pytest.fixture
def both(cheap: Way, dear: Way) -> EscalatingFetcher:
    return EscalatingFetcher(cheap, lambda: dear, Walled())


def test_a_wall_is_met_once_and_then_gone_round_for_a_while(
    both: EscalatingFetcher, cheap: Way, passing: Passing
) -> None:
    cheap.fails = Blocked("wall")
    assert both.fetch(ASKED).body == b"dear"
    cheap.fails = None
    assert both.fetch(ASKED).body == b"dear"
    assert both.fetch(ELSEWHERE).body == b"cheap"
    passing.pass_by(REMEMBERED_FOR - timedelta(seconds=1))
    assert both.fetch(ASKED).body == b"dear"
    passing.pass_by(timedelta(seconds=1))
    assert both.fetch(ASKED).body == b"cheap"


@pytest.mark.parametrize(
    "failure",
    [Disallowed("robots"), Unavailable("down"), NotFound("gone"), Rejected("film")],
    ids=lambda failure: type(failure).__name__,
)
def test_only_a_wall_is_worth_the_dear_way(both: EscalatingFetcher, cheap: Way, dear: Way, failure: Failure) -> None:
    cheap.fails = failure
    with pytest.raises(type(failure)):
        both.fetch(ASKED)
    cheap.fails = None
    assert both.fetch(ASKED).body == b"cheap"
    assert dear.asked == 0


def test_who_is_told_when_to_come_back_does_not_come_sooner_with_a_browser(
    both: EscalatingFetcher, cheap: Way, dear: Way
) -> None:
    cheap.fails = Blocked("busy", retry_after=timedelta(minutes=5))
    with pytest.raises(Blocked):
        both.fetch(ASKED)
    assert dear.asked == 0
    assert both.fetch(ASKED).body == b"dear"


def test_a_wall_found_in_the_page_itself_counts_too(both: EscalatingFetcher) -> None:
    assert both.fetch(ASKED).body == b"cheap"
    both.was_a_wall(ASKED)
    assert both.fetch(ASKED).body == b"dear"


def test_where_there_is_no_browser_the_wall_is_told(cheap: Way) -> None:
    only = EscalatingFetcher(cheap, lambda: None, Walled())
    cheap.fails = Blocked("wall")
    for _ in range(2):
        with pytest.raises(Blocked, match="wall"):
            only.fetch(ASKED)
    assert cheap.asked == 2


def test_a_browser_that_is_not_there_is_missed_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARELOOM_BROWSER_PROGRAM", "/nowhere/chromium")
    with pytest.raises(Rejected, match="WARELOOM_BROWSER_PROGRAM"):
        FETCHERS["browser"]()
    assert FETCHERS["escalating"]()


def test_the_browser_that_is_named_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "chromium"
    program.touch(mode=0o755)
    assert find(BrowserSettings(program=str(program))) == str(program)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find(BrowserSettings()) == str(program)
    program.unlink()
    assert find(BrowserSettings()) is None


def test_the_sandbox_is_what_the_settings_say() -> None:
    assert sandboxed(BrowserSettings(sandbox=True))
    assert not sandboxed(BrowserSettings(sandbox=False))
