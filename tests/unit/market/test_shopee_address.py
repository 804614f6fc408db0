"""How Shopee's searches, categories, shops and products are named, and how they are asked for."""

import pytest

from tests.support.shopee_pages import saved
from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.shopee import ShopeeMarketplace

SHOPEE = ShopeeMarketplace()


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("  Otter   MUG ", "shopee.sg/search?keyword=otter+mug"),
        ("1/2 inch hose", "shopee.sg/search?keyword=1%2F2+inch+hose"),
        ("ถ้วยกาแฟ", "shopee.sg/search?keyword=ถ้วยกาแฟ"),
        ("https://shopee.co.id/search?page=3&keyword=Laptop%20Gaming", "shopee.co.id/search?keyword=laptop+gaming"),
        ("https://shopee.vn/C%E1%BB%91c-s%E1%BB%A9-i.7.99?sp_atk=1&xptdk=2", "shopee.vn/product/7/99"),
        ("https://www.shopee.sg/product/7/99/", "shopee.sg/product/7/99"),
        ("shopee.ph/Mugs-Cups-cat.11.22.33?page=1", "shopee.ph/cat.11.22.33"),
        ("https://shopee.com.my/shop/123/search?page=1", "shopee.com.my/shop/123"),
        ("https://shopee.com.br/Otter_House?tab=0#product_list", "shopee.com.br/otter_house"),
        ("https://mall.shopee.tw/otter.house", "shopee.tw/otter.house"),
    ],
)
def test_a_target_has_one_spelling(written: str, target: str) -> None:
    assert SHOPEE.target(written) == target
    assert SHOPEE.target(target) == target


@pytest.mark.parametrize(
    "written",
    [
        "shopee.vn",
        "shopee.sg/cart",
        "shopee.sg/search",
        "shopee.sg/search?keyword=%00",
        "https://shop.example/product/7/9",
        "https://shopee.sg.example/product/7/9",
        "ftp://shopee.sg/product/7/9",
        "https://me:pw@shopee.sg/product/7/9",
        "…",
    ],
)
def test_what_names_nothing_on_shopee_is_rejected(written: str) -> None:
    with pytest.raises(Rejected):
        SHOPEE.target(written)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("shopee.sg/search?keyword=otter+mug", "/search/search_items?by=relevancy&keyword=otter+mug&limit=60&newest=0"),
        ("shopee.ph/cat.11.22.33", "/search/search_items?by=pop&fe_categoryids=33&limit=60&newest=0"),
        ("shopee.vn/product/7/99", "/pdp/get_pc?item_id=99&shop_id=7"),
        ("shopee.com.my/shop/123", "/shop/rcmd_items?bundle=shop_page_category_tab_main&limit=30&offset=0&shop_id=123"),
        ("shopee.com.br/otter_house", "/shop/get_shop_base?username=otter_house"),
    ],
)
def test_what_is_asked_for_is_what_shopee_s_own_program_asks_for(target: str, path: str) -> None:
    request = SHOPEE.first_page(target, None)
    assert request.url.startswith(f"https://{target.partition('/')[0]}/api/v4{path}")
    assert request.headers["x-api-source"] == "pc"


def test_a_shop_known_by_its_name_leads_to_its_list() -> None:
    told = b'{"error":0,"data":{"shopid":550001,"name":"Otter House","follower_count":3,"item_count":31}}'
    page = SHOPEE.read(told, "https://shopee.com.my/api/v4/shop/get_shop_base?username=otter_house&version=1")
    assert page.offers == ()
    assert page.next
    assert page.next.url.startswith("https://shopee.com.my/api/v4/shop/rcmd_items?")
    first, second = page.next, SHOPEE.read(saved("shop_cards.json"), page.next.url).next
    assert second
    assert (first.number, second.number) == (2, 3)
    assert "offset=0" not in second.url
