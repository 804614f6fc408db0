"""Each month has its partition when it is needed, also when two need it at once."""

from datetime import timedelta
from decimal import Decimal

from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session

from tests.integration.market.showing import NOON, show, sightings
from tests.support.database import Overheard
from tests.support.factories import an_offer, at
from tests.support.side_by_side import side_by_side, workers
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import unit_of_work
from wareloom.market.models import Sighting
from wareloom.market.months import make_coming_months, make_months
from wareloom.market.offers import history
from wareloom.market.page import Glimpse, SeenOffer

_WHERE = text("SELECT DISTINCT tableoid::regclass::text FROM market_sightings ORDER BY 1")
_MONTHS = text("SELECT count(*) FROM pg_inherits WHERE inhparent = 'market_sightings'::regclass")
_PLAN = "EXPLAIN SELECT * FROM market_sightings WHERE offer_id = '{id}' AND seen_at BETWEEN '{first}' AND '{last}'"


def with_a_past(*days: str) -> SeenOffer:
    past = [
        Glimpse(seen_at=at(day), price=Decimal(number + 1), currency="USD", rating=None, reviews_count=None)
        for number, day in enumerate(days)
    ]
    return an_offer(price=Decimal(99), history=tuple(past))


def test_old_moments_lie_in_months_of_their_own_and_very_old_ones_together(work: Overheard) -> None:
    show(work.session, with_a_past("1999-12-31", "2019-12-31T23:59:59", "2020-01-01", "2021-02-28T23:59:59.999999"))
    assert work.session.scalars(_WHERE).all() == [
        "market_months.sightings_2020_01",
        "market_months.sightings_2021_02",
        "market_months.sightings_2026_11",
        "market_months.sightings_before_2020",
    ]
    assert [row.price for row in sightings(work.session)] == [1, 2, 3, 4, 99]


def test_a_month_begins_and_ends_at_midnight_in_utc(work: Overheard) -> None:
    new_year_in_auckland = at("2030-12-31T11:30:00")
    show(work.session, an_offer(), when=new_year_in_auckland)
    show(work.session, an_offer(price=Decimal(1)), when=at("2031-01-01"))
    assert work.session.scalars(_WHERE).all() == ["market_months.sightings_2030_12", "market_months.sightings_2031_01"]


def test_making_a_month_again_is_nothing(work: Overheard) -> None:
    make_months(work.session, [at("2029-05-05")])
    before = work.session.scalar(_MONTHS)
    make_months(work.session, [at("2029-05-31T23:59:59"), at("2029-05-01")])
    assert work.session.scalar(_MONTHS) == before


def test_the_coming_months_are_made_ahead_and_a_year_may_end_among_them(work: Overheard) -> None:
    make_coming_months(work.session, at("2035-11-20"))
    names = [f"market_months.sightings_{month}" for month in ("2035_11", "2035_12", "2036_01", "2036_02")]
    made = [work.session.scalar(text("SELECT to_regclass(:name)"), {"name": name}) for name in names]
    assert made == [*names[:3], None]


def test_only_the_months_of_an_offer_s_life_are_looked_into(work: Overheard) -> None:
    make_months(work.session, [at("2026-01-01") + timedelta(days=31 * number) for number in range(11)])
    show(work.session, with_a_past("2026-10-30"))
    row = sightings(work.session)[0]
    said = _PLAN.format(id=row.offer_id, first=row.seen_at, last=NOON)
    plan = "\n".join(work.session.scalars(text(said)))
    assert plan.count("Index Scan") + plan.count("Bitmap Index Scan") + plan.count("Seq Scan") == 2
    assert len(history(work.session, row.offer_id, since=None, limit=10)) == 2
    assert [one.price for one in history(work.session, row.offer_id, since=NOON, limit=10)] == [99]


def test_two_pages_that_need_the_same_new_month_at_once(emptied: Engine, postgres: DatabaseSettings) -> None:
    def keep(first: int) -> int:
        with unit_of_work() as work:
            offers = [an_offer(number) for number in range(first, first + 40)]
            return show(work.session, *offers, when=at("2041-07-01")).new

    engine = workers(emptied, postgres)
    assert sum(side_by_side(engine, *(lambda first=first: keep(first) for first in (0, 20, 30, 70)))) == 110
    with Session(emptied) as session:
        assert session.scalar(select(func.count()).select_from(Sighting)) == 110
        assert session.scalars(_WHERE).all() == ["market_months.sightings_2041_07"]
