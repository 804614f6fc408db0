"""Where the engine differs from AWS in a way that would make this app's behaviour here untrue. One function a repair.

ministack has no hooks for any of this, so its own parts are exchanged, by name. The pin in requirements/dev.in keeps
them where they are; `tests/e2e/engine/test_repairs.py` says which one moved when the pin does.
"""

import os
import socketserver
import sys
from pathlib import Path
from typing import Any

from infra_cdk.local.exchange import (
    LAMBDA,
    PROVISIONERS,
    RUNTIME,
    STEP_FUNCTIONS,
    after_provisioning,
    exchange,
    exchange_handler,
    part,
)
from infra_cdk.local.machine_repairs import (
    fail_when_the_call_that_carries_a_token_fails,
    read_distributed_maps_as_jsonata,
)

RUN = Path(__file__).with_name("runtime.py")
"""What a function's process runs, and what it is recognised by."""
_ROOM_FOR_PEOPLE = 4
_BASE = ("PATH", "HOME", "TMPDIR", "LANG")


def apply(bootstrap_in: Path) -> None:
    run_python_by_awss_own_client(bootstrap_in)
    keep_reserved_concurrency()
    keep_room_for_people()
    adopt_kept_buckets()
    ask_for_the_right_that_aws_asks_for()
    read_distributed_maps_as_jsonata()
    fail_when_the_call_that_carries_a_token_fails()
    take_no_half_an_answer()
    answer_without_waiting()


def run_python_by_awss_own_client(bootstrap_in: Path) -> None:
    """Python functions run as custom runtimes whose bootstrap is `awslambdaric`, AWS's own client (`runtime.py`).

    The engine's own worker reports every exception as `Runtime.HandlerError`, so that Retry and Catch by name never
    match; it ends the process after each, loses what the root logger says, and keeps calls from sockets out of the log.
    """
    bootstrap = bootstrap_in / "bootstrap"
    # -P: the folder of that file is no business of the function's.
    bootstrap.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P "{RUN}" "$_HANDLER"\n', encoding="utf-8")
    bootstrap.chmod(0o755)

    def with_bootstrap(unpack: Any) -> Any:
        def unpacked(code: bytes) -> str:
            folder: str = unpack(code)
            link = Path(folder) / "bootstrap"
            if not link.exists():
                link.symlink_to(bootstrap)
            return folder

        return unpacked

    exchange(LAMBDA, "_provided_runtime_code_dir", with_bootstrap)
    exchange(LAMBDA, "_provided_worker_env", _lambdas_environment)
    after_provisioning("AWS::Lambda::Function", _as_custom_runtime)


def _as_custom_runtime(name: str, properties: dict[str, Any]) -> None:
    if str(properties.get("Runtime", "")).startswith("python"):
        part(LAMBDA, "_functions")[name]["config"]["Runtime"] = "provided.al2023"


def _lambdas_environment(told_by_engine: Any) -> Any:
    """What Lambda tells a function and what the function was given, but nothing of the machine it happens to run on."""

    def environment(config: dict[str, Any], code: str, port: int) -> dict[str, str]:
        told: dict[str, str] = told_by_engine(config, code, port)
        given = {name: value for name, value in told.items() if os.environ.get(name) != value}
        base = {name: value for name, value in told.items() if name in _BASE or name.startswith("AWS_")}
        logging: dict[str, str] = config.get("LoggingConfig") or {}
        return (
            base
            | given
            | {
                "AWS_ENDPOINT_URL": os.environ["AWS_ENDPOINT_URL"],
                "AWS_LAMBDA_LOG_GROUP_NAME": logging.get("LogGroup", f"/aws/lambda/{config['FunctionName']}"),
                "AWS_LAMBDA_LOG_FORMAT": logging.get("LogFormat", "Text"),
                "AWS_LAMBDA_LOG_LEVEL": logging.get("ApplicationLogLevel", ""),
                "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
                "PYTHONPATH": os.pathsep.join([code, *_layers(config)]),
                "TZ": ":UTC",
            }
        )

    return environment


def _layers(config: dict[str, Any]) -> list[str]:
    """The engine gives layers to its own worker only. There is no /opt here, so they lie on the path instead."""
    resolve, unpack = part(LAMBDA, "_resolve_layer_zip"), part(LAMBDA, "_docker_extracted_dir")
    attached: list[Any] = config.get("Layers") or []
    found = [resolve(layer) for layer in attached]
    return [str(Path(unpack(layer, "layer")) / "python") for layer in found if layer]


def keep_reserved_concurrency() -> None:
    """CloudFormation's ReservedConcurrentExecutions is dropped: a function could then run more often at once here than
    anywhere else."""

    def reserve(name: str, properties: dict[str, Any]) -> None:
        part(LAMBDA, "_functions")[name]["concurrency"] = properties.get("ReservedConcurrentExecutions")

    after_provisioning("AWS::Lambda::Function", reserve)


def keep_room_for_people() -> None:
    """An AWS account runs a thousand functions at once, a laptop a dozen: without this, a run over many designs leaves
    no room for the API, and whoever looks on is told to come back later."""

    def people_first(acquire: Any) -> Any:
        in_flight = part(LAMBDA, "executions_in_flight")

        def acquired(function: Any, config: dict[str, Any]) -> Any:
            room = part(LAMBDA, "_ACCOUNT_CONCURRENCY_CAP") - _ROOM_FOR_PEOPLE
            if in_flight()[0] >= room and not config["FunctionName"].endswith("-api"):
                return None, "account"
            return acquire(function, config)

        return acquired

    exchange(LAMBDA, "_acquire_execution_slot", people_first)


def adopt_kept_buckets() -> None:
    """Stacks are forgotten when the engine stops, buckets with their objects are kept. In AWS the stack would still own
    its bucket; here the new stack finds one of that name and must take it over."""

    def adopting(create: Any) -> Any:
        update = part(PROVISIONERS, "_s3_update")
        kept = part("ministack.services.s3", "_buckets")

        def created(logical_id: str, properties: dict[str, Any], stack: str) -> Any:
            name = properties.get("BucketName")
            return update(name, {}, properties, stack) if name in kept else create(logical_id, properties, stack)

        return created

    def never(_name: str) -> None:
        return None

    exchange_handler("AWS::S3::Bucket", "create", adopting)
    exchange(PROVISIONERS, "s3_bucket_name_conflict", lambda _: never)


def ask_for_the_right_that_aws_asks_for() -> None:
    """Where IAM is enforced: SQS knows no right named after a batch, SendMessageBatch is sqs:SendMessage. The engine
    asks for sqs:SendMessageBatch, which no policy that is right in AWS can grant. And a task token is a machine's: the
    right to answer it is asked of that machine (a laptop has one), where the engine asks for a right to everything."""

    def named_as_in_aws(extract: Any) -> Any:
        def extracted(*request: Any) -> str | None:
            action: str | None = extract(*request)
            return action.removesuffix("Batch") if action and action.startswith("sqs:") else action

        return extracted

    def asked_of_its_machine(extract: Any) -> Any:
        def extracted(service: str, method: str, path: str, headers: Any, body: bytes, *rest: Any) -> str:
            found: str = extract(service, method, path, headers, body, *rest)
            machines = list(part(STEP_FUNCTIONS, "_state_machines"))
            of_a_token = service == "states" and b'"taskToken"' in body
            return machines[0] if of_a_token and len(machines) == 1 else found

        return extracted

    exchange("ministack.core.iam_actions", "extract_iam_action", named_as_in_aws)
    exchange("ministack.core.iam_actions", "extract_resource_arn", asked_of_its_machine)


def take_no_half_an_answer() -> None:
    """A worker that is killed while it answers would have answered "" here. In AWS it has died."""

    def whole(build: Any) -> Any:
        def built(*about: Any) -> Any:
            handler = build(*about)
            read = handler._read_body  # noqa: SLF001 - what the repair replaces

            def read_whole(request: Any) -> bytes:
                body: bytes = read(request)
                if len(body) < int(request.headers.get("Content-Length", 0)):
                    raise ConnectionError("The worker went away while it answered.")
                return body

            handler._read_body = read_whole  # noqa: SLF001 - the same
            return handler

        return built

    worker = part(RUNTIME, "ProvidedWorker")
    worker._build_handler_class = whole(worker._build_handler_class)  # noqa: SLF001 - what the repair replaces


def answer_without_waiting() -> None:
    """Two waits of about 50 ms in each call (Nagle's, and one for lines that a silent handler never writes) would make
    this machine look five times slower than it is."""
    socketserver.StreamRequestHandler.disable_nagle_algorithm = True
    part(RUNTIME, "Worker")._drain_stderr_bounded.__defaults__ = (0.003, 0.001, 0.25)  # noqa: SLF001 - no setting
