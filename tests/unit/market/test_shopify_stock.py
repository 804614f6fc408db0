"""How many a Shopify shop has left, where it shows what it counts."""

from typing import Any

import pytest

from tests.support.shop_pages import listing, product
from wareloom.market.marketplaces.shopify import ShopifyMarketplace


@pytest.mark.parametrize(
    ("variants", "stock"),
    [
        ([{"inventory_quantity": 3}, {"inventory_quantity": 4}], 7),
        ([{"inventory_quantity": 3, "inventory_management": "shopify"}], 3),
        ([{"inventory_quantity": 3, "inventory_management": None}], None),
        ([{"inventory_quantity": 3}, {}], None),
        ([{"inventory_quantity": -2}, {"inventory_quantity": 1}], 1),
        ([{"inventory_quantity": "3"}], None),
        ([{"inventory_quantity": True}], None),
        ([{"title": "Large"}], None),
    ],
)
def test_a_stock_is_that_of_all_variants_where_all_are_counted(
    variants: list[dict[str, Any]], stock: int | None
) -> None:
    (mug,) = (
        ShopifyMarketplace()
        .read(listing(product(variants=[{"price": 9, **variant} for variant in variants])), "")
        .offers
    )
    assert mug.stock == stock
