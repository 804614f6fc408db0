"""Catalogues of real shops: another grammar, other languages, and much that is not about a subject."""

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.support.real_data import DATA, real_files
from wareloom.trends.describe import Described, MarketOffer, describe

TITLES = ("title", "product_name", "productTitle")
LARGE = 20
FILES = real_files("catalogues/*.gz")

pytestmark = pytest.mark.real_data("catalogues/*.gz")


def offers(name: str) -> list[MarketOffer]:
    rows = [row for row in _rows(DATA / "catalogues" / name) if any(row.get(title) for title in TITLES)]
    return [_offer(number, row) for number, row in enumerate(rows)]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        if path.name.endswith(".json.gz"):
            yield from json.load(file)
        else:
            csv.field_size_limit(10_000_000)
            yield from csv.DictReader(file)


def _offer(number: int, row: dict[str, Any]) -> MarketOffer:
    tags = row.get("tags")
    return MarketOffer(
        id=UUID(int=number),
        marketplace="shopify",
        title=next(str(row[title]) for title in TITLES if row.get(title)),
        tags=[str(tag) for tag in tags] if isinstance(tags, list) else [],  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON
        category=row.get("product_type") or row.get("category"),
        price=None,
        currency=None,
        rating=None,
        reviews_count=None,
    )


def found(name: str) -> dict[str, Described]:
    return {one.key: one for one in describe(offers(name))}


def test_every_catalogue_is_grouped() -> None:
    for path in FILES:
        market = offers(path.name)
        niches = list(describe(market))
        if len(market) < LARGE:
            continue
        grouped = sum(len(one.evidence) for one in niches)
        assert grouped >= 0.5 * len(market), path.name
        assert all(len(one.words) <= 16 and one.name.strip() for one in niches), path.name


@pytest.mark.parametrize(
    ("catalogue", "subject"),
    [
        ("scrapfly_etsy_search.json.gz", "laptop"),
        ("scrapfly_shopify_collection_deathwish.json.gz", "coffee"),
        ("scrapfly_amazon_search.json.gz", "kindle"),
    ],
    ids=["desk things", "coffee", "readers"],
)
def test_a_shop_with_one_subject_has_its_niche(catalogue: str, subject: str) -> None:
    largest = max(found(catalogue).values(), key=lambda one: len(one.evidence))
    assert subject in {largest.key, *largest.words}
    assert len(largest.evidence) >= 0.5 * len(offers(catalogue))


def test_a_shops_own_filing_names_no_niche() -> None:
    names = " ".join(found("scrapfly_shopify_catalog_allbirds.json.gz"))
    assert not {"shoprunner", "outlet", "inventory"} & set(names.split())
