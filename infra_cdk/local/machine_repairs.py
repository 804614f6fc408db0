"""Where the engine's Step Functions differ from AWS's in a way that would make this app's behaviour here untrue."""

import json
from typing import Any

from infra_cdk.local.exchange import STEP_FUNCTIONS, exchange, part

_THROTTLED = "TooManyRequestsException"


def read_distributed_maps_as_jsonata() -> None:
    """In a distributed map the engine knows JSONPath alone: Items would be the whole input, ItemSelector plain text."""

    def reading(run: Any) -> Any:
        language, field = part(STEP_FUNCTIONS, "_state_query_language"), part(STEP_FUNCTIONS, "_jsonata_state_field")
        written, output_of = (
            part(STEP_FUNCTIONS, "_apply_jsonata_template"),
            part(STEP_FUNCTIONS, "_apply_jsonata_output"),
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

    exchange(STEP_FUNCTIONS, "_run_distributed_map", reading)


def fail_when_the_call_that_carries_a_token_fails() -> None:
    """The engine would wait for an answer until the very end. In AWS the state fails with the call, and is retried.
    What is turned away because too many run at once is called so there, where the engine says that it does not know."""

    def failing(call: Any) -> Any:
        tokens, trouble = part(STEP_FUNCTIONS, "_task_tokens"), part(STEP_FUNCTIONS, "_ExecutionError")

        def called(function: str, event: Any) -> Any:
            try:
                return call(function, event)
            except trouble as error:
                if _THROTTLED in error.cause:
                    error.error = f"Lambda.{_THROTTLED}"
                given = json.dumps(event)
                for token in [one for one in tokens if one in given]:
                    tokens[token]["error"] = {"Error": error.error, "Cause": error.cause}
                    tokens[token]["event"].set()
                raise

        return called

    exchange(STEP_FUNCTIONS, "_call_lambda", failing)
