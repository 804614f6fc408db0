"""A state machine that really waits for an answer to its token, in the emulator."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from tests.support.cloud import Emulator
from wareloom.kit.ids import new_id

_ROLE = "arn:aws:iam::000000000000:role/test"


class Promise:
    def __init__(self, states: Any, execution: str, token: str) -> None:
        self.token = token
        self._states, self._execution = states, execution

    @property
    def waits(self) -> bool:
        return self._states.describe_execution(executionArn=self._execution)["status"] == "RUNNING"

    def heard(self) -> dict[str, Any]:
        """The answer: it must have been given already, and ends the execution in a moment."""
        while (found := self._states.describe_execution(executionArn=self._execution))["status"] == "RUNNING":
            continue
        answer: dict[str, Any] = json.loads(found["output"])
        return answer


@contextmanager
def promised(cloud: Emulator) -> Generator[Promise]:
    states, name = cloud.client("stepfunctions"), f"promise-{new_id()}"
    activity = states.create_activity(name=name)["activityArn"]
    asks = {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "Resource": activity, "End": True}}}
    machine = states.create_state_machine(name=name, definition=json.dumps(asks), roleArn=_ROLE)["stateMachineArn"]
    execution = states.start_execution(stateMachineArn=machine)["executionArn"]
    try:
        yield Promise(states, execution, states.get_activity_task(activityArn=activity)["taskToken"])
    finally:
        if states.describe_execution(executionArn=execution)["status"] == "RUNNING":
            states.stop_execution(executionArn=execution)
        states.delete_state_machine(stateMachineArn=machine)
        states.delete_activity(activityArn=activity)
