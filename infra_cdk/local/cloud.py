"""The whole of Wareloom on this machine: PostgreSQL, the engine, and our CDK app deployed into it."""

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from infra_cdk.local import deploy, site, synth
from infra_cdk.local.engine import Engine
from infra_cdk.local.postgres import Postgres
from infra_cdk.local.processes import refuse_taken
from infra_cdk.local.state import Ports, State
from wareloom.kit.errors import Unavailable

_APP = "Wareloom-Local-App"


class Cloud:
    def __init__(
        self,
        state: State,
        ports: Ports,
        *,
        durable: bool = True,
        enforce_iam: bool = False,
        context: Mapping[str, str] | None = None,
    ) -> None:
        """`context` is what this deployment says beyond the usual, as `-c name=value` would."""
        self._context = dict(context or {})
        self.state = state
        self.ports = ports
        self.postgres = Postgres(state.postgres, ports.postgres, durable=durable)
        self.engine = Engine(state, ports, enforce_iam=enforce_iam)
        self.aws = self.engine.aws

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.ports.app}"

    @cached_property
    def outputs(self) -> deploy.Outputs:
        """What the App stack says of itself."""
        stacks = self.aws.client("cloudformation").describe_stacks(StackName=_APP)["Stacks"]
        return {said["OutputKey"]: said["OutputValue"] for said in stacks[0]["Outputs"]}

    def refuse_taken_ports(self) -> None:
        """Before anything is started: half a cloud helps nobody."""
        if not self.postgres.is_running():
            refuse_taken(self.ports.postgres, "postgres")
        if not self.engine.is_running():
            refuse_taken(self.ports.engine, "engine")
            refuse_taken(self.ports.app, "app")

    def deploy(self, cloud_assembly: Path) -> None:
        deploy.deploy(cloud_assembly, self.aws)
        self.__dict__.pop("outputs", None)
        # Nobody needs to write the password into a template, nor into a cache of templates.
        known = {"username": self.postgres.user, "password": self.postgres.password}
        self.aws.client("secretsmanager").put_secret_value(
            SecretId=self.outputs["DatabaseSecret"], SecretString=json.dumps(known)
        )

    def synthesise(self) -> tuple[Path, str]:
        return synth.synthesise(synth.context(self.ports, self.state.first_day()) | self._context)

    def migrate(self) -> dict[str, str | None]:
        return self.invoke("MigrateFunctionName", {})

    def put_site(self, dist: Path) -> int:
        return site.upload(dist, self.outputs["SiteBucket"], self.aws)

    def nudge(self) -> dict[str, Any]:
        """Queues are empty after a start, and whoever waits in the rows has lost its message."""
        return self.invoke("SweepFunctionName", {"at_once": True})

    def open_door(self) -> None:
        # The engine serves <name>.cloudfront.net at <name>.cloudfront.localhost.
        name, _, _ = self.outputs["Domain"].partition(".")
        plan = {
            "site": f"{name}.cloudfront.localhost",
            "socket": self.outputs["SocketId"],
            "uploads": f"/{self.outputs['RawBucket']}",
        }
        self.state.write("front-door", plan)

    def invoke(self, output: str, event: dict[str, Any]) -> Any:
        """Call the function that the App stack names in that output, and wait for what it says."""
        name = self.outputs[output]
        answered = self.aws.client("lambda").invoke(FunctionName=name, Payload=json.dumps(event))
        said = json.loads(answered["Payload"].read() or "null")
        if "FunctionError" in answered:
            raise Unavailable(f"{name} failed: {said.get('errorType')}: {said.get('errorMessage')}")
        return said

    def stop(self) -> None:
        self.engine.stop()
        self.postgres.stop()
