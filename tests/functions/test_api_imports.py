"""What a person sees of an import before and after it: the form, the preview, the bad rows; and what others see."""

import csv
from io import StringIO
from typing import Any

import pytest

from tests.functions.colleague import colleague
from tests.support.api import Api, signed_in
from tests.support.uploads import Item, deliver, nudge, post_form, started, uploaded
from wareloom.kit.work import unit_of_work
from wareloom.trends.queries import totals

BODY = (
    "Listing ID;Product Name;Shop type;Price;Reviews;Colour\r\n"
    "1;Otter mug;etsy;1.299,00 €;1.2K;red\r\n"
    "2;Cup;etsy;12,50 €;many;blue\r\n"
    "3;Jug;etsy;-5;7;green\r\n"
)
SAID: dict[str, Any] = {"mapping": {"marketplace": "Shop type"}}


def preview(api: Api, import_id: str, **said: Any) -> Item:
    answer = api.post(f"/imports/{import_id}/preview", said)
    assert answer.status == 200, answer.text
    return answer.json


def test_the_form_takes_what_was_announced_and_nothing_else(api: Api) -> None:
    made = api.post("/imports", {"kind": "terms", "name": "Spring", "size": 10}).json
    assert (made["status"], made["mapping"], made["format"]) == ("waiting", {}, None)
    form = made["upload"]
    assert post_form(form, b"x" * 11) >= 400, "more than was announced"
    assert post_form(form, b"") >= 400, "nothing"
    assert post_form({**form, "fields": {**form["fields"], "key": "market/pages/x"}}, b"x") >= 400, "another name"
    assert post_form(form, b"term\nmug\n") < 300


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"kind": "recipes", "name": "x", "size": 1}, 404),
        ({"kind": "terms", "name": "x", "size": 2**30 + 1}, 422),
        ({"kind": "terms", "name": " ", "size": 1}, 400),
        ({"kind": "terms", "name": "x", "size": 0}, 400),
    ],
)
def test_what_cannot_be_imported_is_not_announced(api: Api, said: Item, status: int) -> None:
    assert api.post("/imports", said).status == status
    assert api.get("/imports").json["items"] == []


def test_a_preview_shows_how_the_file_would_be_read_and_keeps_nothing(api: Api) -> None:
    import_id = uploaded(api, BODY.encode("utf-16"))
    seen = preview(api, import_id)
    assert (seen["format"], seen["encoding"], seen["delimiter"], seen["decimals"]) == ("csv", "utf-16-le", ";", "comma")
    assert seen["mapping"] == {
        "external_id": "Listing ID", "title": "Product Name", "price": "Price", "reviews_count": "Reviews"
    }  # fmt: skip
    assert seen["ignored"] == ["Shop type", "Colour"]
    assert seen["missing"] == ["No column tells marketplace or product_url: say which one does."]
    assert api.post(f"/imports/{import_id}/start", {}).status == 422
    corrected = preview(api, import_id, **SAID)
    assert corrected["missing"] == []
    good, *bad = corrected["rows"]
    assert (good["told"]["price"], good["told"]["currency"], good["told"]["reviews_count"]) == ("1299.00", "EUR", 1200)
    assert [(row["row"], [problem["field"] for problem in row["problems"]]) for row in bad] == [
        (3, ["reviews_count"]),
        (4, ["price"]),
    ]
    assert api.get(f"/imports/{import_id}").json["status"] == "waiting"
    assert api.get("/claims").json["items"] == []


def test_a_better_file_may_take_the_place_of_one_that_was_only_looked_at(api: Api) -> None:
    made = api.post("/imports", {"kind": "terms", "name": "x", "size": 20}).json
    post_form(made["upload"], b"word\nmug\n")
    assert preview(api, made["id"])["missing"]
    post_form(made["upload"], b"term\notter mug\n")
    assert not preview(api, made["id"])["missing"]
    assert api.post(f"/imports/{made['id']}/start", {}).json["size"] == len(b"term\notter mug\n")


def test_what_is_no_list_is_refused_in_the_preview_with_a_sentence(api: Api) -> None:
    import_id = uploaded(api, b"PK\x03\x04 and so on", name="offers.csv")
    answer = api.post(f"/imports/{import_id}/preview", {})
    assert (answer.status, "zip archive or an Excel workbook" in answer.json["detail"]) == (422, True)
    assert api.post(f"/imports/{import_id}/start", {}).status == 422


@pytest.mark.parametrize(
    "body",
    [
        "Titel,id,Menü,a\x00b\nmug,1,ü,5\n".encode("cp850"),
        b'[{"title": "mug", "id": "1", "\\ud800": 1, "a\\u0000": 2}]',
    ],
)
def test_a_file_with_unreadable_names_of_columns_is_looked_at_and_begun(api: Api, body: bytes) -> None:
    import_id = uploaded(api, body)
    said = {"fixed": {"marketplace": "etsy"}}
    assert set(preview(api, import_id, **said)["mapping"]) == {"title", "external_id"}
    assert api.post(f"/imports/{import_id}/start", said).status == 200


def test_bad_rows_are_told_and_come_as_a_table_without_formulas(api: Api) -> None:
    body = f"{BODY}=HYPERLINK(x);;etsy;;;=WEBSERVICE(y)\r\n4;;etsy;-5;many;blue\r\n"
    import_id = started(api, body.encode(), **SAID)
    assert deliver(nudge(import_id)) == []
    row = api.get(f"/imports/{import_id}").json
    assert (row["status"], row["rows_new"], row["rows_bad"]) == ("succeeded", 1, 4)
    told = api.get(f"/imports/{import_id}/bad-rows").json["items"]
    assert [(one["row"], one["problems"][0]["field"]) for one in told] == [
        (3, "reviews_count"),
        (4, "price"),
        (5, "title"),
        (6, "price"),
    ]
    page = api.get(f"/imports/{import_id}/bad-rows?limit=2").json
    rest = api.get(f"/imports/{import_id}/bad-rows?limit=2&cursor={page['next_cursor']}").json
    assert page["items"] + rest["items"] == told
    answer = api.get(f"/imports/{import_id}/bad-rows.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    table = list(csv.reader(StringIO(answer.text)))
    assert table[0] == ["row", "field", "problem", "raw"]
    assert table[1] == ["3", "reviews_count", "is no count: “many”.", "2;Cup;etsy;12,50 €;many;blue"]
    assert table[3][3] == "'=HYPERLINK(x);;etsy;;;'=WEBSERVICE(y)"
    assert [(line[0], line[1], line[3]) for line in table[4:]] == [
        ("6", "price", "4;;etsy;'-5;many;blue"),
        ("6", "reviews_count", ""),
        ("6", "title", ""),
    ], "a row is told beside its first problem"


def test_a_table_of_bad_rows_ends_where_an_answer_has_no_more_room(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("functions.api.routes.imports._MOST_CHARACTERS", 200)
    import_id = started(api, (BODY + "4;;etsy;-5;many;blue\r\n" * 20).encode(), **SAID)
    assert deliver(nudge(import_id)) == []
    bad = api.get(f"/imports/{import_id}").json["rows_bad"]
    table = list(csv.reader(StringIO(api.get(f"/imports/{import_id}/bad-rows.csv").text)))
    assert len(table) < bad
    assert "page by page" in table[-1][2]


def test_nobody_else_sees_anything_of_what_a_workspace_imports(api: Api) -> None:
    started_id = started(api, BODY.encode(), **SAID)
    deliver(nudge(started_id))
    (claim,) = api.get("/claims").json["items"]
    assert api.get(f"/claims/{claim['id']}/history").json["items"] == [claim]
    assert api.get("/offers?query=otter").json["items"] == []
    with unit_of_work() as work:
        assert totals(work.session).ungrouped == 0, "no score is made of it"
    stranger = signed_in()
    for listed in ("/claims", "/claims?query=otter", "/imports", "/offers", f"/claims?import_id={started_id}"):
        assert stranger.get(listed).json["items"] == [], listed
    for one in (f"/claims/{claim['id']}", f"/claims/{claim['id']}/history", f"/imports/{started_id}/bad-rows.csv"):
        assert stranger.get(one).status == 404, one
    # Not even by claiming the same of the same offer at the same moment.
    theirs = started(stranger, BODY.encode(), **SAID)
    deliver(nudge(theirs))
    assert stranger.get(f"/imports/{theirs}").json["rows_new"] == 1
    assert api.get("/claims").json["items"] == [claim]


def test_pages_of_claims_are_cut_without_loss(api: Api) -> None:
    lines = "".join(f"{number},mug {number},etsy,2026-10-{number % 5 + 1:02}\n" for number in range(25))
    deliver(nudge(started(api, f"id,title,marketplace,date\n{lines}".encode())))
    seen: list[str] = []
    cursor = ""
    while True:
        page = api.get(f"/claims?limit=10{cursor}").json
        seen += [one["external_id"] for one in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert len(seen) == len(set(seen)) == 25


def test_who_only_looks_on_imports_nothing(api: Api) -> None:
    import_id = uploaded(api, BODY.encode())
    viewer = colleague(api, "viewer")
    assert viewer.get(f"/imports/{import_id}").status == 200
    assert viewer.post("/imports", {"kind": "terms", "name": "x", "size": 1}).status == 403
    assert colleague(api, "member").post(f"/imports/{import_id}/start", SAID).status == 200


def test_every_act_is_on_record(api: Api) -> None:
    import_id = started(api, BODY.encode(), **SAID)
    deliver(nudge(import_id))
    api.post(f"/imports/{import_id}/undo")
    deliver(nudge(import_id))
    acts = [one["act"] for one in api.get("/audit").json["items"] if one["subject"] == f"import:{import_id}"]
    assert acts[::-1] == ["import.open", "import.start", "import.succeed", "import.take-back", "import.undo"]


def test_kinds_say_what_they_need(api: Api) -> None:
    kinds = {kind["name"]: kind for kind in api.get("/imports/kinds").json["items"]}
    assert set(kinds) == {"offers", "terms"}
    assert kinds["terms"]["needs"] == [["term"]]
    assert all(field["about"] for kind in kinds.values() for field in kind["fields"])


def test_a_workspace_has_only_so_many_uploads_at_one_time(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wareloom.market.uploads.upload.MOST_OPEN", 1)
    said = {"kind": "terms", "name": "x", "size": 1}
    first = api.post("/imports", said).json["id"]
    assert api.post("/imports", said).status == 429
    assert api.post(f"/imports/{first}/cancel").status == 200
    assert api.post("/imports", said).status == 201
