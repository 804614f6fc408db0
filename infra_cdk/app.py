"""The CDK app. `cdk synth -c environment=production`, or without the CDK's command line:

    CDK_OUTDIR=cdk.out CDK_CONTEXT_JSON='{"environment": "local"}' python -m infra_cdk.app

No step of it asks AWS anything. What the context may say stands in `environments.SAID`.
"""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aws_cdk import App, Tags, Validations
from cdk_nag import AwsSolutionsChecks

from infra_cdk.chosen import SAID, chosen
from infra_cdk.stacks import AppStack, DataStack

ROOT = Path(__file__).parents[1]


def build(staging: Path, said: Mapping[str, str] | None = None, outdir: str | None = None) -> App:
    """The app, ready to be synthesised. `said` is context beside what the CDK's command line gives."""
    app = App(context=_flags() | dict(said or {}), outdir=outdir)
    context = {name: str(value) for name in SAID if (value := app.node.try_get_context(name)) is not None}
    environment = chosen(context)
    data = DataStack(app, environment)
    application = AppStack(app, environment, staging)
    application.add_stack_dependency(data)
    # CloudFormation knows no tags on that one type, though the CDK puts them there.
    Tags.of(app).add("wareloom:environment", environment.name, exclude_resource_types=["AWS::RDS::DBProxyTargetGroup"])
    if environment.cloud:
        Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    return app


def _flags() -> dict[str, Any]:
    """The feature flags of cdk.json, which only the CDK's command line would read by itself."""
    return json.loads((ROOT / "cdk.json").read_text(encoding="utf-8"))["context"]


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="wareloom-") as staging:
        build(Path(staging)).synth()


if __name__ == "__main__":
    main()
