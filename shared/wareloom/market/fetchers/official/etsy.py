"""Etsy's Open API v3: lists name their listings, and a second question brings them whole, with shop and images."""

import re
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode

from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.http.asking import Question
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.place import read_place
from wareloom.kit.outside import MarketKeySettings
from wareloom.market.fetchers.official.desk import Brought, at, side_by_side
from wareloom.market.fetchers.official.line import Line
from wareloom.market.keys import EtsyKey, MarketKeys
from wareloom.market.marketplaces.etsy.official import A_PAGE, HOST, PATH, WITH_THEM
from wareloom.market.official import WayClosed
from wareloom.market.reading.text import Object, a_list, an_object, whole, words

BETWEEN_PAGES = timedelta(seconds=1)
_LIMIT = "openapi.etsy.com"
_APART = timedelta(milliseconds=200)
"""Half of the ten a second that a new application may ask: others of us ask beside."""
_DAY_IS_OVER = timedelta(hours=1)
"""Etsy counts the last 24 hours: the first of them are given back bit by bit."""
_LIST = re.compile(rf"{PATH}/(?:listings|shops/\d{{1,19}}/listings)/active")
_LISTING = re.compile(rf"{PATH}/listings/\d{{1,19}}")
_SHOPS = f"{PATH}/shops"


class EtsyDesk:
    def __init__(self, settings: MarketKeySettings) -> None:
        self._server = settings.etsy_url

    def bring(self, url: str, keys: MarketKeys, line: Line) -> Brought:
        if keys.etsy is None:
            raise WayClosed("There is no key for Etsy any more.")
        path, _, query = read_place(url).target.partition("?")
        if path == _SHOPS:
            url = self._listings_of(parse_qs(query)["shop_name"][0], url, keys.etsy, line)
        elif _LISTING.fullmatch(path):
            return Brought(line.ask(self._question(url, keys.etsy)).body, url, _pause(line))
        elif not _LIST.fullmatch(path):
            raise Rejected("This is no question that we ask Etsy.")
        return self._list(url, keys.etsy, line)

    def _list(self, url: str, key: EtsyKey, line: Line) -> Brought:
        listed = line.ask(self._question(url, key))
        numbers = [number for one in _results(listed.value) if (number := whole(one.get("listing_id"), 10**11))]
        answers = [listed.body]
        if numbers:
            asked = {"listing_ids": ",".join(map(str, numbers[:A_PAGE])), "includes": WITH_THEM}
            answers.append(line.ask(self._question(_address("/listings/batch", asked), key)).body)
        return Brought(side_by_side(answers), url, _pause(line))

    def _listings_of(self, name: str, url: str, key: EtsyKey, line: Line) -> str:
        """Etsy looks for names that are like it; only the very one is meant."""
        for shop in _results(line.ask(self._question(url, key)).value):
            number = whole(shop.get("shop_id"), 10**11)
            if number and (words(shop.get("shop_name")) or "").lower() == name.lower():
                return _address(f"/shops/{number}/listings/active", {"limit": A_PAGE, "offset": 0})
        raise NotFound(f"Etsy knows no shop “{name[:40]}”.")

    def _question(self, url: str, key: EtsyKey) -> Question:
        headers = {"x-api-key": key.key.get_secret_value()}
        return Question("Etsy", _LIMIT, at(self._server, url), _rest, headers, hidden=(key.key,))


def _rest(answered: Answered) -> timedelta:
    """As the headers say that count what is left."""
    if answered.headers.get("x-remaining-today") == "0":
        return _DAY_IS_OVER
    return timedelta(seconds=1) if answered.headers.get("x-remaining-this-second") == "0" else _APART


def _pause(line: Line) -> timedelta:
    return max(BETWEEN_PAGES, line.left(_LIMIT))


def _results(answer: Object) -> list[Object]:
    return [an_object(one) for one in a_list(answer.get("results"))]


def _address(path: str, asked: dict[str, Any]) -> str:
    return f"https://{HOST}{PATH}{path}?{urlencode(asked, safe=',')}"
