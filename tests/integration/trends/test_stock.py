"""What falling stocks tell, from histories as they are kept."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from itertools import accumulate

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import select

from tests.integration.trends.market import NOON, keep
from tests.integration.trends.shelves import DAY, Look, left_plainly, niche_of
from tests.support.database import Overheard
from tests.support.factories import an_offer
from wareloom.market.models import Offer
from wareloom.market.page import Availability
from wareloom.trends.estimates.stock import DAYS, Left, left

UNTIL = NOON.replace(hour=0)
SINCE = UNTIL - DAYS * DAY

LOOKS = some.lists(some.integers(-40 * 24, 32 * 24), unique=True, min_size=1, max_size=9).flatmap(
    lambda hours: some.tuples(
        *(some.tuples(some.just(hour / 24), some.none() | some.integers(0, 130)) for hour in sorted(hours))
    ).map(list)
)
"""From before the four weeks until after them, in their order."""
OFTEN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def seen(work: Overheard, *told: tuple[float, int | None], number: int = 1, state: Availability | None = None) -> None:
    """An offer on days of the four weeks, counted from their first midnight."""
    for day, stock in told:
        keep(work.session, an_offer(number, stock=stock, availability=state), when=SINCE + day * DAY)


def shelves(work: Overheard) -> Sequence[Left]:
    """Of a niche that all offers belong to."""
    offers = work.session.scalars(select(Offer.id).order_by(Offer.id)).all()
    trend_id = niche_of(work.session, offers)
    return left(work.session, [trend_id], UNTIL.date()).get(trend_id, ())


@contextmanager
def forgotten(work: Overheard) -> Generator[None]:
    before = work.session.begin_nested()
    try:
        yield
    finally:
        before.rollback()


@given(told=LOOKS)
@OFTEN
def test_histories_tell_what_looks_told(work: Overheard, told: list[tuple[float, int | None]]) -> None:
    with forgotten(work):
        seen(work, *told)
        wanted = left_plainly([Look(SINCE + day * DAY, stock) for day, stock in told], SINCE, UNTIL)
        found = shelves(work)
        # A figure that never moved and is written where there is plenty says nothing.
        if {stock for _day, stock in told} - {None} <= {99, 100}:
            return
        assert [pytest.approx((one.units, one.days)) for one in found] == ([wanted] if wanted else [])


@given(
    falls=some.lists(some.integers(0, 4), min_size=2, max_size=6),
    place=some.integers(1, 5),
    more=some.integers(1, 500),
)
@OFTEN
def test_how_much_is_filled_up_makes_no_difference(work: Overheard, falls: list[int], place: int, more: int) -> None:
    """Its day is a gap, and what is sold before and after it is as it was."""
    place = min(place, len(falls) - 1)
    found: list[Left] = []
    for filled in (1, more):
        level = list(accumulate([60, *(-fall for fall in falls)]))
        level[place + 1 :] = [stock + filled + falls[place] for stock in level[place + 1 :]]
        with forgotten(work):
            seen(work, *((float(day), stock) for day, stock in enumerate(level)))
            found += shelves(work)
    assert found[0] == found[1]
    assert found[0].units == pytest.approx(sum(falls) - falls[place])
    assert found[0].days == pytest.approx(len(falls) - 1)


def test_what_falls_between_two_looks_is_spread_over_the_days_between(work: Overheard) -> None:
    seen(work, (-2, 40), (2, 32), (26, 20), (30, 12))
    assert shelves(work) == [pytest.approx((4 + 12 + 4, DAYS))]


def test_a_stretch_in_which_nothing_moved_was_watched(work: Overheard) -> None:
    seen(work, (0, 40), (10, 40), (20, 40), (21, 38))
    assert shelves(work) == [pytest.approx((2, 21))]


def test_where_few_are_counted_and_many_are_not_the_many_are_a_gap(work: Overheard) -> None:
    seen(work, (0, 5), (2, 3), state="low_stock")
    seen(work, (3, None), (10, None), state="in_stock")
    seen(work, (12, 4), (13, 1), state="low_stock")
    assert shelves(work) == [pytest.approx((2 + 3, 2 + 1))]


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ([(0, 999), (20, 999)], None),
        ([(0, 99), (20, 99)], "in_stock"),
        ([(0, 1000), (9, 1000), (20, 1000)], None),
        ([(0, 100), (20, 100)], None),
        ([(-70, 500), (20, 500)], None),
        ([(0, 2), (20, 2)], "low_stock"),
        ([(0, None), (20, None)], "in_stock"),
        ([(-60, 40), (-30, 20)], None),
        ([(5, 7)], None),
    ],
)
def test_these_say_nothing(work: Overheard, told: list[tuple[float, int | None]], state: Availability | None) -> None:
    seen(work, *told, state=state)
    assert shelves(work) == ()


@pytest.mark.parametrize("stock", [7, 98, 120, 1010, 1])
def test_a_figure_that_somebody_counted_and_that_stays_tells_of_no_sales(work: Overheard, stock: int) -> None:
    for first in (-70, 0):
        with forgotten(work):
            seen(work, (first, stock), (20, stock))
            assert shelves(work) == [pytest.approx((0, 20))]


def test_plenty_that_moves_is_counted_after_all(work: Overheard) -> None:
    seen(work, (0, 999), (10, 997), (20, 990))
    assert shelves(work) == [pytest.approx((9, 20))]


def test_most_of_a_large_stock_that_goes_at_once_was_taken_away(work: Overheard) -> None:
    seen(work, (0, 999), (1, 12), (3, 10))
    seen(work, (0, 30), (1, 0), (3, 0), number=2)
    assert shelves(work) == [pytest.approx((2, 2)), pytest.approx((30, 3))]


def test_offers_of_other_niches_are_their_own(work: Overheard) -> None:
    seen(work, (0, 30), (20, 10))
    seen(work, (0, 30), (20, 29), number=2)
    offers = work.session.scalars(select(Offer.id).order_by(Offer.external_id)).all()
    niches = [niche_of(work.session, [offer]) for offer in offers]
    told = left(work.session, [*niches, niche_of(work.session, [])], UNTIL.date())
    assert told == {niches[0]: [pytest.approx((20, 20))], niches[1]: [pytest.approx((1, 20))]}


def test_an_outlook_shows_which_way_told_what(work: Overheard) -> None:
    from wareloom.trends.analyse import analyse
    from wareloom.trends.outlook.models import Outlook

    for day, (stock, reviews) in enumerate(
        ((60, 10), (58, 11), (55, 13), (50, 14), (90, 15), (84, 17), (80, 20), (77, 22))
    ):
        mugs = [
            an_offer(number, title="Sauna ladle mug", tags=("sauna",), stock=stock, reviews_count=reviews)
            for number in range(5)
        ]
        keep(work.session, *mugs, when=UNTIL - 16 * DAY + 2 * day * DAY)
    analyse(work, at=NOON)
    (sales,) = work.session.scalars(select(Outlook.sales)).all()
    assert sales
    ways = {way["name"]: way for way in sales["ways"]}
    assert set(ways) == {"reviews", "stock"}
    assert ways["stock"]["units"] == pytest.approx(5 * DAYS * (10 + 13) / (2 * 6))
    assert ways["stock"]["sample"] == 5
    assert sales["low"] < sales["mid"] < sales["high"]
