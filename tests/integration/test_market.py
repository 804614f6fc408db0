from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_offer, an_owner, at
from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Conflict, Failure, NotFound, Overused, Rejected, Unavailable
from wareloom.kit.http.pace import NotYet
from wareloom.market.cancel import cancel
from wareloom.market.ingest import Kept, ingest
from wareloom.market.marketplaces.registry import MARKETPLACES
from wareloom.market.models import Offer, Sighting, Task
from wareloom.market.open import MOST_OPEN, open_task
from wareloom.market.page import Glimpse, SeenOffer
from wareloom.market.retry import retry
from wareloom.market.settle import TRIES, settle
from wareloom.market.sweep import sweep_tasks
from wareloom.market.take_turn import take_turn

NOON = at("2026-11-01T12:00:00")
LATER = NOON + timedelta(hours=6)


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    return an_owner(work)


def keep(work: Overheard, *offers: SeenOffer, when: datetime = NOON) -> Kept:
    return ingest(work.session, "sample", offers, at=when, task_id=None)


def sightings(work: Overheard, external_id: str) -> list[Sighting]:
    query = select(Sighting).join(Offer, Offer.id == Sighting.offer_id).where(Offer.external_id == external_id)
    return list(work.session.scalars(query.order_by(Sighting.seen_at)))


def open_one(work: Overheard, owner: Identity, target: str = "everything") -> Task:
    return open_task(work, tenant_id=owner.tenant_id, actor=owner.actor, marketplace="sample", target=target)


def test_a_new_offer_is_one_row_and_one_sighting(work: Overheard) -> None:
    assert keep(work, an_offer()) == Kept(seen=1, new=1, changed=0)
    assert len(sightings(work, "offer-1")) == 1


def test_the_same_page_twice_changes_nothing(work: Overheard) -> None:
    keep(work, an_offer(), an_offer(2))
    assert keep(work, an_offer(), an_offer(2)) == Kept(seen=2, new=0, changed=0)
    assert work.session.scalar(select(func.count()).select_from(Offer)) == 2


def test_an_offer_twice_on_one_page_is_one_offer(work: Overheard) -> None:
    assert keep(work, an_offer(), an_offer()).seen == 1


def test_a_moved_price_is_a_sighting_and_a_still_one_is_not(work: Overheard) -> None:
    keep(work, an_offer())
    assert keep(work, an_offer(), when=LATER).changed == 0
    assert keep(work, an_offer(price=Decimal("17.50")), when=LATER + timedelta(hours=1)).changed == 1
    assert [row.price for row in sightings(work, "offer-1")] == [Decimal("19.99"), Decimal("17.50")]


def test_a_number_that_comes_back_to_what_it_was_is_a_change(work: Overheard) -> None:
    keep(work, an_offer(price=Decimal(10)))
    keep(work, an_offer(price=Decimal(12)), when=LATER)
    keep(work, an_offer(price=Decimal(10)), when=LATER + timedelta(hours=6))
    assert [row.price for row in sightings(work, "offer-1")] == [10, 12, 10]


def test_a_page_that_leaves_a_number_out_does_not_erase_what_the_offer_had(work: Overheard) -> None:
    keep(work, an_offer())
    keep(work, an_offer(rating=None, image_url=None), when=LATER)
    offer = work.session.scalars(select(Offer)).one()
    assert offer.rating == Decimal("4.50")


def test_an_older_page_that_comes_late_does_not_overwrite_a_newer_one(work: Overheard) -> None:
    keep(work, an_offer(title="Newer"), when=LATER)
    keep(work, an_offer(title="Older"))
    assert work.session.scalars(select(Offer.title)).one() == "Newer"


def test_history_that_a_source_tells_is_kept_without_its_flat_stretches(work: Overheard) -> None:
    days = [NOON - timedelta(days=back) for back in range(10, 0, -1)]
    glimpses = tuple(
        Glimpse(seen_at=day, price=Decimal(20), currency="USD", rating=None, reviews_count=number // 3)
        for number, day in enumerate(days)
    )
    offer = an_offer(price=Decimal(20), rating=None, reviews_count=3, history=glimpses)
    keep(work, offer)
    assert [row.reviews_count for row in sightings(work, "offer-1")] == [0, 1, 2, 3]
    assert work.session.scalars(select(Offer.first_seen_at)).one() == days[0]
    assert keep(work, offer) == Kept(seen=1, new=0, changed=0)


def test_null_characters_and_surprising_text_are_kept_as_text(work: Overheard) -> None:
    keep(work, an_offer(title="A\x00B ☃ 'quoted' {brace}", tags=("o'k", "a,b", '"'), details={"a": "x\x00y"}))
    offer = work.session.scalars(select(Offer)).one()
    assert offer.title == "AB ☃ 'quoted' {brace}"
    assert offer.tags == ["o'k", "a,b", '"']


def test_an_absurd_number_is_kept_and_does_not_stop_its_page(work: Overheard) -> None:
    absurd = an_offer(2, price=Decimal("99999999999999.99"), rating=Decimal(500), reviews_count=5_000_000_000)
    assert keep(work, an_offer(), absurd).new == 2


def test_a_task_starts_as_a_row_a_nudge_and_an_event(work: Overheard, owner: Identity) -> None:
    task = open_one(work, owner)
    assert (task.status, task.next_page is not None) == ("queued", True)
    assert [(queue, row_id) for queue, row_id, _delay in work.nudges] == [("scrape_market", str(task.id))]
    assert work.events == ["TaskOpened"]


def test_the_same_target_is_not_collected_twice_at_once(work: Overheard, owner: Identity) -> None:
    open_one(work, owner)
    with pytest.raises(Conflict, match="being collected"):
        open_one(work, owner, " Everything ")


def test_a_workspace_cannot_flood_the_queue(work: Overheard, owner: Identity) -> None:
    for number in range(MOST_OPEN):
        open_task(
            work,
            tenant_id=owner.tenant_id,
            actor=owner.actor,
            marketplace="shopify",
            target=f"shop-{number}.example",
        )
    with pytest.raises(Overused):
        open_one(work, owner)


def test_an_unknown_marketplace_is_named_with_the_known_ones(work: Overheard, owner: Identity) -> None:
    with pytest.raises(NotFound, match=", ".join(MARKETPLACES)):
        open_task(work, tenant_id=owner.tenant_id, actor="x", marketplace="nowhere", target="x")


def test_what_will_never_work_ends_the_task_with_its_reason(work: Overheard, owner: Identity) -> None:
    task = open_one(work, owner)
    assert settle(work, task.id, Rejected("This is not a shop.")) is None
    assert (task.status, task.reason) == ("failed", "This is not a shop.")
    assert work.events[-1] == "TaskEnded"


@pytest.mark.parametrize("failure", [Unavailable("It timed out."), Blocked("It wants a captcha.")])
def test_what_may_work_later_waits_longer_each_time_and_then_gives_up(
    work: Overheard, owner: Identity, failure: Failure
) -> None:
    task = open_one(work, owner)
    waits = [settle(work, task.id, failure) for _ in range(TRIES)]
    grown = [wait.total_seconds() for wait in waits[:-1] if wait]
    assert grown == sorted(set(grown))
    assert len(grown) == TRIES - 1
    assert waits[-1] is None
    assert task.status == "failed"


def test_the_wait_that_the_other_side_asks_for_is_kept(work: Overheard, owner: Identity) -> None:
    task = open_one(work, owner)
    assert settle(work, task.id, Unavailable("busy", retry_after=timedelta(minutes=7))) == timedelta(minutes=7)


def test_being_too_early_for_a_host_uses_up_no_try(work: Overheard, owner: Identity) -> None:
    task = open_one(work, owner)
    early = NotYet("shop.example was asked a moment ago.", retry_after=timedelta(minutes=7))
    sent = len(work.nudges)
    assert {settle(work, task.id, early) for _ in range(2 * TRIES)} == {None}, "its message is done with"
    assert [delay for _queue, _id, delay in work.nudges[sent:]] == 2 * TRIES * [timedelta(minutes=7)], "a new one comes"
    assert (task.status, task.tries, task.reason) == ("running", 0, early.reason)


def test_a_conflict_says_nothing_about_the_task(work: Overheard, owner: Identity) -> None:
    task = open_one(work, owner)
    assert settle(work, task.id, Conflict("somebody else is at it")) is None
    assert (task.status, task.tries) == ("queued", 0)


def test_a_failed_task_is_taken_up_where_it_stopped(work: Overheard, owner: Identity) -> None:
    task = open_one(work, owner)
    task.pages_done = 4
    settle(work, task.id, Rejected("no"))
    again = retry(work, tenant_id=owner.tenant_id, actor=owner.actor, task_id=task.id)
    assert (again.status, again.pages_done, again.tries, again.reason) == ("queued", 4, 0, None)
    with pytest.raises(Conflict):
        retry(work, tenant_id=owner.tenant_id, actor=owner.actor, task_id=task.id)


def test_a_cancelled_task_stays_cancelled(work: Overheard, owner: Identity) -> None:
    task = open_one(work, owner)
    cancel(work, tenant_id=owner.tenant_id, actor=owner.actor, task_id=task.id)
    assert settle(work, task.id, Unavailable("late")) is None
    assert task.status == "cancelled"
    with pytest.raises(Conflict):
        cancel(work, tenant_id=owner.tenant_id, actor=owner.actor, task_id=task.id)


def test_another_tenants_task_is_not_found(work: Overheard, owner: Identity) -> None:
    task = open_one(work, owner)
    stranger = an_owner(work)
    with pytest.raises(NotFound):
        cancel(work, tenant_id=stranger.tenant_id, actor=stranger.actor, task_id=task.id)


def test_the_sweep_nudges_what_was_forgotten_and_leaves_the_rest(work: Overheard, owner: Identity) -> None:
    with clock.held(NOON):
        forgotten, waiting = open_one(work, owner), open_one(work, owner, "retro camping")
        waiting.retry_at = NOON + timedelta(hours=1)
        work.session.flush()
    sent_before = len(work.nudges)
    with clock.held(NOON + timedelta(minutes=16)):
        assert sweep_tasks(work) == 1
    assert [row_id for _queue, row_id, _delay in work.nudges[sent_before:]] == [str(forgotten.id)]


def test_a_task_that_kills_every_worker_is_given_up_with_a_reason(work: Overheard, owner: Identity) -> None:
    with clock.held(NOON):
        task = open_one(work, owner)
    for round_number in range(1, TRIES + 1):
        with clock.held(NOON + round_number * timedelta(minutes=16)):
            take_turn(work, task.id)
        with clock.held(NOON + (round_number + 1) * timedelta(minutes=16) - timedelta(seconds=1)):
            sweep_tasks(work)
    assert task.status == "failed"
    assert task.reason
