"""Listings as people see them, and what they may do with them."""

from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from tests.support import river as rv
from tests.support.api import Api, signed_in
from tests.support.cloud import Emulator
from tests.support.published import Publication, SandboxStall, agreed, carry, identity, one_part, open_shop
from wareloom.audit.models import AuditEntry
from wareloom.kit.ids import new_id
from wareloom.kit.work import unit_of_work
from wareloom.listings.channels.sandbox.shelf import Fault, misbehave
from wareloom.listings.models import GOING, Listing

STATUSES = ("draft", "publishing", "published", "undoing", "failed", "withdrawing", "withdrawn")


@pytest.fixture
def stall(api: Api, cloud: Emulator) -> SandboxStall:
    assert cloud
    made = SandboxStall()
    open_shop(identity(api), made, "Corner shop")
    return made


@pytest.fixture
def publication(api: Api, stall: SandboxStall) -> Publication:
    assert stall
    return agreed(identity(api))


def shown(api: Api, publication: Publication) -> dict[str, Any]:
    answer = api.get(f"/listings/{publication.listing.id}")
    assert answer.status == 200
    return answer.json


def set_status(publication: Publication, status: str) -> str:
    with unit_of_work() as work:
        work.session.execute(update(Listing).where(Listing.design_id == publication.design_id).values(status=status))
    return f"/listings/{publication.listing.id}"


def test_a_listing_shows_each_part_also_those_ahead(api: Api, publication: Publication) -> None:
    one_part(publication)
    assert [part["status"] for part in shown(api, publication)["parts"]] == ["ahead", "ahead", "ahead"]
    one_part(publication)
    assert [part["status"] for part in shown(api, publication)["parts"]] == ["claimed", "ahead", "ahead"]
    one_part(publication)
    listing = shown(api, publication)
    assert [(part["name"], part["status"]) for part in listing["parts"]] == [
        ("product", "done"),
        ("pictures", "ahead"),
        ("publish", "ahead"),
    ]
    assert (listing["status"], listing["shop_name"], listing["channel"]) == ("publishing", "Corner shop", "sandbox")


def test_a_published_listing_shows_where_it_can_be_seen_and_what_can_be_bought(
    api: Api, publication: Publication
) -> None:
    carry(publication)
    listing = shown(api, publication)
    assert listing["status"] == "published"
    assert listing["url"].startswith("https://")
    assert listing["published_at"]
    assert {variant["product"] for variant in listing["variants"]} == {"tee", "mug"}
    assert min(float(variant["price"]) for variant in listing["variants"]) == float(listing["price_from"])


def test_listings_are_found_by_how_they_stand_and_what_they_are_of(api: Api, publication: Publication) -> None:
    carry(publication)
    other = agreed(identity(api))
    one_part(other)
    newest_first = [str(other.listing.id), str(publication.listing.id)]
    for query, found in {
        "": newest_first,
        "status=published": newest_first[1:],
        "status=draft": newest_first[:1],
        "channel=sandbox": newest_first,
        "channel=printful": [],
        f"design_id={other.design_id}": newest_first[:1],
        f"run_id={publication.river.run_id}": newest_first[1:],
    }.items():
        assert [item["id"] for item in api.get(f"/listings?{query}").json["items"]] == found, query


def test_pages_of_listings_lose_and_repeat_nothing(api: Api, publication: Publication) -> None:
    for _ in range(3):
        open_shop(identity(api), SandboxStall())
    one_part(publication)
    seen: list[str] = []
    cursor = ""
    while True:
        page = api.get(f"/listings?limit=3{cursor}").json
        seen += [item["id"] for item in page["items"]]
        if not page["next_cursor"]:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == [str(listing.id) for listing in reversed(publication.listings)]
    assert len(seen) == 4


def test_a_failed_listing_is_retried_and_published(
    api: Api, publication: Publication, stall: SandboxStall, joined: Connection
) -> None:
    misbehave(stall.shop, [Fault("pictures", "reject")])
    carry(publication)
    rv.finish(publication.river.run_id)
    failed = shown(api, publication)
    assert (failed["status"], failed["kind"]) == ("failed", "rejected")
    answer = api.post(f"/listings/{failed['id']}/retry")
    assert (answer.status, answer.json["status"], answer.json["reason"]) == (200, "publishing", None)
    run = rv.run_of(publication.river.run_id)
    assert (run.status, run.attempt) == ("queued", 2)
    carry(publication)
    assert shown(api, publication)["status"] == "published"
    assert stall.standing() == [failed["title"]]
    actor = select(AuditEntry.actor).where(AuditEntry.act == "listing.retry")
    assert joined.scalars(actor).all() == [f"user:{api.me['id']}"]


def test_a_withdrawn_listing_is_gone_at_the_channel_and_can_be_published_again(
    api: Api, publication: Publication, stall: SandboxStall
) -> None:
    carry(publication)
    rv.finish(publication.river.run_id)
    path = f"/listings/{publication.listing.id}"
    assert api.post(f"{path}/withdraw").json["status"] == "withdrawing"
    carry(publication)
    gone = shown(api, publication)
    assert (gone["status"], gone["url"], stall.standing()) == ("withdrawn", None, [])
    assert {part["status"] for part in gone["parts"]} == {"undone"}
    assert api.post(f"{path}/withdraw").status == 409
    assert api.post(f"{path}/retry").status == 200
    carry(publication)
    back = shown(api, publication)
    assert (back["status"], stall.standing()) == ("published", [back["title"]])
    assert back["url"]


@pytest.mark.parametrize("status", STATUSES)
def test_only_what_failed_or_was_withdrawn_is_retried(api: Api, publication: Publication, status: str) -> None:
    one_part(publication)
    answer = api.post(f"{set_status(publication, status)}/retry")
    assert answer.status == (200 if status in {"failed", "withdrawn"} else 409)
    if answer.status == 409:
        assert answer.json["detail"] == f"This listing is {status}."
        assert publication.listing.status == status


@pytest.mark.parametrize("status", STATUSES)
def test_only_what_is_published_or_failed_is_withdrawn(api: Api, publication: Publication, status: str) -> None:
    one_part(publication)
    answer = api.post(f"{set_status(publication, status)}/withdraw")
    assert answer.status == (200 if status in {"published", "failed"} else 409)
    if answer.status == 409:
        assert publication.listing.status == status


def test_two_retries_at_once_are_one(api: Api, publication: Publication) -> None:
    one_part(publication)
    path = set_status(publication, "failed")
    assert [api.post(f"{path}/retry").status for _ in range(2)] == [200, 409]
    assert rv.run_of(publication.river.run_id).attempt == 2


def test_a_viewer_sees_listings_and_changes_none(api: Api, publication: Publication) -> None:
    carry(publication)
    viewer = Api(token=api.post("/keys", {"name": "a screen", "role": "viewer"}).json["key"])
    path = f"/listings/{publication.listing.id}"
    assert viewer.get(path).status == 200
    assert [viewer.post(f"{path}/{act}").status for act in ("retry", "withdraw")] == [403, 403]
    assert publication.listing.status == "published"


def test_a_member_may_withdraw(api: Api, publication: Publication) -> None:
    carry(publication)
    member = Api(token=api.post("/keys", {"name": "a colleague", "role": "member"}).json["key"])
    assert member.post(f"/listings/{publication.listing.id}/withdraw").status == 200


def test_listings_of_another_workspace_do_not_exist(api: Api, publication: Publication) -> None:
    assert api
    carry(publication)
    stranger, path = signed_in(), f"/listings/{publication.listing.id}"
    assert stranger.get("/listings").json["items"] == []
    assert stranger.get(path).status == 404
    assert [stranger.post(f"{path}/{act}").status for act in ("retry", "withdraw")] == [404, 404]
    assert publication.listing.status == "published"


def test_a_listing_that_nobody_knows_is_not_found(api: Api) -> None:
    assert api.get(f"/listings/{new_id()}").status == 404


def test_a_status_that_there_is_not_is_not_searched_for(api: Api) -> None:
    assert api.get("/listings?status=sold").status == 400
    assert set(GOING) < set(STATUSES)
