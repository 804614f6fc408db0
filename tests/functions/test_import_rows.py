"""Imports through the real queue: slices, deaths, repeats, cancelling, taking back. No row twice, and none lost."""

from contextlib import suppress
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Engine

from functions.sweep_unfinished.handler import handle as sweep
from tests.functions.test_scrape_market import conninfo
from tests.support.api import Api, signed_in
from tests.support.cloud import BUCKET, Emulator
from tests.support.uploads import Imports, counted, deliver, kept, now, nudge, offers, started
from tests.support.worker import Worker
from wareloom.kit.errors import Unavailable
from wareloom.kit.work import unit_of_work
from wareloom.market.imports.read_slice import ROWS, read_slice
from wareloom.market.uploads.models import Import
from wareloom.market.uploads.upload import reader, take_turn

MANY = 5 * ROWS + 7


@pytest.fixture
def queue(cloud: Emulator, emptied: Engine) -> Imports:
    assert emptied
    return Imports(cloud)


@pytest.fixture
def owner(queue: Imports) -> Api:
    assert queue
    return signed_in()


def test_an_import_goes_slice_by_slice_to_its_end(queue: Imports, owner: Api, emptied: Engine) -> None:
    import_id = started(owner, offers(MANY, bad_every=100))
    assert queue.work() == 6
    row = now(owner, import_id)
    bad = MANY // 100
    assert (row["status"], row["read_rows"], row["read_bytes"]) == ("succeeded", MANY + 1, row["size"])
    assert counted(owner, import_id) == (MANY - bad, 0, 0, bad)
    assert kept(emptied) == (MANY - bad, MANY - bad)


def test_every_message_delivered_twice_makes_the_same_rows(queue: Imports, owner: Api, emptied: Engine) -> None:
    import_id = started(owner, offers(MANY, bad_every=100))
    queue.work(times=2)
    bad = MANY // 100
    assert counted(owner, import_id) == (MANY - bad, 0, 0, bad)
    assert kept(emptied) == (MANY - bad, MANY - bad)


@pytest.mark.timeout(600)
def test_a_hundred_thousand_rows_with_workers_killed_between_and_inside_slices(
    queue: Imports, owner: Api, emptied: Engine
) -> None:
    """A third of the messages is taken by a worker that dies inside its slice, a third by one that dies after it."""
    rows, bad = 100_000, 100
    import_id = started(owner, offers(rows, bad_every=rows // bad))
    slices = 0
    while records := queue.receive():
        for record in records:
            slices += 1
            if slices % 3 == 0:
                _die_inside(import_id)
            if slices % 3 == 1:
                _die_after(import_id)
            assert deliver(record) == []
            queue.acknowledge(record)
    assert now(owner, import_id)["status"] == "succeeded"
    assert counted(owner, import_id) == (rows - bad, 0, 0, bad)
    assert kept(emptied) == (rows - bad, rows - bad)


def _die_inside(import_id: str) -> None:
    with suppress(SystemExit), unit_of_work() as work:
        row = take_turn(work, UUID(import_id))
        assert isinstance(row, Import)
        read_slice(work, row)
        raise SystemExit("killed before its commit")


def _die_after(import_id: str) -> None:
    with unit_of_work() as work:
        row = take_turn(work, UUID(import_id))
        assert isinstance(row, Import)
        read_slice(work, row)
        work.tell = lambda: None  # its message never left


def test_a_worker_that_is_really_killed_leaves_whole_slices_alone(queue: Imports, owner: Api, emptied: Engine) -> None:
    import_id = started(owner, offers(MANY))
    with psycopg.connect(conninfo()) as held:
        held.execute("LOCK TABLE market_claims IN EXCLUSIVE MODE")  # inside its slice, and no further
        worker = Worker("import_rows", {"Records": [nudge(import_id)]})
        with psycopg.connect(conninfo(), autocommit=True) as watching:
            waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'market_claims'::regclass"
            while watching.execute(waiting).fetchone() != (1,):
                pass
        worker.kill()
    with psycopg.connect(conninfo()) as patient:  # until the database has noticed, too
        patient.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"upload:{import_id}"])
    assert counted(owner, import_id) == (0, 0, 0, 0)
    queue.work()
    assert counted(owner, import_id) == (MANY, 0, 0, 0)
    assert kept(emptied) == (MANY, MANY)


def test_a_second_worker_on_the_same_import_turns_away(queue: Imports, owner: Api) -> None:
    import_id = started(owner, offers(5))
    (record,) = queue.receive()
    with psycopg.connect(conninfo()) as other:
        other.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"upload:{import_id}"])
        assert deliver(record) == []
    assert now(owner, import_id)["status"] == "queued"


def test_the_sweep_finds_an_import_whose_message_was_lost_and_ends_what_never_came(queue: Imports, owner: Api) -> None:
    import_id = started(owner, offers(5))
    for record in queue.receive():
        queue.acknowledge(record)
    never = owner.post("/imports", {"kind": "terms", "name": "x", "size": 5}).json["id"]
    assert sweep({"at_once": True}, None)["uploads"] == 1
    queue.work()
    assert now(owner, import_id)["status"] == "succeeded"
    with psycopg.connect(conninfo()) as other:
        other.execute("UPDATE market_imports SET updated_at = updated_at - interval '2 days' WHERE id = %s", [never])
    assert sweep({}, None)["uploads"] == 0
    assert now(owner, never)["status"] == "cancelled"
    assert "not uploaded" in now(owner, never)["reason"]


def test_a_file_that_is_replaced_or_gone_while_it_is_read_ends_the_import(
    queue: Imports, owner: Api, cloud: Emulator
) -> None:
    replaced, gone = (started(owner, offers(5)) for _ in range(2))
    tenant = owner.me["tenant"]["id"]
    cloud.client("s3").put_object(Bucket=BUCKET, Key=f"imports/{tenant}/{replaced}", Body=offers(6))
    cloud.client("s3").delete_object(Bucket=BUCKET, Key=f"imports/{tenant}/{gone}")
    queue.work()
    assert [now(owner, one)["status"] for one in (replaced, gone)] == ["failed", "failed"]
    assert "replaced" in now(owner, replaced)["reason"]
    assert "thirty days" in now(owner, gone)["reason"]


def test_cancelling_keeps_what_was_read_and_retrying_goes_on(queue: Imports, owner: Api, emptied: Engine) -> None:
    import_id = started(owner, offers(MANY))
    (record,) = queue.receive()
    assert deliver(record) == []
    queue.acknowledge(record)
    assert owner.post(f"/imports/{import_id}/cancel").json["status"] == "cancelled"
    queue.work()
    assert kept(emptied) == (ROWS, ROWS)
    assert owner.post(f"/imports/{import_id}/retry").json["status"] == "queued"
    queue.work()
    assert (now(owner, import_id)["status"], kept(emptied)) == ("succeeded", (MANY, MANY))


def test_cancelled_while_a_slice_is_read_it_stops_after_it(queue: Imports, owner: Api, emptied: Engine) -> None:
    import_id = started(owner, offers(MANY))
    with unit_of_work() as work:
        row = take_turn(work, UUID(import_id))
        assert isinstance(row, Import)
        fetch = reader(row)

        def cancelled(start: int, stop: int) -> bytes:
            with psycopg.connect(conninfo()) as other:
                other.execute("UPDATE market_imports SET status = 'cancelled' WHERE id = %s", [import_id])
            return fetch(start, stop)

        read_slice(work, row, fetch=cancelled)
    assert (now(owner, import_id)["status"], kept(emptied)) == ("cancelled", (ROWS, ROWS))
    queue.work()
    assert kept(emptied) == (ROWS, ROWS)


def test_a_slice_of_a_dry_run_moves_no_real_run_that_began_meanwhile(
    queue: Imports, owner: Api, emptied: Engine
) -> None:
    import_id = started(owner, offers(MANY), dry_run=True)
    with unit_of_work() as work:
        row = take_turn(work, UUID(import_id))
        assert isinstance(row, Import)
        fetch = reader(row)

        def begun_anew(start: int, stop: int) -> bytes:
            with psycopg.connect(conninfo()) as other:  # cancelled, and started to keep what it reads
                other.execute("UPDATE market_imports SET dry_run = false WHERE id = %s", [import_id])
            return fetch(start, stop)

        with pytest.raises(Unavailable, match="begun anew"):
            read_slice(work, row, fetch=begun_anew)
        work.session.rollback()  # as the edge does
    queue.work()
    assert counted(owner, import_id) == (MANY, 0, 0, 0)
    assert kept(emptied) == (MANY, MANY)


def test_a_message_about_nobody_is_dropped(queue: Imports, owner: Api) -> None:
    assert queue
    assert deliver(nudge(owner.me["id"])) == []
