"""From the clock to the rows: the schedule's function, called as EventBridge calls it, collects what is watched."""

from infra_cdk.local.waiting import until
from tests.support.engine import LocalCloud
from tests.support.visitor import Visitor


def test_the_schedule_collects_what_is_watched_and_the_api_shows_it(cloud: LocalCloud, owner: Visitor) -> None:
    owner.post("/watches", {"marketplace": "sample", "target": "retro camping"})
    assert cloud.invoke("ScheduleFunctionName", {"marketplace": "sample"})["opened"] >= 1
    (task,) = owner.get("/tasks")["items"]
    assert task["started_by"] == "schedule"
    ended = owner.task_at_its_end(task["id"])
    assert ended["status"] == "succeeded", ended["reason"]
    found = owner.get("/offers?query=camping&sort=-reviews_count&limit=5")["items"]
    assert found
    history = owner.get(f"/offers/{found[0]['id']}/history")["items"]
    assert len(history) > 30, "180 days came with the first collection"


def test_every_marketplace_has_its_schedule_on_the_engine(cloud: LocalCloud, owner: Visitor) -> None:
    made = cloud.aws.client("scheduler").list_schedules()["Schedules"]
    for marketplace in owner.get("/marketplaces")["items"]:
        assert any(marketplace["name"] in schedule["Name"] for schedule in made)


def test_a_task_that_nobody_can_serve_says_why_and_can_be_retried(owner: Visitor) -> None:
    task_id = owner.start("127.0.0.1:9", "shopify")
    until(lambda: owner.task(task_id)["reason"], within_s=60)
    assert owner.task(task_id)["reason"]
    assert owner.post(f"/tasks/{task_id}/cancel")["status"] == "cancelled"
    assert owner.post(f"/tasks/{task_id}/retry")["status"] == "queued"
    owner.post(f"/tasks/{task_id}/cancel")
