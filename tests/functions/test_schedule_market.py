from datetime import timedelta

import pytest
from sqlalchemy import Connection

from functions.schedule_market.handler import handle
from tests.support.api import Api
from wareloom.kit import clock
from wareloom.kit.errors import NotFound


def test_the_clock_opens_a_task_for_each_watched_target_that_is_due(api: Api, joined: Connection) -> None:
    assert joined
    for target in ("retro camping", "everything"):
        api.post("/watches", {"marketplace": "sample", "target": target})
    assert handle({"marketplace": "sample"}, None) == {"marketplace": "sample", "opened": 2}
    assert handle({"marketplace": "sample"}, None) == {"marketplace": "sample", "opened": 0}
    assert handle({"marketplace": "shopify"}, None) == {"marketplace": "shopify", "opened": 0}
    tasks = api.get("/tasks").json["items"]
    assert {(task["started_by"], task["status"]) for task in tasks} == {("schedule", "queued")}
    for task in tasks:
        api.post(f"/tasks/{task['id']}/cancel")
    with clock.held(clock.now() + timedelta(hours=6)):
        assert handle({"marketplace": "sample"}, None)["opened"] == 2


@pytest.mark.usefixtures("cloud", "joined")
def test_a_schedule_of_a_marketplace_that_is_gone_says_so() -> None:
    with pytest.raises(NotFound, match="no marketplace"):
        handle({"marketplace": "gone"}, None)
