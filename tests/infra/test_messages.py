"""Queues, the bus and the schedules: nothing is lost without a trace."""

import json
import re
from datetime import timedelta
from typing import Any

from infra_cdk.environments import ENVIRONMENTS
from infra_cdk.queues import QUEUES, queues
from infra_cdk.schedules import (
    ALERTS_EVERY,
    LISTEN_EVERY,
    LOOK_EVERY,
    MATCH_EVERY,
    RUNS_EVERY,
    SWEEP_EVERY,
    flexible_minutes,
)
from tests.infra.synthesis import Cloud, resources
from tests.infra.test_functions import ours
from wareloom.kit.settings import QueueSettings
from wareloom.market.marketplaces.registry import MARKETPLACES
from wareloom.market.sweep import PATIENCE
from wareloom.social.listening.ways import listened_to

_LISTENING = {f"listen-{name}" for name in listened_to()}


def _queues(cloud: Cloud) -> dict[str, dict[str, Any]]:
    return {made["QueueName"]: made for made in resources(cloud.app, "AWS::SQS::Queue").values()}


def test_every_queue_has_a_dead_letter_queue_or_is_one(cloud: Cloud) -> None:
    for name, queue in _queues(cloud).items():
        if name.endswith("-dead"):
            assert queue["MessageRetentionPeriod"] == timedelta(days=14).total_seconds()
        else:
            assert queue["RedrivePolicy"]["maxReceiveCount"] > 5, "a task's row counts five tries; then it says why"


def test_every_queue_is_encrypted(cloud: Cloud) -> None:
    assert all(queue["SqsManagedSseEnabled"] for queue in _queues(cloud).values())


def test_in_aws_every_queue_refuses_plain_connections(aws: Cloud) -> None:
    refusing = {
        policy["Queues"][0]["Ref"]
        for policy in resources(aws.app, "AWS::SQS::QueuePolicy").values()
        if any(one["Effect"] == "Deny" and "Bool" in one["Condition"] for one in policy["PolicyDocument"]["Statement"])
    }
    assert refusing == set(resources(aws.app, "AWS::SQS::Queue"))


def test_a_message_stays_hidden_while_its_function_may_still_work(aws: Cloud, local: Cloud) -> None:
    for cloud, times in ((aws, 6), (local, 1)):
        for shape in queues(ENVIRONMENTS[cloud.name]):
            hidden = _queues(cloud)[f"wareloom-{cloud.name}-{shape.name}"]["VisibilityTimeout"]
            assert hidden >= times * ours(cloud)[shape.name]["Timeout"]


def test_the_sweep_waits_until_a_dead_worker_s_message_is_back(aws: Cloud) -> None:
    hidden = _queues(aws)[f"wareloom-{aws.name}-scrape_market"]["VisibilityTimeout"]
    assert timedelta(seconds=hidden) < PATIENCE


def test_every_queue_that_settings_name_exists_and_is_drained(cloud: Cloud) -> None:
    assert {shape.name for shape in QUEUES} == set(QueueSettings.model_fields)
    drained = {
        mapping["EventSourceArn"]["Fn::GetAtt"][0]
        for mapping in resources(cloud.app, "AWS::Lambda::EventSourceMapping").values()
    }
    work = {
        name
        for name, made in resources(cloud.app, "AWS::SQS::Queue").items()
        if not made["QueueName"].endswith("-dead")
    }
    assert drained == work


def test_every_announcement_goes_to_the_sockets_or_to_a_dead_letter_queue(cloud: Cloud) -> None:
    (rule,) = resources(cloud.app, "AWS::Events::Rule").values()
    assert rule["EventPattern"] == {"source": [{"prefix": "wareloom."}]}
    (target,) = rule["Targets"]
    assert target["DeadLetterConfig"]["Arn"]
    assert target["RetryPolicy"]["MaximumEventAgeInSeconds"] <= 3600


def _schedules(cloud: Cloud) -> dict[str, dict[str, Any]]:
    prefix = f"wareloom-{cloud.name}-"
    return {
        made["Name"].removeprefix(prefix): made for made in resources(cloud.app, "AWS::Scheduler::Schedule").values()
    }


def _pace(schedule: dict[str, Any]) -> timedelta:
    found = re.fullmatch(r"rate\((\d+) (minute|hour|day)s?\)", schedule["ScheduleExpression"])
    assert found
    return timedelta(**{found[2] + "s": int(found[1])})


def test_of_every_marketplace_it_is_looked_what_is_due(cloud: Cloud) -> None:
    schedules = _schedules(cloud)
    assert set(schedules) == {f"collect-{name}" for name in MARKETPLACES} | _LISTENING | {
        "alerts",
        "daily-runs",
        "matches",
        "sweep",
    }
    for name in MARKETPLACES:
        schedule = schedules[f"collect-{name}"]
        assert _pace(schedule) == LOOK_EVERY
        assert json.loads(schedule["Target"]["Input"]) == {"marketplace": name}


def test_of_every_network_that_can_be_asked_it_is_looked_what_is_due(cloud: Cloud) -> None:
    for name in listened_to():
        schedule = _schedules(cloud)[f"listen-{name}"]
        assert _pace(schedule) == LISTEN_EVERY
        assert json.loads(schedule["Target"]["Input"]) == {"network": name}


def test_only_moods_are_read_together_and_in_aws_a_call_waits_for_more(cloud: Cloud) -> None:
    mappings = resources(cloud.app, "AWS::Lambda::EventSourceMapping").values()
    together = [one for one in mappings if one["BatchSize"] > 1]
    assert [one["BatchSize"] for one in together] == [10]
    assert together[0].get("MaximumBatchingWindowInSeconds", 0) == (0 if cloud.name == "local" else 1)


def test_leftovers_are_swept_every_five_minutes(cloud: Cloud) -> None:
    assert _pace(_schedules(cloud)["sweep"]) == SWEEP_EVERY == timedelta(minutes=5)


def test_offers_are_matched_every_hour(cloud: Cloud) -> None:
    assert _pace(_schedules(cloud)["matches"]) == MATCH_EVERY == timedelta(hours=1)


def test_rules_are_held_against_what_is_said_every_five_minutes(cloud: Cloud) -> None:
    assert _pace(_schedules(cloud)["alerts"]) == ALERTS_EVERY == timedelta(minutes=5)


def test_runs_begin_every_day(cloud: Cloud) -> None:
    assert _pace(_schedules(cloud)["daily-runs"]) == RUNS_EVERY == timedelta(days=1)


def test_every_schedule_is_tried_again_and_then_kept_in_a_dead_letter_queue(cloud: Cloud) -> None:
    for schedule in _schedules(cloud).values():
        assert schedule["Target"]["DeadLetterConfig"]["Arn"]
        assert schedule["Target"]["RetryPolicy"]["MaximumRetryAttempts"] >= 1
        window = timedelta(minutes=schedule["FlexibleTimeWindow"]["MaximumWindowInMinutes"])
        assert window < _pace(schedule)


def test_a_flexible_window_stays_well_inside_the_pace() -> None:
    assert flexible_minutes(timedelta(minutes=5)) == 1
    assert flexible_minutes(timedelta(minutes=2)) == 1
    assert flexible_minutes(timedelta(hours=6)) == 15
