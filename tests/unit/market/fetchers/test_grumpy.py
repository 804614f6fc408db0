"""A shop in every bad mood is read to the end or left alone rightly, and its log says that it was never hammered."""

from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from tests.support.grumpy import (
    SHELF,
    Grumpy,
    always,
    bomb,
    bot_wall,
    busy,
    cookie_wall,
    dislikes,
    grumpy,
    in_turn,
    shelf,
)
from tests.support.haste import Passing
from tests.support.web import Answer, chunked, dripping, moved, page, raw, silent
from wareloom.kit.errors import Blocked, Failure, Rejected, Unavailable
from wareloom.kit.http.circuit import FAILURES
from wareloom.kit.http.client import MOST_ROTATIONS, Client
from wareloom.kit.http.pace import NotYet
from wareloom.kit.outside import HttpSettings
from wareloom.market.fetchers.http import HttpFetcher
from wareloom.market.page import Edition, Fetched, PageRequest

PAUSE = 1.0
PATIENCE = 100
"""Deliveries of one message, more than any queue has."""


@pytest.fixture
def passing() -> Generator[Passing]:
    with Passing(datetime(2026, 6, 1, 12, tzinfo=UTC)) as passing:
        yield passing


@pytest.fixture
def shop(passing: Passing) -> Generator[Grumpy]:
    with grumpy(lambda: passing.now) as shop:
        yield shop


@pytest.fixture
def fetcher(passing: Passing) -> Generator[HttpFetcher]:
    client = Client(
        HttpSettings(allow_private=True),
        chance=Random(7),  # noqa: S311 - the same visitors in every run
        wait=passing.wait,
    )
    yield HttpFetcher(client)
    client.close()


def persisted(fetcher: HttpFetcher, url: str, passing: Passing) -> tuple[Fetched, list[Failure]]:
    """As a queue does: tried again when the failure says so, or after half a minute."""
    failures: list[Failure] = []
    for _ in range(PATIENCE):
        try:
            return fetcher.fetch(PageRequest(url=url)), failures
        except (Blocked, Unavailable) as failure:
            failures.append(failure)
            passing.pass_by(failure.retry_after or timedelta(seconds=30))
    raise AssertionError(f"not read in {PATIENCE} tries: {failures[-1].reason}")


def test_pages_one_after_the_other_are_read_with_a_pause_between(
    shop: Grumpy, fetcher: HttpFetcher, passing: Passing
) -> None:
    url = shop.put("/", always(shelf()))
    for _ in range(10):
        assert fetcher.fetch(PageRequest(url=url)).body.decode() == SHELF
    assert shop.gaps("/") == [PAUSE] * 9
    assert passing.waited == [PAUSE] * 9
    assert len(shop.visits("/robots.txt")) == 1


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("written", ["120", "Mon, 01 Jun 2026 12:02:00 GMT"])
def test_a_shop_that_says_when_to_come_back_sees_nobody_before(
    shop: Grumpy, fetcher: HttpFetcher, passing: Passing, status: int, written: str
) -> None:
    url = shop.put("/", in_turn(busy(written, status), shelf()))
    with pytest.raises(Failure) as refused:
        fetcher.fetch(PageRequest(url=url))
    assert refused.value.retry_after == timedelta(minutes=2)
    for _ in range(50):
        with pytest.raises(NotYet):
            fetcher.fetch(PageRequest(url=url))
    assert len(shop.visits("/")) == 1
    passing.pass_by(timedelta(minutes=2))
    assert fetcher.fetch(PageRequest(url=url)).body.decode() == SHELF
    assert shop.gaps("/") == [120]


def test_a_shop_that_is_busy_and_does_not_say_how_long_is_asked_ever_more_seldom(
    shop: Grumpy, fetcher: HttpFetcher, passing: Passing
) -> None:
    url = shop.put("/", in_turn(*[busy()] * 6, shelf()))
    fetched, _ = persisted(fetcher, url, passing)
    assert fetched.body.decode() == SHELF
    assert len(shop.visits("/")) == 7
    assert min(shop.gaps("/")) >= PAUSE


def test_a_shop_that_is_down_is_asked_a_few_times_and_then_left_alone(
    shop: Grumpy, fetcher: HttpFetcher, passing: Passing
) -> None:
    url = shop.put("/", always(busy(status=503)))
    for _ in range(60):
        with pytest.raises(Unavailable):
            fetcher.fetch(PageRequest(url=url))
        passing.pass_by(timedelta(seconds=10))
    gaps = shop.gaps("/")
    assert len(gaps) < 15  # of sixty deliveries in ten minutes
    assert min(gaps[FAILURES - 1 :]) >= 30
    shop.put("/", always(shelf()))
    assert persisted(fetcher, url, passing)[0].body.decode() == SHELF


def test_one_who_is_let_in_with_a_cookie_comes_in(shop: Grumpy, fetcher: HttpFetcher, passing: Passing) -> None:
    """The cookie of a refusal goes with the session that was refused: only a door that lets in hands out a good one."""
    door = shop.put("/door", always(page("in", headers={"Set-Cookie": "visitor=welcome"})))
    url = shop.put("/", cookie_wall())
    fetcher.fetch(PageRequest(url=door))
    assert fetcher.fetch(PageRequest(url=url)).body.decode() == SHELF
    assert shop.visits("/")[0].cookie == "visitor=welcome"
    assert passing.waited == [PAUSE]


def test_a_shop_that_takes_against_a_face_sees_another(shop: Grumpy, fetcher: HttpFetcher, passing: Passing) -> None:
    disliked: set[str] = set()
    url = shop.put("/", dislikes(disliked, but_at_most=2))
    fetched, failures = persisted(fetcher, url, passing)
    assert fetched.body.decode() == SHELF
    visits = shop.visits("/")
    assert len(disliked) == 2
    assert visits[-1].agent not in disliked
    assert min(shop.gaps("/")) >= PAUSE
    assert len(visits) <= MOST_ROTATIONS
    assert len(failures) < len(visits)  # some were tried again at once


def test_a_shop_that_takes_against_everybody_is_left_alone(
    shop: Grumpy, fetcher: HttpFetcher, passing: Passing
) -> None:
    url = shop.put("/", bot_wall())
    blocked = 0
    for _ in range(40):
        with pytest.raises((Blocked, NotYet)) as refused:
            fetcher.fetch(PageRequest(url=url))
        if isinstance(refused.value, NotYet) and "left alone" in refused.value.reason:
            break
        blocked += isinstance(refused.value, Blocked)
        passing.pass_by(refused.value.retry_after or timedelta(seconds=5))
    assert len(shop.visits("/")) == MOST_ROTATIONS
    assert 0 < blocked <= MOST_ROTATIONS
    assert min(shop.gaps("/")) >= PAUSE
    for _ in range(20):
        with pytest.raises(NotYet):
            fetcher.fetch(PageRequest(url=url))
    assert len(shop.visits("/")) == MOST_ROTATIONS


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/",
        "http://10.0.0.1/",
        "http://2130706433/",
        "file:///etc/passwd",
    ],
)
def test_a_shop_that_sends_us_into_our_own_network_is_not_followed(
    shop: Grumpy, fetcher: HttpFetcher, location: str
) -> None:
    url = shop.put("/", always(moved(location)))
    with pytest.raises(Rejected):
        fetcher.fetch(PageRequest(url=url))
    assert len(shop.visits("/")) == 1


def test_a_public_shop_that_sends_us_to_this_machine_is_not_followed(passing: Passing, shop: Grumpy) -> None:
    closed = HttpFetcher(Client(HttpSettings(), wait=passing.wait))
    for url in (shop.put("/", always(shelf())), f"http://localhost:{shop.web.port}/", "http://[::1]/"):
        with pytest.raises(Rejected, match="private network"):
            closed.fetch(PageRequest(url=url))
    assert shop.log == []


def test_a_bomb_does_not_go_off(shop: Grumpy, fetcher: HttpFetcher) -> None:
    url = shop.put("/", always(bomb()))
    with pytest.raises(Rejected, match="larger than"):
        fetcher.fetch(PageRequest(url=url))


def test_one_who_dawdles_is_left_standing(shop: Grumpy, passing: Passing) -> None:
    client = Client(HttpSettings(allow_private=True), wait=passing.wait)
    for number, answer in enumerate(
        (dripping(shop.web, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), silent(shop.web))
    ):
        url = shop.put(f"/{number}", always(answer))
        with pytest.raises(Unavailable, match="did not finish"):
            client.get(url, seconds=0.4, as_visitor=True)
        passing.pass_by(timedelta(minutes=1))


@pytest.mark.parametrize(
    "answer",
    [
        chunked(b"half a shelf", end=b"zz\r\n"),
        chunked(b"half a shelf", end=b""),
        raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\nhalf a shelf"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n\x1b\x10"),
        raw(b"\x00\x01\x02"),
    ],
)
def test_half_a_page_is_no_page(shop: Grumpy, fetcher: HttpFetcher, passing: Passing, answer: Answer) -> None:
    url = shop.put("/", in_turn(answer, shelf()))
    fetched, failures = persisted(fetcher, url, passing)
    assert fetched.body.decode() == SHELF
    assert len(failures) == 1
    assert len(shop.visits("/")) == 2


def test_what_robots_txt_forbids_is_read_only_past_it(shop: Grumpy, fetcher: HttpFetcher) -> None:
    shop.put("/robots.txt", always(page("User-agent: *\nDisallow: /\n", kind="text/plain")))
    url = shop.put("/", always(shelf()))
    with pytest.raises(Blocked, match=r"robots\.txt"):
        fetcher.fetch(PageRequest(url=url))
    assert shop.visits("/") == []
    assert fetcher.fetch(PageRequest(url=url, past_robots=True)).body.decode() == SHELF


def test_a_page_that_we_have_is_asked_for_by_its_edition(shop: Grumpy, fetcher: HttpFetcher) -> None:
    url = shop.put("/", always(page(SHELF, headers={"ETag": '"7"', "Last-Modified": "Mon, 01 Jun 2026 10:00:00 GMT"})))
    edition = fetcher.fetch(PageRequest(url=url)).edition
    assert edition == Edition(etag='"7"', last_modified="Mon, 01 Jun 2026 10:00:00 GMT")
    shop.put("/", always(page(status=304)))
    fetched = fetcher.fetch(PageRequest(url=url, known=edition))
    assert (fetched.not_modified, fetched.body, fetched.edition) == (True, b"", edition)
    headers = shop.web.asked_for("/")[-1].headers
    assert headers["if-none-match"] == '"7"'
    assert headers["if-modified-since"] == "Mon, 01 Jun 2026 10:00:00 GMT"
