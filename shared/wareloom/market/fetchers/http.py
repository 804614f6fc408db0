"""Brings pages over plain HTTP, with the manners and the guard of `kit.http`."""

from functools import cache
from random import SystemRandom

from wareloom.kit.http.client import MOST_ROTATIONS, Answer, Client
from wareloom.kit.http.proxies import ways
from wareloom.kit.outside import HttpSettings, ProxySettings
from wareloom.market.page import Edition, Fetched, PageRequest

ACCEPT = ("application/json", "text/html", "text/*", "application/xhtml+xml", "application/javascript")


class HttpFetcher:
    def __init__(self, client: Client, most_visitors: int = MOST_ROTATIONS) -> None:
        self._client = client
        self._most_visitors = most_visitors

    def fetch(self, request: PageRequest) -> Fetched:
        answer = self._client.get(
            request.url,
            headers={**request.headers, **_conditions(request.known)},
            accept=ACCEPT,
            as_visitor=True,
            most_visitors=self._most_visitors,
            ask_robots=not request.past_robots,
        )
        return Fetched(
            url=answer.url,
            body=answer.body,
            content_type=answer.headers.get("content-type", ""),
            fetched_at=answer.fetched_at,
            pause=answer.pause,
            edition=_edition(answer) or (request.known if answer.not_modified else None),
            not_modified=answer.not_modified,
        )


def the_client(http: HttpSettings, proxies: ProxySettings) -> Client:
    """One per process, for all fetchers: it remembers sessions, robots.txt and each host's pause from page to page."""
    return _client(frozenset({**http.to_env(), **proxies.to_env()}.items()))


@cache
def _client(written: frozenset[tuple[str, str]]) -> Client:
    environment, chance = dict(written), SystemRandom()
    proxies = ways(ProxySettings.from_env(environment), chance)
    return Client(HttpSettings.from_env(environment), ways=proxies, chance=chance)


def _conditions(known: Edition | None) -> dict[str, str]:
    etag = {"If-None-Match": known.etag} if known and known.etag else {}
    moment = {"If-Modified-Since": known.last_modified} if known and known.last_modified else {}
    return etag | moment


def _edition(answer: Answer) -> Edition | None:
    edition = Edition(etag=answer.headers.get("etag"), last_modified=answer.headers.get("last-modified"))
    return edition if edition.etag or edition.last_modified else None
