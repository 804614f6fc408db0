"""How the client behaves on other people's servers: what they forbid, how often it asks, whom it believes."""

from collections.abc import Generator
from datetime import UTC, datetime, timedelta

import pytest

from tests.support.certificates import Authority, authority
from tests.support.haste import AT_ONCE
from tests.support.web import Answer, Web, moved, page, raw, serving
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Rejected, Unavailable
from wareloom.kit.http.client import Client
from wareloom.kit.http.conduct import Manners
from wareloom.kit.http.pace import Pace
from wareloom.kit.outside import HttpSettings

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
LAPTOP = HttpSettings(allow_private=True)


@pytest.fixture
def web() -> Generator[Web]:
    with serving() as web:
        web.serves("/", page("shop"))
        yield web


@pytest.fixture
def client() -> Client:
    return Client(LAPTOP, manners=AT_ONCE)


def rules(text: str, status: int = 200) -> Answer:
    return page(text, status=status, kind="text/plain")


def test_what_robots_txt_forbids_is_not_asked_for(web: Web, client: Client) -> None:
    web.serves("/robots.txt", rules("\ufeffUser-agent: *\nDisallow: /private\nAllow: /\n"))
    assert client.get(f"{web.address}/").body == b"shop"
    with pytest.raises(Blocked, match=r"robots\.txt"):
        client.get(web.serves("/private/list?page=1", page("x")))
    assert web.asked_for("/private/list?page=1") == []


def test_rules_for_us_by_name_count_before_those_for_everybody(web: Web, client: Client) -> None:
    web.serves("/robots.txt", rules("User-agent: wareloom\nDisallow: /\n\nUser-agent: *\nAllow: /\n"))
    with pytest.raises(Blocked):
        client.get(f"{web.address}/")


def test_a_redirect_to_a_forbidden_page_is_not_followed(web: Web, client: Client) -> None:
    web.serves("/robots.txt", rules("User-agent: *\nDisallow: /private\n"))
    web.serves("/private", page("x"))
    with pytest.raises(Blocked):
        client.get(web.serves("/open", moved("/private")))
    assert web.asked_for("/private") == []


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_host_without_rules_forbids_nothing(web: Web, client: Client, status: int) -> None:
    web.serves("/robots.txt", rules("User-agent: *\nDisallow: /\n", status=status))
    assert client.get(f"{web.address}/").body == b"shop"


@pytest.mark.parametrize("answer", [rules("", 500), rules("", 503), raw(b""), rules("", 304)])
def test_while_the_rules_cannot_be_read_nothing_is(web: Web, client: Client, answer: Answer) -> None:
    web.serves("/robots.txt", answer)
    with pytest.raises((Unavailable, Rejected), match=r"What 127\.0\.0\.1 allows cannot be read"):
        client.get(f"{web.address}/")
    assert web.asked_for("/") == []
    web.serves("/robots.txt", rules(""))
    assert client.get(f"{web.address}/").body == b"shop"


def test_a_host_too_busy_to_say_its_rules_says_how_long_to_wait(web: Web, client: Client) -> None:
    web.serves("/robots.txt", page(status=429, headers={"Retry-After": "60"}))
    with pytest.raises(Blocked) as failed:
        client.get(f"{web.address}/")
    assert failed.value.retry_after == timedelta(minutes=1)


def test_rules_that_redirect_into_a_private_network_are_not_read(web: Web, client: Client) -> None:
    web.serves("/robots.txt", moved("http://169.254.169.254/"))
    with pytest.raises(Rejected, match="private network"):
        client.get(f"{web.address}/")


def test_rules_are_asked_for_once_until_they_are_old(web: Web, client: Client) -> None:
    with clock.held(NOW):
        client.get(f"{web.address}/")
    with clock.held(NOW + timedelta(minutes=59)):
        client.get(f"{web.address}/")
    assert len(web.asked_for("/robots.txt")) == 1
    with clock.held(NOW + timedelta(minutes=61)):
        client.get(f"{web.address}/")
    assert len(web.asked_for("/robots.txt")) == 2


@pytest.mark.parametrize(
    ("written", "pause"),
    [("10", 10), ("0.5", 2), ("99999", 900), ("inf", 2), ("nan", 2), ("-4", 2), ("soon", 2)],
)
def test_the_pause_is_the_longer_of_ours_and_the_one_they_ask_for(web: Web, written: str, pause: int) -> None:
    web.serves("/robots.txt", rules(f"User-agent: *\nCrawl-delay: {written}\n"))
    answer = Client(LAPTOP, manners=Manners(pause=timedelta(seconds=2))).get(f"{web.address}/")
    assert answer.pause == timedelta(seconds=pause)


def test_a_host_asked_a_moment_ago_is_left_alone(web: Web) -> None:
    client = Client(LAPTOP, manners=Manners(pause=timedelta(seconds=30)))
    with clock.held(NOW):
        client.get(f"{web.address}/")
    with clock.held(NOW + timedelta(seconds=10)), pytest.raises(Unavailable, match="pause") as failed:
        client.get(f"{web.address}/")
    assert failed.value.retry_after == timedelta(seconds=20)
    assert len(web.asked_for("/")) == 1
    with clock.held(NOW + timedelta(seconds=30)):
        client.get(f"{web.address}/")


def test_a_short_pause_is_waited_out_and_a_long_one_is_the_queue_s() -> None:
    waited: list[float] = []
    pace = Pace(waited.append)
    with clock.held(NOW):
        pace.rest("shop.example", timedelta(seconds=2))
        with pace.turn("shop.example", timedelta(seconds=20)), pace.turn("other.example", timedelta(seconds=20)):
            pass
        with pytest.raises(Unavailable), pace.turn("shop.example", timedelta(seconds=1)):
            pass
        pace.rest("shop.example", timedelta(seconds=4))
        with pytest.raises(Unavailable), pace.turn("shop.example", timedelta(seconds=20)):
            pass
    assert waited == [2]


def test_a_host_that_asked_for_a_rest_gets_it(web: Web, client: Client) -> None:
    url = web.serves("/", page(status=429, headers={"Retry-After": "600"}))
    with clock.held(NOW), pytest.raises(Blocked):
        client.get(url)
    with clock.held(NOW + timedelta(minutes=9)), pytest.raises(Unavailable, match="pause"):
        client.get(url)
    assert len(web.asked_for("/")) == 1


def test_one_host_s_pause_is_not_another_s(web: Web) -> None:
    client = Client(LAPTOP, manners=Manners(pause=timedelta(seconds=30)))
    client.get(f"{web.address}/")
    with serving() as other:
        assert client.get(other.serves("/", page("other"))).body == b"other"


def test_the_connection_goes_to_the_address_that_was_checked(web: Web) -> None:
    # Only our own look-up knows this name: a second one, by anybody, would fail.
    client = Client(LAPTOP, resolve=lambda _host, _port: ["127.0.0.1"], manners=AT_ONCE)
    assert client.get(f"http://shop.invalid:{web.port}/").body == b"shop"
    assert web.asked_for("/")[0].headers["host"] == f"shop.invalid:{web.port}"


def test_a_name_that_changes_its_mind_between_two_requests_is_checked_again(web: Web) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["169.254.169.254"]])
    client = Client(LAPTOP, resolve=lambda _host, _port: next(answers), manners=AT_ONCE)
    assert client.get(f"http://shop.invalid:{web.port}/").body == b"shop"
    with pytest.raises(Rejected, match="private network"):
        client.get(f"http://shop.invalid:{web.port}/")
    assert len(web.asked_for("/")) == 1


def test_a_name_is_never_taken_for_where_it_led_before(web: Web) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["127.0.0.2"]])
    client = Client(LAPTOP, resolve=lambda _host, _port: next(answers), manners=AT_ONCE)
    assert client.get(f"http://shop.invalid:{web.port}/").body == b"shop"
    with pytest.raises(Unavailable, match="cannot be reached"):  # nobody listens there
        client.get(f"http://shop.invalid:{web.port}/")


def test_when_one_address_does_not_answer_the_next_is_tried(web: Web) -> None:
    client = Client(LAPTOP, resolve=lambda _host, _port: ["::1", "127.0.0.1"], manners=AT_ONCE)
    assert client.get(f"http://shop.invalid:{web.port}/").body == b"shop"


@pytest.fixture(scope="module")
def ours() -> Authority:
    return authority()


@pytest.fixture(scope="module")
def believed(ours: Authority, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("believed") / "authorities.pem"
    file.write_text(ours.certificate)
    return str(file)


def test_the_certificate_must_be_the_name_s(ours: Authority, believed: str) -> None:
    with serving(tls=ours.server("shop.invalid")) as web:
        web.serves("/", page("secret shop"))
        client = Client(LAPTOP, resolve=lambda _host, _port: ["127.0.0.1"], authorities=believed, manners=AT_ONCE)
        assert client.get(f"https://shop.invalid:{web.port}/").body == b"secret shop"
        with pytest.raises(Unavailable, match="could not prove"):
            client.get(f"https://other.invalid:{web.port}/")
        with pytest.raises(Unavailable, match="could not prove"):
            Client(LAPTOP, resolve=lambda _host, _port: ["127.0.0.1"]).get(f"https://shop.invalid:{web.port}/")


def test_https_does_not_lead_to_http(ours: Authority, believed: str, web: Web) -> None:
    with serving(tls=ours.server("shop.invalid")) as safe:
        safe.serves("/", moved(f"{web.address}/"))
        client = Client(LAPTOP, resolve=lambda _host, _port: ["127.0.0.1"], authorities=believed)
        with pytest.raises(Rejected, match="plain http"):
            client.get(f"https://shop.invalid:{safe.port}/")
    assert web.asked == []
