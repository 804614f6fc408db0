"""What a collection's figures say: prices in dollars, what moved and since when, and what it costs to know."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, event, select

from tests.integration.market.showing import show
from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_offer, an_owner, at
from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.market.collections import queries
from wareloom.market.collections.add import add
from wareloom.market.collections.create import create
from wareloom.market.collections.figures import Figures, figures
from wareloom.market.models import Offer, Rate
from wareloom.market.page import SeenOffer

NOW = at("2026-11-20T12:00:00")


@pytest.fixture(autouse=True)
def _today() -> Generator[None]:
    with clock.held(NOW):
        yield


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    for currency, per_usd in (("USD", "1"), ("EUR", "0.8")):
        work.session.add(Rate(currency=currency, day=date(2050, 1, 1), per_usd=Decimal(per_usd)))
    work.session.flush()
    return an_owner(work)


def seen(work: Overheard, days_ago: float, *offers: SeenOffer) -> None:
    show(work.session, *offers, when=NOW - timedelta(days=days_ago))


def ids(work: Overheard) -> Sequence[UUID]:
    return work.session.scalars(select(Offer.id).order_by(Offer.external_id)).all()


def collected(work: Overheard, owner: Identity, name: str, offer_ids: Sequence[UUID]) -> UUID:
    made = create(work, owner, name=name)
    add(work, owner, made.id, offer_ids)
    return made.id


def known(work: Overheard, owner: Identity) -> Figures:
    """Of a collection of everything there is."""
    made = collected(work, owner, "Everything", ids(work))
    return figures(work.session, [made])[made]


def priced(number: int, price: str | None, **more: Any) -> SeenOffer:
    return an_offer(number, price=None if price is None else Decimal(price), **more)


def test_an_empty_collection_has_figures_of_nothing(work: Overheard, owner: Identity) -> None:
    assert known(work, owner) == Figures()


@pytest.mark.parametrize(("prices", "median"), [(["9"], "9"), (["1", "2", "9"], "2"), (["9", "1", "2", "5"], "3.5")])
def test_the_median_is_the_middle_or_between_the_two_in_the_middle(
    work: Overheard, owner: Identity, prices: list[str], median: str
) -> None:
    seen(work, 1, *(priced(number, price) for number, price in enumerate(prices)))
    told = known(work, owner)
    assert (told.lowest_usd, told.median_usd, told.highest_usd) == (
        min(map(Decimal, prices)),
        Decimal(median),
        max(map(Decimal, prices)),
    )


def test_prices_are_compared_in_dollars_and_the_unknown_ones_are_left_out(work: Overheard, owner: Identity) -> None:
    seen(work, 3, priced(1, "10"), priced(2, "10", currency="EUR"), priced(3, "1", currency="XTS"), priced(4, None))
    show(work.session, priced(1, "30"), when=NOW - timedelta(days=2))
    told = known(work, owner)
    assert (told.priced_count, told.lowest_usd, told.median_usd, told.highest_usd) == (
        2,
        Decimal("12.5"),
        Decimal("21.25"),
        Decimal(30),
    )
    assert (told.marketplaces, told.last_seen_at) == ({"sample": 4}, NOW - timedelta(days=2))


def test_an_absurd_price_does_not_keep_anybody_from_the_others(work: Overheard, owner: Identity) -> None:
    seen(work, 1, priced(1, "1" + "0" * 400), priced(2, "3"))
    assert known(work, owner).lowest_usd == 3


MOVES: list[tuple[str, list[tuple[float, str | None, str]], tuple[int, int]]] = [
    ("never", [(50, "5", "USD"), (3, "5", "USD")], (0, 0)),
    ("this week", [(50, "5", "USD"), (3, "6", "USD")], (1, 1)),
    ("this month", [(50, "5", "USD"), (20, "6", "USD"), (3, "6", "USD")], (0, 1)),
    ("twice", [(50, "5", "USD"), (20, "6", "USD"), (3, "5", "USD")], (1, 1)),
    ("long ago", [(200, "5", "USD"), (50, "6", "USD"), (1, "6", "USD")], (0, 0)),
    ("since long before", [(400, "5", "USD"), (1, "6", "USD")], (1, 1)),
    ("is new", [(3, "5", "USD")], (0, 0)),
    ("is new and moved", [(3, "5", "USD"), (2, "6", "USD")], (1, 1)),
    ("shown abroad", [(50, "5", "USD"), (3, "4", "EUR")], (0, 0)),
    ("moved abroad", [(50, "5", "USD"), (6, "4", "EUR"), (3, "3", "EUR")], (1, 1)),
    ("first priced", [(50, None, "USD"), (3, "4", "USD")], (0, 0)),
]


@pytest.mark.parametrize(("_how", "prices", "moved"), MOVES, ids=[how for how, _, _ in MOVES])
def test_a_price_has_moved_where_it_is_another_than_before(
    work: Overheard,
    owner: Identity,
    _how: str,
    prices: list[tuple[float, str | None, str]],
    moved: tuple[int, int],
) -> None:
    for days_ago, price, currency in prices:
        seen(work, days_ago, priced(1, price, currency=currency))
    told = known(work, owner)
    assert (told.moved_7_days, told.moved_30_days) == moved


def test_what_moves_beside_the_price_is_no_move_of_it(work: Overheard, owner: Identity) -> None:
    for days_ago, reviews in ((50, 1), (20, 2), (3, 3)):
        seen(work, days_ago, priced(1, "5", reviews_count=reviews))
    assert known(work, owner).moved_30_days == 0


def test_each_of_a_list_has_its_own_and_many_cost_what_one_costs(
    work: Overheard, owner: Identity, joined: Connection
) -> None:
    seen(work, 40, *(priced(number, str(number)) for number in range(1, 5)))
    seen(work, 3, priced(1, "7"))
    offers = ids(work)
    for number in range(1, 5):
        collected(work, owner, f"Number {number}", offers[:number])
    with counted(joined) as one:
        queries.collections(work.session, owner, limit=1)
    with counted(joined) as four:
        told = queries.collections(work.session, owner, limit=50).items
    assert len(one) == len(four) <= 3
    assert [each.figures.priced_count for each in told] == [1, 2, 3, 4]
    assert [each.figures.lowest_usd for each in told] == [7, 2, 2, 2]
    assert [each.figures.moved_7_days for each in told] == [1, 1, 1, 1]


@contextmanager
def counted(joined: Connection) -> Generator[list[str]]:
    """The statements that were sent meanwhile."""
    sent: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        sent.append(statement)

    event.listen(joined, "before_cursor_execute", hear)
    try:
        yield sent
    finally:
        event.remove(joined, "before_cursor_execute", hear)
