"""Every way to bring a page: one line each. A plug-in is built on first use, for each brings its own libraries."""

from collections.abc import Callable

from wareloom.kit.settings import HttpSettings, SampleSettings
from wareloom.market.fetcher import Fetcher


def _http() -> Fetcher:
    from wareloom.market.fetchers.http import HttpFetcher

    return HttpFetcher(HttpSettings.from_env())


def _simulation() -> Fetcher:
    from wareloom.market.fetchers.simulation import SimulationFetcher

    return SimulationFetcher(SampleSettings.from_env())


FETCHERS: dict[str, Callable[[], Fetcher]] = {
    "http": _http,
    "simulation": _simulation,
}
