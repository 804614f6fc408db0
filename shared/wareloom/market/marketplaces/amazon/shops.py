"""Every country's Amazon: where it is, and what money it takes."""

import re
from typing import NamedTuple


class Shop(NamedTuple):
    domain: str
    """As people say it: “amazon.co.uk”."""
    currency: str

    @property
    def origin(self) -> str:
        return f"https://www.{self.domain}"


_SHOPS = """
com USD ATVPDKIKX0DER
ca CAD A2EUQ1WTGCTBG2
com.mx MXN A1AM78C64UM0Y8
com.br BRL A2Q3Y263D00KWC
co.uk GBP A1F83G8C2ARO7P
ie EUR A28R8C7NBKEWEA
de EUR A1PA6795UKMFR9
fr EUR A13V1IB3VIYZZH
it EUR APJ6JRA9NG5V4
es EUR A1RKKUPIHCS9HS
nl EUR A1805IZSGTT6HS
com.be EUR AMEN7PMS3EDWL
se SEK A2NODRKZP88ZB9
pl PLN A1C3SOZRARQ6R3
com.tr TRY A33AVAJ2PDY3EV
ae AED A2VIGQ35RCS4UG
sa SAR A17E79C6D8DWNP
eg EGP ARBP9OOSHTCHU
co.za ZAR AE08WJ6YKNBMC
in INR A21TJRUUN4KGV
co.jp JPY A1VC38T7YXB528
sg SGD A19VAU5U5O7RUS
com.au AUD A39IBJ37TRP1C6
cn CNY AAHKV2X7AFYLW
"""
_ROWS = [line.split() for line in _SHOPS.strip().splitlines()]
SHOPS = {f"amazon.{ending}": Shop(f"amazon.{ending}", currency) for ending, currency, _ in _ROWS}
BY_MARKETPLACE_ID = {marketplace_id: SHOPS[f"amazon.{ending}"] for ending, _, marketplace_id in _ROWS}
"""Amazon's own names for them, which its pages carry where they name no address."""

ENDINGS = "|".join(re.escape(ending) for ending in sorted((row[0] for row in _ROWS), key=len, reverse=True))
_HOST = re.compile(rf"(?:[\w-]+\.)*(amazon\.(?:{ENDINGS}))\.?(?::\d+)?", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*(?:https?:)?//([^/?#\s]+)", re.IGNORECASE)


def shop_named(host: str) -> Shop | None:
    found = _HOST.fullmatch(host.strip())
    return SHOPS.get(found[1].lower()) if found else None


def shop_at(url: str | None) -> Shop | None:
    found = _ADDRESS.match(url or "")
    return shop_named(found[1]) if found else None
