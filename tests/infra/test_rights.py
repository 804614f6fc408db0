"""Who may do what: exactly the list in grants.py, and nothing by a wildcard that is not explained."""

import json
import re
from typing import Any

import pytest

from infra_cdk.pipeline import CHILDREN
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
    allowed = {
        "/ws/POST/@connections/*": r"(websocket|pushupdates)Role",
        "/market/pages/*": r"(api|scrapemarket|browsemarket|importrows)Role",
        "/imports/*": r"(api|importrows)Role",
        "/recordings/files/*": r"(api|sweepunfinished|transcriberecording)Role",
        "/recordings/parts/*": r"(api|transcriberecording)Role",
        "/exports/*": r"(api|exportoffers)Role",
        "/ai/*": r"(ideatedesigns|generatedesigns)Role",
        "/sandbox/*": r"(api|publishlistings)Role",
        "/designs/*": r"(generatedesigns|api|publishlistings)Role",
        f":secret:wareloom/{cloud.name}/shops/*": r"(api|publishlistings)Role",
        f":execution:wareloom-{cloud.name}-pipeline:*": r"(api|sweepunfinished|Pipeline)Role",
        "*": r"(StandInNetwork|PipelineRole)",
    }
    for holder, word in _wildcards(cloud):
        (ending,) = [ending for ending in allowed if word == ending or (len(ending) > 1 and word.endswith(ending))]
        assert re.match(allowed[ending], holder), f"{holder} may {word}"


def test_on_a_laptop_no_right_holds_for_everything(local: Cloud) -> None:
    assert "*" not in {word for _, word in _wildcards(local)}


def _may(cloud: Cloud, function: str) -> set[tuple[str, str]]:
    return _held_by(cloud, ours(cloud)[function]["Role"]["Fn::GetAtt"][0])


def _held_by(cloud: Cloud, role: str) -> set[tuple[str, str]]:
    return {
        (action, text(resource))
        for policy in resources(cloud.app, "AWS::IAM::Policy").values()
        if any(holder["Ref"].startswith(role) for holder in policy["Roles"])
        for statement in policy["PolicyDocument"]["Statement"]
        for action in _listed(statement["Action"])
        for resource in _listed(statement["Resource"])
    }


MACHINE = {"analyse_trends", "ideate_designs", "generate_designs", "await_approval", "expire_design",
           "publish_listings", "record_failure", "finish_run"}  # fmt: skip
DRAINING = {"scrape_market", "browse_market", "export_offers", "import_rows", "scrape_social", "score_sentiment",
            "transcribe_recording"}  # fmt: skip
ANNOUNCING = {"api", "schedule_market", "schedule_runs", "watch_alerts", *DRAINING, "sweep_unfinished", *MACHINE}


@pytest.mark.parametrize(
    ("action", "who"),
    [
        ("events:PutEvents", ANNOUNCING),
        ("execute-api:ManageConnections", {"websocket", "push_updates"}),
        ("sqs:ReceiveMessage", DRAINING),
        ("states:StartExecution", {"api", "schedule_runs", "sweep_unfinished"}),
        ("states:StopExecution", {"api", "sweep_unfinished"}),
        ("states:DescribeExecution", {"sweep_unfinished"}),
        ("states:SendTaskSuccess", {"api", "await_approval", "expire_design", "sweep_unfinished"}),
        ("states:SendTaskFailure", set[str]()),
        ("lambda:InvokeFunction", set[str]()),
    ],
)
def test_a_right_is_held_by_these_functions_alone(cloud: Cloud, action: str, who: set[str]) -> None:
    holders = {name for name in ours(cloud) if action in {allowed for allowed, _ in _may(cloud, name)}}
    assert holders == who & ours(cloud).keys()


READ, WRITE, DELETE = "s3:GetObject", "s3:PutObject", "s3:DeleteObject"
ABORT, PARTS = "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"
ASKING = ("ideate_designs", "generate_designs", "transcribe_recording")
RECORDINGS = {"api": {READ, WRITE, DELETE, ABORT, PARTS}, "sweep_unfinished": {ABORT},
              "transcribe_recording": {READ, WRITE, ABORT, PARTS}}  # fmt: skip


@pytest.mark.parametrize(
    ("bucket", "folder", "rights"),
    [
        (
            "raw",
            "market/pages",
            {
                "api": {READ},
                "scrape_market": {READ, WRITE},
                "browse_market": {READ, WRITE},
                "import_rows": {WRITE},
            },
        ),
        ("raw", "imports", {"api": {READ, WRITE}, "import_rows": {READ}}),
        ("raw", "exports", {"export_offers": {WRITE, ABORT}, "api": {READ, DELETE}}),
        ("raw", "recordings/files", RECORDINGS),
        ("raw", "recordings/parts", {"api": {DELETE}, "transcribe_recording": {READ, WRITE}}),
        ("raw", "ai", {"ideate_designs": {READ, WRITE}, "generate_designs": {READ, WRITE}}),
        ("raw", "sandbox", {"api": {READ, WRITE, DELETE}, "publish_listings": {READ, WRITE, DELETE}}),
        ("art", "designs", {"generate_designs": {WRITE}, "api": {READ}, "publish_listings": {READ}}),
    ],
)
def test_a_folder_of_a_bucket_is_for_these_alone(
    cloud: Cloud, bucket: str, folder: str, rights: dict[str, set[str]]
) -> None:
    name = f":s3:::wareloom-{cloud.name}-{bucket}"
    held = {
        function: {action for action, on in _may(cloud, function) if name in on and on.endswith(f"/{folder}/*")}
        for function in ours(cloud)
    }
    assert {function: actions for function, actions in held.items() if actions} == {
        function: actions for function, actions in rights.items() if function in held
    }


def test_who_reads_what_may_not_be_there_is_told_so(cloud: Cloud) -> None:
    """S3 answers “forbidden” instead of “not found” to whoever may not list the bucket."""
    raw = f":s3:::wareloom-{cloud.name}-raw"
    for function in ours(cloud):
        held = {action for action, on in _may(cloud, function) if raw in on}
        assert ("s3:ListBucket" in held) is (READ in held), function


SHOPS = {"secretsmanager:CreateSecret", "secretsmanager:PutSecretValue", "secretsmanager:DeleteSecret"}


def test_a_shops_credentials_are_kept_by_two_and_read_by_who_publishes(cloud: Cloud) -> None:
    held = _on_secret(cloud, "shops/*")
    assert held == {"api": SHOPS, "publish_listings": SHOPS | {"secretsmanager:GetSecretValue"}}


def test_only_who_asks_models_may_read_their_key(cloud: Cloud) -> None:
    assert _on_secret(cloud, "ai-??????") == {who: {"secretsmanager:GetSecretValue"} for who in ASKING}


def _on_secret(cloud: Cloud, name: str) -> dict[str, set[str]]:
    ending = f":secret:wareloom/{cloud.name}/{name}"
    held = {who: {action for action, on in _may(cloud, who) if on.endswith(ending)} for who in ours(cloud)}
    return {who: actions for who, actions in held.items() if actions}


def test_who_answers_may_answer_in_the_children_of_the_distributed_map_too(cloud: Cloud) -> None:
    machine = f"arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:stateMachine:wareloom-{cloud.name}-pipeline"
    for name in ("api", "sweep_unfinished"):
        held = {on for action, on in _may(cloud, name) if action == "states:SendTaskSuccess"}
        assert held == {machine, f"{machine}/{CHILDREN}"}


def test_the_machine_may_call_its_functions_and_no_version_of_them(cloud: Cloud) -> None:
    may = _held_by(cloud, "PipelineRole")
    called = {on for action, on in may if action == "lambda:InvokeFunction"}
    assert called == {f"<{_logical(cloud, name)}.Arn>" for name in MACHINE}


def test_the_machine_may_carry_its_own_executions_and_nothing_else(cloud: Cloud) -> None:
    others = {(action, on) for action, on in _held_by(cloud, "PipelineRole") if action != "lambda:InvokeFunction"}
    here = "arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>"
    executions = f"{here}:execution:wareloom-{cloud.name}-pipeline:*"
    assert {one for one in others if one[0].startswith("states:")} == {
        ("states:StartExecution", f"{here}:stateMachine:wareloom-{cloud.name}-pipeline"),
        ("states:DescribeExecution", executions),
        ("states:StopExecution", executions),
    }
    watching = {action.split(":")[0] for action, _ in others if not action.startswith("states:")}
    assert watching == (set() if cloud.name == "local" else {"logs", "xray"})


def _logical(cloud: Cloud, name: str) -> str:
    made = resources(cloud.app, "AWS::Lambda::Function").items()
    (found,) = [logical for logical, function in made if function == ours(cloud)[name]]
    return found


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


def test_the_clock_may_call_those_functions_and_no_version_of_them(cloud: Cloud) -> None:
    called = {
        text(resource)
        for name, statements in _statements(cloud).items()
        if name.startswith("SchedulesCaller")
        for statement in statements
        if statement["Action"] == "lambda:InvokeFunction"
        for resource in _listed(statement["Resource"])
    }
    assert len(called) == 6
    named = r"<(match|schedulem|scheduler|schedules|sweep|watch)[a-z]+Function[0-9A-F]{8}\.Arn>"
    assert all(re.fullmatch(named, one) for one in called)


def test_nothing_of_ours_is_open_to_the_world(cloud: Cloud) -> None:
    """A policy that names everybody may only deny."""
    for kind in ("AWS::SQS::QueuePolicy", "AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy"):
        for policy in cloud.all(kind).values():
            for statement in policy["PolicyDocument"]["Statement"]:
                everybody = statement["Principal"] in ("*", {"AWS": "*"})
                assert not everybody or statement["Effect"] == "Deny", json.dumps(statement)
