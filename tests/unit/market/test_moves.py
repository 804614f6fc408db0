"""Whatever the order in which pages come: what is kept is true, and what the module promises of late ones holds."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from wareloom.market.moves import Course, Move, Seen, Shown, after

START = datetime(2026, 11, 1, tzinfo=UTC)
NOTHING = Shown(None, None, None, None, None, None, None, None)


def hour(number: int) -> datetime:
    return START + timedelta(hours=number)


def priced(price: int | None, list_price: int | None = None, rating: int | None = None) -> Shown:
    whole = [None if number is None else Decimal(number) for number in (price, list_price, rating)]
    return NOTHING._replace(price=whole[0], list_price=whole[1], rating=whole[2])


WHOLE = st.builds(priced, st.integers(1, 3), st.none(), st.integers(1, 2))
PARTS = st.builds(priced, st.none() | st.integers(1, 3), st.none() | st.integers(4, 5), st.none() | st.integers(1, 2))


def pages(shown: st.SearchStrategy[Shown]) -> st.SearchStrategy[list[Seen]]:
    """In the order of their moments, of which no two are the same."""
    hours = st.lists(st.integers(0, 30), unique=True, min_size=1, max_size=9).map(sorted)
    return hours.flatmap(
        lambda numbers: st.tuples(*(st.builds(Seen, st.just(hour(number)), shown) for number in numbers)).map(list)
    )


def brought(seen: Iterable[Seen], before: Course | None = None, *, again: bool = False) -> Course:
    """A page each, as they come."""
    moves, last = (before.moves, before.last_seen_at) if before else ([], None)
    course = Course(moves, last_seen_at=last)
    for one in seen:
        course = Course(course.moves, last_seen_at=course.last_seen_at)
        course.tell([one], again=again)
        course.last_seen_at = max(course.last_seen_at or one.at, one.at)
    return course


def told(moves: Iterable[Move]) -> list[tuple[datetime, Shown]]:
    """Without moves that say what the one before them says."""
    first = [next(each) for _, each in groupby(moves, key=lambda move: move.shown)]
    return [(move.at, move.shown) for move in first]


def truth(seen: Sequence[Seen]) -> list[tuple[datetime, Shown]]:
    """Worked out another way: how things stood after each page, and of each stretch its beginning."""
    stood, now = list[Move](), NOTHING
    for number, one in enumerate(seen):
        now = one.shown if number == 0 else after(now, one)
        stood.append(Move(one.at, now))
    return told(stood)


@given(pages(PARTS))
def test_in_their_order_pages_give_the_truth_and_nothing_twice(seen: list[Seen]) -> None:
    course = brought(seen)
    assert [(move.at, move.shown) for move in course.moves] == truth(seen)


@given(pages(PARTS))
def test_pages_together_give_what_they_give_one_by_one(seen: list[Seen]) -> None:
    together = Course()
    together.tell(seen)
    assert together.moves == brought(seen).moves


@given(pages(WHOLE).flatmap(lambda seen: st.tuples(st.just(seen), st.permutations(seen))))
def test_in_any_order_every_move_is_true_and_the_last_one_right(orders: tuple[list[Seen], list[Seen]]) -> None:
    seen, order = orders
    shown_at = {one.at: one.shown for one in seen}
    moves = brought(order).moves
    assert {move.at: move.shown for move in moves}.items() <= shown_at.items()
    assert moves[-1].shown == seen[-1].shown


@given(pages(WHOLE).flatmap(lambda seen: st.tuples(st.just(seen), st.permutations(seen))))
def test_whatever_the_order_bringing_all_again_in_order_gives_the_truth(orders: tuple[list[Seen], list[Seen]]) -> None:
    seen, order = orders
    assert told(brought(seen, brought(order)).moves) == truth(seen)


@given(pages(PARTS).flatmap(lambda seen: st.tuples(st.just(seen), st.permutations(seen))))
def test_reading_all_again_in_order_gives_the_truth_of_what_pages_left_out_too(
    orders: tuple[list[Seen], list[Seen]],
) -> None:
    seen, order = orders
    assert told(brought(seen, brought(order), again=True).moves) == truth(seen)


@given(pages(PARTS), st.data())
def test_reading_again_puts_right_what_was_misread(seen: list[Seen], data: st.DataObject) -> None:
    misread = [Seen(one.at, data.draw(PARTS)) for one in seen]
    assert told(brought(seen, brought(misread), again=True).moves) == truth(seen)


@given(pages(WHOLE), st.data())
def test_one_late_page_finds_its_place_among_what_was_shown(seen: list[Seen], data: st.DataObject) -> None:
    late = data.draw(st.sampled_from(seen))
    course = brought([*(one for one in seen if one != late), late])
    assert [shown for _, shown in told(course.moves)] == [shown for _, shown in truth(seen)]


@given(pages(PARTS).flatmap(lambda seen: st.tuples(st.just(seen), st.permutations(seen))))
def test_a_page_that_comes_twice_came_once(orders: tuple[list[Seen], list[Seen]]) -> None:
    _, order = orders
    once = brought(order)
    for one in order:
        if any(move.at == one.at for move in once.moves):
            assert brought([one], once).moves == once.moves


def test_a_late_page_ends_a_stretch_that_goes_on_when_it_was_last_seen() -> None:
    course = brought([Seen(hour(0), priced(1)), Seen(hour(5), priced(1)), Seen(hour(9), priced(3))])
    course = brought([Seen(hour(2), priced(2))], course)
    assert [(move.at, move.shown.price) for move in course.moves] == [
        (hour(0), 1),
        (hour(2), 2),
        (hour(5), 1),
        (hour(9), 3),
    ]
    assert [move.told for move in course.moves] == [True, True, False, True]


def test_a_move_knows_since_when_it_may_hold() -> None:
    course = brought([Seen(hour(0), priced(1)), Seen(hour(5), priced(1)), Seen(hour(9), priced(3))])
    assert [move.previous_at for move in course.moves] == [None, hour(5)]


def test_a_price_that_stands_alone_is_no_longer_crossed_out_and_a_source_s_own_past_does_not_say() -> None:
    before = priced(8, 10)
    assert after(before, Seen(hour(1), priced(9))).list_price is None
    assert after(before, Seen(hour(1), priced(9), whole=False)).list_price == 10
    assert after(before, Seen(hour(1), priced(None, rating=4))) == priced(8, 10, 4)


def test_a_stock_is_as_it_was_until_its_availability_is_another() -> None:
    low = NOTHING._replace(availability="low_stock", stock=3)

    def left(**told: int | str) -> int | None:
        return after(low, Seen(hour(1), NOTHING._replace(**told))).stock

    assert left() == left(availability="low_stock") == 3
    assert left(stock=0) == left(availability="out_of_stock", stock=0) == 0
    assert left(availability="in_stock") is left(availability="out_of_stock") is None
