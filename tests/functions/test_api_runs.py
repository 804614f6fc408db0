"""Runs over HTTP: opened, read, stopped and resumed by those who may."""

from typing import Any
from uuid import UUID

import pytest

from tests.functions.colleague import colleague
from tests.support import river
from tests.support.api import Api
from wareloom.kit import machines
from wareloom.runs.open import MOST_OPEN, execution


def opened(api: Api, trends: int = 1) -> dict[str, Any]:
    river.opened()  # somebody else's run, in the market that everybody shares
    answer = api.post("/runs", {"trends": trends})
    assert answer.status == 201
    assert answer.headers["location"] == f"/api/v1/runs/{answer.json['id']}"
    return answer.json


def stages(run: dict[str, Any]) -> dict[str, dict[str, int]]:
    return {stage["verb"]: stage["counts"] for stage in run["stages"]}


def test_a_run_that_is_opened_is_queued_and_has_every_stage_before_it(api: Api) -> None:
    run = opened(api, trends=2)
    assert (run["status"], run["attempt"], run["trends_wanted"], run["about"]) == ("queued", 1, 2, "The 2 best trends")
    assert [stage["verb"] for stage in run["stages"]] == ["analyse", "ideate", "generate", "approve", "publish"]
    assert all(stage["total"] == 0 for stage in run["stages"])
    assert run["cost"] == {"money": "0", "tokens_in": 0, "tokens_out": 0, "images": 0, "calls": 0}
    assert machines.look(f"{run['id']}-1")[0] == "running"
    (entry,) = [one for one in api.get("/audit").json["items"] if one["act"] == "run.open"]
    assert entry["subject"] == f"run:{run['id']}"


def test_a_run_shows_how_far_each_verb_has_come_and_its_timeline(api: Api) -> None:
    run = opened(api)
    (design,) = river.walk(UUID(run["id"]), real=False)
    run = api.get(f"/runs/{run['id']}").json
    assert stages(run) == {
        "analyse": {"done": 1},
        "ideate": {"done": 1},
        "generate": {"done": 1, "queued": 2},
        "approve": {"waiting": 1},
        "publish": {},
    }
    steps = api.get(f"/runs/{run['id']}/steps").json["items"]
    assert [step["verb"] for step in steps] == ["analyse", "ideate", "generate", "generate", "generate", "approve"]
    (waiting,) = api.get(f"/runs/{run['id']}/steps?verb=approve&status=waiting").json["items"]
    assert (waiting["subject_id"], waiting["tries"]) == (str(design), 1)
    assert "token" not in waiting


def test_pages_of_runs_and_steps_lose_and_repeat_nothing(api: Api) -> None:
    run = opened(api)
    river.walk(UUID(run["id"]), real=False)
    ids = [api.post("/runs", {}).json["id"] for _ in range(4)]
    assert paged(api, "/runs?limit=2") == [*reversed(ids), run["id"]]
    steps = paged(api, f"/runs/{run['id']}/steps?limit=4")
    assert len(steps) == len(set(steps)) == 6


def paged(api: Api, path: str) -> list[str]:
    seen: list[str] = []
    cursor = ""
    while True:
        page = api.get(path + cursor).json
        seen += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            return seen
        cursor = f"&cursor={page['next_cursor']}"


def test_a_run_is_stopped_once_and_resumed_by_a_new_attempt(api: Api) -> None:
    run = opened(api)
    address = f"/runs/{run['id']}"
    assert api.post(f"{address}/resume").status == 409
    stopped = api.post(f"{address}/stop")
    assert (stopped.status, stopped.json["status"]) == (200, "stopped")
    assert machines.look(f"{run['id']}-1")[0] == "stopped"
    assert api.post(f"{address}/stop").status == 409
    resumed = api.post(f"{address}/resume")
    assert (resumed.status, resumed.json["status"], resumed.json["attempt"]) == (200, "queued", 2)
    assert machines.look(execution(river.run_of(UUID(run["id"]))))[0] == "running"
    acts = [entry["act"] for entry in api.get("/audit").json["items"]]
    assert {"run.open", "run.stop", "run.resume"} <= set(acts)


def test_only_so_many_runs_may_be_open(api: Api) -> None:
    for _ in range(MOST_OPEN):
        assert api.post("/runs", {}).status == 201
    answer = api.post("/runs", {})
    assert answer.status == 429
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize("trends", [0, 61, -1, 1.5, "many", None])
def test_a_run_works_on_a_sensible_number_of_trends(api: Api, trends: Any) -> None:
    assert api.post("/runs", {"trends": trends}).status == 400
    assert api.get("/runs").json["items"] == []


def test_runs_are_filtered_by_how_they_stand(api: Api) -> None:
    run = opened(api)
    other = api.post("/runs", {}).json
    api.post(f"/runs/{other['id']}/stop")
    assert [one["id"] for one in api.get("/runs?status=stopped").json["items"]] == [other["id"]]
    assert [one["id"] for one in api.get("/runs?status=queued").json["items"]] == [run["id"]]
    assert api.get("/runs?status=asleep").status == 400


def test_a_viewer_reads_runs_and_changes_none(api: Api) -> None:
    run = opened(api)
    viewer = colleague(api, "viewer")
    assert viewer.get(f"/runs/{run['id']}").json["id"] == run["id"]
    refused = [
        viewer.post("/runs", {}),
        viewer.post(f"/runs/{run['id']}/stop"),
        viewer.post(f"/runs/{run['id']}/resume"),
    ]
    assert [answer.status for answer in refused] == [403] * 3
    assert api.get(f"/runs/{run['id']}").json["status"] == "queued"
