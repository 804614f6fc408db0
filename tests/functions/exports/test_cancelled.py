"""Exports that are cancelled, begun again or deleted, also while a slice is written: no file, or a whole one."""

import pytest
from sqlalchemy import Engine

from tests.support.cloud import BUCKET, Emulator
from tests.support.exporting import SMALL, Queue, a_slice, acted, everything, found, meanwhile, now, opened, uploads
from wareloom.accounts.identity import Identity
from wareloom.kit import objects
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import unit_of_work
from wareloom.market.exports.cancel import cancel
from wareloom.market.exports.delete import delete
from wareloom.market.exports.export import export
from wareloom.market.exports.models import Export
from wareloom.market.exports.retry import retry


@pytest.mark.parametrize("slices", [0, 2])
def test_cancelled_while_a_slice_is_written_its_parts_are_taken_away(
    owner: Identity, emptied: Engine, postgres: DatabaseSettings, cloud: Emulator, slices: int
) -> None:
    export_id = opened(owner)
    for _ in range(slices):
        a_slice(export_id)
    before = now(export_id)
    with meanwhile(emptied, postgres, lambda: acted(cancel, owner, export_id)):
        after = a_slice(export_id)
    assert (after.status, after.rows_done) == ("cancelled", before.rows_done)
    assert uploads(cloud) == []


def test_a_slice_of_an_earlier_attempt_joins_no_later_one(
    owner: Identity, emptied: Engine, postgres: DatabaseSettings, queue: Queue
) -> None:
    export_id = opened(owner)
    a_slice(export_id)
    queue.acknowledge(queue.receive())

    def begun_again() -> None:
        acted(cancel, owner, export_id)
        acted(retry, owner, export_id)
        queue.acknowledge(queue.receive())  # its worker found us at it, and turned away

    with meanwhile(emptied, postgres, begun_again):
        after = a_slice(export_id)
    assert (after.status, after.rows_done, after.attempt) == ("queued", 0, 2)
    assert queue.work_off() > 0, "whoever found the row changed sent the message again"
    assert found(export_id) == everything(emptied)


def test_deleted_while_a_slice_is_written_it_stays_deleted(
    owner: Identity, emptied: Engine, postgres: DatabaseSettings
) -> None:
    export_id = opened(owner)

    def gone() -> None:
        acted(cancel, owner, export_id)
        acted(delete, owner, export_id)

    with meanwhile(emptied, postgres, gone), unit_of_work() as work:
        export(work, export_id, portions=SMALL)
    with unit_of_work() as work:
        assert work.session.get(Export, export_id) is None


def test_cancelled_half_way_there_is_no_file_and_nothing_waits_in_s3(
    owner: Identity, queue: Queue, cloud: Emulator
) -> None:
    export_id = opened(owner)
    row = a_slice(export_id)
    assert len(uploads(cloud)) == 1
    acted(cancel, owner, export_id)
    queue.work_off()
    assert (now(export_id).status, now(export_id).rows_done) == ("cancelled", row.rows_done)
    assert uploads(cloud) == []
    assert objects.names(BUCKET, f"exports/{owner.tenant_id}/") == []


def test_a_cancelled_export_begun_again_is_whole(owner: Identity, queue: Queue, emptied: Engine) -> None:
    export_id = opened(owner)
    a_slice(export_id)
    for act in (cancel, retry):
        acted(act, owner, export_id)
    assert (now(export_id).rows_done, now(export_id).status) == (0, "queued")
    queue.work_off()
    assert found(export_id) == everything(emptied)
