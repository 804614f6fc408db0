"""How well a marketplace is being read, its archived pages, and having them read again, through the API."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from functions.api.routes.marketplace_shapes import HealthOut, PageOut
from tests.functions.colleague import colleague
from tests.support.api import Api, signed_in
from tests.support.sample_page import body
from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.market.alarms.models import Alarm
from wareloom.market.archive import RejectedPage, archive, note_unread, read_archived
from wareloom.market.keep import keep_page
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.models import Task
from wareloom.market.page import Fetched, OfferPage
from wareloom.market.reparse import SLICE

SAMPLE = marketplace("sample")


def fetched(sent: bytes, minutes_ago: int) -> Fetched:
    return Fetched(
        url="https://sample.example/1",
        body=sent,
        content_type="application/json",
        fetched_at=clock.now() - timedelta(minutes=minutes_ago),
    )


@pytest.fixture
def pages(api: Api, joined: Connection) -> None:
    """One that an older reader misread, and one that nobody can read."""
    task_id = UUID(api.post("/tasks", {"marketplace": "sample", "target": "everything"}).json["id"])
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        page = replace(archive(SAMPLE, fetched(body("10"), 5)), parser_version=SAMPLE.version - 1)
        offers = [offer.model_copy(update={"price": Decimal(1)}) for offer in read_archived(SAMPLE, page).offers]
        keep_page(session, page, OfferPage(offers=tuple(offers)), task_id=task_id)
        odd = archive(SAMPLE, fetched(b"odd", 4))
        note_unread(session, RejectedPage("It is odd.").about(odd), Task(id=task_id))


def health(api: Api) -> dict[str, Any]:
    answer = api.get("/marketplaces/sample/health")
    assert answer.status == 200
    return HealthOut.model_validate(answer.json).model_dump(mode="json")


def of_outcome(api: Api, outcome: str) -> dict[str, Any]:
    (found,) = [one for one in health(api)["outcomes"] if one["outcome"] == outcome]
    return found


@pytest.mark.usefixtures("pages")
def test_a_marketplace_s_health_is_told_by_outcome_and_by_field(api: Api) -> None:
    told = health(api)
    assert (told["marketplace"], told["parser_version"], told["alarms"]) == ("sample", SAMPLE.version, [])
    assert {one["outcome"]: one["day"] for one in told["outcomes"]} == {
        "read": 1, "empty": 0, "blocked": 0, "rejected": 1
    }  # fmt: skip
    (price,) = [one for one in told["fillings"] if one["field"] == "price"]
    assert (price["alone"], price["offers"], price["share"], price["share_before"]) == (True, 1, 1.0, None)
    assert of_outcome(api, "rejected")["last"][0]["reason"] == "It is odd."


def test_the_alarms_of_all_sources_are_told_together(api: Api, joined: Connection) -> None:
    now = clock.now()
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        for marketplace, closed_at in (("etsy", now), ("sample", None)):
            told: dict[str, Any] = {"what": "pages", "sentence": "Much is blocked.", "was": 1.0, "opened_at": now}
            session.add(Alarm(id=new_id(), marketplace=marketplace, closed_at=closed_at, **told))
    items = api.get("/marketplaces/alarms").json["items"]
    assert [(one["marketplace"], one["closed_at"] is None) for one in items] == [("sample", True), ("etsy", False)]


@pytest.mark.usefixtures("pages")
def test_an_offer_leads_to_its_page(api: Api) -> None:
    (offer,) = api.get("/offers").json["items"]
    page_id = api.get(f"/offers/{offer['id']}").json["page_id"]
    answer = api.get(f"/marketplaces/sample/pages/{page_id}")
    page = PageOut.model_validate(answer.json)
    assert (page.outcome, page.size, len(page.sha256 or "")) == ("read", len(body("10")), 64)
    assert api.get(f"/marketplaces/shopify/pages/{page_id}").status == 404
    assert api.get(f"/marketplaces/sample/pages/{new_id()}").status == 404


@pytest.mark.usefixtures("pages")
def test_another_workspace_learns_where_an_offer_was_seen_and_not_what_was_looked_for(api: Api) -> None:
    (offer,) = api.get("/offers").json["items"]
    page_id = api.get(f"/offers/{offer['id']}").json["page_id"]
    page = f"/marketplaces/sample/pages/{page_id}"
    history = f"/offers/{offer['id']}/history"
    assert api.get(page).json["url"] == "https://sample.example/1"
    assert api.get(history).json["items"][0]["task_id"] == api.get(page).json["task_id"]
    other = signed_in()
    told = other.get(page).json
    assert (told["url"], told["task_id"], told["outcome"]) == ("https://sample.example/", None, "read")
    assert other.get(history).json["items"][0]["task_id"] is None
    rejected = of_outcome(other, "rejected")
    assert (rejected["day"], rejected["last"]) == (1, [])


@pytest.mark.usefixtures("pages")
def test_an_owner_has_pages_read_again_and_it_is_on_the_record(api: Api) -> None:
    answer = api.post("/marketplaces/sample/reparse", {})
    assert answer.json == {
        "pages": 2, "offers": 1, "new": 0, "changed": 1, "unread": 1, "gone": 0, "next_cursor": None
    }  # fmt: skip
    assert api.get("/offers").json["items"][0]["price"] == "10"
    entry = api.get("/audit").json["items"][0]
    assert (entry["act"], entry["subject"]) == ("marketplace.reparse", "marketplace:sample")


@pytest.mark.usefixtures("pages")
def test_only_owners_have_pages_read_again(api: Api) -> None:
    assert colleague(api, "member").post("/marketplaces/sample/reparse", {}).status == 403
    assert api.get("/offers").json["items"][0]["price"] == "1"


def test_pages_are_read_again_slice_by_slice(api: Api, joined: Connection) -> None:
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        for number in range(SLICE + 3):
            page = archive(SAMPLE, fetched(body("10"), number))
            keep_page(session, page, read_archived(SAMPLE, page), task_id=None)
    first = api.post("/marketplaces/sample/reparse", {"since": "2026-01-01T00:00:00Z"}).json
    rest = api.post("/marketplaces/sample/reparse", {"cursor": first["next_cursor"]}).json
    assert [(one["pages"], bool(one["next_cursor"])) for one in (first, rest)] == [(SLICE, True), (3, False)]


@pytest.mark.parametrize(("method", "path"), [("GET", "health"), ("POST", "reparse"), ("GET", f"pages/{UUID(int=7)}")])
def test_an_unknown_marketplace_is_not_found(api: Api, method: str, path: str) -> None:
    assert api.call(method, f"/marketplaces/nowhere/{path}", {}).status == 404


@pytest.mark.parametrize(
    "said", [{"since": "yesterday"}, {"since": 0}, {"since": "2026-11-01T00:00:00"}, {"cursor": "x"}, {"a": 1}]
)
def test_what_cannot_be_read_is_refused(api: Api, said: dict[str, Any]) -> None:
    assert api.post("/marketplaces/sample/reparse", said).status == 400
