"""Every route, walked by the contract: nobody gets in without a sign-in, and nobody sees another tenant's rows."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from functions.api.app import PREFIX, create_app
from functions.api.openapi import CONTRACT, contract
from tests.functions.colleague import colleague
from tests.functions.owned import alerted, collected, handed_in, published
from tests.functions.social import overheard
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
    "/watches/{watch_id}/pause",
    "/watches/{watch_id}/resume",
    "/tasks/{task_id}",
    "/tasks/{task_id}/pages",
    "/tasks/{task_id}/cancel",
    "/tasks/{task_id}/retry",
    "/exports/{export_id}",
    "/exports/{export_id}/cancel",
    "/exports/{export_id}/retry",
    "/runs/{run_id}",
    "/runs/{run_id}/steps",
    "/runs/{run_id}/stop",
    "/runs/{run_id}/resume",
    "/ideas/{idea_id}",
    "/designs/{design_id}",
    "/designs/{design_id}/approve",
    "/designs/{design_id}/reject",
    "/designs/{design_id}/edit",
    "/listings/{listing_id}",
    "/listings/{listing_id}/retry",
    "/listings/{listing_id}/withdraw",
    "/shops/{shop_id}",
    "/collections/{collection_id}",
    "/collections/{collection_id}/archive",
    "/collections/{collection_id}/restore",
    "/collections/{collection_id}/copy",
    "/collections/{collection_id}/take-over",
    "/collections/{collection_id}/offers",
    "/collections/{collection_id}/offers/matching",
    "/collections/{collection_id}/offers/{offer_id}/note",
    "/collections/{collection_id}/removals",
    "/collections/{collection_id}/removals/matching",
    "/collections/{collection_id}/removals/{removal_id}/undo",
    "/collections/{collection_id}/shares",
    "/collections/{collection_id}/shares/{member_id}",
    "/imports/{import_id}",
    "/imports/{import_id}/preview",
    "/imports/{import_id}/start",
    "/imports/{import_id}/cancel",
    "/imports/{import_id}/retry",
    "/imports/{import_id}/undo",
    "/imports/{import_id}/bad-rows",
    "/imports/{import_id}/bad-rows.csv",
    "/submitted-pages/{page_id}",
    "/submitted-pages/{page_id}/start",
    "/submitted-pages/{page_id}/cancel",
    "/submitted-pages/{page_id}/retry",
    "/claims/{claim_id}",
    "/claims/{claim_id}/history",
    "/alerts/{alert_id}",
    "/alerts/{alert_id}/acknowledge",
    "/alerts/{alert_id}/close",
    "/alerts/{alert_id}/reopen",
    "/subjects/{subject_id}",
    "/pulse/{subject_id}",
    "/dead-letters/{post_id}/redrive",
    "/recordings/{recording_id}",
    "/recordings/{recording_id}/parts",
    "/recordings/{recording_id}/finish",
    "/recordings/{recording_id}/cancel",
    "/recordings/{recording_id}/retry",
    "/recordings/{recording_id}/media",
    "/recordings/{recording_id}/mentions",
    "/recordings/{recording_id}/segments",
    "/recordings/{recording_id}/segments/{number}",
    "/recordings/{recording_id}/transcript.{format}",
}
SHARED_ROWS = {
    "/offers/{offer_id}",
    "/offers/{offer_id}/history",
    "/marketplaces/{name}/budget",
    "/offers/{offer_id}/collections",
    "/offers/{offer_id}/matches",
    "/matches/{first_id}/{second_id}",
    "/marketplaces/{name}/health",
    "/marketplaces/{name}/pages/{page_id}",
    "/marketplaces/{name}/reparse",
    "/trends/{trend_id}",
    "/trends/{trend_id}/points",
    "/trends/{trend_id}/evidence",
    "/trends/{trend_id}/outlook",
    "/trends/{trend_id}/signals",
    "/trends/{trend_id}/kinships",
    "/trends/{trend_id}/mentions",
    "/trends/{trend_id}/talk",
    "/trends/{trend_id}/patterns/offers",
    "/alert-rules/{kind}",
}
READABLE: dict[str, dict[str, Any]] = {
    "/members/{member_id}": {"role": "viewer"},
    "/designs/{design_id}/reject": {"reason": "Not mine."},
    "/alerts/{alert_id}/close": {"reason": "Not mine."},
    "/matches/{first_id}/{second_id}": {"verdict": "same"},
    "/collections": {"name": "Mine"},
    "/collections/{collection_id}/copy": {"name": "Mine"},
    "/collections/{collection_id}/offers": {"offer_ids": [str(new_id())]},
    "/collections/{collection_id}/offers/matching": {"query": "tee"},
    "/collections/{collection_id}/offers/{offer_id}/note": {"note": "Mine"},
    "/collections/{collection_id}/removals": {"offer_ids": [str(new_id())]},
    "/collections/{collection_id}/shares/{member_id}": {"may": "view"},
    "/recordings/{recording_id}/parts": {"numbers": [1]},
    "/recordings/{recording_id}/segments/{number}": {"text": "Mine"},
}
THEIR_OWN = {
    ("PATCH", "/me"),
    ("PUT", "/me/password"),
    ("DELETE", "/me/sign-ins"),
    ("DELETE", "/me/sign-ins/{sign_in_id}"),
    ("POST", "/live/tickets"),
    ("POST", "/keys"),
    ("DELETE", "/keys/{key_id}"),
}
"""What everybody may write, whatever their role: all of it is about themselves."""


def routes() -> Iterator[tuple[str, str]]:
    paths: dict[str, Any] = create_app().openapi()["paths"]
    for path, operations in paths.items():
        for method in operations:
            yield method.upper(), path.removeprefix(PREFIX)


def _filled(path: str) -> str:
    return re.sub(r"{\w+}", str(new_id()), path.replace("{number}", "1").replace("{format}", "srt"))


@pytest.mark.usefixtures("api")
def test_every_other_route_asks_who_is_there() -> None:
    guarded = [route for route in routes() if route not in OPEN_TO_ALL]
    assert len(guarded) > 25
    for method, path in guarded:
        answer = Api().call(method, _filled(path), {})
        assert answer.status in {400, 401}, f"{method} {path} answered {answer.status}"
        if answer.status == 400:  # read before it was asked who sends it: then a readable one must be refused
            assert method in {"POST", "PUT", "PATCH"}
        assert answer.json["status"] == answer.status


def test_every_row_in_a_path_is_either_shared_or_proved_to_be_the_tenants_own() -> None:
    with_ids = {path for _method, path in routes() if "{" in path}
    assert with_ids == ROWS_OF_A_TENANT | SHARED_ROWS


def test_another_tenants_id_is_answered_like_one_that_never_was(api: Api) -> None:
    mine = {
        **published(api),
        **collected(api, api.get("/offers").json["items"][0]["id"]),
        "key_id": api.post("/keys", {"name": "mine"}).json["id"],
        "sign_in_id": api.get("/me/sign-ins").json["items"][0]["id"],
        "member_id": api.me["id"],
        "invitation_id": api.post("/invitations", {"email": "friend@shop.example"}).json["id"],
        "watch_id": api.post("/watches", {"marketplace": "sample", "target": "everything"}).json["id"],
        "task_id": api.post("/tasks", {"marketplace": "sample", "target": "everything"}).json["id"],
        "export_id": api.post("/exports", {}).json["id"],
        **handed_in(api),
        **overheard(api),
        "alert_id": alerted(api, "paper fox")[0]["id"],
    }
    stranger = signed_in()
    for method, path in routes():
        if path in ROWS_OF_A_TENANT:
            theirs = stranger.call(method, path.format(**mine, number=1, format="srt"), READABLE.get(path, {}))
            never = stranger.call(method, _filled(path), READABLE.get(path, {}))
            assert (theirs.status, theirs.json["detail"]) == (404, never.json["detail"]), f"{method} {path}"


def test_a_viewer_writes_nothing_but_about_themselves(api: Api) -> None:
    viewer = colleague(api, "viewer")
    writing = [route for route in routes() if route[0] != "GET" and route not in OPEN_TO_ALL | THEIR_OWN]
    assert len(writing) > 15
    for method, path in writing:
        answer = viewer.call(method, _filled(path), READABLE.get(path, {}))
        assert answer.status == 403, f"{method} {path} answered {answer.status}"


def test_the_committed_contract_is_the_one_that_is_served() -> None:
    assert CONTRACT.read_bytes() == contract(), "run `make openapi client` and commit what changed"


@pytest.mark.usefixtures("api")
def test_health_needs_no_sign_in_and_says_what_is_ready() -> None:
    answer = Api().get("/health/ready")
    assert (answer.status, answer.json["checks"]) == (200, {"database": "ok"})


@pytest.mark.usefixtures("api")
@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("DELETE", "/offers", 405)])
def test_an_address_that_does_not_exist_gets_a_document_too(method: str, path: str, status: int) -> None:
    told = Api().call(method, path)
    assert (told.status, told.headers["content-type"]) == (status, "application/problem+json")


def test_other_sites_may_not_read_answers(api: Api) -> None:
    answer = api.get("/me", origin="https://elsewhere.example")
    assert "access-control-allow-origin" not in answer.headers
