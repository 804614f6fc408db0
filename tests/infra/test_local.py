"""On a laptop: only what the engine has, and the outputs that whoever deploys there reads."""

import json
from importlib import import_module
from typing import Any

from layers import library
from tests.infra.synthesis import Cloud, resources
from tests.infra.test_functions import SHAPES, layered, ours

REFUSED = (
    "AWS::EC2::EIP", "AWS::EC2::NatGateway", "AWS::EC2::SecurityGroupIngress", "AWS::RDS::DBProxy",
    "AWS::RDS::DBProxyTargetGroup", "AWS::CodeDeploy::Application", "AWS::WAFv2::WebACLAssociation",
    "AWS::CloudWatch::CompositeAlarm", "AWS::SecretsManager::RotationSchedule",
    "AWS::SecretsManager::ResourcePolicy", "AWS::CloudFormation::Stack", "AWS::Pipes::Pipe",
    "AWS::ApiGatewayV2::RouteResponse", "Custom::CDKBucketDeployment", "Custom::S3AutoDeleteObjects",
    "Custom::Trigger",
)  # fmt: skip


def _types(cloud: Cloud) -> set[str]:
    return {made["Type"] for template in (cloud.data, cloud.app) for made in template["Resources"].values()}


def test_the_engine_knows_every_type_we_use(local: Cloud) -> None:
    engine: Any = import_module("ministack.services.cloudformation.provisioners")
    known = set(engine._RESOURCE_HANDLERS)  # noqa: SLF001 - the engine's own list, nowhere public
    assert _types(local) <= known


def test_nothing_is_there_that_hangs_or_is_refused(local: Cloud) -> None:
    assert not _types(local) & set(REFUSED)


def test_no_network_database_or_alarm_is_made_for_a_laptop(local: Cloud) -> None:
    assert not [kind for kind in _types(local) if kind.startswith(("AWS::EC2", "AWS::RDS", "AWS::CloudWatch"))]


def test_the_library_layers_stay_away(local: Cloud, aws: Cloud) -> None:
    """What lies beside a library, a model say, a laptop does not have in its environment."""
    assert len(resources(local.app, "AWS::Lambda::LayerVersion")) == 1 + len(library.CARRIES)
    for name, made in ours(local).items():
        assert len(made["Layers"]) == 1 + len(library.CARRIES.keys() & set(SHAPES[name].layers)), name
    for name, made in layered(aws).items():
        assert len(made["Layers"]) == 2 + len(SHAPES[name].layers), name


def test_addresses_stay_the_same_at_every_start(local: Cloud) -> None:
    (rest,) = resources(local.app, "AWS::ApiGateway::RestApi").values()
    assert {"Key": "ms-custom-id", "Value": "a9100001"} in rest["Tags"]
    (socket,) = resources(local.app, "AWS::ApiGatewayV2::Api").values()
    assert socket["Tags"]["ms-custom-id"] == "a9100002"


def test_no_function_on_a_laptop_would_call_aws(local: Cloud) -> None:
    for made in resources(local.app, "AWS::Lambda::Function").values():
        assert "amazonaws" not in json.dumps(made["Environment"])


def test_nothing_on_a_laptop_refuses_the_engines_plain_http(local: Cloud) -> None:
    assert "aws:SecureTransport" not in json.dumps([local.data, local.app])


def test_every_output_is_there_for_whoever_deploys(cloud: Cloud) -> None:
    assert set(cloud.app["Outputs"]) == {
        "ApiId", "ApiUrl", "SocketId", "SocketUrl", "DistributionId", "Domain", "SiteBucket", "RawBucket",
        "MigrateFunctionName", "SweepFunctionName", "ScheduleFunctionName", "RunsFunctionName",
        "QueueScrapeMarketUrl", "PipelineArn", "ArtBucket", "DatabaseSecret", "TokenSecret",
    }  # fmt: skip


def test_the_laptops_outputs_lead_to_the_engine(local: Cloud) -> None:
    outputs = {name: output["Value"] for name, output in local.app["Outputs"].items()}
    assert outputs["ApiUrl"] == "http://127.0.0.1:4566/_aws/execute-api/a9100001/live"
    assert outputs["SocketUrl"] == "ws://127.0.0.1:4566/_aws/execute-api/a9100002/ws"
