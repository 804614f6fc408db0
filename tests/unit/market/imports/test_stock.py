"""What a list that somebody brings says of a stock, under one heading or another."""

from typing import Any

import pytest

from tests.support.factories import at
from wareloom.kit.ids import new_id
from wareloom.market.imports.kind import BadRowError
from wareloom.market.imports.kinds.registry import KINDS
from wareloom.market.imports.layout import Reading
from wareloom.market.uploads.models import Import

OFFERS = KINDS["offers"]
MUG = {"external_id": "7", "title": "Otter mug", "marketplace": "etsy"}


def read(cells: dict[str, Any]) -> dict[str, Any]:
    source = Import(id=new_id(), tenant_id=new_id(), kind="offers", name="List", created_at=at("2026-11-01T12:00:00"))
    return OFFERS.read(cells, Reading(mapping={field.name: field.name for field in OFFERS.fields}), source)


@pytest.mark.parametrize(
    ("cell", "stock", "availability"),
    [
        ("12", 12, None),
        (0, 0, None),
        ("1,204", 1204, None),
        ("In stock", None, "in_stock"),
        (False, None, "out_of_stock"),
        ("https://schema.org/LimitedAvailability", None, "low_stock"),
        ("", None, None),
    ],
)
def test_a_stock_is_how_many_are_left_or_whether_it_can_be_had(
    cell: object, stock: int | None, availability: str | None
) -> None:
    told = read({**MUG, "stock": cell})
    assert (told["stock"], told["availability"]) == (stock, availability)
    assert read({**MUG, "stock": cell, "availability": "preorder"})["availability"] == "preorder"


def test_a_stock_that_is_neither_is_said_to_be_wrong() -> None:
    with pytest.raises(BadRowError) as bad:
        read({**MUG, "stock": "plenty"})
    assert "is no count" in str(bad.value.problems)
