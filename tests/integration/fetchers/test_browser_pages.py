"""What a real browser brings, and how it behaves."""

from datetime import timedelta

import pytest

from tests.support.grumpy import SHELF, Grumpy, always, bot_wall, busy, in_turn, shelf
from tests.support.haste import AT_ONCE
from tests.support.tunnel import tunnel
from tests.support.web import Answer, moved, page
from wareloom.kit.errors import Blocked, NotFound, Rejected, Unavailable
from wareloom.kit.http.client import Client
from wareloom.kit.http.proxies import Proxy, Ways
from wareloom.kit.outside import HttpSettings
from wareloom.market.fetchers.browser.chromium import Chromium
from wareloom.market.fetchers.browser.fetcher import BrowserFetcher
from wareloom.market.fetchers.escalating import CHEAP_VISITORS, EscalatingFetcher, Walled
from wareloom.market.fetchers.http import HttpFetcher
from wareloom.market.page import PageRequest

LAPTOP = HttpSettings(allow_private=True)


def brought(fetcher: BrowserFetcher, url: str) -> str:
    return fetcher.fetch(PageRequest(url=url)).body.decode()


def test_a_page_is_brought_as_its_scripts_leave_it(shop: Grumpy, fetcher: BrowserFetcher) -> None:
    shop.put("/offers.json", always(page('{"title": "A mug"}', kind="application/json")))
    script = "fetch('/offers.json').then(r => r.json()).then(o => document.body.append(o.title))"
    url = shop.put("/", always(page(f"<body><script>{script}</script></body>")))
    fetched = fetcher.fetch(PageRequest(url=url))
    assert "A mug</body>" in fetched.body.decode()
    assert (fetched.url, fetched.content_type) == (url, "text/html; charset=utf-8")


def test_what_is_no_web_page_is_brought_as_it_is(shop: Grumpy, fetcher: BrowserFetcher) -> None:
    url = shop.put("/", always(page('{"products": []}', kind="application/json")))
    assert brought(fetcher, url) == '{"products": []}'


def test_films_and_fonts_are_not_asked_for(shop: Grumpy, fetcher: BrowserFetcher) -> None:
    for name in ("/film.mp4", "/font.woff2", "/picture.png"):
        shop.put(name, always(page(b"x")))
    style = "<style>@font-face { font-family: f; src: url(/font.woff2) } body { font-family: f }</style>"
    url = shop.put("/", always(page(f"{style}<video src=/film.mp4 autoplay></video><img src=/picture.png>words")))
    brought(fetcher, url)
    assert {visit.target for visit in shop.log} >= {"/", "/picture.png"}
    assert {"/film.mp4", "/font.woff2"}.isdisjoint(visit.target for visit in shop.log)


def test_a_visitor_is_one_person_in_every_request(shop: Grumpy, fetcher: BrowserFetcher) -> None:
    told = "[navigator.webdriver, navigator.userAgent, navigator.languages, Intl.DateTimeFormat().resolvedOptions()]"
    shop.put("/worker.js", always(page("fetch('/from-worker')", kind="text/javascript")))
    url = shop.put(
        "/", always(page(f"<script>new Worker('/worker.js'); document.title = JSON.stringify({told})</script>"))
    )
    text = brought(fetcher, url)
    assert "<title>[false," in text
    assert "Headless" not in text
    assert '["en-US","en"]' in text
    assert '"timeZone":"America/' in text
    asked = [asked.headers for asked in shop.web.asked if asked.target != "/robots.txt"]
    assert len(asked) >= 3
    assert len({(headers["user-agent"], headers["accept-language"]) for headers in asked}) == 1


def test_a_wall_that_wants_a_browser_lets_one_in(shop: Grumpy, fetcher: BrowserFetcher) -> None:
    url = shop.put("/", bot_wall())
    assert SHELF in brought(fetcher, url)
    assert SHELF in brought(fetcher, url)
    assert [visit.cookie for visit in shop.visits("/")] == ["", "proof=42", "proof=42"]


def test_a_wall_that_nobody_passes_is_said_to_be_one(
    shop: Grumpy, fetcher: BrowserFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wareloom.market.fetchers.browser.visit.WALL_SECONDS", 0.3)
    with pytest.raises(Blocked, match="403"):
        brought(fetcher, shop.put("/", always(page("no", status=403))))


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (page("gone", status=404), NotFound),
        (busy(status=503), Unavailable),
        (page(b"x", kind="application/zip", headers={"Content-Disposition": "attachment"}), Rejected),
    ],
)
def test_refusals_are_told_apart(shop: Grumpy, fetcher: BrowserFetcher, answer: Answer, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        brought(fetcher, shop.put("/", always(answer)))


def test_a_shop_that_says_when_to_come_back_sees_no_browser_before(
    shop: Grumpy, client: Client, chromium: Chromium
) -> None:
    both = BrowserFetcher(client, chromium)
    url = shop.put("/", in_turn(busy("600", 503), shelf()))
    with pytest.raises(Unavailable) as refused:
        both.fetch(PageRequest(url=url))
    assert refused.value.retry_after == timedelta(minutes=10)
    for fetch in (both.fetch, HttpFetcher(client).fetch):
        with pytest.raises(Unavailable, match="pause"):
            fetch(PageRequest(url=url))
    assert len(shop.visits("/")) == 1
    both.leave()


def test_the_browser_goes_over_the_proxy_of_its_session(shop: Grumpy, chromium: Chromium) -> None:
    with tunnel("me:hush") as way:
        name, password = way.password.split(":")
        proxy = Proxy("http", "127.0.0.1", way.port, "proxy 1", name, password)
        client = Client(LAPTOP, manners=AT_ONCE)
        ways = Ways([[proxy]], client.chance)
        client = Client(LAPTOP, manners=AT_ONCE, ways=ways, resolve=lambda _host, _port: ["127.0.0.1"])
        fetcher = BrowserFetcher(client, chromium)
        shop.put("/", always(shelf()))
        assert SHELF in brought(fetcher, f"http://shop.invalid:{shop.web.port}/")
        assert set(way.asked) == {f"CONNECT 127.0.0.1:{shop.web.port} HTTP/1.1"}
        fetcher.leave()
        client.close()


def test_the_browser_obeys_robots_txt(shop: Grumpy, fetcher: BrowserFetcher) -> None:
    shop.put("/robots.txt", always(page("User-agent: *\nDisallow: /private\n", kind="text/plain")))
    private = shop.put("/private", always(shelf()))
    with pytest.raises(Blocked, match=r"robots\.txt"):
        brought(fetcher, private)
    assert shop.visits("/private") == []
    with pytest.raises(Blocked, match=r"robots\.txt"):
        brought(fetcher, shop.put("/open", always(moved("/private"))))
    assert SHELF in fetcher.fetch(PageRequest(url=private, past_robots=True)).body.decode()


def test_the_browser_is_used_only_where_the_cheap_way_was_blocked(
    shop: Grumpy, client: Client, fetcher: BrowserFetcher
) -> None:
    both = EscalatingFetcher(HttpFetcher(client, CHEAP_VISITORS), lambda: fetcher, Walled())
    easy, walled = shop.put("/easy", always(shelf())), shop.put("/walled", bot_wall())
    assert both.fetch(PageRequest(url=easy)).body.decode() == SHELF
    assert SHELF in both.fetch(PageRequest(url=walled)).body.decode()
    assert SHELF in both.fetch(PageRequest(url=walled)).body.decode()
    assert [visit.cookie for visit in shop.visits("/walled")] == ["", "", "", "proof=42", "proof=42"]
