"""What is watched is collected again and again, at a pace that follows what moves, and says why."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.integration.market.showing import NOON
from tests.integration.market.tasks import asks, visited, watches
from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.kit.errors import NotFound, Overused, Rejected
from wareloom.market import watch as watching
from wareloom.market.cancel import cancel
from wareloom.market.models import Task, Watch
from wareloom.market.open import Limits
from wareloom.market.open_due import open_due
from wareloom.market.settle import settle
from wareloom.market.watch import Wish, change_watch, pause, resume, unwatch

HOUR = timedelta(hours=1)


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    return an_owner(work)


def opened(work: Overheard) -> Task:
    assert open_due(work, "sample") == 1
    return work.session.scalars(select(Task).order_by(Task.id.desc()).limit(1)).one()


def visit(work: Overheard, *prices: str, at: timedelta) -> None:
    with clock.held(NOON + at):
        visited(work, opened(work), *prices)


def test_what_is_due_is_opened_once_and_is_due_again_after_its_pace(work: Overheard, owner: Identity) -> None:
    with clock.held(NOON):
        row = watches(work, owner)
        task = opened(work)
        assert open_due(work, "sample") == 0
    assert (task.watch_id, task.started_by, task.priority) == (row.id, "schedule", -1)
    with clock.held(NOON + timedelta(hours=12)):
        assert open_due(work, "sample") == 0, "it is still being collected"
        visited(work, task, "9.50")
        assert open_due(work, "sample") == 0, "a visit that came late is not followed by one at once"
    with clock.held(NOON + timedelta(hours=15)):
        assert open_due(work, "sample") == 1


def test_watching_twice_is_watching_and_unwatching_ends_it(work: Overheard, owner: Identity) -> None:
    first = watches(work, owner)
    assert watches(work, owner, "Everything").id == first.id
    unwatch(work, tenant_id=owner.tenant_id, actor=owner.actor, watch_id=first.id)
    assert open_due(work, "sample") == 0


def test_a_target_that_moves_is_visited_more_often_and_one_that_stands_still_less(
    work: Overheard, owner: Identity
) -> None:
    with clock.held(NOON):
        row = watches(work, owner)
    visit(work, "9.50", "12", at=timedelta())
    assert (row.every, row.why) == (6 * HOUR, "Visited once, 2 offers seen: how much they move shows the next time.")
    visit(work, "9.75", "12", at=6 * HOUR)
    assert (row.every, row.next_at) == (3 * HOUR, NOON + 9 * HOUR)
    assert row.why == "1 of 2 offers moved: more often, every 3 hours instead of every 6 hours."
    visit(work, "9.75", "12", at=9 * HOUR)
    assert (row.every, row.next_at, row.visited_at) == (6 * HOUR, NOON + 15 * HOUR, NOON + 9 * HOUR)


def test_a_pace_that_somebody_chose_stays(work: Overheard, owner: Identity) -> None:
    with clock.held(NOON):
        row = watches(work, owner, wish=Wish(chosen_every=2 * HOUR, max_pages=3, priority=1))
    for hours in range(0, 8, 2):
        visit(work, f"{hours + 1}.00", at=hours * HOUR)
    task = work.session.scalars(select(Task).limit(1)).one()
    assert (row.every, row.why, task.max_pages, task.priority) == (2 * HOUR, "Somebody chose every 2 hours.", 3, 1)


def test_a_visit_that_fails_makes_the_next_one_later_and_one_cancelled_changes_nothing(
    work: Overheard, owner: Identity
) -> None:
    with clock.held(NOON):
        row = watches(work, owner)
        settle(work, opened(work).id, Rejected("This is no shop."))
    assert (row.every, row.visited_at) == (12 * HOUR, None)
    with clock.held(NOON + 12 * HOUR):
        cancel(work, tenant_id=owner.tenant_id, actor=owner.actor, task_id=opened(work).id)
    assert row.every == 12 * HOUR


def test_a_task_by_hand_leaves_the_pace_alone(work: Overheard, owner: Identity) -> None:
    row = watches(work, owner)
    visited(work, asks(work, owner, limits=Limits(priority=1)), "9.50")
    assert row.visited_at is None


def test_a_paused_watch_waits_and_is_due_once_when_it_goes_on(work: Overheard, owner: Identity) -> None:
    with clock.held(NOON):
        row = watches(work, owner)
        assert pause(work, tenant_id=owner.tenant_id, actor=owner.actor, watch_id=row.id).paused_at == NOON
    with clock.held(NOON + timedelta(days=3)):
        assert open_due(work, "sample") == 0
        resume(work, tenant_id=owner.tenant_id, actor=owner.actor, watch_id=row.id)
        assert open_due(work, "sample") == 1
        assert open_due(work, "sample") == 0


def test_another_wish_takes_effect_from_the_last_visit_on(work: Overheard, owner: Identity) -> None:
    with clock.held(NOON):
        row = watches(work, owner)
    visit(work, "9.50", at=timedelta())
    with clock.held(NOON + HOUR):
        wish = Wish(chosen_every=4 * HOUR)
        change_watch(work, tenant_id=owner.tenant_id, actor=owner.actor, watch_id=row.id, wish=wish)
    assert row.next_at == NOON + 4 * HOUR
    said = len(work.events)
    change_watch(work, tenant_id=owner.tenant_id, actor=owner.actor, watch_id=row.id, wish=wish)
    assert len(work.events) == said, "nothing changed, so nothing is told"


def test_an_ended_watch_leaves_its_tasks(work: Overheard, owner: Identity) -> None:
    row = watches(work, owner)
    task = opened(work)
    unwatch(work, tenant_id=owner.tenant_id, actor=owner.actor, watch_id=row.id)
    work.session.flush()
    work.session.refresh(task)
    assert task.watch_id is None
    assert visited(work, task, "9.50").status == "succeeded"


def test_a_workspace_cannot_watch_without_end(
    work: Overheard, owner: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "MOST_WATCHED", 1)
    watches(work, owner)
    watches(work, owner)
    with pytest.raises(Overused, match="are watched"):
        watches(work, owner, "retro camping")


def test_another_workspaces_watch_is_not_found(work: Overheard, owner: Identity) -> None:
    row, stranger = watches(work, owner), an_owner(work)
    for act in (pause, resume, unwatch):
        with pytest.raises(NotFound):
            act(work, tenant_id=stranger.tenant_id, actor=stranger.actor, watch_id=row.id)
    assert work.session.get(Watch, row.id)
