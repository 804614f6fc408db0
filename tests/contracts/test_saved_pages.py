"""Every marketplace's reading of saved real pages, against what people read from them: every offer, every field."""

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from wareloom.market.marketplaces.registry import MARKETPLACES
from wareloom.market.page import OfferPage, SeenOffer

DATA = Path(os.environ.get("WARELOOM_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))

Facts = dict[str, Any]


def _saved() -> list[Path]:
    """What holds no offers but posts is read elsewhere."""
    found = sorted(DATA.glob("pages/*/*.expected.json"))
    known = [file for file in found if file.parent.name in MARKETPLACES]
    return [file for file in known if "product_count" in json.loads(file.read_text())]


SAVED = [pytest.param(file, id=f"{file.parent.name}-{file.name.removesuffix('.expected.json')}") for file in _saved()]
EVERY = pytest.mark.parametrize(
    "file", SAVED or [pytest.param(None, marks=pytest.mark.skip(reason="no real data"), id="none")]
)
HOSTED = pytest.mark.parametrize("hosted", [False, True], ids=["address-unknown", "address-known"])

pytestmark = [pytest.mark.real_data, EVERY, HOSTED]


def test_every_offer_is_found_and_no_other(file: Path, hosted: bool) -> None:
    expected, page = _read(file, hosted=hosted)
    assert len(page.offers) == expected["product_count"]
    assert len({offer.external_id for offer in page.offers}) == expected.get("unique_ids", expected["product_count"])
    wanted = expected.get("all") or expected["first5"]
    assert [offer.external_id for offer in page.offers] == [want["external_id"] for want in wanted]


def test_every_field_is_right(file: Path, hosted: bool) -> None:
    """The first ones whole, of all the others the numbers."""
    expected, page = _read(file, hosted=hosted)
    by_id = {offer.external_id: offer for offer in page.offers}
    wanted = [*expected["first5"], *expected.get("first5_organic", []), *expected.get("all", [])]
    wrong = [(want["external_id"], found) for want in wanted if (found := _wrong(by_id, want, expected))]
    assert wrong == []


def _read(file: Path, *, hosted: bool) -> tuple[Facts, OfferPage]:
    expected: Facts = json.loads(file.read_text(), parse_float=Decimal)
    body = (file.parent / expected["file"]).read_bytes()
    parts = urlsplit(str(expected["first5"][0]["product_url"]))
    return expected, MARKETPLACES[file.parent.name].read(body, f"{parts.scheme}://{parts.netloc}/" if hosted else "")


def _wrong(by_id: dict[str, SeenOffer], want: Facts, expected: Facts) -> dict[str, tuple[Any, Any]]:
    """What was read and what was wanted, where they differ."""
    offer = by_id.get(want["external_id"])
    if offer is None:
        return {"external_id": (None, want["external_id"])}
    pairs = {name: (_shown(offer, name), _wanted(want, name)) for name in want if name in _ATTRIBUTES}
    return {
        name: (shown, wanted)
        for name, (shown, wanted) in pairs.items()
        if shown != wanted and not _allowed(name, shown, wanted, " ".join(expected["notes"]))
    }


_ATTRIBUTES = {
    "external_id": "external_id",
    "title": "title",
    "price": "price",
    "list_price": "list_price",
    "compare_at_price": "list_price",
    "currency": "currency",
    "rating": "rating",
    "review_count": "reviews_count",
    "image_url": "image_url",
    "product_url": "product_url",
    "sponsored": "sponsored",
    "rank": "rank",
    "shop": "seller",
    "vendor": "seller",
    "available": "availability",
}


def _shown(offer: SeenOffer, name: str) -> object:
    value = getattr(offer, _ATTRIBUTES[name])
    if name == "rating" and value is not None:
        return round(value, 4)
    if name == "available":
        return None if value is None else value != "out_of_stock"
    return _comparable(name, value)


def _wanted(want: Facts, name: str) -> object:
    value = want[name]
    if name in {"price", "list_price", "compare_at_price"}:
        return Decimal(value) if value else None
    if name == "rating" and value is not None:
        return Decimal(value)
    return _comparable(name, value)


def _comparable(name: str, value: object) -> object:
    """Pictures are served by many hosts and in many sizes of one path."""
    return urlsplit(value).path.rpartition("/file/")[2] if name == "image_url" and isinstance(value, str) else value


def _allowed(name: str, shown: object, wanted: object, notes: str) -> bool:
    """What the notes beside the page leave to judgement, and what a feed that does not know its own host leaves out."""
    if name == "product_url":
        return isinstance(shown, str) and shown == urlsplit(str(wanted)).path
    if name == "currency":
        return shown is None and "NO currency" in notes
    return shown is None and name in {"rating", "review_count"} and "shop-level" in notes.lower()
