"""What became of a marketplace's pages, and whether its offers still tell what they told."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select, update

from tests.integration.market.showing import NOON, bare
from tests.integration.market.tasks import asks
from tests.support.database import Overheard
from tests.support.factories import an_owner
from wareloom.kit.ids import new_id
from wareloom.market.fills import FIELDS, add_fills
from wareloom.market.health import Filling, Health, health
from wareloom.market.models import Fill, RawPage
from wareloom.market.page import SeenOffer


def tell(work: Overheard, count: int, *, priced: int, days_ago: int = 0, version: int = 1) -> None:
    """A list of offers, of which so many have a price."""
    offers = [bare(number, price=Decimal(9) if number < priced else None) for number in range(count)]
    add_fills(work.session, "sample", version, offers, at=NOON - timedelta(days=days_ago))


def fetch(work: Overheard, outcome: str, count: int, *, hours_ago: int = 1, marketplace: str = "sample") -> None:
    for number in range(count):
        work.session.add(a_page(outcome, NOON - timedelta(hours=hours_ago, seconds=number), marketplace))
    work.session.flush()


def a_page(outcome: str, when: datetime, marketplace: str) -> RawPage:
    return RawPage(
        id=new_id(),
        marketplace=marketplace,
        url="https://shop.example/",
        sha256=b"",
        size=0,
        content_type="text/html",
        fetched_at=when,
        parser_version=1,
        outcome=outcome,
        reason=f"It was {outcome}.",
        offers_found=0,
    )


def now(work: Overheard, tenant_id: UUID | None = None) -> Health:
    return health(work.session, "sample", NOON, tenant_id=tenant_id)


def filling(work: Overheard, field: str = "price", *, alone: bool = False) -> Filling:
    (found,) = [one for one in now(work).fillings if (one.field, one.alone) == (field, alone)]
    return found


def test_each_field_is_counted_by_day_reader_and_kind_of_page(work: Overheard) -> None:
    tell(work, 10, priced=4)
    tell(work, 10, priced=3)
    tell(work, 10, priced=9, version=2)
    tell(work, 1, priced=1)
    rows = work.session.scalars(select(Fill).where(Fill.field == "price").order_by(Fill.parser_version, Fill.alone))
    counted = [(row.parser_version, row.alone, row.day, row.offers, row.filled) for row in rows]
    day = date(2026, 11, 1)
    assert counted == [(1, False, day, 20, 7), (1, True, day, 1, 1), (2, False, day, 10, 9)]
    assert len(work.session.scalars(select(Fill.field).distinct()).all()) == len(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_that_is_watched_is_one_that_offers_have(field: str) -> None:
    assert field in SeenOffer.model_fields


def test_a_field_that_many_told_and_few_tell_now_is_an_alarm(work: Overheard) -> None:
    for days_ago in range(1, 8):
        tell(work, 300, priced=290, days_ago=days_ago)
    tell(work, 200, priced=60)
    assert filling(work).fell
    assert now(work).alarms() == [
        "price: on lists, 30% of 200 offers told it on 2026-11-01; 97% of 2,100 did in the 7 days before."
    ]


@pytest.mark.parametrize(("before", "today", "told"), [(99, 300, 0), (300, 99, 0), (300, 200, 180), (300, 200, 200)])
def test_few_offers_and_small_drops_are_no_alarm(work: Overheard, before: int, today: int, told: int) -> None:
    tell(work, before, priced=before * 97 // 100, days_ago=1)
    tell(work, today, priced=told)
    assert now(work).alarms() == []


def test_while_today_has_told_little_yesterday_is_looked_at(work: Overheard) -> None:
    tell(work, 300, priced=300, days_ago=2)
    tell(work, 300, priced=0, days_ago=1)
    tell(work, 20, priced=20)
    assert (filling(work).day, filling(work).fell) == (date(2026, 10, 31), True)


def test_what_is_older_than_the_seven_days_does_not_count(work: Overheard) -> None:
    tell(work, 300, priced=300, days_ago=8)
    tell(work, 300, priced=0)
    assert filling(work).before.whole == 0
    assert now(work).alarms() == []


def test_pages_are_counted_by_what_became_of_them(work: Overheard) -> None:
    fetch(work, "read", 3)
    fetch(work, "read", 2, hours_ago=30)
    fetch(work, "blocked", 7, hours_ago=2)
    fetch(work, "read", 5, marketplace="shopify")
    fetch(work, "rejected", 1, hours_ago=24 * 9)
    counted = {one.outcome: (one.day, one.week) for one in now(work).outcomes}
    assert counted == {"read": (3, 2), "empty": (0, 0), "blocked": (7, 0), "rejected": (0, 0)}


@pytest.mark.usefixtures("cloud")
def test_the_last_pages_are_the_newest_that_this_workspace_asked_for(work: Overheard) -> None:
    ours = an_owner(work)
    task = asks(work, ours)
    fetch(work, "blocked", 7, hours_ago=2)
    work.session.execute(update(RawPage).values(task_id=task.id))
    fetch(work, "blocked", 2)
    (blocked,) = [one for one in now(work, ours.tenant_id).outcomes if one.outcome == "blocked"]
    assert blocked.day == 9
    assert [one.fetched_at for one in blocked.last] == [NOON - timedelta(hours=2, seconds=n) for n in range(5)]
    assert {one.reason for one in blocked.last} == {"It was blocked."}
    assert all(not one.last for one in now(work, an_owner(work).tenant_id).outcomes)


def test_a_marketplace_that_shuts_its_doors_is_an_alarm(work: Overheard) -> None:
    fetch(work, "read", 120, hours_ago=40)
    fetch(work, "read", 40)
    assert now(work).alarms() == []
    fetch(work, "blocked", 80)
    assert now(work).alarms() == ["33% of 120 pages could be read in the last day; 100% of 120 in the 7 days before."]


def test_of_a_marketplace_that_nobody_read_nothing_is_said(work: Overheard) -> None:
    assert (now(work).fillings, now(work).alarms()) == ([], [])
