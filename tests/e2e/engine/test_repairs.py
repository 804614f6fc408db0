"""What `infra_cdk/local/repairs.py` mends is mended. When the engine's pin changes, these say what moved."""

import inspect
import json
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from botocore.exceptions import ClientError
from websockets.sync.client import connect

from infra_cdk.local.engine import Engine
from infra_cdk.local.state import State
from infra_cdk.local.waiting import until
from tests.e2e.engine import scratch
from tests.support.engine import free_ports


def _call(engine: Engine, do: str) -> dict[str, Any]:
    answered = engine.aws.client("lambda").invoke(FunctionName=scratch.FUNCTION, Payload=json.dumps({"do": do}))
    return json.loads(answered["Payload"].read())


def _logged(engine: Engine, words: str) -> Callable[[], list[dict[str, Any]]]:
    def found() -> list[dict[str, Any]]:
        events = engine.aws.client("logs").filter_log_events(logGroupName=scratch.GROUP)["events"]
        return [json.loads(event["message"]) for event in events if words in event["message"]]

    return found


def test_a_failure_keeps_the_name_of_its_class_and_where_it_happened(engine: Engine) -> None:
    failed = _call(engine, "fail")
    assert (failed["errorType"], failed["errorMessage"]) == ("Weary", "not today")
    assert "index.py" in "".join(failed["stackTrace"])


def test_a_worker_that_dies_while_it_answers_has_not_answered(engine: Engine) -> None:
    assert _call(engine, "die while answering")["errorType"] == "Runtime.ExitError"


def test_an_environment_outlives_a_failure_and_serves_the_next_call(engine: Engine) -> None:
    before = _call(engine, "tell")
    _call(engine, "fail")
    after = _call(engine, "tell")
    assert (after["pid"], after["calls"]) == (before["pid"], before["calls"] + 2)


def test_a_function_finds_its_layer(engine: Engine) -> None:
    assert _call(engine, "tell")["word"] == "from the layer"


def test_a_function_knows_what_it_was_given_and_nothing_of_the_engine(engine: Engine) -> None:
    environment = _call(engine, "tell")["environment"]
    assert environment["GIVEN"] == "by the template"
    assert environment["AWS_LAMBDA_FUNCTION_NAME"] == scratch.FUNCTION
    assert {"BIND_HOST", "GATEWAY_PORT", "WARELOOM_FRONT_DOOR", "AUTH"}.isdisjoint(environment)


def test_each_record_of_the_root_logger_is_a_line_of_the_functions_log(engine: Engine) -> None:
    _call(engine, "remember this")
    said = until(_logged(engine, "said remember this"), within_s=10)
    assert [(line["level"], line["message"]) for line in said] == [("WARNING", "said remember this")]


def test_a_call_from_a_socket_is_in_the_functions_log(engine: Engine) -> None:
    address = engine.aws.address.replace("http", "ws")
    with connect(f"{address}/_aws/execute-api/{scratch.SOCKET}/{scratch.STAGE}", proxy=None) as socket:
        socket.send("hello")
        assert socket.recv(timeout=10) == "heard"
    assert until(_logged(engine, "said CONNECT"), within_s=10)


def test_reserved_concurrency_of_the_template_holds(engine: Engine) -> None:
    kept = engine.aws.client("lambda").get_function_concurrency(FunctionName=scratch.FUNCTION)
    assert kept["ReservedConcurrentExecutions"] == 3


def test_silent_functions_are_not_waited_for() -> None:
    drain = import_module("ministack.core.lambda_runtime").Worker.__dict__["_drain_stderr_bounded"]
    assert list(inspect.signature(drain).parameters)[1:] == ["first_line_wait", "idle_confirm", "hard_cap"]


def test_a_bucket_and_its_objects_are_there_again_after_the_engine_was_killed() -> None:
    with TemporaryDirectory(prefix="wareloom-engine-") as folder:
        engine = Engine(State(Path(folder)), free_ports())
        try:
            engine.start()
            scratch.deploy(engine)
            engine.aws.client("s3").put_object(Bucket=scratch.KEPT, Key="a/page", Body=b"read once")
            engine.kill()
            engine.start()
            with pytest.raises(ClientError, match="does not exist"):
                scratch.stack(engine)
            scratch.deploy(engine)
            kept = engine.aws.client("s3").get_object(Bucket=scratch.KEPT, Key="a/page")
            assert kept["Body"].read() == b"read once"
        finally:
            engine.stop()


@pytest.fixture
def guarded() -> Generator[Engine]:
    with TemporaryDirectory(prefix="wareloom-engine-") as folder:
        started = Engine(State(Path(folder)), free_ports(), enforce_iam=True)
        try:
            started.start()
            yield started
        finally:
            started.stop()


def test_the_right_to_send_a_message_is_the_right_to_send_a_batch(guarded: Engine) -> None:
    guarded.aws.client("sqs").create_queue(QueueName="allowed")
    guarded.aws.client("sqs").create_queue(QueueName="denied")
    sender = _someone_who_may(guarded, "sqs:SendMessage", "arn:aws:sqs:us-east-1:000000000000:allowed")
    assert _send_batch(sender, guarded, "allowed") == ["1"]
    with pytest.raises(ClientError, match="not authorized"):
        _send_batch(sender, guarded, "denied")


def test_the_right_to_answer_a_token_is_asked_of_its_machine(guarded: Engine) -> None:
    role = guarded.aws.client("iam").create_role(RoleName="waits", AssumeRolePolicyDocument=scratch.trusting("states"))
    machine = guarded.aws.client("stepfunctions").create_state_machine(
        name="waits",
        roleArn=role["Role"]["Arn"],
        definition=json.dumps({"StartAt": "End", "States": {"End": {"Type": "Succeed"}}}),
    )["stateMachineArn"]
    allowed, denied = (_someone_who_may(guarded, "states:SendTaskSuccess", on) for on in (machine, f"{machine}-2"))
    for someone, refusal in ((allowed, "token not found"), (denied, "not authorized")):
        with pytest.raises(ClientError, match=refusal):
            someone.send_task_success(taskToken="none", output="{}")


def _someone_who_may(engine: Engine, action: str, resource: str) -> Any:
    iam, name, service = engine.aws.client("iam"), resource.rpartition(":")[2], resource.split(":")[2]
    iam.create_user(UserName=name)
    statement = {"Effect": "Allow", "Action": action, "Resource": resource}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    iam.put_user_policy(UserName=name, PolicyName="may", PolicyDocument=policy)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    session: Any = import_module("boto3.session").Session(key["AccessKeyId"], key["SecretAccessKey"])
    called = {"states": "stepfunctions"}.get(service, service)
    return session.client(called, endpoint_url=engine.aws.address, region_name="us-east-1")


def _send_batch(sender: Any, engine: Engine, queue: str) -> list[str]:
    address = f"{engine.aws.address}/000000000000/{queue}"
    sent = sender.send_message_batch(QueueUrl=address, Entries=[{"Id": "1", "MessageBody": "a row's id"}])
    return [entry["Id"] for entry in sent["Successful"]]


def test_two_calls_at_once_take_two_environments(engine: Engine) -> None:
    with ThreadPoolExecutor(2) as callers:
        told = list(callers.map(partial(_call, engine), ["linger", "linger"]))
    assert told[0]["pid"] != told[1]["pid"]
