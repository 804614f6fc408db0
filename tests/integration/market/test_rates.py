"""Prices in dollars stand beside what was seen, by the newest rate that is known, and never in its place."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.integration.market.showing import NOON, bare, show, the_offer
from tests.support.database import Overheard
from tests.support.factories import an_offer
from wareloom.market.models import Rate
from wareloom.market.offers import OfferSearch, find_offers

OLD, NEW = date(2050, 1, 1), date(2050, 1, 2)
"""Later than whatever the migrations bring."""


@pytest.fixture
def rated(work: Overheard) -> Overheard:
    for currency, day, per_usd in (
        ("USD", NEW, "1"),
        ("EUR", OLD, "0.5"),
        ("EUR", NEW, "0.8"),
        ("JPY", NEW, "150"),
    ):
        work.session.add(Rate(currency=currency, day=day, per_usd=Decimal(per_usd)))
    work.session.flush()
    return work


def in_dollars(work: Overheard, number: int = 1) -> tuple[Decimal | None, str | None, Decimal | None, date | None]:
    offer = the_offer(work.session, number)
    return offer.price, offer.currency, offer.price_usd, offer.rated_on


def test_a_price_is_told_in_dollars_by_the_newest_rate(rated: Overheard) -> None:
    show(
        rated.session, an_offer(1, price=Decimal(20), currency="EUR"), an_offer(2, price=Decimal(1500), currency="JPY")
    )
    assert in_dollars(rated, 1) == (20, "EUR", 25, NEW)
    assert in_dollars(rated, 2) == (1500, "JPY", 10, NEW)


@pytest.mark.parametrize("unknown", [None, "XTS", "", "eur"])
def test_without_a_rate_nothing_is_guessed(rated: Overheard, unknown: str | None) -> None:
    show(rated.session, an_offer(price=Decimal(20), currency=unknown))
    assert in_dollars(rated)[2:] == (None, None)
    show(rated.session, an_offer(price=Decimal(20), currency="EUR"), when=NOON + timedelta(hours=1))
    assert in_dollars(rated)[2:] == (25, NEW)


def test_a_price_that_moves_moves_in_dollars_too(rated: Overheard) -> None:
    show(rated.session, an_offer(price=Decimal(20), currency="EUR"))
    show(rated.session, an_offer(price=Decimal(40), currency="USD"), when=NOON + timedelta(hours=1))
    assert in_dollars(rated) == (40, "USD", 40, NEW)
    show(rated.session, an_offer(price=Decimal(40), currency="XTS"), when=NOON + timedelta(hours=2))
    assert in_dollars(rated) == (40, "XTS", None, None)


def test_a_price_without_its_currency_is_in_the_one_that_was_known(rated: Overheard) -> None:
    show(rated.session, an_offer(price=Decimal(20), currency="EUR"))
    show(rated.session, bare(price=Decimal(8)), when=NOON + timedelta(hours=1))
    assert in_dollars(rated) == (8, "EUR", 10, NEW)


def test_a_page_without_a_price_and_a_late_one_leave_it_as_it_is(rated: Overheard) -> None:
    show(rated.session, an_offer(price=Decimal(20), currency="EUR"))
    show(rated.session, bare(), when=NOON + timedelta(hours=1))
    show(rated.session, an_offer(price=Decimal(1), currency="USD"), when=NOON - timedelta(hours=1))
    assert in_dollars(rated) == (20, "EUR", 25, NEW)


def test_a_price_that_was_put_right_is_put_right_in_dollars(rated: Overheard) -> None:
    later = NOON + timedelta(hours=1)
    show(rated.session, an_offer(price=Decimal(20), currency="EUR"))
    show(rated.session, an_offer(price=Decimal(99), currency="EUR"), when=later)
    show(rated.session, bare(), when=later, again=True)
    assert in_dollars(rated) == (20, "EUR", 25, NEW)


def test_offers_in_different_currencies_are_compared_in_dollars(rated: Overheard) -> None:
    shown = [(1, "20", "EUR"), (2, "1500", "JPY"), (3, "24", "USD"), (4, "1", "XTS")]
    show(rated.session, *(an_offer(number, price=Decimal(price), currency=name) for number, price, name in shown))

    def found(search: OfferSearch) -> list[str]:
        return [row.external_id for row in find_offers(rated.session, search, cursor=None, limit=10).items]

    assert found(OfferSearch(sort="price_usd")) == ["offer-2", "offer-3", "offer-1", "offer-4"]
    assert found(OfferSearch(sort="-price_usd")) == ["offer-1", "offer-3", "offer-2", "offer-4"]
    assert found(OfferSearch(min_price_usd=Decimal(11), max_price_usd=Decimal("24.5"))) == ["offer-3"]
