from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from functions.api.routes.offers import OfferDetailOut, OfferOut, SightingOut
from tests.support.api import Api, signed_in
from tests.support.factories import an_offer, at
from wareloom.kit.ids import new_id
from wareloom.market.ingest import ingest
from wareloom.market.page import SeenOffer

NOON = at("2026-11-01T12:00:00")
Item = dict[str, Any]
SORTS = ["-last_seen_at", "-first_seen_at", "price", "-price", "-rating", "-reviews_count"]

FILTERS: list[tuple[str, Callable[[Item], bool]]] = [
    ("query=mushrooms", lambda item: "Mushroom" in item["title"]),
    ("query=camping -retro", lambda _item: False),
    ("min_price=11&max_price=12", lambda item: item["price"] in {"11.99", "10.99"} and float(item["price"]) >= 11),
    ("currency=EUR", lambda item: item["currency"] == "EUR"),
    ("min_rating=3", lambda item: item["rating"] is not None and float(item["rating"]) >= 3),
    ("min_reviews=5", lambda item: item["reviews_count"] is not None and item["reviews_count"] >= 5),
    ("marketplace=shopify", lambda _item: False),
]


def keep(joined: Connection, *offers: SeenOffer) -> None:
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        ingest(session, "sample", offers, at=NOON, task_id=None)


@pytest.fixture
def shelf(joined: Connection) -> list[SeenOffer]:
    """Offers with equal and missing numbers in every column, which is where paging goes wrong."""
    offers = [
        an_offer(
            number,
            title=f"{'Retro camping' if number % 2 else 'Mushroom forager'} tee {number}",
            price=None if number % 7 == 0 else Decimal(number % 5) + Decimal("9.99"),
            rating=None if number % 5 == 0 else Decimal(number % 4 + 1),
            reviews_count=None if number % 6 == 0 else number % 9,
            currency="EUR" if number % 3 == 0 else "USD",
        )
        for number in range(1, 44)
    ]
    keep(joined, *offers)
    return offers


@pytest.mark.parametrize("sort", SORTS)
def test_pages_in_every_order_lose_and_repeat_nothing(api: Api, shelf: list[SeenOffer], sort: str) -> None:
    seen: list[Item] = []
    cursor = ""
    while True:
        answer = api.get(f"/offers?limit=5&sort={sort}{cursor}").json
        seen += answer["items"]
        if answer["next_cursor"] is None:
            break
        cursor = f"&cursor={answer['next_cursor']}"
    assert sorted(item["external_id"] for item in seen) == sorted(offer.external_id for offer in shelf)
    column = sort.removeprefix("-")
    known = [item[column] for item in seen if item[column] is not None]
    assert seen[: len(known)] == [item for item in seen if item[column] is not None], "what is not known comes last"
    in_order: list[Any] = [value if column.endswith("_at") else Decimal(str(value)) for value in known]
    assert in_order == sorted(in_order, reverse=sort.startswith("-"))


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(("wanted", "holds"), FILTERS)
def test_a_filter_brings_all_that_match_and_nothing_else(api: Api, wanted: str, holds: Callable[[Item], bool]) -> None:
    everything = api.get("/offers?limit=200").json["items"]
    found = api.get(f"/offers?limit=200&{wanted}").json["items"]
    assert [item["id"] for item in found] == [item["id"] for item in everything if holds(item)]


@pytest.mark.usefixtures("shelf")
def test_an_unchanged_list_is_not_sent_again(api: Api) -> None:
    first = api.get("/offers?limit=3")
    again = api.get("/offers?limit=3", if_none_match=first.headers["etag"])
    assert (again.status, again.text) == (304, "")
    assert api.get("/offers?limit=4", if_none_match=first.headers["etag"]).status == 200


@pytest.mark.usefixtures("shelf")
def test_answers_have_the_shape_that_the_contract_promises(api: Api) -> None:
    listed = api.get("/offers?limit=3").json["items"]
    offer_id = listed[0]["id"]
    for item in listed:
        assert OfferOut.model_validate(item).model_dump(mode="json").keys() == item.keys()
    detail = api.get(f"/offers/{offer_id}").json
    assert OfferDetailOut.model_validate(detail).model_dump(mode="json").keys() == detail.keys()
    (sighting,) = api.get(f"/offers/{offer_id}/history").json["items"]
    assert SightingOut.model_validate(sighting).model_dump(mode="json").keys() == sighting.keys()


@pytest.mark.parametrize(
    "path",
    [
        "/offers?limit=0",
        "/offers?limit=201",
        "/offers?limit=many",
        "/offers?sort=sideways",
        "/offers?cursor=nonsense",
        "/offers?cursor=WyJwcmljZSIsMV0",
        "/offers?min_price=-1",
        "/offers?min_price=NaN",
        "/offers?currency=dollars",
        "/offers?colour=red",
        "/offers/not-an-id",
        "/tasks?status=asleep",
        "/tasks?cursor=%F0%9F%A6%8A",
        "/audit?cursor=WyJhdWRpdCIsIngiXQ",
    ],
)
def test_a_question_that_cannot_be_read_is_400_with_a_document(api: Api, path: str) -> None:
    answer = api.get(path)
    assert answer.status == 400
    assert answer.json["status"] == 400
    assert answer.json["request_id"] == answer.headers["x-request-id"]


def test_a_cursor_of_another_order_is_refused(api: Api, shelf: list[SeenOffer]) -> None:
    assert shelf
    cursor = api.get("/offers?limit=2&sort=price").json["next_cursor"]
    assert api.get(f"/offers?limit=2&sort=-price&cursor={cursor}").status == 400


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        ('{"marketplace": "sample", "target": ', 400),
        ('["sample"]', 400),
        ('{"marketplace": 7, "target": {}}', 400),
        ('{"marketplace": "sample", "target": "everything", "tenant_id": "x"}', 400),
        ('{"marketplace": "sample", "target": "no such niche at all"}', 422),
        ('{"marketplace": "nowhere", "target": "x"}', 404),
        ('{"marketplace": "sample", "target": "' + "x" * 300_000 + '"}', 413),
    ],
)
def test_a_bad_order_is_refused_and_nothing_is_written(api: Api, raw: str, status: int) -> None:
    answer = api.call("POST", "/tasks", raw=raw)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert api.get("/tasks").json["items"] == []


def test_unknown_ids_are_not_found(api: Api) -> None:
    unknown = new_id()
    for path in (f"/offers/{unknown}", f"/offers/{unknown}/history", f"/tasks/{unknown}"):
        assert api.get(path).status == 404
    assert api.post(f"/tasks/{unknown}/cancel").status == 404
    assert api.delete(f"/watches/{unknown}").status == 404


def test_a_task_is_opened_followed_cancelled_and_taken_up_again(api: Api) -> None:
    made = api.post("/tasks", {"marketplace": "sample", "target": "everything"})
    assert made.status == 201
    path = made.headers["location"].removeprefix("/api/v1")
    assert api.get(path).json["status"] == "queued"
    assert api.post("/tasks", {"marketplace": "sample", "target": "everything"}).status == 409
    assert api.post(f"{path}/cancel").json["status"] == "cancelled"
    assert api.post(f"{path}/cancel").status == 409
    assert api.post(f"{path}/retry").json["status"] == "queued"
    acts = [entry["act"] for entry in api.get("/audit").json["items"]]
    assert acts[:3] == ["task.retry", "task.cancel", "task.open"]
    assert api.get("/audit/verification").json["intact"] is True


def test_a_viewer_reads_and_changes_nothing(api: Api) -> None:
    key = api.post("/keys", {"name": "a screen", "role": "viewer"}).json["key"]
    viewer = Api(token=key)
    assert viewer.get("/offers").status == 200
    for path in ("/tasks", "/watches"):
        assert viewer.post(path, {"marketplace": "sample", "target": "everything"}).status == 403
    assert viewer.post("/keys", {"name": "stronger", "role": "owner"}).status == 403


def test_a_key_is_shown_once_works_and_ends_when_revoked(api: Api) -> None:
    made = api.post("/keys", {"name": "a robot", "role": "member", "expires_in_days": 1}).json
    robot = Api(token=made["key"])
    assert robot.get("/me").json["id"] == api.me["id"]
    assert made["key"] not in api.get("/keys").text
    assert api.delete(f"/keys/{made['id']}").status == 204
    assert robot.get("/me").status == 401


def test_an_invited_member_sees_the_workspace_and_an_owner_may_let_them_go(api: Api) -> None:
    invited = api.post("/invitations", {"email": "new@shop.example", "role": "member"}).json
    said = {"email": "new@shop.example", "password": "four quiet green kettles", "name": "Bo"}
    member = Api()
    member.keep(member.post("/auth/register", {**said, "invitation": invited["token"]}))
    assert member.me["tenant"] == api.me["tenant"]
    assert member.post("/invitations", {"email": "x@shop.example"}).status == 403
    assert (
        Api().post("/auth/register", {**said, "email": "y@shop.example", "invitation": invited["token"]}).status == 422
    )
    assert api.call("PATCH", f"/members/{member.me['id']}", {"role": "viewer"}).json["role"] == "viewer"
    assert api.delete(f"/members/{member.me['id']}").status == 204
    assert member.get("/me").status == 401


def test_the_last_owner_stays(api: Api) -> None:
    assert api.delete(f"/members/{api.me['id']}").status == 409
    assert api.call("PATCH", f"/members/{api.me['id']}", {"role": "viewer"}).status == 409


def test_one_tenants_rows_do_not_exist_for_another(api: Api) -> None:
    task = api.post("/tasks", {"marketplace": "sample", "target": "everything"}).json
    watch = api.post("/watches", {"marketplace": "sample", "target": "everything"}).json
    key = api.post("/keys", {"name": "mine"}).json
    stranger = signed_in()
    assert stranger.get(f"/tasks/{task['id']}").status == 404
    assert stranger.post(f"/tasks/{task['id']}/cancel").status == 404
    assert stranger.delete(f"/watches/{watch['id']}").status == 404
    assert stranger.delete(f"/keys/{key['id']}").status == 404
    assert stranger.delete(f"/members/{api.me['id']}").status == 404
    for path in ("/tasks", "/watches", "/keys"):
        assert stranger.get(path).json["items"] == []
    assert UUID(task["id"])
    assert api.get(f"/tasks/{task['id']}").json["status"] == "queued"
