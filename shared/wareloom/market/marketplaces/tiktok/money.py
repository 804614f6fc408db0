"""Prices as TikTok Shop writes them: each beside its currency, some of them hidden from strangers."""

from decimal import Decimal

from wareloom.market.currencies import code
from wareloom.market.price import parse, plain
from wareloom.market.reading.text import Object, words

_CURRENCIES = """
US USD GB GBP ID IDR VN VND TH THB MY MYR PH PHP SG SGD MX MXN BR BRL JP JPY
ES EUR FR EUR DE EUR IT EUR IE EUR NL EUR BE EUR AT EUR PT EUR
"""
_OF_COUNTRY: dict[str, str] = dict(zip(_CURRENCIES.split()[::2], _CURRENCIES.split()[1::2], strict=True))
_CODES = ("currency", "currency_name", "currency_code", "currency_symbol")
_WRITTEN = ("real_price", "sale_price_format", "price_str", "format_price")


def currency_of(price: Object, country: str | None) -> str | None:
    """“$” alone is the dollar of the country that the page is for."""
    named = next((found for name in _CODES if (found := code(words(price.get(name))))), None)
    written = (parse(words(price.get(name))).currency for name in _WRITTEN)
    return named or next(filter(None, written), None) or _OF_COUNTRY.get((country or "").upper())


def amount(price: Object, currency: str | None, *names: str) -> Decimal | None:
    """Under the first name that tells one. Who may not see a price gets it with stars in its digits' place."""
    return next((read for name in names if (read := _amount(price.get(name), currency))), None)


def _amount(told: object, currency: str | None) -> Decimal | None:
    if not isinstance(told, str):
        return plain(told)
    return None if "*" in told else parse(told, currency).amount
