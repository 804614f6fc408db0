"""Etsy's Open API, asked the way a collection asks it, of a server on this machine."""

from collections.abc import Generator
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.support.cloud import Emulator
from tests.support.etsy_vendor import KEY, EtsyVendor
from tests.support.haste import Passing
from tests.support.market_secret import keep_keys
from tests.support.vendor import Reply, playing
from tests.support.web import serving
from tests.unit.market.official.conftest import EVERY_KEY, asking
from wareloom.kit.errors import NotFound, Rejected, Unavailable
from wareloom.kit.http.pace import NotYet
from wareloom.market.fetchers.official.fetcher import OfficialFetcher
from wareloom.market.keys import MarketKeys
from wareloom.market.marketplaces.etsy import EtsyMarketplace
from wareloom.market.official import WayClosed
from wareloom.market.page import OfferPage, PageRequest

ETSY = EtsyMarketplace()
pytestmark = pytest.mark.usefixtures("keyed")


@pytest.fixture
def vendor() -> Generator[EtsyVendor]:
    with playing(EtsyVendor()) as vendor:
        yield vendor


def first(written: str = "fen mug") -> PageRequest:
    page = ETSY.official.first_page(ETSY.target(written), MarketKeys.model_validate(EVERY_KEY))
    assert page
    return page


def read(fetcher: OfficialFetcher, request: PageRequest) -> OfferPage:
    fetched = fetcher.fetch(request)
    assert fetched.url.startswith("https://openapi.etsy.com/v3/application/")
    assert fetched.pause >= timedelta(seconds=1)
    return ETSY.read(fetched.body, fetched.url)


def test_a_search_tells_its_listings_whole(vendor: EtsyVendor, passing: Passing) -> None:
    page = read(asking(vendor, passing), first())
    assert (len(page.offers), page.offers_total, page.next) == (3, 3, None)
    offer = page.offers[0]
    assert (offer.external_id, offer.title) == ("1000000001", "Fen mug 1000000001")
    assert (offer.price, offer.currency) == (Decimal("21.50"), "EUR")
    assert (offer.seller, offer.rating, offer.reviews_count) == ("FenPottery", Decimal("4.8"), 312)
    assert offer.image_url == "https://i.etsystatic.com/1000000001.jpg"
    assert [asked.headers["x-api-key"] for asked in vendor.asked] == [KEY, KEY]


def test_a_long_search_is_read_to_its_end_each_listing_once(vendor: EtsyVendor, passing: Passing) -> None:
    vendor.listings = 250
    fetcher, seen, numbers = asking(vendor, passing), list[str](), list[int]()
    request: PageRequest | None = first()
    while request:
        assert ETSY.official.claims(request.url)
        page = read(fetcher, request)
        seen += [offer.external_id for offer in page.offers]
        numbers.append(request.number)
        request = page.next
    assert len(seen) == len(set(seen)) == 250
    assert numbers == [1, 2, 3]


def test_a_shop_is_found_by_its_very_name(vendor: EtsyVendor, passing: Passing) -> None:
    vendor.listings = 130
    fetcher = asking(vendor, passing)
    page = read(fetcher, first("etsy.com/shop/fenpottery"))
    assert len(page.offers) == 100
    assert page.next
    assert len(read(fetcher, page.next).offers) == 30
    assert sum("/shops?" in target for target in vendor.targets()) == 1
    with pytest.raises(NotFound, match="fen"):
        fetcher.fetch(first("etsy.com/shop/fen"))


def test_a_listing_is_one_question(vendor: EtsyVendor, passing: Passing) -> None:
    (offer,) = read(asking(vendor, passing), first("etsy.com/listing/1000000002")).offers
    assert (offer.external_id, offer.seller) == ("1000000002", "FenPottery")
    assert len(vendor.asked) == 1
    with pytest.raises(NotFound):
        asking(vendor, passing).fetch(first("etsy.com/listing/5"))


def test_a_search_without_results_is_an_empty_page(vendor: EtsyVendor, passing: Passing) -> None:
    vendor.listings = 0
    page = read(asking(vendor, passing), first())
    assert (page.offers, page.next, page.offers_total) == ((), None, 0)


def test_a_refused_key_is_named_and_never_quoted(vendor: EtsyVendor, passing: Passing) -> None:
    vendor.key = "another"
    with pytest.raises(WayClosed, match="Etsy does not accept our key") as refused:
        asking(vendor, passing).fetch(first())
    assert KEY not in str(refused.value)
    assert KEY.encode() in vendor.answered[0].body


def test_a_key_that_was_replaced_a_moment_ago_is_read_again(
    vendor: EtsyVendor, passing: Passing, keyed: Emulator
) -> None:
    fetcher = asking(vendor, passing)
    fetcher.fetch(first())
    vendor.key = "a-new-one:of-today"
    keep_keys(keyed, {"etsy": {"key": f"  {vendor.key}\n"}})
    assert read(fetcher, first()).offers
    keep_keys(keyed, {"etsy": {"key": "an older one"}})
    vendor.key = "yet-another:one"
    with pytest.raises(WayClosed, match="no key for Etsy any more"):
        fetcher.fetch(first())


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_gets_no_key(vendor: EtsyVendor, passing: Passing, status: int) -> None:
    with serving() as elsewhere:
        vendor.moods = [Reply({}, status, {"Location": f"{elsewhere.address}/there"})]
        with pytest.raises(WayClosed, match="another address"):
            asking(vendor, passing).fetch(first())
        assert not elsewhere.asked


def test_who_is_told_to_slow_down_asks_nobody_until_then(vendor: EtsyVendor, passing: Passing) -> None:
    fetcher = asking(vendor, passing)
    vendor.moods = [Reply({"error": "Exceeded the rate limit"}, 429, {"Retry-After": "40"})]
    with pytest.raises(Unavailable, match="slow down") as told:
        fetcher.fetch(first())
    assert told.value.retry_after == timedelta(seconds=40)
    asked = len(vendor.asked)
    with pytest.raises(NotYet) as early:
        fetcher.fetch(first())
    assert early.value.retry_after == timedelta(seconds=40)
    assert len(vendor.asked) == asked
    passing.pass_by(timedelta(seconds=40))
    assert read(fetcher, first()).offers


def test_a_429_without_a_time_is_waited_out_too(vendor: EtsyVendor, passing: Passing) -> None:
    vendor.moods = [Reply({}, 429)]
    with pytest.raises(Unavailable) as told:
        asking(vendor, passing).fetch(first())
    assert told.value.retry_after == timedelta(seconds=30)


def test_what_is_left_of_a_second_and_of_a_day_is_kept_to(vendor: EtsyVendor, passing: Passing) -> None:
    fetcher = asking(vendor, passing)
    vendor.remaining = {"x-remaining-this-second": "0"}
    fetcher.fetch(first())
    assert passing.waited == [1.0]
    vendor.remaining = {"x-remaining-today": "0"}
    with pytest.raises(NotYet) as spent:
        fetcher.fetch(first())
    assert spent.value.retry_after
    assert spent.value.retry_after >= timedelta(minutes=59)


@pytest.mark.parametrize(
    ("mood", "kind"),
    [
        (Reply({"error": "down"}, 500), Unavailable),
        (Reply(b"<html>busy</html>", 503), Unavailable),
        (Reply({"count": 1, "results": [{"listing_id": 5}]}, cut=True), Unavailable),
        (Reply(b""), Unavailable),
        (Reply([1, 2]), Unavailable),
        (Reply({"error": f"sort_on is wrong for {KEY}"}, 400), Rejected),
    ],
)
def test_what_goes_wrong_is_told_apart(
    vendor: EtsyVendor, passing: Passing, mood: Reply, kind: type[Exception]
) -> None:
    vendor.moods = [mood]
    with pytest.raises(kind) as failed:
        asking(vendor, passing).fetch(first())
    assert not isinstance(failed.value, WayClosed)
    assert KEY not in str(failed.value)


def test_a_list_whose_second_answer_breaks_off_is_not_half_read(vendor: EtsyVendor, passing: Passing) -> None:
    fetcher = asking(vendor, passing)
    listed = vendor.reply
    fetcher.fetch(first())
    vendor.moods = [listed(vendor.asked[0]), Reply({"count": 3, "results": []}, cut=True)]
    with pytest.raises(Unavailable, match="broke off"):
        fetcher.fetch(first())


def test_nobody_at_home_is_tried_again_later(passing: Passing) -> None:
    with playing(EtsyVendor()) as gone:
        fetcher = asking(gone, passing)
    with pytest.raises(Unavailable, match="did not answer"):
        fetcher.fetch(first())
