"""Who may do what: exactly the list in stacks.py, and nothing by a wildcard that is not explained."""

import json
import re
from typing import Any

import pytest

from tests.infra.synthesis import Cloud, resources
from tests.infra.test_functions import ours

Statement = dict[str, Any]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType] - IAM writes one as itself


def text(value: Any) -> str:
    """A resource as one string, with what CloudFormation fills in named in angle brackets."""
    if isinstance(value, str):
        return value
    if "Fn::Join" in value:
        return "".join(text(part) for part in value["Fn::Join"][1])
    if "Fn::GetAtt" in value:
        return f"<{'.'.join(value['Fn::GetAtt'])}>"
    return f"<{value.get('Ref') or value['Fn::Sub']}>"


def _statements(cloud: Cloud) -> dict[str, list[Statement]]:
    policies = cloud.all("AWS::IAM::Policy") | cloud.all("AWS::IAM::ManagedPolicy")
    return {name: policy["PolicyDocument"]["Statement"] for name, policy in policies.items()}


def _wildcards(cloud: Cloud) -> set[tuple[str, str]]:
    return {
        (name, text(word))
        for name, statements in _statements(cloud).items()
        for statement in statements
        for word in [*_listed(statement["Action"]), *_listed(statement["Resource"])]
        if "*" in text(word) and "CDKBucketDeployment" not in name
    }


def test_only_explained_rights_hold_for_more_than_one_thing(cloud: Cloud) -> None:
    """The CDK's own function that copies the site is apart: nag.py says why."""
    allowed = {
        "/ws/POST/@connections/*": r"(websocket|pushupdates)Role",
        "/market/*": r"scrapemarketRole",
        "*": r"StandInNetwork",
    }
    for holder, word in _wildcards(cloud):
        (ending,) = [ending for ending in allowed if word == ending or (len(ending) > 1 and word.endswith(ending))]
        assert re.match(allowed[ending], holder), f"{holder} may {word}"


def test_on_a_laptop_no_right_holds_for_everything(local: Cloud) -> None:
    assert "*" not in {word for _, word in _wildcards(local)}


def _may(cloud: Cloud, function: str) -> set[tuple[str, str]]:
    role = ours(cloud)[function]["Role"]["Fn::GetAtt"][0]
    return {
        (action, text(resource))
        for policy in resources(cloud.app, "AWS::IAM::Policy").values()
        if {"Ref": role} in policy["Roles"]
        for statement in policy["PolicyDocument"]["Statement"]
        for action in _listed(statement["Action"])
        for resource in _listed(statement["Resource"])
    }


@pytest.mark.parametrize(
    ("action", "who"),
    [
        ("events:PutEvents", {"api", "schedule_market", "scrape_market", "sweep_unfinished"}),
        ("execute-api:ManageConnections", {"websocket", "push_updates"}),
        ("s3:PutObject", {"scrape_market"}),
        ("sqs:ReceiveMessage", {"scrape_market"}),
    ],
)
def test_a_right_is_held_by_these_functions_alone(cloud: Cloud, action: str, who: set[str]) -> None:
    holders = {name for name in ours(cloud) if action in {allowed for allowed, _ in _may(cloud, name)}}
    assert holders == who


def test_only_the_api_may_read_what_signs_tokens(cloud: Cloud) -> None:
    secret = f":secret:wareloom/{cloud.name}/tokens-??????"
    readers = {name for name in ours(cloud) if any(on.endswith(secret) for _, on in _may(cloud, name))}
    assert readers == {"api"}


def test_whoever_is_told_of_a_queue_may_send_to_it(cloud: Cloud) -> None:
    for name, function in ours(cloud).items():
        told = {
            f"<{address['Ref']}.Arn>"
            for variable, address in function["Environment"]["Variables"].items()
            if variable.startswith("WARELOOM_QUEUE_")
        }
        queues = resources(cloud.app, "AWS::SQS::Queue")
        dead = {f"<{queue}.Arn>" for queue, made in queues.items() if made["QueueName"].endswith("-dead")}
        assert told == {on for action, on in _may(cloud, name) if action == "sqs:SendMessage"} - dead


def test_the_clock_may_call_its_two_functions_and_no_version_of_them(cloud: Cloud) -> None:
    called = {
        text(resource)
        for name, statements in _statements(cloud).items()
        if name.startswith("SchedulesCaller")
        for statement in statements
        if statement["Action"] == "lambda:InvokeFunction"
        for resource in _listed(statement["Resource"])
    }
    assert len(called) == 2
    assert all(re.fullmatch(r"<(schedulemarket|sweepunfinished)Function[0-9A-F]{8}\.Arn>", one) for one in called)


def test_nothing_of_ours_is_open_to_the_world(cloud: Cloud) -> None:
    """A policy that names everybody may only deny."""
    for kind in ("AWS::SQS::QueuePolicy", "AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy"):
        for policy in cloud.all(kind).values():
            for statement in policy["PolicyDocument"]["Statement"]:
                everybody = statement["Principal"] in ("*", {"AWS": "*"})
                assert not everybody or statement["Effect"] == "Deny", json.dumps(statement)
