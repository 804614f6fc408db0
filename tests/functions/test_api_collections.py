"""Collections over HTTP: made, named, put away and brought back, and read like the market itself."""

import pytest
from sqlalchemy import Connection

from functions.api.routes.collection_shapes import CollectedOfferOut, CollectionOut
from tests.support.api import Api, signed_in
from tests.support.collected import collect, held, named, shelf
from wareloom.kit.ids import new_id


def test_a_collection_is_made_and_read_by_whoever_made_it(api: Api) -> None:
    made = api.post("/collections", {"name": "  Mugs   for\tautumn ", "description": "Warm ones"})
    assert (made.status, made.json["name"], made.json["visibility"]) == (201, "Mugs for autumn", "maker")
    assert (made.json["may"], made.json["maker_name"], made.json["maker_left"]) == ("decide", "Ada", False)
    assert (made.json["offers_count"], made.json["median_usd"], made.json["marketplaces"]) == (0, None, {})
    assert made.headers["location"] == f"/api/v1/collections/{made.json['id']}"
    assert api.get(f"/collections/{made.json['id']}").json == made.json
    assert CollectionOut.model_validate(made.json).model_dump(mode="json").keys() == made.json.keys()


@pytest.mark.parametrize("again", ["Mugs", "mUGS", " mugs  "])
def test_a_name_is_one_whatever_its_capitals_and_another_workspaces_is_another(api: Api, again: str) -> None:
    collect(api, "Mugs")
    refused = api.post("/collections", {"name": again})
    assert (refused.status, "Choose another name" in refused.json["detail"]) == (409, True)
    other = collect(api, "Tees")
    assert api.call("PATCH", f"/collections/{other}", {"name": again}).status == 409
    assert collect(signed_in(), again)


def test_capitals_are_those_of_every_script(api: Api) -> None:
    collect(api, "Ärmel und Straße")
    assert api.post("/collections", {"name": "ÄRMEL UND STRASSE"}).status == 409


@pytest.mark.parametrize(
    "said", [{"name": ""}, {"name": " \t"}, {"name": "x" * 121}, {"name": "x", "colour": "red"}, {}]
)
def test_what_cannot_be_read_is_400_and_nothing_is_made(api: Api, said: dict[str, str]) -> None:
    assert api.post("/collections", said).status == 400
    assert named(api) == []


def test_a_name_that_nobody_can_see_is_refused(api: Api) -> None:
    assert api.post("/collections", {"name": "\u200b\u200d"}).status == 422
    assert api.post("/collections", {"name": "a\0b"}).status == 400


def test_what_is_not_said_stays_and_a_new_spelling_of_the_same_name_is_no_other(api: Api) -> None:
    made = collect(api, "mugs", description="Warm")
    changed = api.call("PATCH", f"/collections/{made}", {"name": "Mugs"}).json
    assert (changed["name"], changed["description"], changed["visibility"]) == ("Mugs", "Warm", "maker")
    changed = api.call("PATCH", f"/collections/{made}", {"description": "", "visibility": "workspace"}).json
    assert (changed["name"], changed["description"], changed["visibility"]) == ("Mugs", "", "workspace")


def test_what_is_archived_is_out_of_the_way_and_comes_back_whole(api: Api, joined: Connection) -> None:
    offers = shelf(joined, api, 3)
    made = collect(api, "Mugs", *offers)
    for _ in range(2):
        assert api.post(f"/collections/{made}/archive").json["archived_at"]
    assert (named(api), named(api, "archived=true")) == ([], ["Mugs"])
    assert sorted(held(api, made)) == sorted(offers), "who has its address may look"
    for path, said in ((f"/collections/{made}/offers", {"offer_ids": offers}), (f"/collections/{made}/copy", None)):
        assert api.post(path, said or {"name": "Copy"}).status in {409, 201}
    assert api.call("PATCH", f"/collections/{made}", {"name": "Other"}).status == 409
    for _ in range(2):
        assert api.post(f"/collections/{made}/restore", {}).json["archived_at"] is None
    assert sorted(held(api, made)) == sorted(offers)
    acts = [entry["act"] for entry in api.get("/audit?act=collection").json["items"]]
    assert [act for act in acts if act in {"collection.archive", "collection.restore"}] == [
        "collection.restore",
        "collection.archive",
    ], "what changed nothing is no act"


def test_a_name_taken_meanwhile_is_told_and_another_can_be_given(api: Api) -> None:
    made = collect(api, "Mugs")
    api.post(f"/collections/{made}/archive")
    collect(api, "mugs")
    assert api.post(f"/collections/{made}/restore", {}).status == 409
    assert api.post(f"/collections/{made}/restore", {"name": "Old mugs"}).json["name"] == "Old mugs"
    assert named(api) == ["mugs", "Old mugs"]


@pytest.mark.parametrize("sort", ["name", "-updated_at", "-created_at", "-offers_count"])
def test_pages_in_every_order_lose_and_repeat_nothing(api: Api, joined: Connection, sort: str) -> None:
    offers = shelf(joined, api, 3)
    for number in range(7):
        collect(api, f"Number {number}", *offers[: number % 3])
    found: list[str] = []
    cursor = ""
    while True:
        answer = api.get(f"/collections?sort={sort}&limit=2{cursor}").json
        found += [one["name"] for one in answer["items"]]
        if answer["next_cursor"] is None:
            break
        cursor = f"&cursor={answer['next_cursor']}"
    assert sorted(found) == [f"Number {number}" for number in range(7)]
    assert found == named(api, f"sort={sort}")
    if sort == "name":
        assert found == sorted(found)
    other = "name" if sort != "name" else "-updated_at"
    cursor = api.get(f"/collections?sort={sort}&limit=2").json["next_cursor"]
    assert api.get(f"/collections?sort={other}&cursor={cursor}").status == 400


def test_words_of_the_name_or_the_description_find_it(api: Api) -> None:
    collect(api, "Autumn mugs", description="100% wool cosies")
    collect(api, "Tees")
    assert (named(api, "query=MUG+wool"), named(api, "query=100%25"), named(api, "query=x%25")) == (
        ["Autumn mugs"],
        ["Autumn mugs"],
        [],
    )


FILTERS: list[tuple[str, list[int]]] = [
    ("", [5, 4, 3, 2, 1]),
    ("&sort=price", [1, 2, 3, 4, 5]),
    ("&sort=-price&min_price=2&max_price=4", [4, 3, 2]),
    ("&query=camping&sort=price&marketplace=sample", [1, 2, 3, 4, 5]),
    ("&marketplace=etsy", []),
]


@pytest.mark.parametrize(("asked", "order"), FILTERS)
def test_its_offers_are_filtered_sorted_and_paged_as_the_market_is(
    api: Api, joined: Connection, asked: str, order: list[int]
) -> None:
    offers = shelf(joined, api, 8)
    made = collect(api, "Mugs", description="The first five")
    for one in offers[:5]:
        api.post(f"/collections/{made}/offers", {"offer_ids": [one]})
    assert held(api, made, asked) == [offers[number - 1] for number in order]
    assert api.get(f"/collections/{made}/offers?sort=sideways").status == 400
    assert api.get("/offers?sort=-added_at").status == 400, "the market has no such order"


def test_each_offer_stands_there_with_its_note(api: Api, joined: Connection) -> None:
    first, second = shelf(joined, api, 2)
    made = collect(api)
    api.post(f"/collections/{made}/offers", {"offer_ids": [first], "note": " Cheap "})
    api.post(f"/collections/{made}/offers", {"offer_ids": [first, second], "note": "Both"})
    path = f"/collections/{made}/offers"
    items = api.get(f"{path}?sort=price").json["items"]
    assert [item["note"] for item in items] == ["Cheap", "Both"], "what was there keeps its note"
    assert CollectedOfferOut.model_validate(items[0]).model_dump(mode="json").keys() == items[0].keys()
    assert items[0]["added_by"] == api.me["id"]
    assert api.call("PUT", f"{path}/{first}/note", {"note": "Dear"}).json["note"] == "Dear"
    assert api.call("PUT", f"{path}/{first}/note", {"note": None}).json["note"] is None
    assert api.call("PUT", f"{path}/{second}/note", {"note": "  "}).json["note"] is None
    assert api.call("PUT", f"{path}/{new_id()}/note", {"note": "x"}).status == 404
    assert api.call("PUT", f"{path}/{first}/note", {"note": "x" * 2001}).status == 400


def test_an_offer_tells_which_collections_hold_it(api: Api, joined: Connection) -> None:
    first, second = shelf(joined, api, 2)
    for name in ("Zebras", "Mugs", "Apples"):
        collect(api, name, first)
    gone = collect(api, "Gone", first)
    api.post(f"/collections/{gone}/archive")
    answer = api.get(f"/offers/{first}/collections?limit=2").json
    more = api.get(f"/offers/{first}/collections?limit=2&cursor={answer['next_cursor']}").json
    assert [one["name"] for one in answer["items"] + more["items"]] == ["Apples", "Mugs", "Zebras"]
    assert {one["may"] for one in answer["items"]} == {"decide"}
    assert api.get(f"/offers/{second}/collections").json["items"] == []
    assert api.get(f"/offers/{new_id()}/collections").status == 404


def test_a_copy_has_the_offers_and_notes_and_goes_its_own_way(api: Api, joined: Connection) -> None:
    offers = shelf(joined, api, 3)
    made = collect(api, "Mugs", *offers, description="Warm", visibility="workspace")
    api.call("PUT", f"/collections/{made}/offers/{offers[0]}/note", {"note": "This one"})
    assert api.post(f"/collections/{made}/copy", {"name": "MUGS"}).status == 409
    copied = api.post(f"/collections/{made}/copy", {"name": "Mine"})
    assert (copied.status, copied.json["offers_count"], copied.json["visibility"]) == (201, 3, "maker")
    assert copied.headers["location"] == f"/api/v1/collections/{copied.json['id']}"
    path = f"/collections/{copied.json['id']}"
    assert held(api, copied.json["id"]) == held(api, made)
    api.post(f"{path}/removals", {"offer_ids": offers[1:]})
    assert [item["note"] for item in api.get(f"{path}/offers").json["items"]] == ["This one"]
    assert len(held(api, made)) == 3


def test_the_trail_tells_every_act_and_nothing_that_only_some_may_read(api: Api, joined: Connection) -> None:
    (offer,) = shelf(joined, api, 1)
    made = collect(api, "Secret plan", offer, description="Very secret")
    api.call("PUT", f"/collections/{made}/offers/{offer}/note", {"note": "Secret note"})
    api.call("PATCH", f"/collections/{made}", {"name": "Secret plan B", "visibility": "workspace"})
    gone = api.post(f"/collections/{made}/removals", {"offer_ids": [offer]}).json["removal_id"]
    api.post(f"/collections/{made}/removals/{gone}/undo")
    trail = api.get("/audit?act=collection")
    assert [entry["act"].removeprefix("collection.") for entry in trail.json["items"]] == [
        "put_back",
        "remove",
        "show",
        "describe",
        "note",
        "add",
        "create",
    ]
    assert {entry["subject"] for entry in trail.json["items"]} == {f"collection:{made}"}
    assert "secret" not in trail.text.lower()
    assert api.get("/audit/verification").json["intact"] is True
