"""How the app is synthesised: without AWS, without a network, and never past a finding of cdk-nag."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from aws_cdk import Stack
from aws_cdk import aws_sqs as sqs

from infra_cdk import nag
from infra_cdk.app import ROOT, build
from infra_cdk.chosen import chosen
from tests.infra.synthesis import Cloud, findings


def test_nothing_is_looked_up_in_an_account(cloud: Cloud) -> None:
    assert not [artifact for artifact in cloud.manifest["artifacts"].values() if artifact.get("missing")]
    assert "missing" not in cloud.manifest


def test_app_is_deployed_after_data_and_by_no_export(cloud: Cloud) -> None:
    title = cloud.name.capitalize()
    assert f"Wareloom-{title}-Data" in cloud.manifest["artifacts"][f"Wareloom-{title}-App"]["dependencies"]
    written = json.dumps(cloud.app) + json.dumps(cloud.data)
    assert "Fn::ImportValue" not in written
    assert '"Export"' not in written


def test_no_finding_is_left_open(cloud: Cloud) -> None:
    assert not cloud.findings


def _cut_off() -> list[str]:
    """What takes the network away from a command, where a machine lets us."""
    cut = ["unshare", "-rn"]
    lets_us = shutil.which(cut[0]) and subprocess.run([*cut, "true"], check=False, capture_output=True).returncode == 0
    return cut if lets_us else []


def test_production_is_synthesised_without_an_account_or_a_network(tmp_path: Path) -> None:
    command = [*_cut_off(), sys.executable, "-m", "infra_cdk.app"]
    environ = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT / 'shared'}",
        "HOME": str(tmp_path),
        "CDK_OUTDIR": str(tmp_path / "out"),
        "CDK_CONTEXT_JSON": json.dumps({"environment": "production"}),
    }
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=environ)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "Wareloom-Production-App.template.json").is_file()


def test_a_template_without_its_libraries_refuses_to_be_deployed(aws: Cloud) -> None:
    (rule,) = [rule for name, rule in aws.app["Rules"].items() if "LibraryIsBuilt" in name]
    assert rule["Assertions"][0]["Assert"] == {"Fn::Equals": ["built", "left out"]}


def test_a_finding_of_cdk_nag_stops_the_synthesis(tmp_path: Path) -> None:
    app = build(tmp_path / "staging", {"environment": "staging", "layers": "skip"}, str(tmp_path / "out"))
    stack = app.node.find_child("Wareloom-Staging-App")
    assert isinstance(stack, Stack)
    sqs.Queue(stack, "Careless")
    with pytest.raises(RuntimeError, match="ValidationFailed"):
        app.synth()
    assert set(findings(tmp_path / "out")) == {"AwsSolutions-SQS3", "AwsSolutions-SQS4"}


def test_every_exception_from_cdk_nag_gives_its_reason_once() -> None:
    accepted = [*nag.DATA, *nag.APP]
    assert all(len(one.reason.split()) >= 5 for one in accepted)
    assert len({(one.at, one.rule) for one in accepted}) == len(accepted)


def test_an_unknown_environment_is_refused_with_the_known_ones() -> None:
    with pytest.raises(LookupError, match="local, staging, production"):
        chosen({"environment": "prod"})


def test_a_domain_without_its_certificate_is_refused() -> None:
    with pytest.raises(LookupError, match="certificate"):
        chosen({"environment": "production", "domain": "wareloom.example"})


def test_the_engine_is_where_the_context_says() -> None:
    engine = chosen({"environment": "local", "engine_port": "4999", "database_port": "5999"}).engine
    assert engine is not None
    assert engine.execute_url("id", "live") == "http://127.0.0.1:4999/_aws/execute-api/id/live"
    assert engine.database_port == 5999
