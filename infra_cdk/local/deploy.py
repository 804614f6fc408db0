"""Synthesised templates to the engine's CloudFormation, by boto3: the CDK's command line takes five times as long."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from infra_cdk.local.clients import ACCOUNT, ASSETS, REGION, Aws
from infra_cdk.local.waiting import until
from wareloom.kit.errors import Rejected, Unavailable

Outputs = dict[str, str]

_WITHIN_S = 300
_GOOD = ("CREATE_COMPLETE", "UPDATE_COMPLETE")
_BEYOND_UPDATE = ("ROLLBACK_COMPLETE", "CREATE_FAILED", "ROLLBACK_FAILED", "UPDATE_ROLLBACK_FAILED")


def deploy(cloud_assembly: Path, aws: Aws) -> dict[str, Outputs]:
    """Every stack, in the order they depend on each other. Gives what each put out, by the stack's name."""
    _bootstrap(aws)
    artefacts = json.loads((cloud_assembly / "manifest.json").read_text(encoding="utf-8"))["artifacts"]
    stacks = {name: made for name, made in artefacts.items() if made["type"] == "aws:cloudformation:stack"}
    return dict(_deploy_stack(name, stacks[name], cloud_assembly, aws) for name in _in_order(stacks))


def _bootstrap(aws: Aws) -> None:
    s3 = aws.client("s3")
    if ASSETS not in (bucket["Name"] for bucket in s3.list_buckets()["Buckets"]):
        s3.create_bucket(Bucket=ASSETS)
    version = {"Name": "/cdk-bootstrap/hnb659fds/version", "Value": "30", "Type": "String", "Overwrite": True}
    aws.client("ssm").put_parameter(**version)


def _in_order(stacks: dict[str, Any]) -> Iterator[str]:
    left = dict(stacks)
    while left:
        ready = [name for name, made in left.items() if not set(made.get("dependencies", ())) & set(left)]
        if not ready:
            raise Rejected(f"These stacks wait for each other: {', '.join(left)}.")
        for name in ready:
            yield name
            del left[name]


def _deploy_stack(name: str, made: dict[str, Any], cloud_assembly: Path, aws: Aws) -> tuple[str, Outputs]:
    _upload(json.loads((cloud_assembly / f"{name}.assets.json").read_text(encoding="utf-8")), cloud_assembly, aws)
    cloudformation = aws.client("cloudformation")
    template = _here(made["properties"]["stackTemplateAssetObjectUrl"])
    stack: str = made["properties"].get("stackName", name)
    told: dict[str, Any] = {
        "StackName": stack,
        "TemplateURL": template.replace("s3://", f"{aws.address}/"),
        "Capabilities": ["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
        "Tags": [{"Key": key, "Value": value} for key, value in made["properties"].get("tags", {}).items()],
    }
    _start(told, cloudformation)
    ended = _await(stack, cloudformation)
    if ended["StackStatus"] not in _GOOD:
        raise Unavailable(f"{stack} ended as {ended['StackStatus']}: {_why(stack, cloudformation)}")
    return stack, {said["OutputKey"]: said["OutputValue"] for said in ended.get("Outputs", [])}


def _start(told: dict[str, Any], cloudformation: Any) -> None:
    from botocore.exceptions import ClientError

    status = _status(told["StackName"], cloudformation)
    if status in _BEYOND_UPDATE:
        cloudformation.delete_stack(StackName=told["StackName"])
        cloudformation.get_waiter("stack_delete_complete").wait(
            StackName=told["StackName"], WaiterConfig={"Delay": 1, "MaxAttempts": 60}
        )
        status = None
    try:
        (cloudformation.update_stack if status else cloudformation.create_stack)(**told)
    except ClientError as refused:
        if "No updates are to be performed" not in str(refused):
            raise Rejected(f"{told['StackName']} was refused: {refused}") from refused


def _status(stack: str, cloudformation: Any) -> str | None:
    from botocore.exceptions import ClientError

    try:
        return cloudformation.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]
    except ClientError:
        return None


def _await(stack: str, cloudformation: Any) -> dict[str, Any]:
    def ended() -> dict[str, Any] | None:
        found: dict[str, Any] = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]
        return None if found["StackStatus"].endswith("IN_PROGRESS") else found

    if found := until(ended, within_s=_WITHIN_S, every_s=0.1):
        return found
    raise Unavailable(f"{stack} was not deployed within {_WITHIN_S} seconds.")


def _why(stack: str, cloudformation: Any) -> str:
    events = cloudformation.describe_stack_events(StackName=stack)["StackEvents"]
    failed = [event for event in reversed(events) if event["ResourceStatus"].endswith("FAILED")]
    return "; ".join(
        f"{event['LogicalResourceId']} ({event['ResourceType']}): {event.get('ResourceStatusReason', 'no reason')}"
        for event in failed
    )


def _upload(assets: dict[str, Any], cloud_assembly: Path, aws: Aws) -> None:
    s3 = aws.client("s3")
    listed = s3.get_paginator("list_objects_v2").paginate(Bucket=ASSETS)
    there = {found["Key"] for page in listed for found in page.get("Contents", [])}
    for asset in assets["files"].values():
        source = cloud_assembly / asset["source"]["path"]
        for destination in asset["destinations"].values():
            if (key := _here(destination["objectKey"])) not in there:
                body = _zipped(source) if asset["source"].get("packaging") == "zip" else source.read_bytes()
                s3.put_object(Bucket=_here(destination["bucketName"]), Key=key, Body=body)


def _zipped(folder: Path) -> bytes:
    """Hardly compressed: it goes from this machine to this machine."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder))
    return written.getvalue()


def _here(text: str) -> str:
    known = {"${AWS::AccountId}": ACCOUNT, "${AWS::Region}": REGION, "${AWS::Partition}": "aws"}
    for name, value in known.items():
        text = text.replace(name, value)
    return text
