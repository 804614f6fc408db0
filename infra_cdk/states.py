"""How one state of the pipeline is drawn: what it is given, what it leaves, and how often it is tried again.

Whatever moves between states is an id, or words about a failure; `{% … %}` is JSONata, which Step Functions evaluates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aws_cdk import Duration
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct

Fields = dict[str, Any]

GIVEN_RUN = {"run_id": "{% $states.input.run_id %}"}
GIVEN = GIVEN_RUN | {"subject_id": "{% $states.input.subject_id %}"}
"""From what the state is given."""
RUN = {"run_id": "{% $run_id %}"}
SUBJECT = RUN | {"subject_id": "{% $subject_id %}"}
"""From variables, which an earlier state of the same execution has assigned."""
OF_EACH = RUN | {"subject_id": "{% $states.context.Map.Item.Value %}"}

ANSWER = "{% $states.result.Payload %}"
CAUGHT = {
    "error": "{% $states.errorOutput.Error %}",
    "cause": "{% $exists($states.errorOutput.Cause) ? $substring($states.errorOutput.Cause, 0, 2000) : '' %}",
}
_TOLD = {"error": "{% $states.input.error %}", "cause": "{% $states.input.cause %}"}
ANY = ["States.ALL"]


@dataclass(frozen=True)
class Patience:
    """How a kind of failure is tried again."""

    errors: tuple[str, ...]
    first: int
    times: int
    longest: int = 60
    rate: float = 2


PATIENCE = (
    # What a room calls Unavailable: the other side, or the database, may answer soon.
    Patience(("Unavailable",), first=2, times=6),
    # AWS could not call the function at all.
    Patience(
        (
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException",
        ),
        first=1,
        times=8,
        longest=30,
    ),
    # The worker died or ran out of time: every step can be begun again.
    Patience(("Runtime.ExitError", "Runtime.Unknown", "Lambda.Unknown", "Sandbox.Timedout"), first=2, times=3),
)


def answered(field: str) -> str:
    return f"{{% $states.result.Payload.{field} %}}"


def condition(jsonata: str) -> sfn.Condition:
    return sfn.Condition.jsonata(f"{{% {jsonata} %}}")


class States:
    """Makes them below `scope`."""

    def __init__(self, scope: Construct, functions: Mapping[str, lambda_.IFunction]) -> None:
        self._scope = scope
        self._functions = functions

    def call(
        self,
        name: str,
        function: str,
        payload: Fields,
        *,
        about: str,
        leaves: Any = ANSWER,
        remembers: Fields | None = None,
        answer_within: int | None = None,
    ) -> tasks.LambdaInvoke:
        """`answer_within`: the function only hands over a token, and this many seconds an answer is awaited."""
        patterns = sfn.IntegrationPattern
        made = tasks.LambdaInvoke.jsonata(
            self._scope,
            name,
            comment=about,
            lambda_function=self._functions[function],
            payload=sfn.TaskInput.from_object(payload),
            integration_pattern=patterns.WAIT_FOR_TASK_TOKEN if answer_within else patterns.REQUEST_RESPONSE,
            task_timeout=sfn.Timeout.duration(Duration.seconds(answer_within)) if answer_within else None,
            retry_on_service_exceptions=False,
            outputs=leaves,
            assign=remembers,
        )
        for patience in PATIENCE:
            made.add_retry(
                errors=list(patience.errors),
                interval=Duration.seconds(patience.first),
                max_attempts=patience.times,
                backoff_rate=patience.rate,
                max_delay=Duration.seconds(patience.longest),
                jitter_strategy=sfn.JitterType.FULL,
            )
        return made

    def record(self, what: str, item: Fields, *, about: str, leaves: Any = ANSWER) -> tasks.LambdaInvoke:
        """Where a caught failure goes. `item` says whose it is."""
        return self.call(f"Record why {what} failed", "record_failure", item | _TOLD, about=about, leaves=leaves)

    def map_of(self, name: str, over: str, work: sfn.IChainable, *, about: str, at_once: int, leaves: str) -> sfn.Map:
        """In this execution, some side by side. What each left under `leaves` becomes one list."""
        made = sfn.Map.jsonata(
            self._scope,
            name,
            comment=about,
            items=_items(over),
            item_selector=OF_EACH,
            max_concurrency=at_once,
            outputs={leaves: f"{{% [$states.result.{leaves}] %}}"},
        )
        made.item_processor(work)
        return made

    def executions_of(
        self, name: str, over: str, work: sfn.IChainable, *, about: str, at_once: int, label: str
    ) -> sfn.DistributedMap:
        """A child execution for each, so that each may wait for days without the others' history growing."""
        made = sfn.DistributedMap.jsonata(
            self._scope,
            name,
            comment=about,
            items=_items(over),
            item_selector=OF_EACH,
            max_concurrency=at_once,
            label=label,
            # One child's trouble is its own; how the run ends is looked up in the rows.
            tolerated_failure_percentage=100,
            outputs={"decided": "{% $count($states.result) %}"},
        )
        made.item_processor(work)
        return made

    def choice(self, name: str, *, about: str) -> sfn.Choice:
        return sfn.Choice.jsonata(self._scope, name, comment=about)

    def pause(self, name: str, seconds: str, *, about: str) -> sfn.Wait:
        time = sfn.WaitTime.seconds(f"{{% {seconds} %}}")
        return sfn.Wait.jsonata(self._scope, name, comment=about, time=time)

    def done(self, name: str, *, about: str) -> sfn.Succeed:
        return sfn.Succeed.jsonata(self._scope, name, comment=about)

    def failed(self, name: str, *, about: str) -> sfn.Fail:
        return sfn.Fail.jsonata(self._scope, name, comment=about, error="RunFailed", cause="Its row says why")


def _items(over: str) -> sfn.ProvideItems:
    return sfn.ProvideItems.jsonata(f"{{% $states.input.{over} %}}")
