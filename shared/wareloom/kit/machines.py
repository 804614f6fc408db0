"""Step Functions: start, stop and answer executions. Their state carries ids; rows say what is true."""

import json
from dataclasses import dataclass
from typing import Literal

from wareloom.kit import aws
from wareloom.kit.log import logger
from wareloom.kit.settings import MachineSettings

_log = logger(__name__)

State = Literal["running", "gone", "failed", "stopped", "succeeded"]
_STATES: dict[str, State] = {
    "RUNNING": "running",
    "PENDING_REDRIVE": "failed",
    "SUCCEEDED": "succeeded",
    "FAILED": "failed",
    "TIMED_OUT": "failed",
    "ABORTED": "stopped",
}


@dataclass(frozen=True)
class Start:
    """An execution is named after its row and attempt, so that starting it twice starts it once."""

    name: str
    input: dict[str, str]


@dataclass(frozen=True)
class Stop:
    name: str
    cause: str


@dataclass(frozen=True)
class Signal:
    """The answer that a waiting state was promised."""

    token: str
    output: dict[str, str]


Message = Start | Stop | Signal


def send(messages: list[Message]) -> None:
    for message in messages:
        match message:
            case Start():
                _start(message)
            case Stop():
                _stop(message)
            case Signal():
                signal(message)


def _start(message: Start) -> None:
    client = aws.step_functions()
    try:
        client.start_execution(
            stateMachineArn=MachineSettings.from_env().arn, name=message.name, input=json.dumps(message.input)
        )
    except client.exceptions.ExecutionAlreadyExists:
        _log.info("%s runs already", message.name)


def _stop(message: Stop) -> None:
    client = aws.step_functions()
    try:
        client.stop_execution(executionArn=execution_arn(message.name), cause=message.cause)
    except client.exceptions.ClientError as refused:
        # Ended already, most likely; whatever it is, it must not hold up the start that may follow.
        _log.warning("%s was not stopped: %s", message.name, refused)


def signal(message: Signal) -> bool:
    """False when nobody waits for it any more."""
    client = aws.step_functions()
    try:
        client.send_task_success(taskToken=message.token, output=json.dumps(message.output))
    except (client.exceptions.TaskDoesNotExist, client.exceptions.TaskTimedOut, client.exceptions.InvalidToken):
        _log.info("nobody waits for this answer any more")
        return False
    return True


def look(name: str) -> tuple[State, str]:
    """How an execution stands, and why. `gone`: it was never started, or is no longer known."""
    client = aws.step_functions()
    try:
        found = client.describe_execution(executionArn=execution_arn(name))
    except client.exceptions.ExecutionDoesNotExist:
        return "gone", ""
    return _STATES[found["status"]], found.get("cause") or found.get("error") or ""


def execution_arn(name: str) -> str:
    return f"{MachineSettings.from_env().arn.replace(':stateMachine:', ':execution:')}:{name}"
