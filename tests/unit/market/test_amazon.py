"""How a search, a shelf, a shop or a product at Amazon is named and asked for."""

import pytest

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.amazon import AmazonMarketplace
from wareloom.market.marketplaces.amazon.address import next_search, next_shelf
from wareloom.market.marketplaces.amazon.links import is_paid, product_in
from wareloom.market.marketplaces.amazon.shops import SHOPS, shop_at

AMAZON = AmazonMarketplace()


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("coffee mug", "amazon.com/s?k=coffee+mug"),
        ("  Coffee   MUG ", "amazon.com/s?k=coffee+mug"),
        ("24/7 mug & saucer", "amazon.com/s?k=24%2F7+mug+%26+saucer"),
        ("湯呑み", "amazon.com/s?k=湯呑み"),
        ("amazon.de: Teebecher", "amazon.de/s?k=teebecher"),
        ("Amazon.co.jp : 湯呑み", "amazon.co.jp/s?k=湯呑み"),
        ("https://www.amazon.de/s?k=Teebecher&crid=3JN&sprefix=tee%2Caps&ref=nb_sb_noss", "amazon.de/s?k=teebecher"),
        ("amazon.de/s?k=a+b&i=kitchen&page=4", "amazon.de/s?k=a+b&i=kitchen"),
        ("amazon.de/s?k=a&i=aps", "amazon.de/s?k=a"),
        ("amazon.com/s?k=mug&rh=n%3A1055398%2Cp_36%3A1000-2000", "amazon.com/s?k=mug&rh=n:1055398,p_36:1000-2000"),
        ("amazon.it/s?k=a&s=price-asc-rank&low-price=5&high-price=x", "amazon.it/s?k=a&low-price=5&s=price-asc-rank"),
        ("smile.amazon.com/s/ref=nb?url=search-alias%3Dbooks&field-keywords=Tea", "amazon.com/s?k=tea&i=books"),
        ("amazon.fr/s/ref=sr_pg_2?rh=n%3A5%2Cn%3A%2191%2Ck%3Athé&page=2&keywords=thé", "amazon.fr/s?k=thé&rh=n:5"),
        ("https://www.amazon.in/-/hi/s?k=cup&language=hi_IN", "amazon.in/s?k=cup"),
        ("amazon.com/b?node=13217441", "amazon.com/s?rh=n:13217441"),
        ("https://www.amazon.com/Mugs/b/ref=dp_bc_4?ie=UTF8&node=13217441", "amazon.com/s?rh=n:13217441"),
        ("amazon.co.uk/s?me=A1F83G8C2ARO7P&marketplaceID=x", "amazon.co.uk/s?me=A1F83G8C2ARO7P"),
        ("amazon.co.uk/sp?ie=UTF8&seller=A1F83G8C2ARO7P&asin=B0WL000001", "amazon.co.uk/s?me=A1F83G8C2ARO7P"),
        ("https://www.amazon.it/shops/A1F83G8C2ARO7P", "amazon.it/s?me=A1F83G8C2ARO7P"),
        ("https://www.amazon.in/gp/bestsellers/books/ref=zg_bs_pg_2?ie=UTF8&pg=2", "amazon.in/gp/bestsellers/books"),
        ("amazon.com/Best-Sellers-Books/zgbs/books/17/ref=zg_bs_nav_0/130-0", "amazon.com/gp/bestsellers/books/17"),
        ("amazon.es/gp/new-releases/kitchen/", "amazon.es/gp/new-releases/kitchen"),
        ("amazon.com.tr/-/en/gp/movers-and-shakers", "amazon.com.tr/gp/movers-and-shakers"),
        ("https://www.amazon.de/Heidegrund-Teebecher/dp/B0WL000001/ref=sr_1_1?tag=x-21", "amazon.de/dp/B0WL000001"),
        ("amazon.com.br/gp/product/b0wl000001?th=1", "amazon.com.br/dp/B0WL000001"),
        ("amazon.com.au/gp/aw/d/048640077X", "amazon.com.au/dp/048640077X"),
    ],
)  # fmt: skip
def test_everything_has_one_spelling(written: str, target: str) -> None:
    assert AMAZON.target(written) == target
    assert AMAZON.target(target) == target
    assert AMAZON.target(f"  {target} ") == target


@pytest.mark.parametrize(
    "written",
    [
        *("", "?!", "amazon.de", "https://www.amazon.de/", "amazon.de:", "amazon.de/s", "amazon.de/s?i=aps&ref=x"),
        *(
            "amazon.de/gp/cart/view.html",
            "amazon.de/dp/NOTANID",
            "amazon.de/stores/page/0000-1111",
            "amazon.de/b?node=x",
        ),
        *("etsy.com", "https://www.etsy.com/search?q=mug", "amazon.de.example/s?k=mug", "notamazon.com/s?k=mug"),
        *("https://amazon.de:8443/s?k=mug", "ftp://amazon.de/s?k=mug", "https://a:b@amazon.de/s?k=mug", "x" * 300),
        "https://www.amazon.de/s?k=coffee mug",
    ],
)
def test_what_is_nothing_to_ask_amazon_for_is_rejected(written: str) -> None:
    with pytest.raises(Rejected):
        AMAZON.target(written)


@pytest.mark.parametrize("domain", SHOPS)
def test_every_country_s_amazon_is_known(domain: str) -> None:
    target = AMAZON.target(f"{domain}: mug")
    assert target == f"{domain}/s?k=mug"
    assert AMAZON.first_page(target, None).url == f"https://www.{domain}/s?k=mug"
    assert shop_at(f"https://www.{domain}/s?k=mug") == SHOPS[domain]


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/s?k=tee&page=2&qid=17&ref=sr_pg_1", "https://www.amazon.de/s?k=tee&page=2"),
        ("https://www.amazon.de/s?k=tee&rh=n%3A3&page=20", "https://www.amazon.de/s?k=tee&rh=n:3&page=20"),
        ("/s?k=tee&page=21", None),
        ("/s?k=tee&page=1", None),
        ("/s?page=2", None),
        ("//[", None),
    ],
)
def test_a_search_goes_on_as_far_as_amazon_shows_it(link: str, url: str | None) -> None:
    request = next_search(link, SHOPS["amazon.de"])
    assert (request.url if request else None) == url
    if request:
        assert request.number > 1


def test_a_list_goes_on() -> None:
    request = next_shelf("/gp/bestsellers/books/ref=zg_bs_pg_2_books?ie=UTF8&pg=2", SHOPS["amazon.in"])
    assert request is not None
    assert (request.url, request.number) == ("https://www.amazon.in/gp/bestsellers/books?pg=2", 2)
    assert next_shelf("/s?k=books&pg=2", SHOPS["amazon.in"]) is None


@pytest.mark.parametrize(
    ("link", "product", "paid"),
    [
        ("/Otter-Mug/dp/B0WL000001/ref=sr_1_1?keywords=mug", "B0WL000001", False),
        ("/dp/048640077X", "048640077X", False),
        ("/gp/product/B0WL000001?psc=1", "B0WL000001", False),
        ("/gp/offer-listing/B0WL000001/ref=x", "B0WL000001", False),
        ("/sspa/click?ie=UTF8&spc=x&url=%2FOtter%2Fdp%2FB0WL000001%2Fref%3Dsr_1_1_sspa%3Fpsc%3D1", "B0WL000001", True),
        ("/gp/slredirect/picassoRedirect.html/ref=x?url=https%3A%2F%2Famazon.fr%2Fdp%2FB0WL000001", "B0WL000001", True),
        ("https://aax-eu.amazon-adsystem.com/x/c/Q/https://amazon.de/x?url=%252Fdp%252FB0WL000001", "B0WL000001", True),
        ("/dp/B0WL0000011", None, False),
        ("/s?k=dp", None, False),
        ("javascript:void(0)", None, False),
        ("", None, False),
    ],
)  # fmt: skip
def test_a_link_leads_to_a_product_through_whatever_wraps_it(link: str, product: str | None, *, paid: bool) -> None:
    assert product_in(link) == product
    assert is_paid(link) is paid
