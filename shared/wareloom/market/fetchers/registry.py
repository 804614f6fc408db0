"""Every way to bring a page: one line each. A plug-in is built on first use, for each brings its own libraries."""

from collections.abc import Callable

from wareloom.kit.errors import Rejected
from wareloom.kit.outside import BrowserSettings, HttpSettings, MarketKeySettings, ProxySettings
from wareloom.kit.settings import SampleSettings
from wareloom.market.fetcher import Fetcher


def _http() -> Fetcher:
    from wareloom.market.fetchers.http import HttpFetcher, the_client

    return HttpFetcher(the_client(HttpSettings.from_env(), ProxySettings.from_env()))


def _browser() -> Fetcher:
    fetcher = _browser_if_any()
    if fetcher is None:
        raise Rejected("There is no browser here: install Chromium, or say in WARELOOM_BROWSER_PROGRAM where one is.")
    return fetcher


def _escalating() -> Fetcher:
    from wareloom.market.fetchers.escalating import CHEAP_VISITORS, EscalatingFetcher, the_walled
    from wareloom.market.fetchers.http import HttpFetcher, the_client

    client = the_client(HttpSettings.from_env(), ProxySettings.from_env())
    return EscalatingFetcher(HttpFetcher(client, CHEAP_VISITORS), _browser_if_any, the_walled())


def _browser_if_any() -> Fetcher | None:
    from wareloom.market.fetchers.browser.program import find, sandboxed

    program = find(BrowserSettings.from_env())
    if program is None:
        return None
    from wareloom.market.fetchers.browser.fetcher import the_browser
    from wareloom.market.fetchers.http import the_client

    client = the_client(HttpSettings.from_env(), ProxySettings.from_env())
    return the_browser(client, program, sandbox=sandboxed(BrowserSettings.from_env()))


def _official() -> Fetcher:
    from wareloom.market.fetchers.official.fetcher import the_official

    return the_official(MarketKeySettings.from_env())


def _simulation() -> Fetcher:
    from wareloom.market.fetchers.simulation import SimulationFetcher

    return SimulationFetcher(SampleSettings.from_env())


FETCHERS: dict[str, Callable[[], Fetcher]] = {
    "http": _http,
    "browser": _browser,
    "escalating": _escalating,
    "official": _official,
    "simulation": _simulation,
}
