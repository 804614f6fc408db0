"""Exports whose workers die, come twice or are late: every row once."""

from dataclasses import replace
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from functions.sweep_unfinished.handler import handle as sweep
from tests.functions.test_scrape_market import conninfo
from tests.support.cloud import BUCKET, Emulator
from tests.support.exporting import (
    OFFERS,
    SMALL,
    Queue,
    a_slice,
    deliver,
    everything,
    found,
    now,
    opened,
    to_the_end,
    uploads,
)
from tests.support.factories import an_offer, at
from wareloom.accounts.identity import Identity
from wareloom.kit.database import new_session
from wareloom.kit.errors import Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.work import unit_of_work
from wareloom.market.exports.export import export
from wareloom.market.exports.models import Export, ExportPart
from wareloom.market.exports.settle import TRIES, settle
from wareloom.market.exports.write import Portions
from wareloom.market.ingest import ingest

FORMATS = pytest.mark.parametrize("format_", ["csv", "json", "parquet"])


@FORMATS
def test_slice_by_slice_every_offer_comes_once(owner: Identity, emptied: Engine, cloud: Emulator, format_: str) -> None:
    export_id = opened(owner, format_)
    first = a_slice(export_id)
    assert (first.status, 0 < first.rows_done < OFFERS) == ("running", True)
    row = to_the_end(export_id)
    assert (row.status, row.rows_done, row.upload_id) == ("succeeded", OFFERS, None)
    assert found(export_id) == everything(emptied)
    assert uploads(cloud) == []


def killed_before_its_commit(export_id: UUID, portions: Portions) -> None:
    with unit_of_work() as work:
        export(work, export_id, portions=portions)
        raise SystemExit(work.session.get_one(Export, export_id).status)


@pytest.mark.parametrize("format_", ["csv", "parquet"])
@pytest.mark.parametrize("slices", [0, 2])
def test_a_worker_that_dies_before_its_commit_is_followed_by_one_that_writes_the_same_parts(
    owner: Identity, emptied: Engine, format_: str, slices: int
) -> None:
    export_id = opened(owner, format_)
    for _ in range(slices):
        a_slice(export_id)
    before = now(export_id)
    with pytest.raises(SystemExit):
        killed_before_its_commit(export_id, SMALL)
    assert (now(export_id).rows_done, now(export_id).position) == (before.rows_done, before.position)
    to_the_end(export_id)
    assert found(export_id) == everything(emptied)


def test_a_worker_that_dies_when_the_object_is_whole_and_the_row_does_not_say_so_loses_nothing(
    owner: Identity, emptied: Engine
) -> None:
    export_id = opened(owner)
    while now(export_id).rows_done < OFFERS - 4:
        a_slice(export_id)
    with pytest.raises(SystemExit, match="succeeded"):
        killed_before_its_commit(export_id, replace(SMALL, slice_rows=OFFERS))
    to_the_end(export_id)
    assert (now(export_id).status, found(export_id)) == ("succeeded", everything(emptied))


def test_parts_that_s3_has_forgotten_are_written_again(owner: Identity, emptied: Engine, cloud: Emulator) -> None:
    export_id = opened(owner)
    row = a_slice(export_id)
    for upload in uploads(cloud):
        cloud.client("s3").abort_multipart_upload(Bucket=BUCKET, Key=upload["Key"], UploadId=upload["UploadId"])
    anew = a_slice(export_id)
    assert (anew.rows_done, anew.position, anew.attempt) == (0, None, row.attempt + 1)
    assert to_the_end(export_id).rows_done == OFFERS
    assert found(export_id) == everything(emptied)


def test_what_is_collected_meanwhile_doubles_nothing_and_joins_the_next_export(
    owner: Identity, emptied: Engine
) -> None:
    before = everything(emptied)
    export_id = opened(owner)
    a_slice(export_id)
    with new_session() as session, session.begin():
        ingest(session, "sample", [an_offer(number) for number in range(OFFERS + 3)], at=at("2026-11-09"), task_id=None)
    to_the_end(export_id)
    assert found(export_id) == before
    again = opened(owner)
    to_the_end(again)
    assert found(again) == everything(emptied)


def test_a_second_worker_on_the_same_export_turns_away(owner: Identity, queue: Queue) -> None:
    export_id = opened(owner)
    (record,) = queue.receive()
    with psycopg.connect(conninfo()) as other:
        other.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"export:{export_id}"])
        assert deliver(record) == []
        assert now(export_id).rows_done == 0


def test_every_message_delivered_twice_writes_the_same_file(owner: Identity, queue: Queue, emptied: Engine) -> None:
    export_id = opened(owner)
    (record,) = queue.receive()
    for _ in range(2):
        assert deliver(record) == []
    queue.acknowledge([record])
    queue.work_off()
    assert found(export_id) == everything(emptied)


def test_the_sweep_finds_an_export_whose_message_was_lost(owner: Identity, queue: Queue) -> None:
    export_id = opened(owner)
    queue.acknowledge(queue.receive())
    assert sweep({}, None)["exports"] == 0, "it has been touched just now"
    assert sweep({"at_once": True}, None)["exports"] == 1
    queue.work_off()
    assert now(export_id).status == "succeeded"


def test_an_export_whose_workers_always_stop_is_given_up_with_a_reason(owner: Identity, queue: Queue) -> None:
    export_id = opened(owner)
    for _ in range(TRIES):
        sweep({"at_once": True}, None)
    assert (now(export_id).status, now(export_id).reason) == (
        "failed",
        "Its workers stopped without saying why. Try again.",
    )
    queue.work_off()
    assert now(export_id).status == "failed"


def test_a_failed_slice_waits_longer_each_time_and_then_the_export_fails(owner: Identity) -> None:
    export_id = opened(owner)
    waits = [_settled(export_id) for _ in range(TRIES)]
    assert waits == [10, 20, 40, 80, None]
    assert (now(export_id).status, now(export_id).reason) == ("failed", "The database does not answer just now.")


def _settled(export_id: UUID) -> float | None:
    with unit_of_work() as work:
        wait = settle(work, export_id, Unavailable("The database does not answer just now."))
    return None if wait is None else wait.total_seconds()


def test_an_export_of_a_column_that_is_no_more_fails_with_its_reason(
    owner: Identity, queue: Queue, emptied: Engine
) -> None:
    export_id = opened(owner)
    with Session(emptied) as session, session.begin():
        session.get_one(Export, export_id).columns = ["title", "gone"]
    (record,) = queue.receive()
    assert deliver(record) == []
    row = now(export_id)
    assert (row.status, "no column “gone”" in (row.reason or "")) == ("failed", True)


def test_parts_go_with_their_export(owner: Identity, emptied: Engine) -> None:
    export_id = opened(owner)
    to_the_end(export_id)
    with Session(emptied) as session, session.begin():
        session.delete(session.get_one(Export, export_id))
        session.flush()
        assert session.scalars(select(ExportPart)).all() == []


@pytest.mark.usefixtures("joined")
def test_a_message_about_nobody_is_dropped(queue: Queue) -> None:
    assert queue
    assert deliver({"messageId": "m", "receiptHandle": "r", "body": f'{{"id": "{new_id()}"}}'}) == []
