"""The database takes this release's shape before this release's functions take calls.

For a moment the old functions meet the new shape, so a migration adds first and removes one release later.
On a laptop whoever deploys calls the function: the engine has no Node SDK for the trigger.
"""

from collections.abc import Sequence

from aws_cdk import Duration, triggers
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra_cdk.stubs import given


def migrate_before(
    scope: Construct, migrate: lambda_.IFunction, functions: Sequence[lambda_.IFunction]
) -> triggers.Trigger:
    """Runs again whenever the function, its layers or its settings change; a failure rolls the deployment back."""
    return triggers.Trigger(
        scope,
        "Migrate",
        handler=given(migrate),
        timeout=Duration.minutes(14),
        invocation_type=triggers.InvocationType.REQUEST_RESPONSE,
        execute_before=[given(function) for function in functions],
    )
