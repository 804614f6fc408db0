"""Things that are killed in the middle of a task: nothing committed is lost, and the task goes on to its end."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tests.support.engine import LocalCloud
from tests.support.inside import ask_database
from tests.support.visitor import Visitor

KILLS: list[Callable[[LocalCloud], object]] = [
    LocalCloud.kill_workers,
    LocalCloud.kill_engine,
    LocalCloud.kill_postgres,
]


@pytest.mark.parametrize("kill", KILLS, ids=lambda kill: kill.__name__)
def test_a_task_survives(cloud: LocalCloud, owner: Visitor, kill: Callable[[LocalCloud], object]) -> None:
    task_id = owner.start()
    before = owner.task_that_has(task_id, pages=2)
    kill(cloud)
    cloud.bring_up()
    owner.sign_in()
    assert owner.task(task_id)["pages_done"] >= before["pages_done"]
    ended = owner.task_at_its_end(task_id)
    assert (ended["status"], ended["pages_done"]) == ("succeeded", ended["pages_total"]), ended["reason"]
    twice = "SELECT count(*) - count(DISTINCT (marketplace, external_id)) FROM market_offers"
    assert ask_database(cloud, twice) == 0
    assert ended["offers_seen"] <= ask_database(
        cloud, "SELECT count(*) FROM market_offers WHERE marketplace = 'sample'"
    )


def test_two_workers_given_the_same_message_at_once_keep_each_row_once(cloud: LocalCloud, owner: Visitor) -> None:
    task_id = owner.start("retro camping")
    message = {"messageId": "same", "receiptHandle": "same", "body": json.dumps({"id": task_id})}
    name = worker_name(cloud)
    call = partial(cloud.aws.client("lambda").invoke, FunctionName=name, Payload=json.dumps({"Records": [message]}))
    with ThreadPoolExecutor(2) as both:
        answers = [asked.result() for asked in [both.submit(call) for _ in range(2)]]
    assert all(json.loads(answer["Payload"].read()) == {"batchItemFailures": []} for answer in answers)
    ended = owner.task_at_its_end(task_id)
    assert (ended["status"], ended["pages_done"]) == ("succeeded", ended["pages_total"])
    twice = "SELECT count(*) - count(DISTINCT (marketplace, external_id)) FROM market_offers"
    assert ask_database(cloud, twice) == 0


def worker_name(cloud: LocalCloud) -> str:
    made = cloud.aws.client("lambda").list_functions()["Functions"]
    return next(one["FunctionName"] for one in made if one["FunctionName"].endswith("scrape_market"))


def test_what_was_written_before_a_kill_is_there_after_it(cloud: LocalCloud, owner: Visitor) -> None:
    key = owner.post("/keys", {"name": "survivor"})
    cloud.kill_postgres()
    cloud.kill_engine()
    cloud.bring_up()
    owner.token = key["key"]
    assert owner.get("/me")["email"] == owner.email
    assert owner.get("/audit/verification")["intact"] is True


def test_while_the_database_is_away_the_api_says_so(cloud: LocalCloud, owner: Visitor) -> None:
    cloud.postgres.stop()
    plain = Visitor(cloud.address)
    plain.token = owner.token
    try:
        status, said = plain.ask("GET", "/tasks", patient=False)
        ready, checks = plain.ask("GET", "/health/ready", patient=False)
    finally:
        cloud.postgres.start()
    assert (status, said["title"]) == (503, "Try again soon")
    assert (ready, checks["checks"]) == (503, {"database": "does not answer"})
