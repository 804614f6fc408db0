"""A shop's own Admin API, which speaks GraphQL: what went wrong stands in an answer that calls itself a success."""

import json
from datetime import timedelta
from decimal import Decimal

from wareloom.kit.errors import Failure, Rejected, Unavailable
from wareloom.kit.http.asking import Question
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.pace import NotYet
from wareloom.kit.http.place import read_place
from wareloom.kit.outside import MarketKeySettings
from wareloom.market.fetchers.official.desk import Brought
from wareloom.market.fetchers.official.line import Line, read_object
from wareloom.market.keys import MarketKeys
from wareloom.market.marketplaces.shopify.admin import question
from wareloom.market.marketplaces.shopify.official import PATH
from wareloom.market.official import WayClosed
from wareloom.market.reading.text import Object, a_list, an_object, words

WHO = "The shop"
_APART = timedelta(milliseconds=500)
_LONGEST = timedelta(minutes=1)
_SOME = timedelta(seconds=5)
_RIGHTS = {"ACCESS_DENIED", "SHOP_INACTIVE"}
_SOON = {"INTERNAL_SERVER_ERROR", "TIMEOUT"}


class ShopifyDesk:
    def __init__(self, settings: MarketKeySettings) -> None:
        self._server = settings.shopify_url

    def bring(self, url: str, keys: MarketKeys, line: Line) -> Brought:
        place = read_place(url)
        key = keys.shopify.get(place.host)
        if key is None:
            raise WayClosed(f"There is no key for {place.host} any more.")
        told = line.ask(
            Question(
                WHO,
                place.host,
                (self._server or place.origin).rstrip("/") + PATH,
                _rest,
                {"X-Shopify-Access-Token": key.token.get_secret_value(), "Content-Type": "application/json"},
                json.dumps(question(url)).encode(),
                refusal,
                (key.token,),
            )
        )
        return Brought(told.body, url, line.left(place.host))


def refusal(answered: Answered) -> Failure | None:
    """An answer with errors is never read, whatever data stand beside them: they may be half."""
    read = read_object(answered.body) if answered.status < 300 else None
    errors = a_list(read.get("errors")) if read else []
    if read is None or not errors:
        return None
    codes = {words(an_object(an_object(one).get("extensions")).get("code")) for one in errors}
    if "THROTTLED" in codes:
        return NotYet(f"{WHO} lets us ask again when its allowance has filled up.", retry_after=_missing(read) or _SOME)
    if codes & _RIGHTS:
        return WayClosed(f"{WHO} does not let our key read its products: give it the right read_products.")
    if codes & _SOON:
        return Unavailable(f"{WHO} cannot answer now.")
    said = words(an_object(errors[0]).get("message")) or "no reason given"
    return Rejected(f"{WHO} refuses what we asked: {said[:200].rstrip('.')}.")


def _rest(answered: Answered) -> timedelta:
    return max(_APART, _missing(read_object(answered.body) or {}))


def _missing(answer: Object) -> timedelta:
    """Until the allowance is enough for another question like this one."""
    cost = an_object(an_object(answer.get("extensions")).get("cost"))
    status = an_object(cost.get("throttleStatus"))
    wanted, there, rate = (
        _number(value)
        for value in (cost.get("requestedQueryCost"), status.get("currentlyAvailable"), status.get("restoreRate"))
    )
    return min(_LONGEST, timedelta(seconds=max(0.0, wanted - there) / rate)) if rate > 0 else timedelta()


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else 0.0
