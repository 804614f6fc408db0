"""Every function: deployed, limited, logged, and told no more than it needs."""

from pathlib import Path
from typing import Any

import pytest

from infra_cdk.environments import ENVIRONMENTS
from infra_cdk.functions import FunctionShape, shapes
from tests.infra.synthesis import Cloud, resources
from wareloom.kit.settings import DatabaseSettings, QueueSettings, Settings, StageSettings
from wareloom.runs.verbs import verb

FOLDERS = Path(__file__).parents[2] / "functions"
SHAPES = {shape.name: shape for shape in shapes(ENVIRONMENTS["production"])}


def ours(cloud: Cloud) -> dict[str, dict[str, Any]]:
    """Our functions by name; the CDK's own helpers have no log group of ours."""
    made = resources(cloud.app, "AWS::Lambda::Function").values()
    return {made["Handler"].split(".")[1]: made for made in made if made["Handler"].startswith("functions.")}


def test_every_folder_of_functions_is_deployed_and_nothing_else(cloud: Cloud) -> None:
    written = {folder.parent.name for folder in FOLDERS.glob("*/handler.py")}
    assert set(ours(cloud)) == written


def test_every_function_runs_on_arm_with_python_313_and_writes_json_logs(cloud: Cloud) -> None:
    for function in ours(cloud).values():
        assert function["Architectures"] == ["arm64"]
        assert function["Runtime"] == "python3.13"
        assert function["LoggingConfig"]["LogFormat"] == "JSON"


def test_every_log_forgets_in_time(cloud: Cloud) -> None:
    groups = cloud.all("AWS::Logs::LogGroup")
    assert all(group.get("RetentionInDays") for group in groups.values())
    for function in ours(cloud).values():
        assert function["LoggingConfig"]["LogGroup"]["Ref"] in groups


def test_every_function_has_a_role_of_its_own(cloud: Cloud) -> None:
    roles = [function["Role"]["Fn::GetAtt"][0] for function in ours(cloud).values()]
    assert len(set(roles)) == len(roles)


def test_time_outs_fit_what_waits_for_them(cloud: Cloud) -> None:
    limits = {name: function["Timeout"] for name, function in ours(cloud).items()}
    assert limits["api"] <= 29
    assert limits["websocket"] <= 29
    assert all(limit <= 900 for limit in limits.values())


def test_drawing_is_held_to_few_at_once_by_all_workspaces_together(cloud: Cloud) -> None:
    held = ours(cloud)["generate_designs"]["ReservedConcurrentExecutions"]
    assert held == ENVIRONMENTS[cloud.name].draw_concurrency >= verb("generate").at_once


def test_scraping_is_held_to_few_at_once(cloud: Cloud) -> None:
    held = {name for name, function in ours(cloud).items() if "ReservedConcurrentExecutions" in function}
    assert held == {"scrape_market", "generate_designs"}
    (mapping,) = resources(cloud.app, "AWS::Lambda::EventSourceMapping").values()
    assert (
        mapping["ScalingConfig"]["MaximumConcurrency"] <= ours(cloud)["scrape_market"]["ReservedConcurrentExecutions"]
    )
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert 1 <= mapping["BatchSize"] <= 5


def test_what_nobody_waits_for_ends_in_a_dead_letter_queue(cloud: Cloud) -> None:
    kept = resources(cloud.app, "AWS::Lambda::EventInvokeConfig").values()
    assert all(one["DestinationConfig"]["OnFailure"]["Destination"] for one in kept)
    assert len(kept) == len([shape for shape in SHAPES.values() if not shape.called_back])


def _variables(function: dict[str, Any]) -> dict[str, str]:
    """As Lambda shows them: what CloudFormation fills in stands as a word."""
    written = function["Environment"]["Variables"]
    return {name: value if isinstance(value, str) else "filled-in" for name, value in written.items()}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_function_can_read_its_settings_and_has_no_others(cloud: Cloud, shape: FunctionShape) -> None:
    variables = _variables(ours(cloud)[shape.name])
    wanted: set[type[Settings]] = {StageSettings, DatabaseSettings, *shape.settings}
    for settings in wanted:
        settings.from_env(variables)
    queues = QueueSettings.from_env(variables).model_dump(exclude_none=True)
    assert set(queues) == set(shape.sends)
    known = {settings.variable(field) for settings in {*wanted, QueueSettings} for field in settings.model_fields}
    assert {name for name in variables if name.startswith("WARELOOM_")} <= known


def test_no_password_is_written_into_a_function(cloud: Cloud) -> None:
    for function in ours(cloud).values():
        assert DatabaseSettings.variable("password") not in function["Environment"]["Variables"]


def test_in_aws_functions_stand_in_the_network_and_wait_for_the_migration(aws: Cloud) -> None:
    for name, made in aws.app["Resources"].items():
        if made["Type"] != "AWS::Lambda::Function" or not made["Properties"]["Handler"].startswith("functions."):
            continue
        assert made["Properties"]["VpcConfig"]["SubnetIds"], name
        waits = "Migrate" in made["DependsOn"]
        assert waits is not made["Properties"]["Handler"].startswith("functions.migrate_database."), name


def test_the_migration_runs_in_the_deployment_and_may_take_its_time(aws: Cloud) -> None:
    (trigger,) = resources(aws.app, "Custom::Trigger").values()
    assert trigger["InvocationType"] == "RequestResponse"
    assert int(trigger["Timeout"]) >= ours(aws)["migrate_database"]["Timeout"] * 1000
