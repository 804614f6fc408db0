"""Where the engine differs from AWS in a way that would make this app's behaviour here untrue. One function a repair.

ministack has no hooks for any of this, so its own parts are exchanged, by name. The pin in requirements/dev.in keeps
them where they are; `tests/e2e/engine/test_repairs.py` says which one moved when the pin does.
"""

import json
import os
import socketserver
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

LAMBDA = "ministack.services.lambda_svc"
RUNTIME = "ministack.core.lambda_runtime"
PROVISIONERS = "ministack.services.cloudformation.provisioners"
STEP_FUNCTIONS = "ministack.services.stepfunctions"

RUN = Path(__file__).with_name("runtime.py")
"""What a function's process runs, and what it is recognised by."""
_BASE = ("PATH", "HOME", "TMPDIR", "LANG")


def apply(bootstrap_in: Path) -> None:
    run_python_by_awss_own_client(bootstrap_in)
    keep_reserved_concurrency()
    adopt_kept_buckets()
    ask_for_the_right_that_aws_asks_for()
    read_distributed_maps_as_jsonata()
    fail_when_the_call_that_carries_a_token_fails()
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

    _exchange(LAMBDA, "_provided_runtime_code_dir", with_bootstrap)
    _exchange(LAMBDA, "_provided_worker_env", _lambdas_environment)
    _after_provisioning("AWS::Lambda::Function", _as_custom_runtime)


def _as_custom_runtime(name: str, properties: dict[str, Any]) -> None:
    if str(properties.get("Runtime", "")).startswith("python"):
        _part(LAMBDA, "_functions")[name]["config"]["Runtime"] = "provided.al2023"


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
    resolve, unpack = _part(LAMBDA, "_resolve_layer_zip"), _part(LAMBDA, "_docker_extracted_dir")
    attached: list[Any] = config.get("Layers") or []
    found = [resolve(layer) for layer in attached]
    return [str(Path(unpack(layer, "layer")) / "python") for layer in found if layer]


def keep_reserved_concurrency() -> None:
    """CloudFormation's ReservedConcurrentExecutions is dropped: a function could then run more often at once here than
    anywhere else."""

    def reserve(name: str, properties: dict[str, Any]) -> None:
        _part(LAMBDA, "_functions")[name]["concurrency"] = properties.get("ReservedConcurrentExecutions")

    _after_provisioning("AWS::Lambda::Function", reserve)


def adopt_kept_buckets() -> None:
    """Stacks are forgotten when the engine stops, buckets with their objects are kept. In AWS the stack would still own
    its bucket; here the new stack finds one of that name and must take it over."""

    def adopting(create: Any) -> Any:
        update = _part(PROVISIONERS, "_s3_update")
        kept = _part("ministack.services.s3", "_buckets")

        def created(logical_id: str, properties: dict[str, Any], stack: str) -> Any:
            name = properties.get("BucketName")
            return update(name, {}, properties, stack) if name in kept else create(logical_id, properties, stack)

        return created

    def never(_name: str) -> None:
        return None

    _exchange_handler("AWS::S3::Bucket", "create", adopting)
    _exchange(PROVISIONERS, "s3_bucket_name_conflict", lambda _: never)


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
            machines = list(_part(STEP_FUNCTIONS, "_state_machines"))
            of_a_token = service == "states" and b'"taskToken"' in body
            return machines[0] if of_a_token and len(machines) == 1 else found

        return extracted

    _exchange("ministack.core.iam_actions", "extract_iam_action", named_as_in_aws)
    _exchange("ministack.core.iam_actions", "extract_resource_arn", asked_of_its_machine)


def read_distributed_maps_as_jsonata() -> None:
    """In a distributed map the engine knows JSONPath alone: Items would be the whole input, ItemSelector plain text."""

    def reading(run: Any) -> Any:
        language, field = _part(STEP_FUNCTIONS, "_state_query_language"), _part(STEP_FUNCTIONS, "_jsonata_state_field")
        written, output_of = (
            _part(STEP_FUNCTIONS, "_apply_jsonata_template"),
            _part(STEP_FUNCTIONS, "_apply_jsonata_output"),
        )

        def run_map(state: dict[str, Any], given: Any, effective: Any, *rest: Any) -> Any:
            *_, context = rest
            if language(state, context) != "JSONata" or "Items" not in state:
                return run(state, given, effective, *rest)
            selector = state.get("ItemSelector")
            inputs = [
                written(selector, given, context | {"Map": {"Item": {"Index": index, "Value": item}}})
                if selector
                else item
                for index, item in enumerate(field(state, "Items", "array", given, context))
            ]
            plain = {name: value for name, value in state.items() if name not in ("Items", "ItemSelector", "Output")}
            results, following = run(plain | {"QueryLanguage": "JSONPath"}, inputs, inputs, *rest)
            return output_of(state, given, context, result=results, default=results), following

        return run_map

    _exchange(STEP_FUNCTIONS, "_run_distributed_map", reading)


def fail_when_the_call_that_carries_a_token_fails() -> None:
    """The engine would wait for an answer until the very end. In AWS the state fails with the call, and is retried."""

    def failing(call: Any) -> Any:
        tokens, trouble = _part(STEP_FUNCTIONS, "_task_tokens"), _part(STEP_FUNCTIONS, "_ExecutionError")

        def called(function: str, event: Any) -> Any:
            try:
                return call(function, event)
            except trouble as error:
                given = json.dumps(event)
                for token in [one for one in tokens if one in given]:
                    tokens[token]["error"] = {"Error": error.error, "Cause": error.cause}
                    tokens[token]["event"].set()
                raise

        return called

    _exchange(STEP_FUNCTIONS, "_call_lambda", failing)


def answer_without_waiting() -> None:
    """Two waits of about 50 ms in each call (Nagle's, and one for lines that a silent handler never writes) would make
    this machine look five times slower than it is."""
    socketserver.StreamRequestHandler.disable_nagle_algorithm = True
    _part(RUNTIME, "Worker")._drain_stderr_bounded.__defaults__ = (0.003, 0.001, 0.25)  # noqa: SLF001 - no setting


def _after_provisioning(kind: str, amend: Callable[[str, dict[str, Any]], None]) -> None:
    """Have `amend` see what CloudFormation made, with the properties it was made from."""

    def amended(provision: Any) -> Any:
        def provisioned(*told: Any, **more: Any) -> Any:
            made = provision(*told, **more)
            properties = told[1] if isinstance(told[2], str) else told[2]  # create(id, new, …), update(id, old, new, …)
            amend(made[0], properties)
            return made

        return provisioned

    _exchange_handler(kind, "create", amended)
    _exchange_handler(kind, "update", amended)


def _exchange_handler(kind: str, act: str, make: Callable[[Any], Any]) -> None:
    handlers = _part(PROVISIONERS, "_RESOURCE_HANDLERS")
    if act not in handlers.get(kind, {}):
        raise LookupError(f"ministack no longer knows how to {act} {kind}: see infra_cdk/local/repairs.py.")
    handlers[kind][act] = make(handlers[kind][act])


def _exchange(module: str, name: str, make: Callable[[Any], Any]) -> None:
    setattr(import_module(module), name, make(_part(module, name)))


def _part(module: str, name: str) -> Any:
    found = getattr(import_module(module), name, None)
    if found is None:
        raise LookupError(f"ministack moved {module}.{name}: see infra_cdk/local/repairs.py.")
    return found
