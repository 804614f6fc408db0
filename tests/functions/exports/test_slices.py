"""How much of an export one worker writes: as little as its time allows, however small the rows are."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.support.cloud import Emulator
from tests.support.exporting import a_slice, found, opened, read_all, to_the_end
from tests.support.factories import an_offer, an_owner, at
from wareloom.accounts.identity import Identity
from wareloom.kit.work import unit_of_work
from wareloom.market.exports.write import Portions
from wareloom.market.ingest import ingest

FEW = Portions(slice_rows=1, offers_at_once=64, part_rows=10)
NOON = at("2026-11-01T12:00:00")
OFFERS, MOVES = 8, 7


@pytest.fixture
def owner(emptied: Engine, cloud: Emulator) -> Identity:
    """Of offers that moved every day."""
    assert cloud
    with Session(emptied) as session, session.begin():
        for day in range(MOVES):
            seen = [an_offer(number, price=Decimal(10 + day)) for number in range(OFFERS)]
            ingest(session, "sample", seen, at=NOON + timedelta(days=day), task_id=None)
    with unit_of_work() as work:
        return an_owner(work)


def test_a_file_of_its_own_ends_after_so_many_rows_however_small(owner: Identity) -> None:
    export_id = opened(owner, "parquet")
    portions = Portions(slice_rows=1, offers_at_once=2, part_rows=3)
    assert a_slice(export_id, portions).rows_done == 4
    assert to_the_end(export_id, portions).rows_done == OFFERS
    assert len(set(found(export_id))) == OFFERS


def test_offers_that_are_read_together_need_not_be_written_together(
    owner: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One slice may end between two of them: histories are long."""
    monkeypatch.setattr("wareloom.market.exports.read._SIGHTINGS_AT_ONCE", 16)
    export_id = opened(owner, "parquet", what="history")
    assert a_slice(export_id, FEW).rows_done < OFFERS * MOVES
    assert to_the_end(export_id, FEW).rows_done == OFFERS * MOVES
    rows = read_all(export_id)
    assert len({(row["offer_id"], row["seen_at"]) for row in rows}) == OFFERS * MOVES
    assert [row["offer_id"] for row in rows] == sorted(row["offer_id"] for row in rows)
