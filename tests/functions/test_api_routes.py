"""Every route, walked by the contract: nobody gets in without a sign-in, and nobody sees another tenant's rows."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from functions.api.app import PREFIX, create_app
from functions.api.openapi import CONTRACT, contract
from tests.support.api import Api, signed_in
from wareloom.kit.ids import new_id

OPEN_TO_ALL = {
    ("POST", "/auth/register"),
    ("POST", "/auth/sign-in"),
    ("POST", "/auth/refresh"),
    ("POST", "/auth/sign-out"),
    ("GET", "/health/live"),
    ("GET", "/health/ready"),
}
ROWS_OF_A_TENANT = {
    "/keys/{key_id}",
    "/me/sign-ins/{sign_in_id}",
    "/members/{member_id}",
    "/invitations/{invitation_id}",
    "/watches/{watch_id}",
    "/tasks/{task_id}",
    "/tasks/{task_id}/cancel",
    "/tasks/{task_id}/retry",
}
SHARED_ROWS = {"/offers/{offer_id}", "/offers/{offer_id}/history"}


def routes() -> Iterator[tuple[str, str]]:
    paths: dict[str, Any] = create_app().openapi()["paths"]
    for path, operations in paths.items():
        for method in operations:
            yield method.upper(), path.removeprefix(PREFIX)


@pytest.mark.usefixtures("api")
def test_every_other_route_asks_who_is_there() -> None:
    guarded = [route for route in routes() if route not in OPEN_TO_ALL]
    assert len(guarded) > 25
    for method, path in guarded:
        filled = re.sub(r"{\w+}", str(new_id()), path)
        answer = Api().call(method, filled, {})
        assert answer.status in {400, 401}, f"{method} {path} answered {answer.status}"
        if answer.status == 400:  # read before it was asked who sends it: then a readable one must be refused
            assert method in {"POST", "PUT", "PATCH"}
        assert answer.json["status"] == answer.status


def test_every_row_in_a_path_is_either_shared_or_proved_to_be_the_tenants_own() -> None:
    with_ids = {path for _method, path in routes() if "{" in path}
    assert with_ids == ROWS_OF_A_TENANT | SHARED_ROWS


def test_another_tenants_id_is_answered_like_one_that_never_was(api: Api) -> None:
    mine = {
        "key_id": api.post("/keys", {"name": "mine"}).json["id"],
        "sign_in_id": api.get("/me/sign-ins").json["items"][0]["id"],
        "member_id": api.me["id"],
        "invitation_id": api.post("/invitations", {"email": "friend@shop.example"}).json["id"],
        "watch_id": api.post("/watches", {"marketplace": "sample", "target": "everything"}).json["id"],
        "task_id": api.post("/tasks", {"marketplace": "sample", "target": "everything"}).json["id"],
    }
    stranger = signed_in()
    for method, path in routes():
        if path in ROWS_OF_A_TENANT:
            theirs = stranger.call(method, path.format(**mine), {"role": "viewer"})
            never = stranger.call(method, re.sub(r"{\w+}", str(new_id()), path), {"role": "viewer"})
            assert (theirs.status, theirs.json["detail"]) == (404, never.json["detail"]), f"{method} {path}"


def test_the_committed_contract_is_the_one_that_is_served() -> None:
    assert CONTRACT.read_bytes() == contract(), "run `make openapi client` and commit what changed"


def test_health_needs_no_sign_in_and_says_what_is_ready(api: Api) -> None:
    assert api
    answer = Api().get("/health/ready")
    assert (answer.status, answer.json["checks"]) == (200, {"database": "ok"})


@pytest.mark.usefixtures("api")
@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("DELETE", "/offers", 405)])
def test_an_address_that_does_not_exist_gets_a_document_too(method: str, path: str, status: int) -> None:
    answer = Api().call(method, path)
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")


def test_other_sites_may_not_read_answers(api: Api) -> None:
    answer = api.get("/me", origin="https://elsewhere.example")
    assert "access-control-allow-origin" not in answer.headers
