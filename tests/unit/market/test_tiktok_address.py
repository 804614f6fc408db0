"""How TikTok Shop's searches, categories, stores and products are named."""

import pytest

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.tiktok import TikTokMarketplace

TIKTOK = TikTokMarketplace()
MUG = "1729000000000000001"


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("  Otter   MUG ", "tiktok.com/shop/s/otter%20mug"),
        ("ถ้วยกาแฟ", "tiktok.com/shop/s/ถ้วยกาแฟ"),
        (f"https://www.tiktok.com/shop/pdp/otter-mug/{MUG}?source=x", f"tiktok.com/shop/pdp/{MUG}"),
        (f"https://www.tiktok.com/view/product/{MUG}?region=US", f"tiktok.com/shop/pdp/{MUG}"),
        (f"https://shop.tiktok.com/view/product/{MUG}?locale=vi", f"tiktok.com/shop/pdp/{MUG}"),
        (f"https://shop.tiktok.com/US/pdp/otter-mug/{MUG}/", f"shop.tiktok.com/us/pdp/{MUG}"),
        ("https://shop.tiktok.com/vn/k/Coc-Su?x=1", "shop.tiktok.com/vn/k/coc-su"),
        ("www.tiktok.com/shop/c/Mugs/601152", "tiktok.com/shop/c/mugs/601152"),
        ("https://www.tiktok.com/shop/store/otter-goods/7490", "tiktok.com/shop/store/otter-goods/7490"),
        ("https://www.tiktok.com/shop/s/Otter%20Mug?enter_from=x", "tiktok.com/shop/s/otter%20mug"),
        ("https://shop.tiktok.com/us/s?q=Otter+Mug", "shop.tiktok.com/us/s?q=otter%20mug"),
    ],
)
def test_a_target_has_one_spelling(written: str, target: str) -> None:
    assert TIKTOK.target(written) == target
    assert TIKTOK.target(target) == target
    assert TIKTOK.first_page(target, None).url.startswith("https://")


@pytest.mark.parametrize(
    "written",
    [
        "https://www.tiktok.com/@otter",
        "https://www.tiktok.com/@otter/video/7500000000000000001",
        "https://www.tiktok.com/shop",
        "https://www.tiktok.com/shop/s/",
        "https://www.tiktok.com/shop/pdp/otter-mug",
        "https://shop.tiktok.com/us/cart",
        "https://shop.tiktok.com.example/us/pdp/1729000000000000001",
        "https://shop.example/shop/pdp/1729000000000000001",
        "…",
    ],
)
def test_what_names_nothing_in_tiktok_shop_is_rejected(written: str) -> None:
    with pytest.raises(Rejected):
        TIKTOK.target(written)


@pytest.mark.parametrize(
    ("target", "url"),
    [
        (f"tiktok.com/shop/pdp/{MUG}", f"https://www.tiktok.com/shop/pdp/{MUG}"),
        ("tiktok.com/shop/s/otter%20mug", "https://www.tiktok.com/shop/s/otter%20mug"),
        ("tiktok.com/shop/s/cốc", "https://www.tiktok.com/shop/s/c%E1%BB%91c"),
        ("shop.tiktok.com/vn/k/coc-su", "https://shop.tiktok.com/vn/k/coc-su"),
    ],
)
def test_the_first_page_is_the_one_that_people_see(target: str, url: str) -> None:
    assert TIKTOK.first_page(target, None).url == url
