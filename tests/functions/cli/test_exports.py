"""Offers as a file on somebody's own machine: asked for from a terminal, written by a real worker, and brought."""

import json
import signal
import subprocess
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.support.cloud import Emulator
from tests.support.command import Command
from tests.support.exporting import OFFERS, Queue, a_slice, now, read, to_the_end
from tests.support.factories import an_offer, at
from wareloom.kit.database import new_session
from wareloom.kit.errors import Rejected
from wareloom.kit.work import unit_of_work
from wareloom.market.exports.settle import settle
from wareloom.market.ingest import ingest


@pytest.fixture
def queue(cloud: Emulator, wareloom: Command) -> Queue:
    assert wareloom
    with new_session() as session, session.begin():
        ingest(session, "sample", [an_offer(number) for number in range(30)], at=at("2026-11-01"), task_id=None)
    return Queue(cloud)


def told(process: subprocess.Popen[bytes]) -> str:
    """The next line that the command says about its work."""
    assert process.stderr
    return process.stderr.readline().decode().rstrip()


def the_export(wareloom: Command) -> dict[str, Any]:
    return wareloom("exports", "--json").json[0]


@pytest.mark.parametrize(("format_", "name"), [("csv", "o.csv"), ("json", "o.jsonl"), ("parquet", "o.parquet")])
def test_offers_are_asked_for_followed_and_brought(
    wareloom: Command, queue: Queue, tmp_path: Path, format_: str, name: str
) -> None:
    file = tmp_path / name
    process = wareloom.start(
        "exports", "offers", "camping", "--format", format_, "--out", str(file), "--seller", "Paper Fox"
    )
    assert told(process) == "Waiting for its turn"
    queue.work_off()
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out.decode().strip()) == (0, str(file)), err
    assert err.decode().startswith("30 rows, ")
    assert len(read(name, file.read_bytes())) == 30
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [name]


def test_columns_and_history_are_what_was_asked_for(wareloom: Command, queue: Queue, tmp_path: Path) -> None:
    file = tmp_path / "moves.csv"
    started = wareloom(
        "exports", "offers", "--history", "--columns", "offer_id, price", "--bom", "--no-follow", "--json"
    )
    queue.work_off()
    ran = wareloom("exports", "download", started.json["id"], "-o", str(file))
    assert ran.status == 0, ran.err
    body = file.read_bytes()
    assert body.startswith(b"\xef\xbb\xbfoffer_id,price\r\n")
    assert len(read(file.name, body)) == 30


@pytest.mark.usefixtures("queue")
def test_several_files_come_into_a_folder_that_data_tools_read_as_one(wareloom: Command, tmp_path: Path) -> None:
    with new_session() as session, session.begin():
        heavy = [an_offer(100 + number, image_url="x" * 1_500_000) for number in range(OFFERS)]
        ingest(session, "sample", heavy, at=at("2026-11-02"), task_id=None)
    folder = tmp_path / "offers.parquet"
    started = wareloom("exports", "offers", "--format", "parquet", "--no-follow", "--json").json
    assert to_the_end(UUID(started["id"])).status == "succeeded"
    ran = wareloom("exports", "download", started["id"], "-o", str(folder), "--json")
    names = sorted(file.name for file in folder.iterdir())
    assert len(names) > 1
    assert names == [f"part-{number:04}.parquet" for number in range(1, len(names) + 1)]
    assert sum(len(read(name, (folder / name).read_bytes())) for name in names) == 30 + OFFERS == ran.json["rows_done"]


def test_what_is_there_already_is_not_overwritten_unasked(wareloom: Command, queue: Queue, tmp_path: Path) -> None:
    file = tmp_path / "o.csv"
    file.write_text("mine")
    refused = wareloom("exports", "offers", "--out", str(file))
    assert (refused.status, wareloom("exports", "--json").json) == (1, [])
    started = wareloom("exports", "offers", "--no-follow", "--json").json
    queue.work_off()
    assert wareloom("exports", "download", started["id"], "-o", str(file), "--force").status == 0
    assert file.read_text().startswith("id,marketplace,")


def test_a_failed_export_is_status_1_with_its_reason(wareloom: Command, queue: Queue, tmp_path: Path) -> None:
    process = wareloom.start("exports", "offers", "--out", str(tmp_path / "o.csv"))
    assert told(process) == "Waiting for its turn"
    export_id = the_export(wareloom)["id"]
    with unit_of_work() as work:
        settle(work, UUID(export_id), Rejected("There is no room."))
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert f"failed: There is no room. Try again: wareloom exports retry {export_id}" in err.decode()
    assert list(tmp_path.glob("o.csv")) == []
    assert wareloom("exports", "retry", export_id).status == 0
    queue.work_off()
    assert now(UUID(export_id)).status == "succeeded"


def test_control_c_leaves_the_export_running_and_it_can_be_cancelled(wareloom: Command, queue: Queue) -> None:
    assert queue
    process = wareloom.start("exports", "offers")
    assert told(process) == "Waiting for its turn"
    export_id = the_export(wareloom)["id"]
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert f"wareloom exports cancel {export_id}" in err.decode()
    assert wareloom("exports", "cancel", export_id).status == 0
    assert the_export(wareloom)["status"] == "cancelled"
    assert wareloom("exports", "delete", export_id).status == 0
    assert wareloom("exports", "show", export_id).status == 2


def test_an_unknown_column_is_told_with_the_known_ones(wareloom: Command, queue: Queue) -> None:
    assert queue
    ran = wareloom("exports", "offers", "--columns", "title,colour")
    assert (ran.status, "Known: id, marketplace" in ran.err) == (2, True)


def test_an_export_is_shown_with_how_far_it_is(wareloom: Command, queue: Queue) -> None:
    export_id = wareloom("exports", "offers", "--min-reviews", "3", "--no-follow", "--json").json["id"]
    a_slice(UUID(export_id))
    shown = dict(line.split("\t") for line in wareloom("exports", "show", export_id).out.splitlines())
    assert (shown["which"], shown["status"]) == ("min_reviews: 3", "succeeded")
    assert shown["progress"].startswith("30 rows, ")
    assert json.dumps(wareloom("exports", "show", export_id, "--json").json["files"]).count("X-Amz-Signature") == 1
    queue.work_off()
