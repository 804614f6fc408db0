"""AWS clients: one per service and environment, made on first use, with time-outs that fit inside an invocation."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from botocore.config import Config
    from mypy_boto3_apigatewaymanagementapi import ApiGatewayManagementApiClient
    from mypy_boto3_events import EventBridgeClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_stepfunctions import SFNClient


def _boto3() -> Any:  # its stubs know only the services we installed them for; the functions below name theirs
    import boto3

    return boto3


def _patience() -> "Config":
    from botocore.config import Config

    return Config(connect_timeout=3, read_timeout=10, retries={"mode": "standard", "max_attempts": 3})


@lru_cache
def sqs() -> "SQSClient":
    return _boto3().client("sqs", config=_patience())


@lru_cache
def events() -> "EventBridgeClient":
    return _boto3().client("events", config=_patience())


@lru_cache
def s3() -> "S3Client":
    from botocore.config import Config

    # Path addressing and SigV4 work on AWS and on a laptop alike; presigned addresses need both. Every region is called
    # by its own name, for browsers are told beforehand where they may post files.
    addressing = Config(
        signature_version="s3v4", s3={"addressing_style": "path", "us_east_1_regional_endpoint": "regional"}
    )
    return _boto3().client("s3", config=_patience().merge(addressing))


@lru_cache
def secrets_manager() -> "SecretsManagerClient":
    return _boto3().client("secretsmanager", config=_patience())


@lru_cache
def step_functions() -> "SFNClient":
    return _boto3().client("stepfunctions", config=_patience())


@lru_cache
def sockets(callback_url: str) -> "ApiGatewayManagementApiClient":
    from botocore.config import Config

    # A socket that does not take it at once is told later; several are told at a time.
    impatient = Config(
        connect_timeout=2,
        read_timeout=3,
        retries={"mode": "standard", "total_max_attempts": 2},
        max_pool_connections=16,
    )
    return _boto3().client("apigatewaymanagementapi", endpoint_url=callback_url, config=impatient)


def forget_clients() -> None:
    """Tests move between engines; a function never calls this."""
    for made in (sqs, events, s3, secrets_manager, step_functions, sockets):
        made.cache_clear()
