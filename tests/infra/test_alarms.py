"""What wakes a person. The engine judges no alarm, so they are looked at in the template."""

from typing import Any

import pytest

from tests.infra.synthesis import Cloud, resources
from tests.infra.test_functions import ours


def _alarms(cloud: Cloud) -> dict[str, dict[str, Any]]:
    made = cloud.all("AWS::CloudWatch::Alarm").values()
    return {alarm["AlarmName"].removeprefix(f"wareloom-{cloud.name}-"): alarm for alarm in made}


def test_every_function_is_watched_for_errors_and_throttles(aws: Cloud) -> None:
    alarms = _alarms(aws)
    for name in ours(aws):
        assert alarms[f"{name}-errors"]["MetricName"] == "Errors"
        assert alarms[f"{name}-throttles"]["MetricName"] == "Throttles"


def test_every_dead_letter_queue_rings_at_its_first_message(aws: Cloud) -> None:
    dead = {
        made["QueueName"].removeprefix(f"wareloom-{aws.name}-")
        for made in resources(aws.app, "AWS::SQS::Queue").values()
        if made["QueueName"].endswith("-dead")
    }
    for name in dead:
        alarm = _alarms(aws)[name]
        assert alarm["MetricName"] == "ApproximateNumberOfMessagesVisible"
        assert (alarm["ComparisonOperator"], alarm["Threshold"]) == ("GreaterThanThreshold", 0)


def test_a_queue_that_falls_behind_rings(aws: Cloud) -> None:
    alarm = _alarms(aws)["scrape_market-age"]
    assert alarm["MetricName"] == "ApproximateAgeOfOldestMessage"
    assert alarm["Threshold"] == 1800


def test_the_api_and_the_database_are_watched(aws: Cloud) -> None:
    assert {"api-5xx", "api-slow", "database-cpu", "database-storage", "database-memory"} <= set(_alarms(aws))


@pytest.mark.parametrize(
    ("name", "metric"),
    [
        ("runs-failed", "ExecutionsFailed"),
        ("runs-timed-out", "ExecutionsTimedOut"),
        ("runs-throttled", "ExecutionThrottled"),
    ],
)
def test_a_run_that_fails_is_late_or_is_held_back_rings_at_once(aws: Cloud, name: str, metric: str) -> None:
    (machine,) = resources(aws.app, "AWS::StepFunctions::StateMachine")
    alarm = _alarms(aws)[name]
    assert (alarm["Namespace"], alarm["MetricName"], alarm["Statistic"]) == ("AWS/States", metric, "Sum")
    assert alarm["Dimensions"] == [{"Name": "StateMachineArn", "Value": {"Ref": machine}}]
    assert (alarm["ComparisonOperator"], alarm["Threshold"]) == ("GreaterThanThreshold", 0)


def test_every_alarm_tells_somebody_and_tells_when_it_is_over(aws: Cloud) -> None:
    for name, alarm in _alarms(aws).items():
        assert alarm["AlarmActions"], name
        assert alarm["OKActions"], name
        assert alarm["AlarmDescription"], name
