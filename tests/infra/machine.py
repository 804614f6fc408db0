"""The state machine as the template writes it."""

import json
from collections.abc import Iterator
from typing import Any

from tests.infra.synthesis import Cloud, resources
from tests.infra.test_rights import text

State = dict[str, Any]


def machine(cloud: Cloud) -> dict[str, Any]:
    (made,) = resources(cloud.app, "AWS::StepFunctions::StateMachine").values()
    return made


def definition(cloud: Cloud) -> State:
    return json.loads(text(machine(cloud)["DefinitionString"]))


def states(cloud: Cloud) -> dict[str, State]:
    """Every state by its name, those inside maps too."""
    return dict(_all(definition(cloud)))


def _all(part: State) -> Iterator[tuple[str, State]]:
    for name, state in part["States"].items():
        yield name, state
        if "ItemProcessor" in state:
            yield from _all(state["ItemProcessor"])


def tasks(cloud: Cloud) -> dict[str, State]:
    return {name: state for name, state in states(cloud).items() if state["Type"] == "Task"}


def maps(cloud: Cloud) -> dict[str, State]:
    return {name: state for name, state in states(cloud).items() if state["Type"] == "Map"}


def called(task: State) -> str:
    """The logical name of the function."""
    return task["Arguments"]["FunctionName"]


def leads_to(cloud: Cloud, name: str) -> set[str]:
    """The states that may come next."""
    state = states(cloud)[name]
    onward = [state, *state.get("Choices", []), *state.get("Catch", [])]
    return {there[key] for there in onward for key in ("Next", "Default") if key in there}
