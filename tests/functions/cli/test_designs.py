"""What was drawn, as a person at a terminal decides on it, changes it and takes it home."""

from pathlib import Path
from uuid import UUID

import pytest

from tests.support import river
from tests.support.command import Command
from tests.support.river import River
from tests.support.terminal import at_terminal

NOBODY = "01930000-0000-7000-8000-000000000000"


@pytest.fixture
def waiting(stream: River) -> list[str]:
    """Two designs that wait for a person."""
    return [str(design) for design in river.walk(stream.run_id, draw=2, real=False)]


def statuses(designs: list[str]) -> list[str]:
    return [river.design_of(UUID(design)).status for design in designs]


def test_several_are_approved_at_once(wareloom: Command, waiting: list[str]) -> None:
    ran = wareloom("designs", "approve", *waiting, "--json")
    assert ran.status == 0
    assert [design["id"] for design in ran.json] == waiting
    assert statuses(waiting) == ["approved", "approved"]


def test_one_that_cannot_be_approved_does_not_hold_up_the_others(wareloom: Command, waiting: list[str]) -> None:
    first, second = waiting
    ran = wareloom("designs", "approve", NOBODY, first, first, second)
    assert ran.status == 2, "the first that was refused is not there"
    assert f"{NOBODY}: " in ran.err
    assert f"{first}: This design is approved already." in ran.err
    assert statuses(waiting) == ["approved", "approved"]


def test_all_that_wait_are_approved_when_nobody_need_be_asked(
    stream: River, wareloom: Command, waiting: list[str]
) -> None:
    asked = ["designs", "approve", "--all-waiting", "--run", str(stream.run_id)]
    unasked = wareloom(*asked)
    assert unasked.status == 2
    assert "Say --yes." in unasked.err
    assert statuses(waiting) == ["waiting", "waiting"]
    assert wareloom(*asked, "--yes").status == 0
    assert statuses(waiting) == ["approved", "approved"]
    assert "No design of this run waits" in wareloom(*asked, "--yes").err


@pytest.mark.parametrize(("said", "status", "then"), [("y", 0, "approved"), ("n", 1, "waiting")], ids=["yes", "no"])
def test_at_a_terminal_a_person_is_asked_first(
    stream: River, wareloom: Command, waiting: list[str], said: str, status: int, then: str
) -> None:
    terminal = at_terminal(wareloom, "designs", "approve", "--all-waiting", "--run", str(stream.run_id))
    terminal.read_until("Approve these 2 designs?")
    terminal.types(said)
    assert terminal.ends() == status
    assert river.design_of(UUID(waiting[0])).slogan in terminal.seen
    assert statuses(waiting) == [then, then]


@pytest.mark.parametrize(
    "asked", [[], ["--all-waiting"], ["--run", NOBODY], [NOBODY, "--all-waiting", "--run", NOBODY]]
)
def test_which_designs_must_be_said_once(wareloom: Command, asked: list[str]) -> None:
    ran = wareloom("designs", "approve", *asked)
    assert (ran.status, ran.out) == (2, "")


def test_a_rejected_design_keeps_the_reason(wareloom: Command, waiting: list[str]) -> None:
    assert wareloom("designs", "reject", waiting[0]).status == 2, "without a reason"
    assert wareloom("designs", "reject", waiting[0], "--reason", "The letters touch.").status == 0
    (rejected,) = wareloom("designs", "--status", "rejected", "--json").json
    assert (rejected["id"], rejected["reason"]) == (waiting[0], "The letters touch.")
    assert "reason\tThe letters touch.\n" in wareloom("designs", "show", waiting[0]).out


def test_an_edit_is_another_design_in_a_run_of_its_own(stream: River, wareloom: Command, waiting: list[str]) -> None:
    changes = ["--slogan", "Löyly first", "--layout", "badge", "--palette", "#aabbcc, #ddeeff", "--motif", "ladle"]
    ran = wareloom("designs", "edit", waiting[0], *changes, "--on-dark")
    assert ran.status == 0
    shown = wareloom("designs", "show", ran.out.strip(), "--json").json
    assert (shown["slogan"], shown["layout"], shown["palette"]) == ("Löyly first", "badge", ["#aabbcc", "#ddeeff"])
    assert (shown["motifs"], shown["on_dark"], shown["parent_id"]) == (["ladle"], True, waiting[0])
    assert shown["run_id"] != str(stream.run_id)
    assert f"wareloom runs follow {shown['run_id']}" in ran.err
    assert wareloom("designs", "edit", waiting[0], "--palette", "red").status == 2


def test_the_studios_say_what_can_be_asked_for(wareloom: Command) -> None:
    studios = {studio["name"]: studio for studio in wareloom("designs", "studios", "--json").json}
    assert "badge" in studios["typographic"]["layouts"]
    assert "badge" in wareloom("designs", "studios").out


def test_a_design_is_shown_with_what_it_may_be_printed_on(stream: River, wareloom: Command, waiting: list[str]) -> None:
    shown = dict(line.split("\t", 1) for line in wareloom("designs", "show", waiting[0]).out.splitlines())
    assert shown["size"] == "4500 × 5400 pixels, 300 dpi"
    assert shown["print on tee"].startswith("ready")
    assert shown["run"] == str(stream.run_id)
    (idea,) = {design["idea_id"] for design in wareloom("designs", "--json").json if design["id"] == waiting[0]}
    assert waiting[0] in {design["id"] for design in wareloom("designs", "--idea", idea, "--json").json}


def test_the_print_file_and_mockups_come_whole_and_over_nothing(
    stream: River, wareloom: Command, tmp_path: Path
) -> None:
    (design,) = river.walk(stream.run_id)
    folder = tmp_path / "new" / "pictures"
    asked = ["designs", "download", str(design), "--mockups", "-o", str(folder)]
    ran = wareloom(*asked)
    assert (ran.status, ran.err) == (0, "")
    files = [Path(line) for line in ran.out.splitlines()]
    assert sorted(folder.iterdir()) == sorted(files), "nothing half is left"
    art, *mockups = files
    assert art.read_bytes().startswith(b"\x89PNG")
    assert art.stat().st_size == river.design_of(design).size
    assert len(mockups) == len(wareloom("designs", "show", str(design), "--json").json["mockups"]) > 0
    art.write_bytes(b"mine")
    again = wareloom(*asked)
    assert (again.status, art.read_bytes()) == (1, b"mine")
    assert "--force" in again.err
    assert wareloom(*asked, "--force", "--json").json["files"] == [str(file) for file in files]
    assert art.read_bytes().startswith(b"\x89PNG")


def test_what_is_not_drawn_cannot_be_downloaded(stream: River, wareloom: Command, tmp_path: Path) -> None:
    (design, *_) = river.planned(stream.run_id)
    ran = wareloom("designs", "download", str(design), "-o", str(tmp_path / "none"))
    assert ran.status == 1
    assert "there is no picture of it yet" in ran.err
    assert not (tmp_path / "none").exists()
