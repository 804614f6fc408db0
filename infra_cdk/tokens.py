"""The secret that access tokens are signed with: {"current": "k1", "k1": "<64 random characters>"}.

Secrets Manager makes the value, so nobody ever sees it. To change the key, add "k2" beside "k1" and make it current;
tokens signed with "k1" stay good until they expire, minutes later, and then "k1" can go.
"""

from aws_cdk import ArnFormat, RemovalPolicy, Stack
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from infra_cdk.environments import Environment


def token_secret(scope: Construct, environment: Environment) -> secretsmanager.Secret:
    return secretsmanager.Secret(
        scope,
        "Tokens",
        secret_name=environment.secret("tokens"),
        description="Signs access tokens",
        generate_secret_string=secretsmanager.SecretStringGenerator(
            secret_string_template='{"current": "k1"}',  # noqa: S106 - names the key, which is made in AWS
            generate_string_key="k1",
            password_length=64,
            exclude_punctuation=True,
        ),
        removal_policy=RemovalPolicy.RETAIN,
    )


def secret_arn(stack: Stack, environment: Environment, what: str) -> str:
    """Without the six characters that AWS chooses for its end."""
    return stack.format_arn(
        service="secretsmanager",
        resource="secret",
        resource_name=environment.secret(what),
        arn_format=ArnFormat.COLON_RESOURCE_NAME,
    )
