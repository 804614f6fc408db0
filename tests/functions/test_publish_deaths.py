"""Workers that die anywhere, messages that come twice, two workers at once: one product, and it goes on to the end."""

from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

import pytest
from sqlalchemy import Connection, Engine, text

from tests.support.cloud import Emulator
from tests.support.full_disk import full_disk
from tests.support.printful_shop import Mischief
from tests.support.published import (
    PrintfulStall,
    Publication,
    SandboxStall,
    Stall,
    a_stall,
    agreed,
    carry,
    not_now,
    one_part,
    open_shop,
    practising_printful,
    take_back,
    walking,
)
from tests.support.side_by_side import a_worker, side_by_side, workers
from tests.support.worker import Worker
from wareloom.kit.errors import Unavailable
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import unit_of_work
from wareloom.listings.channels.registry import channel
from wareloom.listings.channels.sandbox.shelf import Fault, misbehave
from wareloom.listings.publish import publish

EVERY = pytest.mark.parametrize("name", ["sandbox", "printful"])


@pytest.fixture
def stall(name: str, cloud: Emulator, monkeypatch: pytest.MonkeyPatch) -> Generator[Stall]:
    assert cloud
    with a_stall(name, monkeypatch) as opened:
        yield opened


def killed(publication: Publication) -> None:
    """A worker whose process ends when the channel has done what it was asked, and nothing is committed."""

    def die() -> None:
        with unit_of_work() as work:
            publish(work, run_id=publication.river.run_id, design_id=publication.design_id)
            raise SystemExit("killed before the commit")

    with pytest.raises(SystemExit):
        die()


def refused(publication: Publication) -> bool:
    """Whether the database would not keep what this invocation did."""
    try:
        one_part(publication)
    except Unavailable:
        return True
    return False


@EVERY
def test_a_worker_that_dies_before_every_commit_makes_one_product(stall: Stall, joined: Connection) -> None:
    assert joined
    publication = agreed()
    open_shop(publication.owner, stall)
    steps, answer = walking(publication), {"more": True}
    while answer["more"]:
        killed(publication)
        answer = next(steps)
    assert publication.listing.status == "published"
    assert {part.status for part in publication.parts} == {"done"}
    assert stall.standing() == [publication.listing.title]
    assert stall.made() == 1


@EVERY
def test_a_database_that_refuses_every_commit_once_makes_one_product(stall: Stall, emptied: Engine) -> None:
    publication = agreed()
    open_shop(publication.owner, stall)
    one_part(publication)  # the listing is drafted
    steps, count = walking(publication), 0
    while publication.step[0] != "done":
        with full_disk(emptied, "listings_parts"):
            if refused(publication):
                count += 1
        if publication.step[0] != "done":  # the last invocations touch no part
            next(steps)
    assert count >= 2 * len(channel(stall.channel).parts)  # each part is claimed, then called
    assert publication.listing.status == "published"
    assert (stall.standing(), stall.made()) == ([publication.listing.title], 1)


@EVERY
def test_a_worker_that_dies_before_every_commit_takes_all_of_it_back(stall: Stall, joined: Connection) -> None:
    assert joined
    publication = agreed()
    open_shop(publication.owner, stall)
    carry(publication)
    take_back(publication)
    steps, answer = walking(publication), {"more": True}
    while answer["more"]:
        killed(publication)
        answer = next(steps)
    assert publication.listing.status == "withdrawn"
    assert stall.standing() == []


@pytest.mark.parametrize("part", channel("sandbox").parts)
def test_an_answer_that_was_lost_is_looked_for_and_not_asked_for_again(
    cloud: Emulator, joined: Connection, part: str
) -> None:
    assert cloud
    assert joined
    publication, stall = agreed(), SandboxStall()
    open_shop(publication.owner, stall)
    misbehave(stall.shop, [Fault(part, "lose_answer")])
    with pytest.raises(AssertionError, match="failed 1 times"):
        carry(publication, patience=1)
    assert publication.listing.reason == "The practice shop did it and lost its answer."
    carry(publication)
    assert publication.listing.status == "published"
    assert (stall.standing(), stall.made()) == ([publication.listing.title], 1)


@pytest.mark.parametrize("how", ["hang up", "truncate", "refuse"])
def test_a_product_that_printful_made_unheard_is_found_by_its_key(
    cloud: Emulator, joined: Connection, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    assert cloud
    assert joined
    with practising_printful(monkeypatch) as server:
        publication, stall = agreed(), PrintfulStall(server, server.opens("tok_unheard"))
        open_shop(publication.owner, stall)
        server.mischief = [Mischief("POST", "/store/products", how, after=True)]  # pyright: ignore[reportArgumentType] - one of its words
        carry(publication)
        assert server.mischief == []
        assert publication.listing.status == "published"
        assert stall.standing() == [publication.listing.title]
        made = [one for one in server.asked if (one.method, one.target) == ("POST", "/store/products")]
        assert len(made) == 1


def test_a_process_killed_while_printful_works_is_followed_by_one_that_finds_the_product(
    cloud: Emulator, emptied: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cloud
    with practising_printful(monkeypatch) as server:
        publication, stall = agreed(), PrintfulStall(server, server.opens("tok_killed"))
        open_shop(publication.owner, stall)
        steps = walking(publication)
        next(steps)
        while not any((part.name, part.status) == ("product", "claimed") for part in publication.parts):
            next(steps)
        server.mischief = [Mischief("POST", "/store/products", "silent", after=True)]
        about = {"run_id": str(publication.river.run_id), "subject_id": str(publication.design_id)}
        worker = Worker("publish_listings", about)
        with emptied.connect() as watching:
            while not stall.standing():
                watching.scalar(text("SELECT 1"))
        worker.kill()
        assert [part.status for part in publication.parts] == ["done", "done", "done", "claimed"]
        carry(publication, patience=2000)
        assert publication.listing.status == "published"
        made = [one for one in server.asked if (one.method, one.target) == ("POST", "/store/products")]
        assert (len(made), stall.standing()) == (1, [publication.listing.title])


@EVERY
def test_two_workers_at_one_design_publish_it_once(stall: Stall, emptied: Engine, postgres: DatabaseSettings) -> None:
    publication = agreed()
    open_shop(publication.owner, stall)
    to_the_end = partial(carry, publication, patience=2000)
    side_by_side(workers(emptied, postgres), to_the_end, to_the_end)
    assert (publication.listing.status, publication.listing.reason) == ("published", None)
    assert publication.step == ("done", None)
    assert (stall.standing(), stall.made()) == ([publication.listing.title], 1)


def test_while_one_worker_is_at_the_channel_another_turns_away(
    cloud: Emulator, emptied: Engine, postgres: DatabaseSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cloud
    with practising_printful(monkeypatch) as server:
        publication, stall = agreed(), PrintfulStall(server, server.opens("tok_slow"))
        open_shop(publication.owner, stall)
        one_part(publication)
        one_part(publication)  # the first part is claimed
        elsewhere = workers(emptied, postgres)

        def first() -> None:
            with a_worker(elsewhere):
                one_part(publication)

        server.lock.acquire()  # a Printful that takes its time
        with ThreadPoolExecutor(1) as pool:
            busy = pool.submit(first)
            try:
                wait_until_held(emptied, busy)
                turned_away = one_part(publication)
                assert not_now(turned_away)
                assert "Another worker" in turned_away["reason"]
            finally:
                server.lock.release()
            busy.result(timeout=30)
        assert publication.listing.reason is None
        carry(publication)
        assert (publication.listing.status, stall.made()) == ("published", 1)


def wait_until_held(engine: Engine, busy: Future[None]) -> None:
    held = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted")
    with engine.connect() as watching:
        while not watching.scalar(held):
            assert not busy.done()
