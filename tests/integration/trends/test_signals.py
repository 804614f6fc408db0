"""What each day tells of a trend, rolled up from its offers' histories."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import delete, select

from tests.integration.trends.market import NOON, keep
from tests.support.database import Overheard
from tests.support.factories import an_offer
from wareloom.market.models import Rate
from wareloom.trends.analyse import analyse
from wareloom.trends.signals.models import Signal
from wareloom.trends.signals.roll_up import AGAIN, GRACE_DAYS

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def rated(work: Overheard) -> None:
    """Later than whatever the migrations bring, and there when another test has emptied the house."""
    work.session.add(Rate(currency="USD", day=date(2050, 1, 1), per_usd=Decimal(1)))
    work.session.flush()


def shown(work: Overheard, day: float, reviews: int | None, *, offers: int = 5, **changes: Any) -> None:
    """A shelf of sauna mugs as it looked on that day: each has so many reviews."""
    mugs = [
        an_offer(number, title="Sauna ladle mug", tags=("sauna",), reviews_count=reviews, **changes)
        for number in range(offers)
    ]
    marketplace = changes.pop("marketplace", "sample")
    keep(work.session, *mugs, marketplace=marketplace, when=NOON + day * DAY)


def signals(work: Overheard, source: str = "sample") -> dict[date, Signal]:
    work.session.expire_all()
    rows = work.session.scalars(select(Signal).where(Signal.source == source).order_by(Signal.day))
    return {row.day: row for row in rows}


def gained(work: Overheard) -> list[float | None]:
    return [row.reviews_gained for row in signals(work).values()]


def on(day: int) -> date:
    return (NOON + day * DAY).date()


def test_a_new_trend_has_a_past_from_its_offers_first_day_on(work: Overheard) -> None:
    for day, reviews in enumerate([10, 12, 12, 20]):
        shown(work, day, reviews)
    analyse(work, at=NOON + 3 * DAY)
    assert list(signals(work)) == [on(day) for day in range(4)]
    # Between two noons half of what was gained belongs to each of the two days.
    assert gained(work) == pytest.approx([5, 5, 20, 20])
    assert [row.offers for row in signals(work).values()] == [5] * 4
    assert [row.new_offers for row in signals(work).values()] == [None, 0, 0, 0]


def test_what_was_gained_between_two_looks_is_spread_over_the_days_between(work: Overheard) -> None:
    shown(work, 0, 0)
    shown(work, 4, 8)
    analyse(work, at=NOON + 4 * DAY)
    assert gained(work) == pytest.approx([5, 10, 10, 10, 5])


def test_reviews_that_shops_take_away_are_no_negative_demand(work: Overheard) -> None:
    for day, reviews in enumerate([10, 4, 6]):
        shown(work, day, reviews)
    analyse(work, at=NOON + 2 * DAY)
    assert gained(work) == pytest.approx([0, 5, 5])


def test_where_nobody_tells_reviews_nothing_is_known_of_them(work: Overheard) -> None:
    shown(work, 0, None)
    shown(work, 1, None)
    analyse(work, at=NOON + DAY)
    assert [(row.counted, row.reviews_gained) for row in signals(work).values()] == [(0, None)] * 2


def test_a_source_that_was_not_visited_has_a_gap_and_no_zeros(work: Overheard) -> None:
    shown(work, 0, 10)
    analyse(work, at=NOON)
    analyse(work, at=NOON + 5 * DAY)
    assert list(signals(work)) == [on(0)]


def test_an_offer_that_was_not_met_for_a_while_is_gone_after_its_grace(work: Overheard) -> None:
    shown(work, 0, 1, offers=8)
    for day in range(1, GRACE_DAYS + 3):
        shown(work, day, 1, offers=6)
    analyse(work, at=NOON + (GRACE_DAYS + 2) * DAY)
    counts = [row.offers for row in signals(work).values()]
    assert counts == [8] * (GRACE_DAYS + 1) + [6, 6]


def test_offers_that_come_later_are_new(work: Overheard) -> None:
    shown(work, 0, 1)
    shown(work, 2, 1, offers=7)
    analyse(work, at=NOON + 2 * DAY)
    assert [(row.offers, row.new_offers) for row in signals(work).values()] == [(5, None), (5, 0), (7, 2)]


def test_what_an_offer_cost_on_each_day_is_what_it_was_last_seen_to_cost(work: Overheard) -> None:
    shown(work, 0, 1, price=Decimal(10))
    shown(work, 2, 1, price=Decimal(30))
    analyse(work, at=NOON + 2 * DAY)
    assert [row.price_mid for row in signals(work).values()] == [10, 10, 30]


def test_a_days_levels_stay_as_they_were_told_on_it(work: Overheard) -> None:
    shown(work, 0, 1, price=Decimal(10), seller="Fen")
    analyse(work, at=NOON)
    shown(work, 1, 1, price=Decimal(30), seller="Fen")
    analyse(work, at=NOON + DAY)
    told = signals(work)
    assert [(row.price_mid, row.sellers) for row in told.values()] == [(10, 1), (30, 1)]


def test_day_by_day_is_the_same_as_all_at_once(work: Overheard) -> None:
    course = [3, 3, 5, 9, 9, 14, 20, 20, 22, 30]
    for day, reviews in enumerate(course):
        shown(work, day, reviews, offers=5 + day // 4)
        analyse(work, at=NOON + day * DAY)
    step_by_step = {day: (row.offers, row.new_offers, row.reviews_gained) for day, row in signals(work).items()}
    work.session.execute(delete(Signal))
    analyse(work, at=NOON + (len(course) - 1) * DAY)
    assert {day: (row.offers, row.new_offers, row.reviews_gained) for day, row in signals(work).items()} == step_by_step


def test_a_page_that_comes_late_mends_the_days_that_it_tells_of(work: Overheard) -> None:
    shown(work, 0, 0)
    shown(work, 4, 40)
    analyse(work, at=NOON + 4 * DAY)
    shown(work, 3, 40)
    analyse(work, at=NOON + 4 * DAY)
    assert gained(work)[-1] == pytest.approx(0)
    assert sum(one or 0 for one in gained(work)) == pytest.approx(200)


def test_days_beyond_reach_are_left_as_they_are(work: Overheard) -> None:
    long_ago = NOON - 2 * AGAIN
    keep(
        work.session,
        *[an_offer(n, title="Sauna ladle mug", tags=("sauna",), reviews_count=1) for n in range(5)],
        when=long_ago,
    )
    shown(work, 0, 1)
    analyse(work, at=NOON)
    old = signals(work)[long_ago.date()]
    old.offers = 99
    work.session.flush()
    analyse(work, at=NOON)
    assert signals(work)[long_ago.date()].offers == 99


def test_each_source_tells_its_own(work: Overheard) -> None:
    shown(work, 0, 1)
    moment: datetime = NOON
    mugs = [an_offer(n, title="Sauna ladle mug", tags=("sauna",), reviews_count=7) for n in range(3)]
    keep(work.session, *mugs, marketplace="shopify", when=moment)
    analyse(work, at=NOON)
    assert {source: signals(work, source)[NOON.date()].offers for source in ("sample", "shopify")} == {
        "sample": 5,
        "shopify": 3,
    }
