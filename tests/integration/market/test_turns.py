"""Whose turn it is, how far a task goes, and that no day costs a source more pages than it may."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.integration.market.showing import NOON
from tests.integration.market.tasks import Shelf, asks, visited, watches
from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from tests.support.side_by_side import side_by_side, workers
from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, Unavailable
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import unit_of_work
from wareloom.market.budget.queries import spent
from wareloom.market.budget.set_budget import set_budget
from wareloom.market.budget.spend import UsedUp, spend, today
from wareloom.market.cancel import cancel
from wareloom.market.collect import collect
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.marketplaces.sample.address import Address
from wareloom.market.open import MOST_OPEN, Limits
from wareloom.market.open_due import open_due
from wareloom.market.queue import BROWSER_QUEUE, QUEUE
from wareloom.market.retry import retry
from wareloom.market.settle import settle
from wareloom.market.sweep import sweep_tasks
from wareloom.market.take_turn import GIVES_WAY_FOR, take_turn
from wareloom.simulation.niches import niches

SAMPLE = marketplace("sample")
MORE = Address("everything", page=2).url()


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    return an_owner(work)


def allow(work: Overheard, owner: Identity, pages: int | None) -> None:
    set_budget(work, SAMPLE, tenant_id=owner.tenant_id, actor=owner.actor, pages_per_day=pages)


def pages_today(work: Overheard, owner: Identity) -> tuple[int, int]:
    found = spent(work.session, "sample", owner.tenant_id, today(clock.now()))
    return found.ours, found.everybodys


def test_a_more_urgent_task_goes_first_and_the_other_one_comes_again(work: Overheard, owner: Identity) -> None:
    usual, urgent = asks(work, owner), asks(work, owner, "retro camping", Limits(priority=1))
    sent = len(work.nudges)
    assert take_turn(work, urgent.id)
    assert not take_turn(work, usual.id)
    assert work.nudges[sent:] == [("scrape_market", str(usual.id), GIVES_WAY_FOR)]
    cancel(work, tenant_id=owner.tenant_id, actor=owner.actor, task_id=urgent.id)
    with clock.held(clock.now() + GIVES_WAY_FOR):
        assert take_turn(work, usual.id)


def test_nobody_waits_for_a_task_that_waits_itself_or_was_lost_or_is_anothers(work: Overheard, owner: Identity) -> None:
    with clock.held(NOON):
        lost = asks(work, owner, "retro camping", Limits(priority=1))
    with clock.held(NOON + timedelta(minutes=3)):
        waiting = asks(work, owner, "mushroom forager", Limits(priority=1))
        waiting.retry_at = NOON + timedelta(hours=1)
        asks(work, an_owner(work), "everything", Limits(priority=1))
        assert take_turn(work, asks(work, owner).id)
    assert lost.status == "queued"


def test_a_task_that_has_ended_has_no_turn(work: Overheard, owner: Identity) -> None:
    task = visited(work, asks(work, owner), "9.50")
    with pytest.raises(Conflict, match="succeeded"):
        take_turn(work, task.id)


def test_every_turn_costs_a_page_and_the_last_one_is_the_last(work: Overheard, owner: Identity) -> None:
    allow(work, owner, 2)
    task = asks(work, owner)
    with clock.held(NOON):
        assert take_turn(work, task.id)
        assert take_turn(work, task.id)
        with pytest.raises(UsedUp, match=r"used up: 2 pages\. It goes on tomorrow") as told:
            take_turn(work, task.id)
        assert told.value.retry_after == timedelta(hours=12)
        assert pages_today(work, owner) == (2, 2)
    with clock.held(NOON + timedelta(hours=12)):
        assert take_turn(work, task.id), "a new day"


def test_a_task_without_budget_waits_for_tomorrow_and_goes_on_by_itself(work: Overheard, owner: Identity) -> None:
    allow(work, owner, 0)
    with clock.held(NOON):
        task = asks(work, owner)
        with pytest.raises(UsedUp) as told:
            take_turn(work, task.id)
        sent = len(work.nudges)
        assert settle(work, task.id, told.value) is None
        assert work.nudges[sent:] == [], "no queue holds a message for so long"
    assert (task.status, task.tries, task.reason) == ("running", 0, told.value.reason)
    with clock.held(NOON + timedelta(hours=11)):
        assert sweep_tasks(work) == 0
    with clock.held(NOON + timedelta(hours=12, minutes=16)):
        assert sweep_tasks(work) == 1
    assert (task.tries, task.retry_at) == (0, None), "to have waited is no fault"
    assert work.nudges[sent:] == [("scrape_market", str(task.id), timedelta())]


def test_who_lets_others_go_first_for_an_hour_has_lost_nothing(work: Overheard, owner: Identity) -> None:
    with clock.held(NOON):
        usual = asks(work, owner)
    for minutes in range(0, 60, 5):
        with clock.held(NOON + timedelta(minutes=minutes)):
            urgent = asks(work, owner, "retro camping", Limits(priority=1))
            assert not take_turn(work, usual.id)
            assert sweep_tasks(work) == 0
            cancel(work, tenant_id=owner.tenant_id, actor=owner.actor, task_id=urgent.id)
    with clock.held(NOON + timedelta(hours=1)):
        assert take_turn(work, usual.id)
    assert (usual.status, usual.tries) == ("queued", 0)


def test_a_message_that_waits_long_in_its_queue_is_no_fault_of_its_task(work: Overheard, owner: Identity) -> None:
    with clock.held(NOON):
        task = asks(work, owner)
    for quarter in range(1, 10):
        with clock.held(NOON + quarter * timedelta(minutes=16)):
            sweep_tasks(work)
    assert (task.status, task.tries) == ("queued", 0)


def test_a_message_too_many_is_done_with_and_costs_nothing(work: Overheard, owner: Identity) -> None:
    task = asks(work, owner)
    with pytest.raises(Conflict, match="another queue"):
        take_turn(work, task.id, queue=BROWSER_QUEUE)
    settle(work, task.id, Unavailable("It timed out."))
    with pytest.raises(Conflict, match="waits"):
        take_turn(work, task.id, queue=QUEUE)
    assert pages_today(work, owner) == (0, 0)


def test_more_pages_a_day_wake_the_tasks_that_wait_for_them(work: Overheard, owner: Identity) -> None:
    allow(work, owner, 0)
    task = asks(work, owner)
    with pytest.raises(UsedUp) as told:
        take_turn(work, task.id)
    settle(work, task.id, told.value)
    sent = len(work.nudges)
    allow(work, owner, 5)
    assert work.nudges[sent:] == [("scrape_market", str(task.id), timedelta())]
    assert take_turn(work, task.id)


def test_what_the_schedule_opened_leaves_room_for_people(work: Overheard, owner: Identity) -> None:
    for niche in niches()[: MOST_OPEN + 1]:
        watches(work, owner, niche.name)
    assert open_due(work, "sample") == MOST_OPEN + 1
    assert asks(work, owner).status == "queued"


def test_a_task_taken_up_again_asks_for_room_like_any_other(work: Overheard, owner: Identity) -> None:
    task = asks(work, owner)
    cancel(work, tenant_id=owner.tenant_id, actor=owner.actor, task_id=task.id)
    asks(work, owner)
    with pytest.raises(Conflict, match="being collected already"):
        retry(work, tenant_id=owner.tenant_id, actor=owner.actor, task_id=task.id)


def test_the_schedule_leaves_a_fifth_of_the_day_to_people(work: Overheard, owner: Identity) -> None:
    allow(work, owner, 10)
    for _ in range(8):
        spend(work.session, SAMPLE, owner.tenant_id, scheduled=True)
    with pytest.raises(UsedUp):
        spend(work.session, SAMPLE, owner.tenant_id, scheduled=True)
    spend(work.session, SAMPLE, owner.tenant_id, scheduled=False)


def test_an_owner_s_choice_can_be_taken_back(work: Overheard, owner: Identity) -> None:
    for pages in (0, 3, 3, None, None):
        allow(work, owner, pages)
    for _ in range(5):
        spend(work.session, SAMPLE, owner.tenant_id, scheduled=False)


def test_many_at_once_never_spend_more_than_there_is(
    emptied: Engine, cloud: Emulator, postgres: DatabaseSettings
) -> None:
    assert cloud
    with unit_of_work() as work:
        owner = an_owner(work)
        set_budget(work, SAMPLE, tenant_id=owner.tenant_id, actor=owner.actor, pages_per_day=30)

    def ten() -> int:
        return sum(_spent_one(owner) for _ in range(10))

    assert sum(side_by_side(workers(emptied, postgres), *4 * [ten])) == 30
    with Session(emptied) as session:
        assert spent(session, "sample", owner.tenant_id, today(clock.now())).ours == 30


def _spent_one(owner: Identity) -> bool:
    try:
        with unit_of_work() as work:
            spend(work.session, SAMPLE, owner.tenant_id, scheduled=False)
    except UsedUp:
        return False
    return True


@pytest.mark.parametrize(
    ("limits", "pages", "told"),
    [
        (Limits(max_pages=2), 2, "Stopped after 2 pages, as you wished; there are more."),
        (Limits(max_offers=3), 2, "Stopped after 4 offers, as you wished; there are more."),
    ],
)
def test_a_task_goes_as_far_as_it_was_told_to_and_says_that_there_is_more(
    work: Overheard, owner: Identity, limits: Limits, pages: int, told: str
) -> None:
    task = asks(work, owner, limits=limits)
    for _ in range(pages):
        collect(work, task.id, fetcher=Shelf(["9.50", "12"], further=MORE))
    assert (task.status, task.reason, task.pages_done) == ("succeeded", told, pages)


def test_a_limit_that_is_met_on_the_last_page_is_not_spoken_of(work: Overheard, owner: Identity) -> None:
    task = asks(work, owner, limits=Limits(max_pages=1))
    assert visited(work, task, "9.50").reason is None


def test_each_offer_of_a_page_is_counted_as_one_thing(work: Overheard, owner: Identity) -> None:
    with clock.held(NOON):
        visited(work, asks(work, owner), "9.50", "12", "7")
    with clock.held(NOON + timedelta(hours=6)):
        task = visited(work, asks(work, owner), "9.75", "12", "7", "1")
    assert (task.offers_seen, task.offers_new, task.offers_changed, task.offers_unchanged) == (4, 1, 1, 2)


@pytest.mark.parametrize("decided", [True, False])
def test_an_owners_decision_about_robots_goes_with_every_page(work: Overheard, owner: Identity, decided: bool) -> None:
    task, shelf = asks(work, owner, limits=Limits(past_robots=decided)), Shelf(["1"], further=MORE)
    for _ in range(2):
        collect(work, task.id, fetcher=shelf)
    assert [asked.past_robots for asked in shelf.asked] == [decided, decided]
