"""What every marketplace of the registry must do; a new one is covered on arrival."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.factories import at
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Rejected
from wareloom.kit.settings import SampleSettings
from wareloom.market.fetcher import Fetcher
from wareloom.market.fetchers.registry import FETCHERS
from wareloom.market.fetchers.simulation import SimulationFetcher
from wareloom.market.marketplace import Marketplace
from wareloom.market.marketplaces.registry import MARKETPLACES
from wareloom.market.page import OfferPage, PageRequest

EVERY = pytest.mark.parametrize("kind", MARKETPLACES.values(), ids=list(MARKETPLACES))
OFFLINE: dict[str, Fetcher] = {"simulation": SimulationFetcher(SampleSettings(offers=200))}


@EVERY
def test_it_introduces_itself(kind: Marketplace) -> None:
    assert MARKETPLACES[kind.name] is kind
    assert kind.fetcher in FETCHERS
    assert kind.every >= timedelta(hours=1)
    assert all([kind.title, kind.about, kind.target_label, kind.target_example])


@EVERY
def test_a_target_has_one_spelling(kind: Marketplace) -> None:
    spelled = kind.target(kind.target_example)
    assert kind.target(spelled) == spelled
    assert kind.target(f"  {kind.target_example.upper()} ") == spelled


@EVERY
@pytest.mark.parametrize("written", ["", "   ", "\x00", "../../etc/passwd", "a" * 5000, "☃☃☃", "javascript:alert(1)"])
def test_nonsense_is_no_target(kind: Marketplace, written: str) -> None:
    with pytest.raises(Rejected):
        kind.target(written)


@EVERY
@pytest.mark.parametrize("since", [None, at("2026-10-01T00:00:00")])
def test_a_request_survives_the_row_it_is_kept_on(kind: Marketplace, since: datetime | None) -> None:
    request = kind.first_page(kind.target(kind.target_example), since)
    assert PageRequest.model_validate_json(request.model_dump_json()) == request
    assert request.number == 1


@EVERY
@given(body=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(max_examples=60, deadline=None)
def test_what_cannot_be_read_is_never_zero_offers(kind: Marketplace, body: bytes) -> None:
    with pytest.raises((Rejected, Blocked)):
        kind.read(body, "https://shop.example/products.json")


@pytest.mark.parametrize("kind", [kind for kind in MARKETPLACES.values() if kind.offline], ids=lambda kind: kind.name)
def test_an_offline_one_is_read_from_its_first_page_to_its_last(kind: Marketplace) -> None:
    fetcher = OFFLINE[kind.fetcher]
    with clock.held(at("2026-11-01T12:00:00")):
        request: PageRequest | None = kind.first_page(kind.target(kind.target_example), None)
        seen: list[str] = []
        while request is not None:
            fetched = fetcher.fetch(request)
            page = kind.read(fetched.body, fetched.url)
            seen += [offer.external_id for offer in page.offers]
            _is_sound(page)
            request = page.next
    assert seen
    assert len(seen) == len(set(seen))


def _is_sound(page: OfferPage) -> None:
    for offer in page.offers:
        assert offer.external_id
        assert offer.title.strip() == offer.title != ""
        assert offer.price is None or (offer.price > 0 and offer.currency is not None)
        assert offer.rating is None or Decimal(0) <= offer.rating <= 5
        assert offer.reviews_count is None or offer.reviews_count >= 0
        assert [glimpse.seen_at for glimpse in offer.history] == sorted({glimpse.seen_at for glimpse in offer.history})


def test_every_source_that_is_somebody_s_has_an_end() -> None:
    assert {name for name, kind in MARKETPLACES.items() if kind.pages_per_day is None} == {"sample"}
