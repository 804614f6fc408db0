"""A page of TikTok Shop without content is unreadable, not empty."""

import json

import pytest

from tests.support.tiktok_pages import hit, part, product, put_together, saved, scripted, video
from wareloom.kit.errors import Blocked, Rejected
from wareloom.market.marketplaces.tiktok import TikTokMarketplace

TIKTOK = TikTokMarketplace()
NOTHING = part("feed_list_you_may_like", {"products": [hit()]}, data_source={"type": "recommended_for_you"})


@pytest.mark.parametrize(
    "body",
    [
        saved("check.html"),
        b"<html><head><title>Security Check</title></head><body></body></html>",
        b"<html><body><div id='captcha_verify_container'></div></body></html>",
        b'{"code":100000}',
    ],
)
def test_a_check_for_robots_is_blocked(body: bytes) -> None:
    with pytest.raises(Blocked):
        TIKTOK.read(body, "")


@pytest.mark.parametrize("url", ["https://www.tiktok.com/login?redirect_url=x", "https://www.tiktok.com/captcha/x"])
def test_whoever_is_sent_to_the_gate_is_blocked(url: str) -> None:
    with pytest.raises(Blocked):
        TIKTOK.read(saved("search.html"), url)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b"{", "cut off"),
        (b"{}", "neither"),
        (b"Not Found", "neither"),
        (b'{"products":[]}', "neither"),
        (b'{"code":0,"data":{"products":null}}', "neither"),
        (b'{"products":[1,{"title":"Mug"}]}', "form that cannot be read"),
        (b'{"products":[' + b"1," * 30_000 + b"1]}", "more"),
        (b'{"code":23002102,"message":"not available"}', "not available"),
        (saved("product_elsewhere.html"), "not available in this country or region"),
        (saved("shell.html"), "empty shell"),
        (put_together(NOTHING), "without a product"),
        (put_together(part("product_info"), NOTHING), "without a product"),
        (put_together(part("product_info"), part("feed_list_new", {"products": [hit()]})), "without a product"),
        (put_together(part("product_info", {"product_info": {"product_id": "1729"}})), "does not show it"),
        (put_together(part("product_info", product(base={"title": " "}))), "does not show it"),
        (put_together(part("product_info", product(product_id="0"))), "does not show it"),
        (scripted("__MODERN_ROUTER_DATA__", "{"), "without a product"),
        (scripted("__MODERN_ROUTER_DATA__", {"loaderData": None}), "without a product"),
        (b"<html><body>Otters</body></html>", "without a product"),
    ],
)
def test_what_cannot_be_read_is_rejected(body: bytes, said: str) -> None:
    with pytest.raises(Rejected, match=said):
        TIKTOK.read(body, "")


@pytest.mark.parametrize(
    "body",
    [
        json.dumps([video()]).encode(),
        json.dumps({"itemList": [video()]}).encode(),
        json.dumps({"item_list": [video()]}).encode(),
        scripted("__UNIVERSAL_DATA_FOR_REHYDRATION__", {}),
        scripted("SIGI_STATE", {}),
    ],
)
def test_videos_are_no_offers_and_it_is_said_where_they_are_read(body: bytes) -> None:
    with pytest.raises(Rejected, match="parse-posts"):
        TIKTOK.read(body, "")
