"""What got worse about a source is told once, stays until it is well again, and then that is told too."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from tests.integration.market.showing import NOON
from tests.integration.market.tasks import asks
from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_offer, an_owner
from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.market.alarms.events import SourceAlarmed
from wareloom.market.alarms.models import Alarm
from wareloom.market.alarms.queries import alarms
from wareloom.market.alarms.watch_sources import watch_sources
from wareloom.market.fills import add_fills
from wareloom.market.models import RawPage

DAY = timedelta(days=1)


def told(work: Overheard, day: int, *, priced: int) -> None:
    """A day of three hundred offers, so many of which tell their price."""
    at = NOON + day * DAY
    offers = [an_offer(number, price=Decimal(9) if number < priced else None) for number in range(300)]
    add_fills(work.session, "sample", 1, offers, at=at)
    work.session.add(
        RawPage(
            id=new_id(),
            marketplace="sample",
            url="https://sample.example/",
            size=1,
            content_type="text/html",
            fetched_at=at,
            parser_version=1,
            outcome="read",
            offers_found=300,
        )
    )
    work.session.flush()


def looked(work: Overheard, day: int) -> int:
    with clock.held(NOON + day * DAY):
        found = watch_sources(work)
        work.session.flush()
        return found


def kept(work: Overheard) -> list[Alarm]:
    return list(work.session.scalars(select(Alarm)))


@pytest.mark.usefixtures("cloud")
def test_a_drop_is_one_alarm_until_it_is_over(work: Overheard) -> None:
    owner = an_owner(work)
    with clock.held(NOON):
        asks(work, owner)
    for day in range(3):
        told(work, day, priced=300)
    assert looked(work, 2) == 0
    told(work, 3, priced=30)
    assert looked(work, 3) == 1
    assert looked(work, 3) == 0, "once, not at each look"
    (alarm,) = kept(work)
    assert (alarm.what, alarm.opened_at, alarm.closed_at) == ("price in lists", NOON + 3 * DAY, None)
    assert "10% of 300" in alarm.sentence
    assert alarms(work.session, "sample", standing=True) == [alarm]
    told(work, 4, priced=300)
    assert looked(work, 4) == 1
    assert alarm.closed_at == NOON + 4 * DAY
    assert alarms(work.session, "sample", standing=True) == []
    heard = [event for event in work.announced if isinstance(event, SourceAlarmed)]
    assert [(event.tenant_id, event.alarm_id) for event in heard] == 2 * [(owner.tenant_id, alarm.id)]


@pytest.mark.usefixtures("cloud")
def test_what_can_no_longer_be_judged_stays_an_alarm(work: Overheard) -> None:
    for day in range(3):
        told(work, day, priced=300)
    for day in range(3, 20):
        told(work, day, priced=30)
        looked(work, day)
    assert looked(work, 25) == 0, "nothing was read for days"
    assert [alarm.closed_at for alarm in kept(work)] == [None], "a week of it does not make it well"


@pytest.mark.usefixtures("cloud")
def test_the_same_thing_again_is_a_new_alarm(work: Overheard) -> None:
    for day, priced in enumerate((300, 300, 300, 30, 300, 300, 300, 30)):
        told(work, day, priced=priced)
        looked(work, day)
    assert [alarm.closed_at is None for alarm in kept(work)] == [False, True]


@pytest.mark.usefixtures("cloud")
def test_nobody_is_told_of_a_source_that_they_do_not_collect_from(work: Overheard) -> None:
    an_owner(work)
    for day in range(3):
        told(work, day, priced=300)
    told(work, 3, priced=30)
    assert looked(work, 3) == 1
    assert not any(isinstance(event, SourceAlarmed) for event in work.announced)


def test_a_source_that_nobody_reads_is_not_looked_at(work: Overheard, cloud: Emulator) -> None:
    assert cloud
    assert looked(work, 0) == 0
