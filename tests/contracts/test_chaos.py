"""Whatever happens to a page, its reader refuses it with a reason or reads what is there: nothing breaks, and no
offer comes out that the whole page does not have."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import orjson
import pytest

from tests.support import chaos
from wareloom.kit.errors import Failure
from wareloom.market.marketplace import Marketplace
from wareloom.market.marketplaces.registry import MARKETPLACES
from wareloom.market.page import SeenOffer
from wareloom.market.price import LARGEST

Damage = Callable[[bytes], Iterator[bytes]]

DAMAGES: list[Damage] = [
    chaos.truncated,
    chaos.garbled,
    chaos.emptied,
    chaos.shuffled,
    chaos.poisoned,
    chaos.nested,
]
READERS = [name for name in MARKETPLACES if chaos.pages(name)]
EVERY = pytest.mark.parametrize("name", READERS)
_LONGEST_ID = 255
_MOST_REVIEWS = 10**12


@EVERY
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_page_is_refused_or_read(name: str, damage: Damage) -> None:
    for file in chaos.pages(name):
        for number, body in enumerate(damage(file.read_bytes())):
            for url in _urls(name):
                _survives(name, body, url, file, f"{file.name}, {damage.__name__} {number}, {url or 'no address'}")


@EVERY
def test_a_hostile_page_is_refused_or_read(name: str) -> None:
    """Its own ids are as good as any, but never a part of one."""
    for file in chaos.pages(name):
        ids = _ids(name, file)
        for number, body in enumerate([*chaos.hostile(file.read_bytes()), chaos.renamed(file.read_bytes(), ids)]):
            for offer in _offers(MARKETPLACES[name], body, ""):
                what = f"{file.name}, {number}"
                assert _has(body.decode(), offer.external_id), f"a phantom {offer.external_id[:60]}: {what}"
                _is_sound(offer, what)


@EVERY
def test_a_page_of_another_marketplace_is_refused(name: str) -> None:
    for other in READERS:
        for file in chaos.pages(other) if other != name else []:
            for url in _urls(name):
                offers = _offers(MARKETPLACES[name], file.read_bytes(), url)
                assert [offer.external_id for offer in offers] == [], f"{other}/{file.name}, {url or 'no address'}"


@EVERY
def test_a_page_of_twenty_megabytes_is_refused_or_read(name: str) -> None:
    file = max(chaos.pages(name), key=lambda one: (len(_ids(name, one)), one.stat().st_size))
    for number, body in enumerate(chaos.huge(file.read_bytes())):
        _survives(name, body, "", file, f"{file.name}, {number}")


def _urls(name: str) -> tuple[str, str]:
    kind = MARKETPLACES[name]
    return "", kind.first_page(kind.target(kind.target_example), None).url


@cache
def _ids(name: str, file: Path) -> frozenset[str]:
    """Of all that the undamaged page shows."""
    offers = (offer for url in _urls(name) for offer in _offers(MARKETPLACES[name], file.read_bytes(), url))
    return frozenset(offer.external_id for offer in offers)


def _offers(kind: Marketplace, body: bytes, url: str) -> Iterable[SeenOffer]:
    try:
        return kind.read(body, url).offers
    except Failure:
        return ()


def _survives(name: str, body: bytes, url: str, file: Path, what: str) -> None:
    for offer in _offers(MARKETPLACES[name], body, url):
        known = offer.external_id in _ids(name, file) or _has(file.read_text(), offer.external_id)
        assert known, f"a phantom {offer.external_id[:60]}: {what}"
        _is_sound(offer, what)


def _has(text: str, external_id: str) -> bool:
    """As a word of its own; some marketplaces join two of them."""
    return all(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) for part in external_id.split("."))


def _is_sound(offer: SeenOffer, what: str) -> None:
    assert 0 < len(offer.external_id) <= _LONGEST_ID, what
    assert offer.title.strip() == offer.title != "", what
    for amount in (offer.price, offer.list_price):
        assert amount is None or (amount.is_finite() and 0 <= amount <= LARGEST), what
    assert offer.rating is None or Decimal(0) <= offer.rating <= 5, what
    assert offer.reviews_count is None or 0 <= offer.reviews_count <= _MOST_REVIEWS, what
    for link in (offer.product_url, offer.image_url):
        assert link is None or re.match(r"/(?!/)", link) or _is_web(link), f"{link[:80]}: {what}"
    assert "\x00" not in offer.model_dump_json(), what
    orjson.dumps([offer.title, offer.seller, offer.category, offer.category_path, offer.tags, offer.details])


def _is_web(link: str) -> bool:
    parts = urlsplit(link)
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
