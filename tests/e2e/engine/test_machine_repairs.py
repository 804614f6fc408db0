"""What `infra_cdk/local/machine_repairs.py` mends is mended."""

import inspect
import json
from importlib import import_module
from typing import Any

from infra_cdk.local.engine import Engine
from infra_cdk.local.waiting import until
from tests.e2e.engine import scratch


def test_step_functions_catch_a_failure_by_its_name(engine: Engine) -> None:
    assert _executed(engine, scratch.CATCHES, {}) == "caught by name"


def test_a_distributed_map_reads_its_items_selector_and_output_as_jsonata(engine: Engine) -> None:
    answer = _executed(engine, scratch.EACH, {"run": "r", "ids": ["a", "b"]})
    assert answer == {"told": ["r/a", "r/b"], "run": "r"}


def test_a_distributed_map_over_nothing_leaves_nothing(engine: Engine) -> None:
    assert _executed(engine, scratch.EACH, {"run": "r", "ids": []}) == {"told": [], "run": "r"}


def test_one_failed_child_of_a_distributed_map_stops_no_other(engine: Engine) -> None:
    assert _executed(engine, scratch.EACH, {"run": "r", "ids": ["a", "bad", "c"]})["told"] == ["r/a", "r/c"]


def test_a_state_that_awaits_an_answer_fails_with_the_call_that_would_have_asked(engine: Engine) -> None:
    assert _executed(engine, scratch.AWAITS, {"do": "fail"}) == "Weary"


def test_a_state_whose_call_went_well_waits_for_its_answer(engine: Engine) -> None:
    assert _executed(engine, scratch.AWAITS, {"do": "tell"}) == "States.Timeout"


def test_what_is_turned_away_because_too_many_run_is_called_so(engine: Engine) -> None:
    functions = engine.aws.client("lambda")
    functions.put_function_concurrency(FunctionName=scratch.FUNCTION, ReservedConcurrentExecutions=0)
    try:
        assert _executed(engine, scratch.AWAITS, {"do": "tell"}) == "Lambda.TooManyRequestsException"
    finally:
        functions.put_function_concurrency(FunctionName=scratch.FUNCTION, ReservedConcurrentExecutions=3)


def _executed(engine: Engine, name: str, given: dict[str, Any]) -> Any:
    machines = engine.aws.client("stepfunctions")
    known = {one["name"]: one["stateMachineArn"] for one in machines.list_state_machines()["stateMachines"]}
    run = machines.start_execution(stateMachineArn=known[name], input=json.dumps(given))["executionArn"]
    until(lambda: machines.describe_execution(executionArn=run)["status"] != "RUNNING", within_s=30)
    ended = machines.describe_execution(executionArn=run)
    assert ended["status"] == "SUCCEEDED", (ended.get("error"), ended.get("cause"))
    return json.loads(ended["output"])


def test_the_engine_still_runs_distributed_maps_where_they_are_mended() -> None:
    """Whatever moves, this names it; when JSONata works without the repair, the repair is to go."""
    parts = import_module("ministack.services.stepfunctions")
    for name in ("_run_distributed_map", "_state_query_language", "_jsonata_state_field", "_apply_jsonata_template",
                 "_apply_jsonata_output"):  # fmt: skip
        assert callable(getattr(parts, name, None)), f"ministack moved {name}: see infra_cdk/local/machine_repairs.py"
    asked = list(inspect.signature(parts._run_distributed_map).parameters)  # noqa: SLF001 - what the repair replaces
    assert asked[:3] == ["state_def", "raw_input", "effective"], asked
