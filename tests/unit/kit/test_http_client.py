"""The client against a server that answers in every way that servers do."""

from collections.abc import Generator
from datetime import UTC, datetime, timedelta

import pytest

from tests.support.haste import AT_ONCE
from tests.support.ports import free_port
from tests.support.web import Answer, Web, moved, page, serving, zipped
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Failure, NotFound, Rejected, Unavailable
from wareloom.kit.http.client import Client
from wareloom.kit.outside import HttpSettings

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
LAPTOP = HttpSettings(allow_private=True, contact="https://wareloom.test/bot")


@pytest.fixture
def web() -> Generator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def client() -> Client:
    return Client(LAPTOP, manners=AT_ONCE)


def test_a_page_is_read_as_it_was_served(web: Web, client: Client) -> None:
    url = web.serves("/a?b=c", page("héllo", headers={"X-Thing": "1"}, kind="text/html; charset=utf-8"))
    with clock.held(NOW):
        answer = client.get(url)
    assert (answer.url, answer.status, answer.body.decode()) == (url, 200, "héllo")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["x-thing"] == "1"
    assert answer.fetched_at == NOW


def test_we_say_who_we_are_and_where_to_complain(web: Web, client: Client) -> None:
    client.get(web.serves("/", page("x")), headers={"User-Agent": "Mozilla", "X-Ours": "1"}, accept=("a/b", "text/*"))
    sent = web.asked_for("/")[0].headers
    assert sent["user-agent"].startswith("Wareloom/")
    assert sent["user-agent"].endswith("(+https://wareloom.test/bot)")
    assert sent["host"] == f"127.0.0.1:{web.port}"
    assert sent["accept"] == "a/b, text/*;q=0.9"
    assert sent["accept-encoding"] == "gzip, deflate, br, zstd"
    assert sent["x-ours"] == "1"


def test_cookies_are_neither_kept_nor_sent(web: Web, client: Client) -> None:
    url = web.serves("/", page("x", headers={"Set-Cookie": "visitor=1"}))
    assert "set-cookie" not in client.get(url).headers
    client.get(url)
    assert all("cookie" not in asked.headers for asked in web.asked)


def test_proxies_of_the_environment_are_ignored(web: Web, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    assert client.get(web.serves("/", page("direct"))).body == b"direct"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        *((404, NotFound), (410, NotFound), (401, Blocked), (403, Blocked), (451, Blocked), (430, Blocked)),
        *((429, Blocked), (408, Unavailable), (425, Unavailable), (500, Unavailable), (502, Unavailable)),
        *((503, Unavailable), (520, Unavailable), (400, Rejected), (402, Rejected), (418, Rejected), (304, Rejected)),
        *((300, Rejected), (305, Rejected), (999, Rejected)),
    ],
)
def test_each_status_is_the_failure_that_says_what_to_do(
    web: Web, client: Client, status: int, kind: type[Failure]
) -> None:
    url = web.serves("/shop?key=hush", page("<h1>?</h1>", status=status))
    with pytest.raises(Failure) as failed:
        client.get(url)
    assert type(failed.value) is kind
    assert str(status) in failed.value.reason
    assert "hush" not in failed.value.reason


def test_a_challenge_page_is_a_wall_whatever_its_status(web: Web, client: Client) -> None:
    for status in (200, 403, 503):
        with pytest.raises(Blocked, match="people"):
            client.get(web.serves("/", page("wait", status=status, headers={"CF-Mitigated": "challenge"})))


@pytest.mark.parametrize(
    ("written", "wait"),
    [
        ("120", timedelta(minutes=2)),
        (" 0 ", timedelta()),
        ("Mon, 01 Jun 2026 12:05:00 GMT", timedelta(minutes=5)),
        ("Mon, 01 Jun 2026 11:00:00 GMT", timedelta()),
        ("Mon Jun  1 12:05:00 2026", timedelta(minutes=5)),
        ("99999999999999999999", timedelta(days=1)),
        ("Fri, 01 Jan 2100 00:00:00 GMT", timedelta(days=1)),
        ("-5", None),
        ("soon", None),
        ("Mon, 99 Jun 2026 12:05:00 GMT", None),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_the_wait_that_the_server_asks_for_is_passed_on(
    web: Web, client: Client, status: int, written: str, wait: timedelta | None
) -> None:
    url = web.serves("/", page(status=status, headers={"Retry-After": written}))
    with clock.held(NOW), pytest.raises(Failure) as failed:
        client.get(url)
    assert failed.value.retry_after == wait


def test_redirects_are_followed_to_the_end(web: Web, client: Client) -> None:
    end = web.serves("/end?x=1", page("there"))
    web.serves("/2", moved("end?x=1", status=307))
    answer = client.get(web.serves("/1", moved("/2", status=301)))
    assert (answer.url, answer.body) == (end, b"there")


def test_five_redirects_are_followed_and_six_are_not(web: Web, client: Client) -> None:
    web.serves("/0", page("there"))
    for hop in range(1, 7):
        web.serves(f"/{hop}", moved(f"/{hop - 1}"))
    assert client.get(f"{web.address}/5").body == b"there"
    with pytest.raises(Rejected, match="more than 5 times"):
        client.get(f"{web.address}/6")


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("http://10.0.0.1/", "private network"),
        ("http://[::ffff:127.0.0.1]/", "private network"),
        ("http://2130706433/", "redirects to an address"),
        ("file:///etc/passwd", "redirects to an address"),
        ("http://a:b@127.0.0.1/", "redirects to an address"),
        ("http://shop.example\\@x/", "redirects to an address"),
        ("", "without saying where"),
    ],
)
def test_every_hop_is_checked(web: Web, client: Client, location: str, why: str) -> None:
    with pytest.raises(Rejected, match=why):
        client.get(web.serves("/", moved(location)))


def test_a_redirect_without_a_location_is_rejected(web: Web, client: Client) -> None:
    with pytest.raises(Rejected, match="without saying where"):
        client.get(web.serves("/", page(status=302)))


def test_headers_meant_for_one_server_are_not_told_to_another(web: Web, client: Client) -> None:
    with serving() as other:
        web.serves("/", moved(other.serves("/there", page("x"))))
        client.get(f"{web.address}/", headers={"X-Secret": "hush"})
        assert web.asked_for("/")[0].headers["x-secret"] == "hush"
        assert "x-secret" not in other.asked_for("/there")[0].headers
        assert other.asked_for("/there")[0].headers["host"] == f"127.0.0.1:{other.port}"


def test_loopback_is_closed_unless_the_settings_open_it(web: Web) -> None:
    with pytest.raises(Rejected, match="private network"):
        Client(HttpSettings()).get(web.serves("/", page("x")))
    assert web.asked == []


def test_a_type_that_was_not_asked_for_is_not_read(web: Web, client: Client) -> None:
    url = web.serves("/", page("GIF89a", kind="image/gif"))
    with pytest.raises(Rejected, match="image/gif, not a page"):
        client.get(url, accept=("application/json", "text/*"))
    assert client.get(url, accept=("image/*",)).body == b"GIF89a"


def test_a_server_that_does_not_name_the_type_is_believed(web: Web, client: Client) -> None:
    assert client.get(web.serves("/", page("{}", kind="")), accept=("application/json",)).body == b"{}"


def test_a_host_that_nobody_listens_at_is_unavailable(client: Client) -> None:
    with pytest.raises(Unavailable, match="cannot be reached"):
        client.get(f"http://127.0.0.1:{free_port()}/?key=hush")


@pytest.mark.parametrize("answer", [page(b"x" * 5001), zipped(b"x" * 5001)])
def test_a_body_over_the_limit_is_rejected(web: Web, client: Client, answer: Answer) -> None:
    with pytest.raises(Rejected, match=r"larger than the 0\.005 MB"):
        client.get(web.serves("/", answer), most_bytes=5000)


@pytest.mark.parametrize("answer", [page(b"x" * 5000), zipped(b"x" * 5000)])
def test_a_body_at_the_limit_is_read(web: Web, client: Client, answer: Answer) -> None:
    assert client.get(web.serves("/", answer), most_bytes=5000).body == b"x" * 5000
