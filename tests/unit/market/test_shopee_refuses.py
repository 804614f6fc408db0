"""When Shopee's list ends, when it is empty, and when it is withheld: three things that look alike."""

import pytest

from tests.support.shopee_pages import item, listing, saved
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.shopee import ShopeeMarketplace
from wareloom.market.page import OfferPage

SHOPEE = ShopeeMarketplace()
SEARCH = "https://shopee.sg/api/v4/search/search_items?keyword=otter&limit=2&newest={}&order=desc"
SHOP = "https://shopee.sg/api/v4/shop/rcmd_items?limit=30&offset={}&shop_id=7"


def read(body: bytes, url: str = SEARCH.format(0)) -> OfferPage:
    return SHOPEE.read(body, url)


@pytest.mark.parametrize(
    ("url", "around", "following", "number"),
    [
        (SEARCH.format(0), {"total_count": 5, "nomore": False}, SEARCH.format(2), 2),
        (SEARCH.format(2), {"total_count": 5, "nomore": False}, SEARCH.format(4), 3),
        (SEARCH.format(4), {"total_count": 5, "nomore": False}, None, 0),
        (SEARCH.format(0), {"total_count": 5, "nomore": True}, None, 0),
        (SEARCH.format(0), {}, SEARCH.format(2), 2),
        (SEARCH.format(98), {"total_count": 3100, "nomore": False}, None, 0),
        (SHOP.format(0), {"total_count": 61}, SHOP.format(30), 3),
        (SHOP.format(30), {"total_count": 60}, None, 0),
        ("https://shopee.sg/api/v4/pdp/get_pc?item_id=9&shop_id=7", {}, None, 0),
        ("https://shopee.sg/api?newest=x&limit=0", {}, "https://shopee.sg/api?newest=1&limit=0", 2),
        ("", {"total_count": 5}, None, 0),
    ],
)
def test_a_list_goes_on_until_it_says_that_it_ends(
    url: str, around: dict[str, object], following: str | None, number: int
) -> None:
    page = read(listing(item(), item(itemid=10), **around), url)
    assert (page.next and page.next.url) == following
    assert page.next is None or (page.next.number, page.next.headers["x-api-source"]) == (number, "pc")


@pytest.mark.parametrize(
    "body",
    [
        b'{"error":null,"items":[],"total_count":0,"nomore":true}',
        b'{"error":0,"items":[],"total_count":0}',
        b'{"error":0,"items":null,"total_count":0,"nomore":true}',
        b'{"error":0,"items":[],"total_count":61,"nomore":true}',
        b'{"error":0,"data":{"total":0,"centralize_item_card":{"item_cards":[]}}}',
        b'{"error":0,"data":{"sections":[{"total":0,"has_more":false,"data":{"item":null}}]}}',
    ],
)
def test_a_list_that_says_that_it_is_empty_is(body: bytes) -> None:
    page = read(body)
    assert (page.offers, page.next) == ((), None)


@pytest.mark.parametrize(
    "body",
    [
        saved("robot.json"),
        b'{"0":2,"1":"x","3":90309999,"error":90309999}',
        b'{"error":90309998}',
        b'{"tracking_id":"x","action_type":1,"error":5}',
        b'{"error":19,"error_msg":"Failed to authenticate"}',
        b'{"error":null,"items":null,"nomore":true}',
        b'{"error":null,"items":null,"total_count":0}',
        b'{"error":null,"items":[]}',
        b'{"error":null,"items":[],"total_count":3100,"nomore":false}',
    ],
)
def test_what_is_withheld_is_blocked_and_not_empty(body: bytes) -> None:
    with pytest.raises(Blocked):
        read(body)


@pytest.mark.parametrize(
    "url",
    [
        "https://shopee.vn/verify/traffic/error?home_url=x",
        "https://shopee.vn/verify/captcha?anti_bot_tracking_id=x",
        "https://shopee.vn/buyer/login?next=x",
    ],
)
def test_whoever_is_sent_to_the_gate_is_blocked(url: str) -> None:
    with pytest.raises(Blocked):
        read(saved("product_page.html"), url)


def test_a_wall_is_blocked() -> None:
    with pytest.raises(Blocked, match="wall"):
        read(b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b"{", "cut off"),
        (saved("search.json")[:900], "cut off"),
        (b"{}", "neither"),
        (b"[]", "withholds"),
        (b'{"items":[1,null,"x",{}]}', "form that cannot be read"),
        (b'{"items":[{"itemid":9,"shopid":7}]}', "form that cannot be read"),
        (b'{"items":[{"itemid":9,"name":"Mug"}]}', "form that cannot be read"),
        (b'{"items":[{"itemid":0,"shopid":7,"name":"Mug"}]}', "form that cannot be read"),
        (b'{"error":4,"data":null}', "no such product"),
        (b'{"error":266900002,"data":null}', "no such product"),
        (b'{"error":10013,"error_msg":"bad params"}', "bad params"),
        (b'{"error":null,"data":null}', "neither"),
        (b"Not Found", "neither"),
        (b"<html><body><div id='main'></div></body></html>", "in a browser"),
        (b'{"a":' * 100_000, "cut off"),
        (b'{"items":[' + b"1," * 30_000 + b"1]}", "more"),
    ],
)
def test_what_cannot_be_read_is_rejected(body: bytes, said: str) -> None:
    with pytest.raises((Rejected, Blocked), match=said):
        read(body)


def test_a_card_that_cannot_be_read_does_not_take_the_others_with_it() -> None:
    page = read(listing(item(), {"itemid": 3}, item(itemid=10)))
    assert [offer.external_id for offer in page.offers] == ["7.9", "7.10"]
