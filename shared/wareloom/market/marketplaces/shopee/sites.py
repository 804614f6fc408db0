"""Shopee's countries: where each one lives, what it counts money in, and where it keeps its pictures."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

_SITES = """
shopee.sg SGD sg
shopee.co.id IDR id
shopee.com.my MYR my
shopee.ph PHP ph
shopee.co.th THB th
shopee.vn VND vn
shopee.tw TWD tw
shopee.com.br BRL br
shopee.com.mx MXN mx
shopee.com.co COP co
shopee.cl CLP cl
shopee.com.ar ARS ar
shopee.pl PLN pl
shopee.es EUR es
shopee.fr EUR fr
shopee.in INR in
"""
_PICTURES = ".img.susercontent.com"


class Site(NamedTuple):
    domain: str
    currency: str
    country: str

    @property
    def origin(self) -> str:
        return f"https://{self.domain}"


DEFAULT = Site("shopee.sg", "SGD", "sg")


def site_at(host: str) -> Site | None:
    """“www.shopee.co.id” and “mall.shopee.co.id” are shopee.co.id."""
    return next((site for site in _sites() if host == site.domain or host.endswith(f".{site.domain}")), None)


def site_selling_in(currency: str | None) -> Site | None:
    """The one country that counts in a currency; None where several do."""
    sites = [site for site in _sites() if site.currency == currency]
    return sites[0] if len(sites) == 1 else None


def site_of_pictures(names: Iterable[str]) -> Site | None:
    """A picture is named after the country that it was uploaded in: where most are from one, so is the page.

    Pictures from Singapore say nothing: for years it kept everybody's.
    """
    countries = Counter(name.partition("-")[0] for name in names)
    country, count = next(iter(countries.most_common(1)), ("", 0))
    if country == DEFAULT.country or count * 2 <= countries.total():
        return None
    return next((site for site in _sites() if site.country == country), None)


def picture(name: str, site: Site | None) -> str:
    return f"https://down-{(site or DEFAULT).country}{_PICTURES}/file/{name}"


@cache
def _sites() -> tuple[Site, ...]:
    return tuple(Site(*line.split()) for line in _SITES.split("\n") if line)
