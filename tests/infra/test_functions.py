"""Every function: deployed, limited, logged, and told no more than it needs."""

from pathlib import Path
from typing import Any

import pytest

from infra_cdk.environments import ENVIRONMENTS
from infra_cdk.queues import queues
from infra_cdk.shapes import FunctionShape, shapes
from layers.code import RUNNING, image
from tests.infra.synthesis import Cloud, resources
from wareloom.kit.settings import DatabaseSettings, QueueSettings, Settings, StageSettings
from wareloom.runs.verbs import verb

FOLDERS = Path(__file__).parents[2] / "functions"
SHAPES = {shape.name: shape for shape in shapes(ENVIRONMENTS["production"])}
IMAGES = {folder.parent.name for folder in FOLDERS.glob("*/Dockerfile")}
ONLY_IN_AWS = {"browse_market"}


def ours(cloud: Cloud) -> dict[str, dict[str, Any]]:
    """Our functions by name; the CDK's own helpers are no service of ours."""
    found = {
        variables["POWERTOOLS_SERVICE_NAME"]: made
        for made in resources(cloud.app, "AWS::Lambda::Function").values()
        if (variables := made.get("Environment", {}).get("Variables", {})).get("POWERTOOLS_SERVICE_NAME")
    }
    for name, made in found.items():
        assert made.get("Handler", f"functions.{name}.").startswith(f"functions.{name}.")
    return found


def layered(cloud: Cloud) -> dict[str, dict[str, Any]]:
    return {name: made for name, made in ours(cloud).items() if name not in IMAGES}


def test_every_folder_of_functions_is_deployed_and_nothing_else(cloud: Cloud) -> None:
    written = {folder.parent.name for folder in FOLDERS.glob("*/handler.py")}
    assert set(ours(cloud)) == (written - ONLY_IN_AWS if cloud.name == "local" else written)


def test_what_layers_cannot_hold_is_an_image(aws: Cloud) -> None:
    assert {shape.name for shape in SHAPES.values() if shape.image} == IMAGES
    for name in IMAGES:
        made = ours(aws)[name]
        assert made["PackageType"] == "Image"
        assert made["Code"]["ImageUri"]
        assert not {"Handler", "Runtime", "Layers"} & made.keys()


@pytest.mark.parametrize("name", sorted(IMAGES))
def test_an_image_is_built_from_what_it_copies(name: str, tmp_path: Path) -> None:
    folder = image(name, tmp_path / "image", RUNNING)
    lines = (folder / "Dockerfile").read_text().splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY ")]
    assert all((folder / each).is_dir() for each in copied)
    lists = next(line for line in lines if "for list in" in line).partition(" in ")[2].partition(";")[0].split()
    assert all((folder / "requirements" / f"{each}.txt").is_file() for each in lists)
    handler = lines[-1].removeprefix('CMD ["').removesuffix('"]')
    assert handler == f"functions.{name}.handler.handle"
    assert (folder / "functions" / name / "handler.py").is_file()


def test_every_function_runs_on_arm_with_python_313_and_writes_json_logs(cloud: Cloud) -> None:
    for function in ours(cloud).values():
        assert function["Architectures"] == ["arm64"]
        assert function["LoggingConfig"]["LogFormat"] == "JSON"
    assert {function["Runtime"] for function in layered(cloud).values()} == {"python3.13"}


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
    drained = {shape.name for shape in queues(ENVIRONMENTS[cloud.name])}
    assert held == {"generate_designs", "scrape_market", "browse_market"} & ours(cloud).keys()
    mappings = resources(cloud.app, "AWS::Lambda::EventSourceMapping").values()
    assert len(mappings) == len(drained)
    for mapping in mappings:
        function = cloud.app["Resources"][mapping["FunctionName"]["Ref"]]["Properties"]
        at_once = mapping["ScalingConfig"]["MaximumConcurrency"]
        assert at_once <= function.get("ReservedConcurrentExecutions", at_once)
        assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
        assert 1 <= mapping["BatchSize"] <= 10


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
    if shape.name not in ours(cloud):
        assert shape.image
        assert cloud.name == "local"
        return
    variables = _variables(ours(cloud)[shape.name])
    wanted: set[type[Settings]] = {StageSettings, DatabaseSettings, *shape.settings}
    for settings in wanted:
        settings.from_env(variables)
    sends_to = QueueSettings.from_env(variables).model_dump(exclude_none=True)
    here = {queue.name for queue in queues(ENVIRONMENTS[cloud.name])}
    assert set(sends_to) == set(shape.sends) & here
    known = {settings.variable(field) for settings in {*wanted, QueueSettings} for field in settings.model_fields}
    assert {name for name in variables if name.startswith("WARELOOM_")} <= known


def test_no_password_is_written_into_a_function(cloud: Cloud) -> None:
    for function in ours(cloud).values():
        assert DatabaseSettings.variable("password") not in function["Environment"]["Variables"]


def test_in_aws_functions_stand_in_the_network_and_wait_for_the_migration(aws: Cloud) -> None:
    for made in aws.app["Resources"].values():
        if made["Type"] != "AWS::Lambda::Function" or made["Properties"] not in ours(aws).values():
            continue
        name = made["Properties"]["Environment"]["Variables"]["POWERTOOLS_SERVICE_NAME"]
        assert made["Properties"]["VpcConfig"]["SubnetIds"], name
        assert ("Migrate" in made["DependsOn"]) is (name != "migrate_database"), name


def test_the_migration_runs_in_the_deployment_and_may_take_its_time(aws: Cloud) -> None:
    (trigger,) = resources(aws.app, "Custom::Trigger").values()
    assert trigger["InvocationType"] == "RequestResponse"
    assert int(trigger["Timeout"]) >= ours(aws)["migrate_database"]["Timeout"] * 1000
