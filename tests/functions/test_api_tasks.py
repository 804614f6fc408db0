"""Tasks with limits, watches with a pace, budgets, and what became of each page, as the API tells them."""

from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from functions.scrape_market.handler import handle as scrape
from tests.functions.colleague import colleague
from tests.support.api import Api, signed_in
from tests.support.sample_page import body
from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.models import RawPage

WISH = {"marketplace": "sample", "target": "retro camping"}


@pytest.fixture
def member(api: Api) -> Api:
    return colleague(api, "member")


def test_a_task_says_how_far_it_goes_and_how_urgent_it_is(api: Api) -> None:
    task = api.post("/tasks", WISH | {"priority": "high", "max_pages": 3, "max_offers": 500}).json
    told = {name: task[name] for name in ("priority", "max_pages", "max_offers", "past_robots", "rejections")}
    assert told == {"priority": "high", "max_pages": 3, "max_offers": 500, "past_robots": False, "rejections": {}}
    assert api.get(f"/tasks/{task['id']}").json == task


@pytest.mark.parametrize(
    "wrong", [{"priority": "urgent"}, {"max_pages": 0}, {"max_pages": 10_001}, {"max_offers": 0}, {"pages": 3}]
)
def test_a_limit_that_is_none_is_refused(api: Api, wrong: dict[str, Any]) -> None:
    assert api.post("/tasks", WISH | wrong).status == 400


@pytest.mark.parametrize("path", ["/tasks", "/watches"])
def test_only_an_owner_goes_past_robots_and_it_is_on_the_record(api: Api, member: Api, path: str) -> None:
    assert member.post(path, WISH | {"past_robots": True}).status == 403
    assert api.post(path, WISH | {"past_robots": True}).json["past_robots"] is True
    (entry,) = api.get("/audit?limit=1").json["items"]
    assert entry["facts"]["robots"] == "passed over"


def test_a_watch_is_wished_differently_paused_and_taken_up_again(api: Api) -> None:
    made = api.post("/watches", WISH | {"every_minutes": 120, "max_pages": 2}).json
    assert (made["every_minutes"], made["every_minutes_now"], made["why"]) == (
        120,
        120,
        "Somebody chose every 2 hours.",
    )
    path = f"/watches/{made['id']}"
    changed = api.call("PUT", path, {"priority": "high"}).json
    assert (changed["every_minutes"], changed["priority"], changed["max_pages"]) == (None, "high", None)
    assert changed["why"] == "Not visited yet: how much it moves is unknown."
    assert api.post(f"{path}/pause").json["paused_at"]
    assert api.post(f"{path}/resume").json["paused_at"] is None
    assert [row["id"] for row in api.get("/watches").json["items"]] == [made["id"]]


@pytest.mark.parametrize("minutes", [59, 0, -60, 28 * 24 * 60 + 1])
def test_a_pace_has_its_bounds(api: Api, minutes: int) -> None:
    assert api.post("/watches", WISH | {"every_minutes": minutes}).status == 400


def test_an_owner_chooses_a_budget_and_members_see_it(api: Api, member: Api) -> None:
    path = "/marketplaces/etsy/budget"
    told = member.get(path).json
    assert (told["pages_per_day"], told["pages_today"]) == (None, 0)
    assert told["pages_per_day_of_all"] == marketplace("etsy").pages_per_day
    assert member.call("PUT", path, {"pages_per_day": 5}).status == 403
    assert api.call("PUT", path, {"pages_per_day": 5}).json["pages_per_day"] == 5
    assert member.get(path).json["pages_per_day"] == 5
    assert api.call("PUT", path, {"pages_per_day": None}).json["pages_per_day"] is None
    assert api.call("PUT", "/marketplaces/nowhere/budget", {"pages_per_day": 5}).status == 404


def test_a_page_that_is_asked_for_is_counted(api: Api) -> None:
    task = api.post("/tasks", WISH).json
    record = {"messageId": "1", "receiptHandle": "gone", "body": f'{{"id": "{task["id"]}"}}'}
    scrape({"Records": [record]}, None)
    told = api.get("/marketplaces/sample/budget").json
    assert (told["pages_today"], told["pages_today_of_all"]) == (1, 1)


def test_every_page_of_a_task_is_listed_with_what_became_of_it(api: Api, joined: Connection) -> None:
    task = api.post("/tasks", WISH).json
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        for number in range(5):
            session.add(_page(task["id"], number))
    seen = [page for at in _cursors(api, task["id"]) for page in at]
    assert [page["url"] for page in seen] == [f"https://sample.example/{number}" for number in (4, 3, 2, 1, 0)]
    assert {page["outcome"] for page in seen} == {"read"}
    assert signed_in().get(f"/tasks/{task['id']}/pages").status == 404


def _cursors(api: Api, task_id: str) -> list[list[dict[str, Any]]]:
    pages, cursor = list[list[dict[str, Any]]](), ""
    while True:
        told = api.get(f"/tasks/{task_id}/pages?limit=2{cursor}").json
        pages.append(told["items"])
        if not told["next_cursor"]:
            return pages
        cursor = f"&cursor={told['next_cursor']}"


def _page(task_id: str, number: int) -> RawPage:
    return RawPage(
        id=new_id(),
        marketplace="sample",
        url=f"https://sample.example/{number}",
        size=len(body()),
        content_type="application/json",
        fetched_at=clock.now(),
        task_id=task_id,
        parser_version=1,
        outcome="read",
        offers_found=3,
    )
