"""With IAM enforced, the path from the schedule to the screen still works; with one grant less, it does not."""

from collections.abc import Generator

import pytest

from infra_cdk.environments import PRODUCTION
from infra_cdk.local.waiting import until
from infra_cdk.shapes import shapes
from tests.e2e.river import OVER, Seller
from tests.support.engine import LocalCloud
from tests.support.inside import has_log, log_of, take_grant_away
from tests.support.listener import listening
from tests.support.visitor import Visitor


@pytest.fixture(scope="module")
def guarded() -> Generator[LocalCloud]:
    with LocalCloud(auth=True) as cloud:
        yield cloud


def test_every_grant_is_really_there(guarded: LocalCloud) -> None:
    owner = Visitor(guarded.address).register()
    owner.post("/watches", {"marketplace": "sample", "target": "retro camping"})
    with listening(owner, "market") as listener:
        guarded.invoke("ScheduleFunctionName", {"marketplace": "sample"})
        (task,) = owner.get("/tasks")["items"]
        assert owner.task_at_its_end(task["id"])["status"] == "succeeded"
        listener.hear("TaskEnded")
    assert owner.get("/offers?limit=1")["items"]


@pytest.mark.timeout(600)
def test_the_river_runs_on_rights_by_name(guarded: LocalCloud) -> None:
    """Started, stopped, resumed, decided both ways, published: no function may do less than it needs."""
    seller = Seller(guarded.address).register().collect("retro camping")
    run_id = seller.run()
    seller.post(f"/runs/{run_id}/stop")
    assert seller.run_now(run_id)["status"] == "stopped"
    seller.post(f"/runs/{run_id}/resume")
    assert seller.run_that_is(run_id, "waiting", *OVER)["status"] == "waiting"
    first, *others = seller.designs(run_id, "waiting")
    seller.approve(first["id"])
    for design in others:
        seller.reject(design["id"])
    assert seller.run_that_is(run_id, *OVER)["status"] == "succeeded"
    assert [one["status"] for one in seller.listings(run_id=run_id)] == ["published"]
    functions = [shape.name for shape in shapes(PRODUCTION)]
    refused = [name for name in functions if has_log(guarded, name) and "AccessDenied" in log_of(guarded, name)]
    assert not refused, "they did without what they were refused, and nobody would have known"


def test_without_its_grant_a_function_may_not_send(guarded: LocalCloud) -> None:
    owner = Visitor(guarded.address).register()
    assert take_grant_away(guarded, "api", "sqs:SendMessage") > 0
    task_id = owner.start()
    assert until(lambda: "AccessDenied" in log_of(guarded, "api"), within_s=20)
    assert owner.task(task_id)["status"] == "queued", "the row is kept; the sweep, which may send, will nudge it"
    assert guarded.nudge()["tasks"] == 1, "only that one lost its message"
    assert owner.task_at_its_end(task_id)["status"] == "succeeded"
