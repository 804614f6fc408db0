"""What a real browser may not reach, and what ends it."""

import psutil
import pytest

from tests.support.grumpy import SHELF, Grumpy, always, bomb, bot_wall, shelf
from tests.support.haste import AT_ONCE
from tests.support.web import moved, page, silent
from wareloom.kit.errors import Rejected, Unavailable
from wareloom.kit.http.client import Client
from wareloom.kit.outside import HttpSettings
from wareloom.market.fetchers.browser.chromium import Chromium
from wareloom.market.fetchers.browser.fetcher import BrowserFetcher
from wareloom.market.page import PageRequest

LAPTOP = HttpSettings(allow_private=True)


def brought(fetcher: BrowserFetcher, url: str) -> str:
    return fetcher.fetch(PageRequest(url=url)).body.decode()


@pytest.mark.parametrize("location", ["http://169.254.169.254/", "http://10.0.0.1/", "https://192.168.1.1/"])
def test_a_page_cannot_send_the_browser_into_our_network(shop: Grumpy, fetcher: BrowserFetcher, location: str) -> None:
    for name, answer in (
        ("/moved", moved(location)),
        ("/script", page(f"<script>location = '{location}'</script>")),
    ):
        with pytest.raises(Rejected, match="private network"):
            brought(fetcher, shop.put(name, always(answer)))


def test_a_name_that_changes_its_mind_is_checked_at_every_request(chromium: Chromium, shop: Grumpy) -> None:
    """One address at first and another one later: nobody but the gate looks it up, and at every request."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["169.254.169.254"]])
    client = Client(LAPTOP, manners=AT_ONCE, resolve=lambda _host, _port: next(answers, ["10.0.0.1"]))
    fetcher = BrowserFetcher(client, chromium)
    shop.put("/", always(page("<img src=/a.png><iframe src=/frame></iframe>words")))
    fetched = fetcher.fetch(PageRequest(url=f"http://shop.invalid:{shop.web.port}/"))
    assert b"words" in fetched.body
    assert [asked.target for asked in shop.web.asked] == ["/robots.txt", "/"]
    assert next(answers, None) is None
    fetcher.leave()
    client.close()


def test_the_browser_asks_nobody_of_its_own_accord(shop: Grumpy, chromium: Chromium) -> None:
    looked_up: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"]

    client = Client(LAPTOP, manners=AT_ONCE, resolve=resolve)
    fetcher = BrowserFetcher(client, chromium)
    shop.put("/", always(shelf()))
    for _ in range(3):
        fetcher.fetch(PageRequest(url=f"http://shop.invalid:{shop.web.port}/"))
    assert set(looked_up) == {"shop.invalid"}
    fetcher.leave()
    client.close()


def test_loopback_is_closed_unless_the_settings_open_it(shop: Grumpy, chromium: Chromium) -> None:
    client = Client(HttpSettings(), manners=AT_ONCE)
    fetcher = BrowserFetcher(client, chromium)
    url = shop.put("/", always(shelf()))
    for past_robots in (False, True):
        with pytest.raises(Rejected, match="private network"):
            fetcher.fetch(PageRequest(url=url, past_robots=past_robots))
    assert shop.log == []
    fetcher.leave()


@pytest.mark.parametrize("url", ["file:///etc/passwd", "chrome://version", "data:text/html,x", "view-source:http://x/"])
def test_only_web_pages_are_brought(fetcher: BrowserFetcher, url: str) -> None:
    with pytest.raises(Rejected):
        brought(fetcher, url)


def test_a_bomb_does_not_go_off(shop: Grumpy, client: Client, chromium: Chromium) -> None:
    fetcher = BrowserFetcher(client, chromium, most_bytes=5_000_000)
    with pytest.raises(Rejected, match="larger than"):
        brought(fetcher, shop.put("/", always(bomb())))
    grows = "<body><script>document.body.textContent = 'x'.repeat(6_000_000)</script></body>"
    with pytest.raises(Rejected, match="larger than"):
        brought(fetcher, shop.put("/grows", always(page(grows))))
    assert SHELF in brought(fetcher, shop.put("/shelf", always(shelf())))
    fetcher.leave()


def test_a_page_that_never_ends_is_left(shop: Grumpy, client: Client, chromium: Chromium) -> None:
    fetcher = BrowserFetcher(client, chromium, seconds=1.5)
    with pytest.raises(Unavailable, match="did not finish"):
        brought(fetcher, shop.put("/", always(silent(shop.web))))
    fetcher.leave()


def test_a_page_that_keeps_the_browser_busy_ends_it_and_the_next_one_has_another(
    shop: Grumpy, client: Client, chromium: Chromium, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wareloom.market.fetchers.browser.fetcher.GRACE_SECONDS", 0.5)
    fetcher = BrowserFetcher(client, chromium, seconds=3)
    loops = "<script>addEventListener('DOMContentLoaded', () => setTimeout(() => { for (;;); }, 10))</script>"
    with pytest.raises(Unavailable, match="did not finish"):
        brought(fetcher, shop.put("/", always(page(loops))))
    ended = chromium.process
    assert SHELF in brought(fetcher, shop.put("/shelf", always(shelf())))
    assert chromium.process != ended
    fetcher.leave()


def test_a_browser_that_crashed_is_replaced_and_keeps_its_cookies(
    shop: Grumpy, fetcher: BrowserFetcher, chromium: Chromium
) -> None:
    url = shop.put("/", bot_wall())
    brought(fetcher, url)
    ended = psutil.Process(chromium.process)
    chromium.kill()
    psutil.wait_procs([ended], timeout=10)
    assert SHELF in brought(fetcher, url)
    assert chromium.process != ended.pid
    assert shop.visits("/")[-1].cookie == "proof=42"
