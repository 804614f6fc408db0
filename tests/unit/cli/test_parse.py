"""`wareloom parse`: what it prints, and the status it leaves with."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import Command

KEYS = ["external_id", "title", "price", "currency", "rating", "reviews_count", "image_url", "product_url"]
MORE = ["list_price", "seller", "category_path", "tags", "availability", "rank", "sponsored"]
SHOWN: dict[str, Any] = {
    "id": "1",
    "title": "Mug “Otter” 🦦",
    "shop": "S",
    "department": "Drinkware",
    "tags": [],
    "attributes": {},
    "currency": "USD",
    "price": "19.99",
    "rating": 4.5,
    "reviews": 1200,
    "history": [],
}


def sample_page(*offers: dict[str, Any]) -> str:
    return json.dumps({"market": "sample", "page": 1, "pages": 1, "next": None, "listings": offers})


@pytest.fixture
def wareloom(tmp_path: Path) -> Command:
    return Command(tmp_path)


def test_each_offer_is_one_line_with_exactly_the_promised_keys(wareloom: Command, tmp_path: Path) -> None:
    page = tmp_path / "page.json"
    page.write_text(sample_page(SHOWN, {**SHOWN, "id": "2", "rating": None}))
    ran = wareloom("parse", "sample", str(page))
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert (ran.status, ran.err) == (0, "")
    assert list(first) == list(second) == KEYS + MORE
    assert (first["external_id"], first["title"], first["price"], first["currency"]) == (
        "1",
        SHOWN["title"],
        "19.99",
        "USD",
    )
    assert (first["rating"], first["reviews_count"]) == (4.5, 1200)
    assert (second["external_id"], second["rating"]) == ("2", None)


def test_a_page_comes_from_standard_input_too(wareloom: Command) -> None:
    ran = wareloom("parse", "sample", "-", stdin=sample_page(SHOWN))
    assert (ran.status, json.loads(ran.out)["external_id"]) == (0, "1")


def test_output_survives_a_terminal_that_knows_only_ascii(wareloom: Command) -> None:
    ran = wareloom("parse", "sample", "-", stdin=sample_page(SHOWN), PYTHONIOENCODING="ascii")
    assert (ran.status, json.loads(ran.out)["title"]) == (0, SHOWN["title"])


def test_an_address_of_the_page_is_passed_to_the_marketplace(wareloom: Command) -> None:
    page = json.dumps({"products": [_PRODUCT]})
    ran = wareloom("parse", "shopify", "-", "--url", "https://shop.example/products.json", stdin=page)
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["product_url"] == "https://shop.example/products/otter-mug"


_PRODUCT: dict[str, Any] = {
    "id": 7001,
    "title": "Otter mug",
    "handle": "otter-mug",
    "vendor": "S",
    "product_type": "Drinkware",
    "tags": [],
    "created_at": "2026-05-01T00:00:00Z",
    "published_at": "2026-05-01T00:00:00Z",
    "updated_at": "2026-05-01T00:00:00Z",
    "variants": [{"id": 1, "title": "Default", "price": "9.50", "available": True}],
    "images": [],
    "options": [],
}
WALL = "<html><title>Just a moment...</title><body>Checking your browser before you go on</body></html>"


@pytest.mark.parametrize("marketplace", ["sample", "shopify"])
@pytest.mark.parametrize("page", ["", "no page at all", "{", "[]", "<html></html>", WALL, b"\xff\xfe\x00"])
def test_an_unreadable_page_or_a_wall_is_status_2_with_a_reason(
    wareloom: Command, marketplace: str, page: str | bytes
) -> None:
    ran = wareloom("parse", marketplace, "-", stdin=page)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("wareloom: ")
    assert "Traceback" not in ran.err


def test_what_does_not_exist_is_status_2_and_named(wareloom: Command, tmp_path: Path) -> None:
    unknown = wareloom("parse", "bazaar", "-", stdin="{}")
    assert unknown.status == 2
    assert "bazaar" in unknown.err
    missing = wareloom("parse", "sample", str(tmp_path / "missing.json"))
    assert missing.status == 2
    assert "missing.json" in missing.err
    folder = wareloom("parse", "sample", str(tmp_path))
    assert folder.status == 2
    assert "cannot be read" in folder.err


def test_wrong_usage_is_status_2(wareloom: Command) -> None:
    assert wareloom("parse", "sample").status == 2
    assert wareloom("parse", "sample", "-", "--colour", "red").status == 2


def test_reading_a_page_needs_neither_the_cloud_nor_the_database() -> None:
    said = "import sys, wareloom.cli.parse, wareloom.market.marketplaces.registry; print(*sys.modules)"
    shared = str(Path(__file__).parents[3] / "shared")
    loaded = subprocess.check_output([sys.executable, "-c", said], env={"PYTHONPATH": shared}, text=True).split()
    assert "wareloom.market.page" in loaded
    assert not {"boto3", "botocore", "sqlalchemy", "psycopg"} & set(loaded)
