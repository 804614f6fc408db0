"""Lists and pages handed in from a terminal, taken in by a real worker."""

from collections.abc import Generator
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.functions.test_submitted_pages import URL, shelf
from tests.support.api import Api
from tests.support.cloud import Emulator
from tests.support.command import Command, Ran
from tests.support.uploads import Imports


@pytest.fixture
def worker(cloud: Emulator, wareloom: Command) -> Generator[None]:
    """Takes in whatever comes, as long as the test runs."""
    assert wareloom
    queue, over = Imports(cloud), Event()

    def work() -> None:
        while not over.wait(0.05):
            queue.work()

    thread = Thread(target=work)
    thread.start()
    yield
    over.set()
    thread.join()


def saved(tmp_path: Path, body: str | bytes) -> str:
    file = tmp_path / "list.csv"
    file.write_bytes(body.encode() if isinstance(body, str) else body)
    return str(file)


@pytest.mark.usefixtures("worker")
def test_a_dataset_is_imported_and_its_bad_rows_are_told(wareloom: Command, owner: Api, tmp_path: Path) -> None:
    file = saved(tmp_path, "id;What;Price\n1;Mug;12,50\n2;Cup;free\n3;Jug;7\n")
    ran = wareloom("import", "offers", file, "--map", "title=What", "--set", "marketplace=etsy")
    assert ran.status == 0, ran.err
    assert "title = What" in ran.err
    assert "Imported: 2 rows (2 new, 0 changed, 0 unchanged), 1 bad." in ran.err
    assert "row 3: price is no price: “free”." in ran.err
    assert {claim["title"] for claim in owner.get("/claims").json["items"]} == {"Mug", "Jug"}


@pytest.mark.usefixtures("worker")
def test_a_dry_run_keeps_nothing_and_programs_get_json(wareloom: Command, owner: Api, tmp_path: Path) -> None:
    ran = wareloom("import", "terms", saved(tmp_path, '[{"keyword": "otter mug"}]'), "--dry-run", "--json")
    assert (ran.status, ran.json["rows_new"], ran.json["dry_run"]) == (0, 1, True)
    assert owner.get("/listed-terms").json["items"] == []


@pytest.mark.usefixtures("worker")
def test_only_when_nothing_was_kept_is_it_a_failure(wareloom: Command, tmp_path: Path) -> None:
    ran = wareloom("import", "terms", saved(tmp_path, "term,day\nmug,someday\n"))
    assert ran.status == 1
    assert "failed: None of its 1 rows could be read. 0 rows" in ran.err


@pytest.mark.parametrize(
    ("body", "more", "said"),
    [
        (b"PK\x03\x04", [], "zip archive"),
        (b"colour\nred\n", [], "No column tells term"),
        (b"term\nmug\n", ["--map", "term"], "is no pair"),
        (b"term\nmug\n", ["--map", "term=word"], "no column “word”"),
        (b"", [], "is empty"),
    ],
)
def test_what_cannot_be_imported_is_status_2_with_its_reason(
    wareloom: Command, tmp_path: Path, body: bytes, more: list[str], said: str
) -> None:
    ran = wareloom("import", "terms", saved(tmp_path, body), *more)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert wareloom("import", "terms", str(tmp_path / "nowhere")).status == 2


@pytest.mark.usefixtures("worker")
def test_a_saved_page_is_handed_in(wareloom: Command, owner: Api, tmp_path: Path) -> None:
    ran: Ran = wareloom("submit-page", URL, saved(tmp_path, shelf("5", "6")))
    assert ran.status == 0, ran.err
    assert "Read by the reader for shopify: 2 offers (2 new, 0 changed)." in ran.err
    assert len(owner.get("/claims").json["items"]) == 2
    ran = wareloom("submit-page", URL, saved(tmp_path, b"<p>My diary</p>"))
    assert ran.status == 1
    assert "The page was not read (rejected): " in ran.err


@pytest.mark.usefixtures("worker")
def test_a_terminal_sees_a_bar(wareloom: Command, tmp_path: Path) -> None:
    file = saved(tmp_path, "term\n" + "".join(f"mug {number}\n" for number in range(100)))
    ran = wareloom("import", "terms", file, FORCE_COLOR="1", TERM="xterm", COLUMNS="120")
    assert ran.status == 0
    assert "━" in ran.err


def test_no_follow_starts_and_leaves(wareloom: Command, owner: Api, tmp_path: Path) -> None:
    ran = wareloom("import", "terms", saved(tmp_path, "term\nmug\n"), "--no-follow")
    (row,) = owner.get("/imports").json["items"]
    assert (ran.status, row["status"]) == (0, "queued")
    assert row["id"] in ran.err
