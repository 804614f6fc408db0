"""Our reading of price strings collected from shops of many countries, against what people read in them."""

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.support.real_data import DATA
from wareloom.market.currencies import code
from wareloom.market.price import parse, written_currency

STRINGS = "pages/prices/price_strings_open.json"

pytestmark = pytest.mark.real_data(STRINGS)


@pytest.fixture
def rows() -> list[dict[str, Any]]:
    return json.loads((DATA / STRINGS).read_text(), parse_float=Decimal, parse_int=Decimal)


def test_every_amount_that_is_written_is_read(rows: list[dict[str, Any]]) -> None:
    """Where a text has no digit at all, an expected amount is a slip of whoever collected it."""
    written = [row for row in rows if row["amount"] is None or any(map(str.isdecimal, row["price_raw"]))]
    assert len(rows) - len(written) <= 5
    assert [row for row in written if parse(row["price_raw"], row["currency_raw"]).amount != row["amount"]] == []


def test_nearly_every_currency_is_known(rows: list[dict[str, Any]]) -> None:
    """One collected letter is Cyrillic, and one word is expected to be cut short."""
    codes = [parse(row["price_raw"], row["currency_raw"]).currency == code(row["currency"]) for row in rows]
    spelled = [
        (written_currency(row["price_raw"]) or written_currency(row["currency_raw"])) == row["currency"] for row in rows
    ]
    assert codes.count(False) <= 1
    assert spelled.count(False) <= 2
