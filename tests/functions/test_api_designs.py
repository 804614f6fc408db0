"""Ideas, designs and studios over HTTP: what is shown, and the decisions of those who may decide."""

from typing import Any
from uuid import UUID

import pytest
from urllib3 import request

from tests.functions.colleague import colleague
from tests.support import river
from tests.support.api import Api, signed_in
from wareloom.designs.products import PRODUCTS
from wareloom.designs.studios.registry import STUDIOS
from wareloom.kit.ids import new_id


def walked(api: Api, *, draw: int = 1, real: bool = False) -> list[str]:
    """Designs of a run of that workspace, drawn and waiting."""
    river.opened()  # somebody else's run, in the market that everybody shares
    run = api.post("/runs", {"trends": 1}).json
    return [str(design) for design in river.walk(UUID(run["id"]), draw=draw, real=real)]


def read(api: Api, design: str) -> dict[str, Any]:
    return api.get(f"/designs/{design}").json


def test_a_drawn_design_shows_its_pictures_and_whether_they_can_be_printed(api: Api) -> None:
    (design,) = walked(api, real=True)
    shown = read(api, design)
    assert (shown["status"], shown["width"], shown["height"], shown["dpi"]) == ("waiting", 4500, 5400, 300)
    pictures = [shown["art_url"], shown["thumbnail_url"], *(one["url"] for one in shown["mockups"])]
    assert len(pictures) > 2
    for address in pictures:
        assert request("GET", address).status == 200
    assert {one["product"] for one in shown["readiness"]} == set(PRODUCTS)
    tee = next(one for one in shown["readiness"] if one["product"] == "tee")
    assert (tee["ready"], tee["effective_dpi"] >= 150, bool(tee["area"])) == (True, True, True)
    listed = api.get("/designs?status=waiting").json["items"]
    assert [one["id"] for one in listed] == [design]
    assert listed[0]["thumbnail_url"] == shown["thumbnail_url"]


def test_a_design_that_is_not_drawn_has_no_pictures(api: Api) -> None:
    walked(api)
    planned = api.get("/designs?status=planned").json["items"]
    assert len(planned) == 2
    assert all(one["art_url"] is one["thumbnail_url"] is None and one["mockups"] == [] for one in planned)
    answer = api.post(f"/designs/{planned[0]['id']}/approve")
    assert (answer.status, answer.json["detail"]) == (409, "This design is not drawn yet.")


def test_designs_are_counted_filtered_and_paged(api: Api) -> None:
    designs = walked(api, draw=2)
    api.post(f"/designs/{designs[0]}/approve")
    assert api.get("/designs/counts").json == {"counts": {"planned": 1, "waiting": 1, "approved": 1}}
    (approved,) = api.get("/designs?status=approved").json["items"]
    by = [f"run_id={approved['run_id']}", f"trend_id={approved['trend_id']}"]
    assert [len(api.get(f"/designs?{one}").json["items"]) for one in by] == [3, 3]
    assert [one["id"] for one in api.get(f"/designs?idea_id={approved['idea_id']}").json["items"]] == [approved["id"]]
    assert api.get(f"/designs?run_id={new_id()}").json["items"] == []
    first = api.get("/designs?limit=2").json
    second = api.get(f"/designs?limit=2&cursor={first['next_cursor']}").json
    assert len({one["id"] for one in [*first["items"], *second["items"]]}) == 3
    assert second["next_cursor"] is None


def test_a_design_is_approved_once(api: Api) -> None:
    (design,) = walked(api)
    answer = api.post(f"/designs/{design}/approve")
    assert (answer.status, answer.json["status"]) == (200, "approved")
    assert answer.json["decided_by"] == f"user:{api.me['id']}"
    again = api.post(f"/designs/{design}/approve")
    assert (again.status, again.json["detail"]) == (409, "This design is approved already.")
    assert api.post(f"/designs/{design}/reject", {"reason": "Too late."}).status == 409
    acts = [entry["act"] for entry in api.get("/audit").json["items"]]
    assert acts.count("design.approve") == 1
    assert acts.count("design.reject") == 0


def test_a_design_is_rejected_with_a_reason_and_only_so(api: Api) -> None:
    (design,) = walked(api)
    assert api.post(f"/designs/{design}/reject").status == 400
    assert api.post(f"/designs/{design}/reject", {"reason": ""}).status == 400
    assert api.post(f"/designs/{design}/reject", {"reason": "x" * 501}).status == 400
    assert api.post(f"/designs/{design}/reject", {"reason": "   "}).status == 422
    assert read(api, design)["status"] == "waiting"
    answer = api.post(f"/designs/{design}/reject", {"reason": " The letters\n touch. "})
    assert (answer.status, answer.json["status"], answer.json["reason"]) == (200, "rejected", "The letters touch.")
    (entry,) = [one for one in api.get("/audit").json["items"] if one["act"] == "design.reject"]
    assert (entry["subject"], entry["facts"]["reason"]) == (f"design:{design}", "The letters touch.")


def test_a_design_of_a_stopped_run_is_refused_with_the_next_action(api: Api) -> None:
    (design,) = walked(api)
    run_id = read(api, design)["run_id"]
    api.post(f"/runs/{run_id}/stop")
    answer = api.post(f"/designs/{design}/approve")
    assert answer.status == 422
    assert "Resume the run, then approve it." in answer.json["detail"]
    api.post(f"/runs/{run_id}/resume")
    assert api.post(f"/designs/{design}/approve").status == 200


def test_another_workspaces_design_is_nobodys(api: Api) -> None:
    (design,) = walked(api)
    idea = read(api, design)["idea_id"]
    stranger = signed_in()
    answers = [
        stranger.get(f"/designs/{design}"),
        stranger.post(f"/designs/{design}/approve"),
        stranger.post(f"/designs/{design}/reject", {"reason": "Not mine."}),
        stranger.post(f"/designs/{design}/edit", {}),
        stranger.get(f"/ideas/{idea}"),
    ]
    assert [answer.status for answer in answers] == [404] * 5
    for path in ("/designs", "/ideas", f"/designs?idea_id={idea}"):
        assert stranger.get(path).json["items"] == []
    assert stranger.get("/designs/counts").json == {"counts": {}}
    assert read(api, design)["status"] == "waiting"


def test_a_viewer_decides_nothing_and_a_member_may(api: Api) -> None:
    (design,) = walked(api)
    viewer, member = colleague(api, "viewer"), colleague(api, "member")
    assert read(viewer, design)["id"] == design
    refused = [
        viewer.post(f"/designs/{design}/approve"),
        viewer.post(f"/designs/{design}/reject", {"reason": "No."}),
        viewer.post(f"/designs/{design}/edit", {}),
    ]
    assert [answer.status for answer in refused] == [403] * 3
    assert member.post(f"/designs/{design}/approve").json["decided_by"] == f"user:{member.me['id']}"


def test_an_edited_design_is_another_one_in_a_run_of_its_own(api: Api) -> None:
    (design,) = walked(api)
    changes = {"slogan": "Purl Power", "palette": ["#101010", "#f0f0f0"], "on_dark": True}
    answer = api.post(f"/designs/{design}/edit", changes)
    assert answer.status == 201
    made, was = answer.json, read(api, design)
    assert answer.headers["location"] == f"/api/v1/designs/{made['id']}"
    assert (made["parent_id"], made["variant"], made["status"], made["slogan"]) == (design, 1, "planned", "Purl Power")
    assert (made["palette"], made["on_dark"], made["style"]) == (["#101010", "#f0f0f0"], True, was["style"])
    assert made["run_id"] != was["run_id"]
    assert (was["status"], was["slogan"] != "Purl Power") == ("waiting", True)
    run = api.get(f"/runs/{made['run_id']}").json
    assert (run["about"], run["status"], run["trends_wanted"]) == ("“Purl Power”, drawn again", "queued", 0)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"palette": []}, 400),
        ({"palette": ["red"]}, 400),
        ({"slogan": ""}, 400),
        ({"colour": "red"}, 400),
        ({"studio": "nobody's"}, 422),
    ],
    ids=["no colours", "no colour", "no words", "unknown", "studio"],
)
def test_an_edit_that_makes_no_sense_makes_no_design(api: Api, changes: dict[str, Any], status: int) -> None:
    (design,) = walked(api)
    assert api.post(f"/designs/{design}/edit", changes).status == status
    assert len(api.get("/designs").json["items"]) == 3
    assert len(api.get("/runs").json["items"]) == 1


def test_ideas_are_listed_searched_and_told_with_their_brief(api: Api) -> None:
    (design,) = walked(api)
    ideas = api.get("/ideas").json["items"]
    assert len(ideas) == 3
    idea = next(one for one in ideas if one["id"] == read(api, design)["idea_id"])
    found = api.get(f"/ideas?query={idea['slogan'].split()[0]}&run_id={idea['run_id']}").json["items"]
    assert idea["id"] in [one["id"] for one in found]
    assert api.get("/ideas?query=zeppelins").json["items"] == []
    detail = api.get(f"/ideas/{idea['id']}").json
    assert detail["brief"]["niche"].lower() == "knitting"
    assert (detail["made_by"], detail["number"] in range(3)) == ("offline", True)


def test_every_studio_says_what_may_be_asked_of_it(api: Api) -> None:
    studios = {one["name"]: one for one in api.get("/studios").json["items"]}
    assert studios.keys() == STUDIOS.keys()
    assert (studios["typographic"]["offline"], studios["openai"]["offline"]) == (True, False)
    assert studios["typographic"]["layouts"]
    assert studios["typographic"]["fonts"]
