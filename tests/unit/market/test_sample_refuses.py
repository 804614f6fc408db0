"""What the sample market refuses: targets it has not, bytes that are no page of it, addresses that lead nowhere."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from wareloom.kit import clock
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.settings import SampleSettings
from wareloom.market.fetchers.simulation import SimulationFetcher
from wareloom.market.marketplaces.sample.marketplace import SampleMarketplace
from wareloom.market.page import PageRequest

SAMPLE = SampleMarketplace()
GOOD = (
    b'{"market": "sample", "page": 1, "pages": 1, "next": null, "listings": [{"id": "1", "title": "Mug", "shop": "S", '
    b'"department": "Drinkware", "tags": [], "attributes": {}, "currency": "USD", "price": "9.50", "rating": 4.5, '
    b'"reviews": 2, "history": []}]}'
)


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("everything", "everything"),
        (" Everything ", "everything"),
        ("RETRO  camping", "retro camping"),
        ("night shift nurse", "night-shift nurse"),
        ("Retro-Camping", "retro camping"),
    ],
)
def test_a_target_has_one_spelling(written: str, target: str) -> None:
    assert SAMPLE.target(written) == target


@pytest.mark.parametrize("written", ["", "camping", "https://shop.example", "everything and more"])
def test_an_unknown_target_is_rejected_with_examples(written: str) -> None:
    with pytest.raises(Rejected, match="everything, retro camping, "):
        SAMPLE.target(written)


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"null", b"[]", b"{}", b"<html>Are you a robot?</html>"])
def test_bytes_that_are_no_page_are_rejected_with_the_reason(body: bytes) -> None:
    with pytest.raises(Rejected, match=r"saved\.json: not a page of the sample market"):
        SAMPLE.read(body, "file:///saved.json")


def test_a_page_cut_short_anywhere_is_rejected() -> None:
    for end in range(len(GOOD)):
        with pytest.raises(Rejected):
            SAMPLE.read(GOOD[:end], "")


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'"9.50"', b'"-9.50"'),
        (b"4.5", b"7"),
        (b'"reviews": 2', b'"reviews": -2'),
        (b'"USD"', b'"dollars"'),
        (b'"id": "1"', b'"id": ""'),
        (b'"title": "Mug", ', b""),
        (b'"next": null', b'"next": "https://shop.example/offers?page=2"'),
    ],
)
def test_a_page_with_one_thing_wrong_is_rejected(good: bytes, bad: bytes) -> None:
    assert SAMPLE.read(GOOD, "").offers[0].price == Decimal("9.50")
    with pytest.raises(Rejected):
        SAMPLE.read(GOOD.replace(good, bad), "")


@pytest.mark.parametrize(
    ("url", "failure"),
    [
        ("https://market/offers?target=everything", Rejected),
        ("sample://market/offers", Rejected),
        ("sample://market/offers?target=everything&page=0", Rejected),
        ("sample://market/offers?target=everything&since=yesterday", Rejected),
        ("sample://market/offers?target=everything&since=2026-05-01T00:00:00", Rejected),
        ("sample://market/offers?target=dog+hats", NotFound),
        ("sample://market/offers?target=everything&page=99", NotFound),
    ],
)
def test_the_shop_refuses_what_is_no_page_of_it(url: str, failure: type[Exception]) -> None:
    with clock.held(datetime(2026, 5, 2, tzinfo=UTC)), pytest.raises(failure):
        SimulationFetcher(SampleSettings(offers=60)).fetch(PageRequest(url=url))
