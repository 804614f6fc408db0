"""The history that the database keeps is the one that the pages tell, in whatever order they come."""

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import groupby

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from tests.integration.market.showing import NOON, bare, show, sightings, stands, the_offer
from tests.support.database import Overheard
from tests.support.factories import an_offer
from wareloom.kit.ids import new_id
from wareloom.market.moves import Course, Seen, Shown
from wareloom.market.offers import history
from wareloom.market.page import Glimpse, SeenOffer

PARTS = st.builds(
    bare,
    price=st.none() | st.sampled_from([Decimal(8), Decimal("9.5")]),
    list_price=st.none() | st.just(Decimal(12)),
    currency=st.none() | st.sampled_from(["USD", "EUR"]),
    rating=st.none() | st.sampled_from([Decimal(3), Decimal(4)]),
    reviews_count=st.none() | st.integers(1, 2),
    availability=st.none() | st.sampled_from(["in_stock", "out_of_stock"]),
    rank=st.none() | st.integers(1, 2),
    stock=st.none() | st.integers(0, 2),
)
Page = tuple[datetime, SeenOffer]
PAGES = st.lists(st.integers(0, 2000), unique=True, min_size=1, max_size=7).flatmap(
    lambda hours: st.tuples(*(st.tuples(st.just(NOON + timedelta(hours=hour)), PARTS) for hour in hours)).map(list)
)
"""Over three months, in any order."""


def moves_of(session: Session) -> list[tuple[datetime, Shown, datetime | None]]:
    return [
        (row.seen_at, Shown(*(getattr(row, name) for name in Shown._fields)), row.previous_at)
        for row in sightings(session)
    ]


def course_of(pages: list[Page]) -> Course:
    """The same without a database: each page finds the whole history before it."""
    course = Course()
    for when, offer in pages:
        told = Shown(*(getattr(offer, name) for name in Shown._fields))
        course.tell([Seen(when, told)])
        course.last_seen_at = max(course.last_seen_at or when, when)
    return course


def told(moves: list[tuple[datetime, Shown]]) -> list[tuple[datetime, Shown]]:
    return [next(each) for _, each in groupby(moves, key=lambda move: move[1])]


@given(pages=PAGES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_in_any_order_are_kept_as_their_course_and_read_again_as_the_truth(
    work: Overheard, pages: list[Page]
) -> None:
    before = work.session.begin_nested()
    try:
        for when, offer in pages:
            show(work.session, offer, when=when)
        course = course_of(pages)
        assert moves_of(work.session) == [(move.at, move.shown, move.previous_at) for move in course.moves]
        assert stands(work.session) == course.moves[-1].shown
        in_order = sorted(pages, key=lambda page: page[0])
        for when, offer in in_order:
            show(work.session, offer, when=when, again=True)
        kept = [(when, shown) for when, shown, _ in moves_of(work.session)]
        assert told(kept) == told([(move.at, move.shown) for move in course_of(in_order).moves])
        assert stands(work.session) == kept[-1][1]
    finally:
        before.rollback()


def test_every_number_that_moves_is_kept_with_the_page_that_told_it(work: Overheard) -> None:
    first, second = new_id(), new_id()
    show(work.session, an_offer(list_price=Decimal(25), availability="in_stock", rank=7), page_id=first)
    changed = an_offer(price=Decimal(15), list_price=None, availability="low_stock", rank=3, reviews_count=11)
    assert show(work.session, changed, when=NOON + timedelta(days=40), page_id=second).changed == 1
    before, after = sightings(work.session)
    assert (before.list_price, before.availability, before.rank, before.page_id) == (25, "in_stock", 7, first)
    assert (after.price, after.list_price, after.availability, after.rank) == (15, None, "low_stock", 3)
    assert (after.page_id, after.previous_at) == (second, NOON)


def test_what_a_list_leaves_out_is_not_a_change(work: Overheard) -> None:
    """Lists and pages about one offer take turns, and neither tells all."""
    detail = bare(price=Decimal(8), currency="USD", availability="in_stock", rank=7)
    listed = bare(price=Decimal(8), rating=Decimal(4))
    for number, offer in enumerate((detail, listed, detail, listed)):
        show(work.session, offer, when=NOON + timedelta(hours=number))
    assert [row.rating for row in sightings(work.session)] == [None, 4]
    assert stands(work.session) == Shown(Decimal(8), None, "USD", Decimal(4), None, "in_stock", 7, None)


def test_what_leaves_the_stock_is_a_change_and_a_stock_that_stays_is_none(work: Overheard) -> None:
    for hour, left in enumerate((9, 9, 7, None, 7, 12)):
        kept = show(work.session, bare(stock=left, availability="in_stock"), when=NOON + timedelta(hours=hour))
        assert kept.changed == (left in (7, 12) and hour != 4)
    assert [(row.stock, row.previous_at) for row in sightings(work.session)] == [
        (9, None),
        (7, NOON + timedelta(hours=1)),
        (12, NOON + timedelta(hours=4)),
    ]
    assert the_offer(work.session).stock == 12


def test_a_stock_is_known_for_as_long_as_its_availability_stays(work: Overheard) -> None:
    """“Only 3 left” says nothing any more of what is there in plenty."""
    told = [("low_stock", 3), (None, None), ("in_stock", None), ("low_stock", 2), ("out_of_stock", None)]
    for hour, (state, left) in enumerate(told):
        show(work.session, bare(availability=state, stock=left), when=NOON + timedelta(hours=hour))
    assert [row.stock for row in sightings(work.session)] == [3, None, 2, None]
    assert the_offer(work.session).stock is None


def test_a_source_that_tells_its_past_may_tell_what_was_left_then(work: Overheard) -> None:
    past = [
        Glimpse(
            seen_at=NOON - timedelta(days=days), price=None, currency=None, rating=None, reviews_count=None, stock=left
        )
        for days, left in ((3, 8), (2, None), (1, 5))
    ]
    show(work.session, bare(stock=5, history=tuple(past)))
    assert [row.stock for row in sightings(work.session)] == [8, 5]


def test_an_absurd_stock_does_not_stop_its_page(work: Overheard) -> None:
    assert show(work.session, bare(stock=2**40)).new == 1
    assert the_offer(work.session).stock == 2**40


def test_a_late_page_that_shows_something_else_is_followed_by_what_was_seen_after_it(work: Overheard) -> None:
    """The worker that fetched the older page committed last."""
    last = new_id()
    show(work.session, an_offer(price=Decimal(10)))
    show(work.session, an_offer(price=Decimal(10)), when=NOON + timedelta(minutes=10), page_id=last)
    late = new_id()
    show(work.session, an_offer(price=Decimal(9)), when=NOON + timedelta(minutes=5), page_id=late)
    assert [row.price for row in sightings(work.session)] == [10, 9, 10]
    assert [row.page_id for row in sightings(work.session)] == [None, late, last]
    assert the_offer(work.session).price == 10


def test_a_late_page_fills_gaps_and_moves_the_beginning_and_nothing_else(work: Overheard) -> None:
    show(work.session, an_offer(title="Newer", seller=None, tags=(), category_path=("Home",)), page_id=new_id())
    before = the_offer(work.session)
    shown_last = (before.page_id, before.last_seen_at)
    early = NOON - timedelta(days=400)
    late = an_offer(title="Older", seller="Paper Fox", tags=("old",), category_path=("Shop",), rating=Decimal(1))
    show(work.session, late, when=early, page_id=new_id())
    offer = the_offer(work.session)
    assert (offer.title, offer.seller, offer.tags, offer.category_path) == ("Newer", "Paper Fox", ["old"], ["Home"])
    assert (offer.rating, offer.first_seen_at) == (Decimal("4.50"), early)
    assert (offer.page_id, offer.last_seen_at) == shown_last


def test_moves_that_say_the_same_are_told_once(work: Overheard) -> None:
    for day, price in ((0, 10), (2, 12), (1, 12)):
        show(work.session, an_offer(price=Decimal(price)), when=NOON + timedelta(days=day))
    assert [row.price for row in sightings(work.session)] == [10, 12, 12]
    offer_id = the_offer(work.session).id
    rows = history(work.session, offer_id, since=None, limit=10)
    assert [(row.price, row.seen_at) for row in rows] == [(10, NOON), (12, NOON + timedelta(days=1))]


def test_nobody_can_tell_what_comes_after_today(work: Overheard) -> None:
    glimpse = Glimpse(seen_at=NOON + timedelta(days=99), price=Decimal(1), currency=None, rating=None, reviews_count=1)
    show(work.session, an_offer(history=(glimpse,)))
    assert [row.seen_at for row in sightings(work.session)] == [NOON]


def test_an_id_that_cannot_be_kept_as_it_is_does_not_stop_its_page(work: Overheard) -> None:
    assert show(work.session, an_offer(external_id="a\x00b"), an_offer(2)).new == 2
    assert show(work.session, an_offer(external_id="a\x00b"), an_offer(2)).new == 0
