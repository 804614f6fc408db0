"""Everything that is drawn is there, and everything that is there is drawn."""

import pytest

from infra_cdk.environments import LOCAL, PRODUCTION, STAGING, Environment
from infra_cdk.queues import QUEUES
from infra_cdk.shapes import shapes
from tests.architecture.tree import ROOT, files, functions, imports
from wareloom.kit.settings import QueueSettings

ONLY_IN_AWS = {"browse_market"}
EVERYWHERE = [LOCAL, STAGING, PRODUCTION]


@pytest.mark.parametrize("environment", EVERYWHERE, ids=lambda environment: environment.name)
def test_every_function_is_deployed_and_every_deployed_function_is_written(environment: Environment) -> None:
    deployed = {shape.name for shape in shapes(environment)}
    assert deployed == (functions() if environment.cloud else functions() - ONLY_IN_AWS)


def test_only_an_image_that_a_laptop_cannot_run_stays_in_aws() -> None:
    images = {file.parent.name for file in (ROOT / "functions").glob("*/Dockerfile")}
    assert {shape.name for shape in shapes(PRODUCTION) if shape.image} == images
    assert images >= ONLY_IN_AWS
    assert not [shape.name for shape in shapes(LOCAL) if shape.image]


@pytest.mark.parametrize("name", sorted(functions()))
def test_every_function_can_be_called(name: str) -> None:
    handler = __import__(f"functions.{name}.handler", fromlist=["handle"])
    assert callable(handler.handle)


@pytest.mark.parametrize("name", sorted(functions()))
def test_every_function_is_tested_through_its_handler(name: str) -> None:
    called = {(f"functions.{name}", "handler"), (f"functions.{name}.handler", "handle")}
    tests = [file for file in files() if file.startswith("tests/") and file.endswith(".py")]
    assert any(called & set(imports(ROOT / file)) for file in tests)


def test_every_queue_is_drained_by_the_function_of_its_name() -> None:
    for queue in QUEUES:
        assert queue.name in functions()
        handler = (ROOT / "functions" / queue.name / "handler.py").read_text()
        edge = "batch(" if queue.batch == 1 else "bulk("
        assert edge in handler, f"{queue.name} is not drained as its batches are"


def test_every_queue_has_an_address_in_the_settings_and_the_other_way_round() -> None:
    assert {queue.name for queue in QUEUES} == set(QueueSettings.model_fields)


def test_every_queue_that_is_sent_to_exists() -> None:
    for environment in EVERYWHERE:
        assert {queue for shape in shapes(environment) for queue in shape.sends} <= {queue.name for queue in QUEUES}
