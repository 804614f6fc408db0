"""What goes into a collection and out of it: many at once, twice, by a filter, undone, and while somebody reads."""

import pytest
from sqlalchemy import Connection, update

from tests.support.api import Api
from tests.support.collected import collect, held, shelf, show
from tests.support.factories import an_offer
from wareloom.kit.ids import new_id
from wareloom.market.collections.add import MOST_HELD
from wareloom.market.collections.models import Collection


def count(api: Api, collection_id: str) -> int:
    told: int = api.get(f"/collections/{collection_id}").json["offers_count"]
    assert told == len(held(api, collection_id)), "the number is kept, not counted"
    return told


def test_adding_twice_is_adding_and_what_is_no_offers_is_told_one_by_one(api: Api, joined: Connection) -> None:
    first, second = shelf(joined, api, 2)
    made = collect(api)
    nobody, nothing = str(new_id()), str(new_id())
    path = f"/collections/{made}/offers"
    told = api.post(path, {"offer_ids": [first, nobody, first, nothing, nobody]}).json
    assert (told["added"], told["already"], told["unknown"]) == (1, 0, [nobody, nothing])
    told = api.post(path, {"offer_ids": [second, first]}).json
    assert (told["added"], told["already"], told["unknown"], told["offers_count"]) == (1, 1, [], 2)
    assert count(api, made) == 2
    entries = api.get("/audit?act=collection.add").json["items"]
    api.post(path, {"offer_ids": [second, first]})
    assert api.get("/audit?act=collection.add").json["items"] == entries, "nothing was added, so nothing is told"


@pytest.mark.parametrize("said", [{"offer_ids": []}, {"offer_ids": ["mug"]}, {}, {"offer_ids": [str(new_id())] * 2001}])
def test_what_cannot_be_read_is_400(api: Api, said: dict[str, list[str]]) -> None:
    made = collect(api)
    assert api.post(f"/collections/{made}/offers", said).status == 400
    assert api.post(f"/collections/{made}/removals", said).status == 400


def test_everything_that_a_filter_finds_is_added(api: Api, joined: Connection) -> None:
    offers = shelf(joined, api, 9)
    made = collect(api, "Mugs", offers[4])
    path = f"/collections/{made}/offers/matching"
    told = api.post(path, {"query": "camping", "min_price": "4", "max_price": 6, "note": "Found"}).json
    assert (told["added"], told["already"], told["more"], told["offers_count"]) == (2, 1, False, 3)
    assert sorted(held(api, made)) == sorted(offers[3:6])
    assert api.post(path, {"seller": "Nobody"}).json["added"] == 0
    assert api.post(path, {}).status == 422, "that would be the whole market"
    assert api.post(path, {"collection": made}).status == 400


def test_everything_that_a_filter_finds_is_removed(api: Api, joined: Connection) -> None:
    offers = shelf(joined, api, 9)
    made, other = collect(api, "Mugs", *offers[:6]), collect(api, "Tees", *offers)
    gone = api.post(f"/collections/{made}/removals/matching", {"min_price": "5"}).json
    assert (gone["removed"], gone["missing"], gone["more"], gone["offers_count"]) == (2, [], False, 4)
    gone = api.post(f"/collections/{made}/removals/matching", {}).json
    assert (gone["removed"], count(api, made), count(api, other)) == (4, 0, 9)
    api.post(gone["put_back"].removeprefix("/api/v1"))
    assert sorted(held(api, made)) == sorted(offers[:4])


def test_a_collection_that_is_full_takes_no_more_and_none_of_them(api: Api, joined: Connection) -> None:
    offers = shelf(joined, api, 5)
    made = collect(api, "Mugs", *offers[:2])
    joined.execute(update(Collection).values(offers_count=MOST_HELD - 2))
    answer = api.post(f"/collections/{made}/offers", {"offer_ids": offers[2:]})
    assert (answer.status, "at most 50,000 offers" in answer.json["detail"]) == (422, True)
    assert len(held(api, made)) == 2
    assert api.post(f"/collections/{made}/offers", {"offer_ids": offers[:4]}).json["added"] == 2


def test_what_was_removed_can_be_put_back_with_its_notes_and_in_its_place(api: Api, joined: Connection) -> None:
    offers = shelf(joined, api, 4)
    made = collect(api)
    for one in offers:
        api.post(f"/collections/{made}/offers", {"offer_ids": [one], "note": f"Because of {one}"})
    before = api.get(f"/collections/{made}/offers").json
    stray = str(new_id())
    gone = api.post(f"/collections/{made}/removals", {"offer_ids": [offers[1], stray, offers[2]]}).json
    assert (gone["removed"], gone["missing"], gone["offers_count"]) == (2, [stray], 2)
    assert held(api, made) == [offers[3], offers[0]]
    path = gone["put_back"].removeprefix("/api/v1")
    assert path == f"/collections/{made}/removals/{gone['removal_id']}/undo"
    back = api.post(path).json
    assert (back["added"], back["already"], back["offers_count"]) == (2, 0, 4)
    assert api.get(f"/collections/{made}/offers").json == before
    assert api.post(path).status == 409, "once is enough"
    assert count(api, made) == 4


def test_what_was_added_again_meanwhile_stays_as_it_is_now(api: Api, joined: Connection) -> None:
    first, second = shelf(joined, api, 2)
    made = collect(api, "Mugs", first, second)
    gone = api.post(f"/collections/{made}/removals", {"offer_ids": [first, second]}).json
    api.post(f"/collections/{made}/offers", {"offer_ids": [first], "note": "Anew"})
    back = api.post(f"/collections/{made}/removals/{gone['removal_id']}/undo").json
    assert (back["added"], back["already"], count(api, made)) == (1, 1, 2)
    notes = {item["id"]: item["note"] for item in api.get(f"/collections/{made}/offers").json["items"]}
    assert notes == {first: "Anew", second: None}


def test_removing_what_is_not_there_leaves_nothing_to_put_back(api: Api, joined: Connection) -> None:
    first, second = shelf(joined, api, 2)
    made, other = collect(api, "Mugs", first), collect(api, "Tees", second)
    told = api.post(f"/collections/{made}/removals", {"offer_ids": [second]}).json
    assert (told["removed"], told["missing"], told["removal_id"], told["put_back"]) == (0, [second], None, None)
    gone = api.post(f"/collections/{made}/removals", {"offer_ids": [first]}).json["removal_id"]
    assert api.post(f"/collections/{other}/removals/{gone}/undo").status == 404, "it is of another collection"
    assert api.post(f"/collections/{made}/removals/{new_id()}/undo").status == 404


@pytest.mark.parametrize("sort", ["-added_at", "price", "-last_seen_at"])
def test_pages_read_while_others_add_and_remove_repeat_nothing_and_lose_nothing_that_stayed(
    api: Api, joined: Connection, sort: str
) -> None:
    offers = shelf(joined, api, 12)
    made = collect(api, "Mugs", *offers[:9])
    path = f"/collections/{made}"
    first = api.get(f"{path}/offers?limit=3&sort={sort}").json
    seen = [item["id"] for item in first["items"]]
    going = next(one for one in offers[:9] if one not in seen)
    api.post(f"{path}/removals", {"offer_ids": [seen[0], going]})
    api.post(f"{path}/offers", {"offer_ids": offers[9:]})
    seen += held(api, made, f"&sort={sort}&cursor={first['next_cursor']}")
    assert len(seen) == len(set(seen))
    assert set(offers[:9]) - {going} <= set(seen)
    assert going not in seen


def test_two_marketplaces_stand_beside_each_other(api: Api, joined: Connection) -> None:
    show(joined, an_offer(1), an_offer(2))
    show(joined, an_offer(1), marketplace="etsy")
    made = collect(api)
    api.post(f"/collections/{made}/offers/matching", {"query": "camping"})
    assert api.get(f"/collections/{made}").json["marketplaces"] == {"sample": 2, "etsy": 1}
