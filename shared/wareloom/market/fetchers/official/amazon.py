"""Amazon's Selling Partner API: a page of its catalogue, and what those items cost, side by side."""

from datetime import timedelta
from urllib.parse import parse_qs, urlencode

from pydantic import SecretStr

from wareloom.kit.http.asking import Question
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.place import read_place
from wareloom.kit.http.tokens import Granted, Tokens
from wareloom.kit.outside import MarketKeySettings
from wareloom.market.fetchers.official.desk import Brought, at, side_by_side
from wareloom.market.fetchers.official.line import Line
from wareloom.market.fetchers.official.sign_in import bought
from wareloom.market.keys import AmazonKey, MarketKeys
from wareloom.market.marketplaces.amazon.catalogue import asins
from wareloom.market.official import WayClosed

PRICES = "/products/pricing/v0/competitivePrice"
_CATALOGUE_A_SECOND = 2.0
_PRICES_A_SECOND = 0.5
"""As the contracts of both operations have it; a header tells who may ask more."""


class AmazonDesk:
    def __init__(self, settings: MarketKeySettings) -> None:
        self._server = settings.amazon_url
        self._login = settings.amazon_login_url
        self._tokens = Tokens[AmazonKey](WayClosed)

    def bring(self, url: str, keys: MarketKeys, line: Line) -> Brought:
        if keys.amazon is None:
            raise WayClosed("There is no key for Amazon any more.")

        def grant(key: AmazonKey) -> Granted:
            return bought(key, self._login, line)

        return self._tokens.with_one(keys.amazon, grant, lambda token: self._bring(url, token, line))

    def _bring(self, url: str, token: SecretStr, line: Line) -> Brought:
        place = read_place(url)
        catalogue, prices = f"{place.host}/catalog", f"{place.host}/pricing"
        found = line.ask(self._question(url, catalogue, _CATALOGUE_A_SECOND, token))
        answers = [found.body]
        if named := asins(found.value):
            marketplace = parse_qs(place.target.partition("?")[2])["marketplaceIds"][0]
            asked = {"MarketplaceId": marketplace, "Asins": ",".join(named), "ItemType": "Asin"}
            price_url = f"{place.origin}{PRICES}?{urlencode(asked, safe=',')}"
            answers.append(line.ask(self._question(price_url, prices, _PRICES_A_SECOND, token)).body)
        return Brought(side_by_side(answers), url, line.left(catalogue, prices))

    def _question(self, url: str, limit: str, rate: float, token: SecretStr) -> Question:
        def rest(answered: Answered) -> timedelta:
            return timedelta(seconds=1 / (_rate(answered.headers.get("x-amzn-ratelimit-limit", "")) or rate))

        headers = {"x-amz-access-token": token.get_secret_value()}
        return Question("Amazon", limit, at(self._server, url), rest, headers, hidden=(token,))


def _rate(written: str) -> float | None:
    """Not below one in a thousand seconds: a header must not stop us for ever."""
    try:
        return max(0.001, float(written))
    except ValueError:
        return None
