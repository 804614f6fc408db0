"""What a session shows of itself to a server: handshake, headers, cookies, connections."""

from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.certificates import Authority, authority
from tests.support.haste import AT_ONCE
from tests.support.web import Web, moved, page, serving
from tests.support.web2 import BODY, Web2, serving2
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Rejected
from wareloom.kit.http.client import Client
from wareloom.kit.outside import HttpSettings

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
LAPTOP = HttpSettings(allow_private=True)


@pytest.fixture
def web() -> Generator[Web]:
    with serving() as web:
        web.serves("/", page("shop"))
        yield web


@pytest.fixture
def client() -> Generator[Client]:
    client = Client(LAPTOP, manners=AT_ONCE)
    yield client
    client.close()


@pytest.fixture(scope="module")
def ours() -> Authority:
    return authority()


@pytest.fixture
def web2(ours: Authority) -> Generator[Web2]:
    with serving2(ours.server("shop.invalid")) as web:
        yield web


@pytest.fixture
def trusting(ours: Authority, tmp_path: Path) -> Generator[Client]:
    file = tmp_path / "authorities.pem"
    file.write_text(ours.certificate)
    here = Client(LAPTOP, resolve=lambda _host, _port: ["127.0.0.1"], authorities=str(file), manners=AT_ONCE)
    yield here
    here.close()


@pytest.mark.parametrize("as_visitor", [True, False])
def test_pages_of_one_host_come_over_one_connection_of_http_2(
    web2: Web2, trusting: Client, *, as_visitor: bool
) -> None:
    for number in range(5):
        answer = trusting.get(f"https://shop.invalid:{web2.port}/{number}", as_visitor=as_visitor)
        assert answer.body == BODY
    assert web2.connections == 1
    assert [asked[":path"] for asked in web2.asked] == ["/robots.txt", "/0", "/1", "/2", "/3", "/4"]


def test_a_visitor_stays_one_person(web: Web, client: Client) -> None:
    for number in range(4):
        client.get(web.serves(f"/{number}", page("x")), as_visitor=True)
    told = {
        (headers["user-agent"], headers["accept-language"], headers["accept"], headers.get("sec-ch-ua-platform"))
        for headers in (asked.headers for asked in web.asked)
    }
    assert len(told) == 1
    assert "Wareloom" not in next(iter(told))[0]


def test_what_a_visitor_says_of_its_machine_fits(web: Web) -> None:
    for _ in range(12):
        client = Client(LAPTOP, manners=AT_ONCE)
        client.get(f"{web.address}/", as_visitor=True)
        client.close()
    for headers in (asked.headers for asked in web.asked_for("/")):
        agent, platform = headers["user-agent"], headers.get("sec-ch-ua-platform")
        assert platform in {None, '"Windows"', '"macOS"'}
        assert ("Chrome/" in agent) == (platform is not None) == ("sec-ch-ua" in headers)
        assert ("Windows" in agent) == (platform == '"Windows"')
        assert "br" in headers["accept-encoding"]


def test_the_language_may_be_asked_for_and_the_rest_is_the_visitor_s(web: Web, client: Client) -> None:
    asked = {"User-Agent": "curl", "Accept-Language": "fr-FR", "X-Requested-With": "XMLHttpRequest", "Accept": "x/y"}
    client.get(f"{web.address}/", headers=asked, as_visitor=True)
    headers = web.asked_for("/")[0].headers
    assert headers["user-agent"] != "curl"
    assert headers["accept-language"] == "fr-FR"
    assert headers["x-requested-with"] == "XMLHttpRequest"


def test_a_visitor_keeps_its_cookies_and_tells_them_to_nobody_else(web: Web, client: Client) -> None:
    handed_out = page("x", headers={"Set-Cookie": "visitor=1"})
    client.get(web.serves("/in", handed_out), as_visitor=True)
    client.get(web.serves("/next", page("x")), as_visitor=True)
    assert web.asked_for("/next")[0].headers["cookie"] == "visitor=1"
    client.get(web.serves("/ours", page("x")))
    assert "cookie" not in web.asked_for("/ours")[0].headers
    with serving() as other:
        web.serves("/away", moved(f"http://localhost:{other.port}/"))
        other.serves("/", page("x"))
        client.get(f"{web.address}/away", as_visitor=True)
        assert "cookie" not in other.asked_for("/")[0].headers


def test_a_visitor_who_was_turned_away_does_not_come_back(web: Web, client: Client) -> None:
    client.get(f"{web.address}/", as_visitor=True)
    told = page("wait", status=403, headers={"Retry-After": "0", "Set-Cookie": "banned=1"})
    with pytest.raises(Blocked):
        client.get(web.serves("/wall", told), as_visitor=True)
    client.get(f"{web.address}/", as_visitor=True)
    assert "cookie" not in web.asked_for("/")[-1].headers


def test_a_path_is_asked_for_as_it_was_checked(web: Web, client: Client) -> None:
    web.serves("/robots.txt", page("User-agent: *\nDisallow: /private\n", kind="text/plain"))
    client.get(web.serves("/a/../private", page("x")))
    assert web.asked[-1].target == "/a/../private"


def test_nothing_is_sent_that_a_header_could_smuggle_in(web: Web, client: Client) -> None:
    with pytest.raises(Rejected, match="header"):
        client.get(f"{web.address}/", headers={"X-A": "1\r\nHost: other"})
    with pytest.raises(Rejected, match="header"):
        client.get(f"{web.address}/", headers={"X-A\nB": "1"})
    assert web.asked == []
    client.get(f"{web.address}/", headers={"Host": "other", "Connection": "upgrade"})
    assert web.asked_for("/")[0].headers["host"] == f"127.0.0.1:{web.port}"


def test_a_page_that_has_not_changed_is_not_brought_again(web: Web, client: Client) -> None:
    url = web.serves("/", page(status=304, headers={"ETag": '"7"'}))
    with clock.held(NOW):
        answer = client.get(url, headers={"If-None-Match": '"7"'})
    assert (answer.not_modified, answer.body, answer.fetched_at) == (True, b"", NOW)
    assert web.asked_for("/")[0].headers["if-none-match"] == '"7"'


def test_not_modified_is_no_answer_to_who_did_not_ask(web: Web, client: Client) -> None:
    with serving() as other:
        web.serves("/away", moved(other.serves("/", page(status=304))))
        for url, headers in ((f"{other.address}/", {}), (f"{web.address}/away", {"If-None-Match": '"7"'})):
            with pytest.raises(Rejected, match="304"):
                client.get(url, headers=headers)


def test_robots_txt_may_be_passed_over_by_who_answers_for_it(web: Web, client: Client) -> None:
    web.serves("/robots.txt", page("User-agent: *\nDisallow: /\n", kind="text/plain"))
    with pytest.raises(Blocked):
        client.get(f"{web.address}/")
    assert client.get(f"{web.address}/", ask_robots=False).body == b"shop"


def test_one_host_s_visitor_is_not_another_s(web: Web, client: Client) -> None:
    client.get(f"{web.address}/", as_visitor=True)
    client.get(f"http://localhost:{web.port}/", as_visitor=True)
    hosts = [asked.headers["host"].partition(":")[0] for asked in web.asked_for("/")]
    assert hosts == ["127.0.0.1", "localhost"]


def test_a_long_refusal_is_not_read_to_its_end(web: Web, client: Client) -> None:
    with pytest.raises(Blocked):
        client.get(web.serves("/", page("no" * 10_000_000, status=403)), seconds=timedelta(minutes=2).total_seconds())
