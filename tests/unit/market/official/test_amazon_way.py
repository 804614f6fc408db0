"""Amazon's Selling Partner API, asked the way a collection asks it, of a server on this machine."""

from collections.abc import Generator
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.support.amazon_vendor import GERMANY, KEY, AmazonVendor, item, refused
from tests.support.haste import Passing
from tests.support.vendor import Reply, playing
from tests.unit.market.official.conftest import EVERY_KEY, asking
from wareloom.kit.errors import Rejected, Unavailable
from wareloom.kit.http.pace import NotYet
from wareloom.market.fetchers.official.desk import side_by_side
from wareloom.market.keys import MarketKeys
from wareloom.market.marketplaces.amazon import AmazonMarketplace
from wareloom.market.official import WayClosed
from wareloom.market.page import PageRequest

AMAZON = AmazonMarketplace()
pytestmark = pytest.mark.usefixtures("keyed")
TOKEN = "/auth/o2/token"


@pytest.fixture
def vendor() -> Generator[AmazonVendor]:
    with playing(AmazonVendor()) as vendor:
        yield vendor


def first(written: str = "amazon.de: otter mug") -> PageRequest:
    page = AMAZON.official.first_page(AMAZON.target(written), MarketKeys.model_validate(EVERY_KEY))
    assert page
    return page


def test_a_product_of_the_catalogue_comes_with_its_price_and_place(vendor: AmazonVendor, passing: Passing) -> None:
    fetched = asking(vendor, passing).fetch(first())
    page = AMAZON.read(fetched.body, fetched.url)
    assert (len(page.offers), page.offers_total, page.pages_total, page.next) == (2, 2, 1, None)
    offer = page.offers[0]
    assert (offer.external_id, offer.title) == ("B000000000", "Otter mug B000000000")
    assert (offer.price, offer.currency, offer.availability) == (Decimal("12.99"), "EUR", "in_stock")
    assert offer.category_path == ("Küche", "Teetassen")
    assert offer.rank == 3456
    assert offer.image_url == "https://m.media-amazon.com/images/I/B000000000.jpg"
    assert offer.product_url == "https://www.amazon.de/dp/B000000000"
    assert offer.details == {"brand": "Fen", "offers": 4}
    assert fetched.pause == timedelta(seconds=2)


def test_a_search_is_read_to_its_end_at_its_pace(vendor: AmazonVendor, passing: Passing) -> None:
    vendor.items = 45
    fetcher, seen, numbers = asking(vendor, passing), list[str](), list[int]()
    request: PageRequest | None = first()
    while request:
        assert AMAZON.official.claims(request.url)
        fetched = fetcher.fetch(request)
        page = AMAZON.read(fetched.body, fetched.url)
        seen += [offer.external_id for offer in page.offers]
        numbers.append(request.number)
        request = page.next
    assert len(seen) == len(set(seen)) == 45
    assert numbers == [1, 2, 3]
    assert passing.waited == [0.5, 1.5, 2.0]
    assert not any("#" in target or "page=" in target for target in vendor.targets())


def test_a_product_is_asked_for_by_its_number(vendor: AmazonVendor, passing: Passing) -> None:
    fetched = asking(vendor, passing).fetch(first("amazon.co.uk/dp/B0ABCDEFGH"))
    (offer,) = AMAZON.read(fetched.body, fetched.url).offers
    assert (offer.external_id, offer.product_url) == ("B0ABCDEFGH", "https://www.amazon.co.uk/dp/B0ABCDEFGH")


def test_an_item_that_has_no_price_now_is_kept_without_one(vendor: AmazonVendor, passing: Passing) -> None:
    fetched = asking(vendor, passing).fetch(first("amazon.de/dp/B000000003"))
    (offer,) = AMAZON.read(fetched.body, fetched.url).offers
    assert (offer.price, offer.availability, offer.currency) == (None, None, "EUR")


def test_one_token_serves_an_hour(vendor: AmazonVendor, passing: Passing) -> None:
    fetcher = asking(vendor, passing)
    for _ in range(3):
        fetcher.fetch(first())
        passing.pass_by(timedelta(seconds=10))
    assert vendor.targets().count(TOKEN) == 1
    passing.pass_by(timedelta(hours=1))
    fetcher.fetch(first())
    assert vendor.targets().count(TOKEN) == 2


def test_a_token_that_was_taken_back_is_bought_anew_once(vendor: AmazonVendor, passing: Passing) -> None:
    fetcher = asking(vendor, passing)
    fetcher.fetch(first())
    vendor.tokens.append("withdrawn")
    assert fetcher.fetch(first()).body
    assert vendor.targets().count(TOKEN) == 2


def test_a_key_that_amazon_does_not_know_closes_the_way(vendor: AmazonVendor, passing: Passing) -> None:
    vendor.moods = [Reply({"error": "invalid_grant", "error_description": str(KEY["refresh_token"])}, 400)]
    with pytest.raises(WayClosed, match="Login with Amazon does not accept our key") as closed:
        asking(vendor, passing).fetch(first())
    assert str(KEY["refresh_token"]) not in str(closed.value)


def test_a_key_without_the_right_to_prices_closes_the_way(vendor: AmazonVendor, passing: Passing) -> None:
    """Offers without prices would pass for offers that have none."""
    vendor.may_price = False
    with pytest.raises(WayClosed, match="what it may do") as closed:
        asking(vendor, passing).fetch(first())
    assert "Atza" not in str(closed.value)


def test_the_rate_that_amazon_names_counts(vendor: AmazonVendor, passing: Passing) -> None:
    fetcher = asking(vendor, passing)
    fetcher.fetch(first())
    vendor.moods = [Reply(b'{"numberOfResults": 0, "items": []}', headers={"x-amzn-RateLimit-Limit": "0.1"})]
    assert fetcher.fetch(first()).pause == timedelta(seconds=10)
    with pytest.raises(NotYet):
        fetcher.fetch(first())


@pytest.mark.parametrize(
    ("mood", "kind"),
    [
        (refused(429, "QuotaExceeded", "You exceeded your quota"), Unavailable),
        (refused(503, "ServiceUnavailable", "Later"), Unavailable),
        (refused(400, "InvalidInput", "keywords"), Rejected),
        (Reply({"numberOfResults": 3, "items": []}, cut=True), Unavailable),
    ],
)
def test_what_goes_wrong_is_told_apart(
    vendor: AmazonVendor, passing: Passing, mood: Reply, kind: type[Exception]
) -> None:
    fetcher = asking(vendor, passing)
    fetcher.fetch(first())
    vendor.moods = [mood]
    with pytest.raises(kind) as failed:
        fetcher.fetch(first())
    assert "Atza" not in str(failed.value)


@pytest.mark.parametrize(
    "body", [b'{"answers":[', b'{"answers":[]}', b'{"answers":[{"errors":[]}]}', b"[]", b'{"items":[]}']
)
def test_an_answer_of_another_shape_is_rejected(body: bytes) -> None:
    with pytest.raises(Rejected):
        AMAZON.read(body, first().url)


def test_what_only_holds_variants_together_is_no_offer() -> None:
    parent = item("B000000009", GERMANY, itemClassification="VARIATION_PARENT")
    body = side_by_side([Reply({"numberOfResults": 1, "items": [parent]}).body])
    assert AMAZON.read(body, first().url).offers == ()


def test_a_page_beyond_the_thousandth_product_is_not_asked_for() -> None:
    told = {"numberOfResults": 9000, "items": [item("B000000001")], "pagination": {"nextToken": "more"}}
    last = AMAZON.read(side_by_side([Reply(told).body]), f"{first().url}&pageToken=x#page=50")
    assert (last.next, last.pages_total) == (None, 50)
