"""Alerts and their rules over HTTP: who may what, what is told, and what is kept of it."""

from typing import Any

import pytest

from tests.functions.colleague import colleague
from tests.functions.owned import alerted
from tests.support.api import Api, signed_in
from wareloom.alerts.rule import DEFAULTS

WISH: dict[str, Any] = DEFAULTS["negative"].model_dump(exclude={"kind"})


def test_an_alert_comes_with_its_numbers_and_its_posts(api: Api) -> None:
    (alert,) = alerted(api, "paper fox")
    detail = api.get(f"/alerts/{alert['id']}").json
    assert {**detail, "posts": None} == {**alert, "posts": None}
    (post,) = detail["posts"]
    assert (post["text"], post["sentiment"], post["emotion"]) == ("Never again paper fox", "negative", "anger")
    assert detail["figures"]["share"] == 0.9
    assert detail["figures"]["rule"] == {**{k: v for k, v in WISH.items() if k != "enabled"}}


def test_pages_go_on_where_the_last_ended_and_states_are_told_apart(api: Api) -> None:
    third, second, first = alerted(api, "one", "two", "three")
    page = api.get("/alerts?limit=2").json
    assert [one["id"] for one in page["items"]] == [third["id"], second["id"]]
    rest = api.get(f"/alerts?limit=2&cursor={page['next_cursor']}").json
    assert ([one["id"] for one in rest["items"]], rest["next_cursor"]) == ([first["id"]], None)
    api.post(f"/alerts/{first['id']}/acknowledge")
    api.post(f"/alerts/{second['id']}/close", {"reason": "An old joke"})
    for state, expected in (("open", third), ("acknowledged", first), ("closed", second)):
        assert [one["id"] for one in api.get(f"/alerts?state={state}").json["items"]] == [expected["id"]]
    about = api.get(f"/alerts?subject={third['subject_id']}").json["items"]
    assert [one["id"] for one in about] == [third["id"]]


def test_a_persons_acts_are_in_the_audit_trail_and_done_once(api: Api) -> None:
    (alert,) = alerted(api, "paper fox")
    path = f"/alerts/{alert['id']}"
    seen = api.post(f"{path}/acknowledge").json
    assert (seen["state"], seen["acknowledged_by"]) == ("acknowledged", f"user:{api.me['id']}")
    assert api.post(f"{path}/acknowledge").status == 409
    assert api.post(f"{path}/close", {"reason": "  "}).status == 400
    closed = api.post(f"{path}/close", {"reason": "An old joke"}).json
    assert (closed["state"], closed["closed_why"], closed["reason"]) == ("closed", "person", "An old joke")
    assert api.post(f"{path}/close", {"reason": "again"}).status == 409
    assert api.post(f"{path}/acknowledge").status == 409
    assert api.post(f"{path}/reopen").json["state"] == "acknowledged"
    assert api.post(f"{path}/reopen").status == 409
    acts = [entry["act"] for entry in api.get("/audit").json["items"] if entry["act"].startswith("alert")]
    assert acts == ["alert.reopen", "alert.close", "alert.acknowledge"]


def test_another_workspaces_alert_is_not_there(api: Api) -> None:
    (alert,) = alerted(api, "paper fox")
    stranger = signed_in()
    assert stranger.get("/alerts").json["items"] == []
    assert stranger.get(f"/alerts/{alert['id']}").status == 404
    for act in ("acknowledge", "reopen"):
        assert stranger.post(f"/alerts/{alert['id']}/{act}").status == 404
    assert stranger.post(f"/alerts/{alert['id']}/close", {"reason": "x"}).status == 404
    assert stranger.call("PUT", f"/alert-rules/negative?subject={alert['subject_id']}", WISH).status == 404


def test_who_may_only_look_may_not_act(api: Api) -> None:
    (alert,) = alerted(api, "paper fox")
    viewer = colleague(api, "viewer")
    assert viewer.get(f"/alerts/{alert['id']}").status == 200
    assert viewer.post(f"/alerts/{alert['id']}/acknowledge").status == 403
    assert viewer.call("PUT", "/alert-rules/negative", WISH).status == 403
    assert viewer.delete("/alert-rules/negative").status == 403


def test_rules_are_there_by_themselves_can_be_changed_and_taken_back(api: Api) -> None:
    standing = api.get("/alert-rules").json["items"]
    assert [(rule["kind"], rule["enter"], rule["updated_by"]) for rule in standing] == [
        ("negative", 0.5, None),
        ("burst", 5.0, None),
        ("mix", 0.2, None),
    ]
    changed = api.call("PUT", "/alert-rules/negative", {**WISH, "enter": 0.6}).json
    assert (changed["enter"], changed["updated_by"]) == (0.6, f"user:{api.me['id']}")
    assert sorted(rule["enter"] for rule in api.get("/alert-rules").json["items"]) == [0.2, 0.6, 5.0]
    assert api.delete("/alert-rules/negative").status == 204
    assert api.get("/alert-rules").json["items"] == standing
    assert api.delete("/alert-rules/negative").status == 404
    acts = [entry["act"] for entry in api.get("/audit").json["items"] if entry["act"].startswith("alert-rule")]
    assert acts == ["alert-rule.reset", "alert-rule.set"]


@pytest.mark.parametrize(
    ("path", "wrong", "status"),
    [
        ("negative", {"leave": 0.5}, 422),
        ("negative", {"enter": 1.5}, 422),
        ("burst", {"enter": 2, "leave": 1}, 422),
        ("negative", {"min_sample": 1}, 400),
        ("negative", {"window_hours": 25}, 400),
        ("weather", {}, 400),
        ("negative?network=carrier-pigeon", {}, 422),
        ("negative?subject=01900000-0000-7000-8000-000000000000", {}, 404),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(api: Api, path: str, wrong: dict[str, Any], status: int) -> None:
    refused = api.call("PUT", f"/alert-rules/{path}", {**WISH, **wrong})
    assert (refused.status, bool(refused.json["detail"])) == (status, True), refused.text
