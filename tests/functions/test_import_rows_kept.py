"""What an import keeps: once, with its history, until it is taken back; and what it leaves out."""

import json

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from tests.support.api import Api, signed_in
from tests.support.cloud import Emulator
from tests.support.uploads import Imports, counted, kept, now, offers, started, uploaded
from wareloom.market.claims.models import Claim
from wareloom.market.imports.models import ListedTerm
from wareloom.market.imports.read_slice import ROWS


@pytest.fixture
def queue(cloud: Emulator, emptied: Engine) -> Imports:
    assert emptied
    return Imports(cloud)


@pytest.fixture
def owner(queue: Imports) -> Api:
    assert queue
    return signed_in()


def test_the_same_rows_imported_again_change_nothing_and_others_take_their_place(
    queue: Imports, owner: Api, emptied: Engine
) -> None:
    first, again, dearer = (started(owner, body) for body in (offers(10), offers(10), offers(10, price="14")))
    queue.work()
    found = {counted(owner, one) for one in (first, again, dearer)}
    assert sum(one[0] for one in found) == 10
    assert kept(emptied) == (10, 10)
    last = started(owner, offers(10, price="99"))
    queue.work()
    assert counted(owner, last) == (0, 10, 0, 0)


def test_taking_an_import_back_leaves_what_a_later_one_said_too(queue: Imports, owner: Api, emptied: Engine) -> None:
    first = started(owner, offers(10))
    queue.work()
    later = started(owner, offers(10))
    queue.work()
    assert counted(owner, later) == (0, 0, 10, 0)
    for taken_back, left in ((first, 10), (later, 0)):
        owner.post(f"/imports/{taken_back}/undo")
        queue.work()
        assert kept(emptied) == (left, left)


def test_rows_that_say_the_same_thing_twice_are_one_and_the_later_is_right(queue: Imports, owner: Api) -> None:
    body = (
        b"id,title,marketplace,price,date\n1,Mug,etsy,5,2026-10-01\n1,Mug,etsy,5,2026-10-01\n1,Mug,etsy,6,2026-10-01\n"
    )
    import_id = started(owner, body)
    queue.work()
    assert counted(owner, import_id) == (1, 1, 1, 0)
    (claim,) = owner.get("/claims").json["items"]
    assert (claim["price"], claim["row"]) == ("6", 4)


def test_moments_make_a_history(queue: Imports, owner: Api) -> None:
    days = [(f"2026-0{month}-01", price) for month, price in ((7, "5"), (8, "6,50"), (9, "5,50"))]
    body = "sku;name;platform;price;date\n" + "".join(f"1;Mug;etsy;{price};{day}\n" for day, price in days)
    started(owner, body.encode("cp1252"))
    queue.work()
    (claim,) = owner.get("/claims?query=mugs").json["items"]
    assert (claim["price"], claim["seen_at"]) == ("5.5", "2026-09-01T00:00:00Z")
    told = owner.get(f"/claims/{claim['id']}/history").json["items"]
    assert [one["price"] for one in told] == ["5", "6.5", "5.5"]


def test_a_dry_run_judges_everything_and_keeps_nothing(queue: Imports, owner: Api, emptied: Engine) -> None:
    import_id = started(owner, offers(30, bad_every=10), dry_run=True)
    queue.work()
    assert counted(owner, import_id) == (27, 0, 0, 3)
    assert kept(emptied) == (0, 0)
    assert owner.post(f"/imports/{import_id}/undo").status == 409
    assert owner.post(f"/imports/{import_id}/start", {}).status == 200
    queue.work()
    assert (counted(owner, import_id), kept(emptied)) == ((27, 0, 0, 3), (27, 27))
    assert len(owner.get(f"/imports/{import_id}/bad-rows").json["items"]) == 3


@pytest.mark.parametrize(
    ("kind", "body", "model"),
    [
        ("offers", offers(30), Claim),
        ("terms", b"term,region\n" + b"".join(b"mug %d,DE\n" % number for number in range(30)), ListedTerm),
    ],
)
def test_an_import_is_taken_back_to_the_row_and_others_stay(
    queue: Imports, owner: Api, emptied: Engine, kind: str, body: bytes, model: type[Claim] | type[ListedTerm]
) -> None:
    others = signed_in()
    started(others, body, kind=kind)
    import_id = started(owner, body, kind=kind)
    assert owner.post(f"/imports/{import_id}/undo").status == 409, "it has not ended"
    queue.work()

    def standing() -> int:
        with Session(emptied) as session:
            return session.scalar(select(func.count()).select_from(model)) or 0

    assert standing() == 60
    assert owner.post(f"/imports/{import_id}/undo").json["status"] == "undoing"
    queue.work(times=2)
    assert (now(owner, import_id)["status"], standing()) == ("undone", 30)
    assert owner.post(f"/imports/{import_id}/retry").status == 409
    assert owner.post(f"/imports/{import_id}/undo").status == 409


def test_a_list_of_terms_is_kept_with_its_measures(queue: Imports, owner: Api) -> None:
    terms = [
        {"Keyword": "otter mug", "Search Volume": 1200, "Country": "DE", "date": "2026-10-01"},
        {"Keyword": "otter mug"},
    ]
    import_id = started(owner, json.dumps(terms).encode(), kind="terms", name="Spring list")
    queue.work()
    whole, bare = sorted(owner.get("/listed-terms").json["items"], key=lambda term: term["row"])
    assert (whole["term"], whole["volume"], whole["region"], whole["day"]) == ("otter mug", 1200, "DE", "2026-10-01")
    assert (bare["list_name"], bare["region"], bare["import_id"]) == ("Spring list", "", import_id)
    assert owner.get("/listed-terms?region=DE").json["items"] == [whole]


def test_an_import_without_a_good_row_has_failed_and_says_so(queue: Imports, owner: Api) -> None:
    import_id = started(owner, offers(3, bad_every=1))
    queue.work()
    row = now(owner, import_id)
    assert (row["status"], row["reason"]) == ("failed", "None of its 3 rows could be read.")


def test_a_line_longer_than_a_slice_is_passed_over_slice_by_slice(
    queue: Imports, owner: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wareloom.market.imports.read_slice.BYTES", 2 * 1024 * 1024)
    head = b"id,title,marketplace\n1,mug,etsy\n"
    import_id = started(owner, head + b"x" * (7 * 1024 * 1024) + b"\n2,cup,etsy\n")
    assert queue.work() >= 4
    assert counted(owner, import_id) == (2, 0, 0, 1)


def test_only_so_many_bad_rows_are_kept_and_all_are_counted(
    queue: Imports, owner: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wareloom.market.imports.read_slice.MOST_BAD_ROWS", 10)
    import_id = started(owner, offers(2 * ROWS + 50, bad_every=2))
    queue.work()
    assert counted(owner, import_id)[3] == ROWS + 25
    assert len(owner.get(f"/imports/{import_id}/bad-rows?limit=200").json["items"]) == 10


def test_a_file_must_be_there_before_it_is_begun(owner: Api) -> None:
    made = owner.post("/imports", {"kind": "offers", "name": "x", "size": 5}).json
    for act in ("start", "preview"):
        answer = owner.post(f"/imports/{made['id']}/{act}", {})
        assert (answer.status, "not been uploaded" in answer.json["detail"]) == (409, True)
    again = uploaded(owner, offers(2))
    assert owner.post(f"/imports/{again}/start", {}).status == 200
    assert owner.post(f"/imports/{again}/start", {}).status == 409
