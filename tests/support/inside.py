"""What a test may look at and change behind the deployed cloud's back."""

import json
from typing import Any

import psycopg
from psycopg.rows import TupleRow

from infra_cdk.local.cloud import Cloud


def connected(cloud: Cloud) -> psycopg.Connection[TupleRow]:
    server = cloud.postgres
    return psycopg.connect(
        f"host=127.0.0.1 port={server.port} user={server.user} password={server.password} dbname={server.database}"
    )


def ask_database(cloud: Cloud, question: str) -> Any:
    with connected(cloud) as connection:
        found = connection.execute(question.encode()).fetchone()
    return found[0] if found else None


def take_grant_away(cloud: Cloud, function: str, action: str) -> int:
    """From the role of that function. Returns how many statements said it."""
    iam = cloud.aws.client("iam")
    role = _role_of(cloud, function)
    taken = 0
    for name in iam.list_role_policies(RoleName=role)["PolicyNames"]:
        policy = iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
        policy = json.loads(policy) if isinstance(policy, str) else policy
        kept = [said for said in policy["Statement"] if action not in _actions(said)]
        taken += len(policy["Statement"]) - len(kept)
        iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(policy | {"Statement": kept}))
    return taken


def has_log(cloud: Cloud, function: str) -> bool:
    """Whether it was ever called."""
    return _log_group(cloud, function) is not None


def log_of(cloud: Cloud, function: str) -> str:
    name = _log_group(cloud, function)
    assert name, f"{function} was never called"
    events = cloud.aws.client("logs").filter_log_events(logGroupName=name)["events"]
    return "\n".join(event["message"] for event in events)


def _log_group(cloud: Cloud, function: str) -> str | None:
    groups = cloud.aws.client("logs").describe_log_groups()["logGroups"]
    return next((group["logGroupName"] for group in groups if group["logGroupName"].endswith(function)), None)


def _role_of(cloud: Cloud, function: str) -> str:
    functions = cloud.aws.client("lambda").list_functions()["Functions"]
    return next(made["Role"] for made in functions if made["FunctionName"].endswith(function)).rsplit("/", 1)[-1]


def _actions(statement: dict[str, Any]) -> list[str]:
    actions = statement["Action"]
    return [actions] if isinstance(actions, str) else actions
