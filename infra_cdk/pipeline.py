"""The state machine that carries a run down the river: analyse, ideate, generate, approve, publish.

Its states carry ids; what is true stands in rows, and every state may be entered again at any time. The verbs are the
product's own list; what stands here is which function does each, what a state is called, and where it leads.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from aws_cdk import ArnFormat, Duration, RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct

from infra_cdk.environments import Environment
from infra_cdk.functions import LOG_DAYS
from infra_cdk.states import ANSWER, ANY, CAUGHT, GIVEN, GIVEN_RUN, RUN, SUBJECT, Fields, States, answered, condition
from infra_cdk.stubs import given
from wareloom.runs.verbs import verb

NAME = "pipeline"
CHILDREN = "EachDrawnDesign"
"""The distributed map's label: AWS names its child executions, and whose tokens they wait for, after it."""


@dataclass(frozen=True)
class Step:
    """One verb of the run: the function that does it, and what its states are called."""

    verb: str
    function: str
    state: str
    each: str = ""
    """The name of the Map around it, where it is done for each trend or design."""


STEPS = (
    Step("analyse", "analyse_trends", "Analyse trends"),
    Step("ideate", "ideate_designs", "Ideate designs", each="For each trend"),
    Step("generate", "generate_designs", "Generate design", each="For each ordered design"),
    Step("approve", "await_approval", "Await approval", each="For each drawn design"),
    Step("publish", "publish_listings", "Publish listings"),
)
CALLED = tuple(dict.fromkeys([*(step.function for step in STEPS), "expire_design", "record_failure", "finish_run"]))
"""Every function that the state machine calls."""


def arn(scope: Construct, environment: Environment) -> str:
    """Known before the machine is made: its functions are told, and may answer, without a circle."""
    return Stack.of(scope).format_arn(
        service="states",
        resource="stateMachine",
        resource_name=environment.named(NAME),
        arn_format=ArnFormat.COLON_RESOURCE_NAME,
    )


def executions_arn(scope: Construct, environment: Environment) -> str:
    """Of every execution, whatever its name."""
    return f"{arn(scope, environment).replace(':stateMachine:', ':execution:')}:*"


class Pipeline(Construct):
    def __init__(self, scope: Construct, environment: Environment, functions: Mapping[str, lambda_.IFunction]) -> None:
        super().__init__(scope, "Pipeline")
        self._environment = environment
        self._steps = {step.verb: step for step in STEPS}
        self._states = States(self, functions)
        role = self._role([functions[name].function_arn for name in CALLED])
        self.machine = sfn.StateMachine(
            self,
            "Machine",
            state_machine_name=environment.named(NAME),
            query_language=sfn.QueryLanguage.JSONATA,
            definition_body=sfn.DefinitionBody.from_chainable(self._definition()),
            comment="Analyse, ideate, generate, await a person, publish. Given: the run's id",
            timeout=Duration.days(30),
            # Its rights are written below: what the CDK would add covers every version of a function too.
            role=role.without_policy_updates(),
            logs=self._log() if environment.cloud else None,
            tracing_enabled=environment.cloud is not None,
        )
        self.machine.node.add_dependency(role)
        # The CDK's own, which now belongs to nobody.
        self.machine.node.try_remove_child("DistributedMapPolicy")

    def _definition(self) -> sfn.Chain:
        made = self._states
        about = "Closes the run: succeeded, or failed with its first reason. Leaves its status"
        finish = made.call("Finish run", "finish_run", RUN, about=about)
        ideate, generate, decide = self._ideate(), self._generate(), self._decide()
        analyse = self._analyse(finish)
        about = "What no step could say of itself goes to the run's row"
        failed = made.record("run", RUN, about=about)
        failed.next(made.failed("Run failed", about="Resuming the run starts another execution"))
        for state in (ideate, generate, decide, finish):
            state.add_catch(failed, errors=ANY, outputs=CAUGHT)
        how = made.choice("How did it end?", about="By the status that finishing the run left")
        broken = made.failed("Run ended with failures", about="Some of its steps failed, the others are done")
        how.when(condition("$states.input.status = 'failed'"), broken)
        how.otherwise(made.done("Run is done", about="Succeeded, or stopped by a person"))
        return sfn.Chain.start(analyse).next(ideate).next(generate).next(decide).next(finish).next(how)

    def _analyse(self, finish: sfn.IChainable) -> tasks.LambdaInvoke:
        step = self._steps["analyse"]
        state = self._states.call(
            step.state,
            step.function,
            GIVEN_RUN,
            about="Scores the market and picks this run's trends. Leaves their ids",
            leaves={"trend_ids": answered("ids")},
            remembers=GIVEN_RUN,
        )
        item = RUN | {"subject_id": RUN["run_id"]}
        state.add_catch(self._record(step, item).next(finish), errors=ANY, outputs=CAUGHT, assign=GIVEN_RUN)
        return state

    def _ideate(self) -> sfn.Map:
        about = "Ideas for one trend, and an order for a design of each. Leaves the designs' ids"
        return self._for_each("ideate", "trend_ids", leaves="design_ids", about=about)

    def _generate(self) -> sfn.Map:
        about = "Draws one design with its mockups. Leaves its id, or nothing where it was refused"
        return self._for_each("generate", "design_ids", leaves="drawn_ids", about=about)

    def _for_each(self, name: str, over: str, *, leaves: str, about: str) -> sfn.Map:
        """One that fails is noted and leaves nothing, and the others go on."""
        step, at_once = self._steps[name], verb(name).at_once
        work = self._states.call(step.state, step.function, GIVEN, about=about, leaves={leaves: answered("ids")})
        work.add_catch(self._record(step, GIVEN, leaves={leaves: []}), errors=ANY, outputs=GIVEN | CAUGHT)
        about = f"{at_once} at once. Leaves the {leaves.replace('_', ' ')} of all as one list"
        return self._states.map_of(step.each, over, work, about=about, at_once=at_once, leaves=leaves)

    def _decide(self) -> sfn.DistributedMap:
        step = self._steps["approve"]
        about = "An execution for each design, so that all wait side by side. Leaves how many are decided"
        at_once = verb(step.verb).at_once
        each = self._await(step)
        return self._states.executions_of(step.each, "drawn_ids", each, about=about, at_once=at_once, label=CHILDREN)

    def _await(self, step: Step) -> sfn.Chain:
        made = self._states
        waiting = made.call(
            step.state,
            step.function,
            GIVEN | {"token": "{% $states.context.Task.Token %}"},
            about="Keeps the token on the design's row until a person has decided. Leaves the decision",
            leaves={"decision": "{% $states.result.decision %}"},
            remembers=GIVEN,
            answer_within=self._environment.approval_seconds,
        )
        late = made.call(
            "Close expired design",
            "expire_design",
            GIVEN,
            about="Nobody decided in time. Leaves the decision: a person's, if it came at the last moment",
            leaves={"decision": answered("decision")},
            remembers=GIVEN,
        )
        noted = self._record(step, GIVEN)
        waiting.add_catch(late, errors=["States.Timeout"], outputs=GIVEN)
        waiting.add_catch(noted, errors=ANY, outputs=GIVEN | CAUGHT)
        late.add_catch(noted, errors=ANY, outputs=GIVEN | CAUGHT)
        approved = made.choice("Approved?", about="Only what a person approved is published")
        approved.when(condition("$states.input.decision = 'approved'"), self._publish())
        approved.otherwise(made.done("Not to be published", about="Rejected, or expired"))
        late.next(approved)
        return sfn.Chain.start(waiting).next(approved)

    def _publish(self) -> tasks.LambdaInvoke:
        step, made = self._steps["publish"], self._states
        about = "One part of one listing for each call. Leaves whether there is more, and how long to wait for it"
        publish = made.call(step.state, step.function, SUBJECT, about=about)
        publish.add_catch(self._record(step, SUBJECT), errors=ANY, outputs=CAUGHT)
        pause = made.pause("Give channel time", "$states.input.wait", about="As long as the channel asked for")
        more = made.choice("More to publish?", about="Until every part of every listing is settled")
        more.when(condition("$states.input.more and $states.input.wait > 0"), pause.next(publish))
        more.when(condition("$states.input.more"), publish)
        more.otherwise(made.done("Listings settled", about="Published, or refused: their rows say which"))
        publish.next(more)
        return publish

    def _record(self, step: Step, item: Fields, leaves: Fields | None = None) -> tasks.LambdaInvoke:
        about = "Its reason goes to the step's row, and nothing else is held up"
        item = item | {"verb": step.verb}
        return self._states.record(step.state.lower(), item, about=about, leaves=leaves or ANSWER)

    def _role(self, functions: list[str]) -> iam.Role:
        role = iam.Role(self, "Role", assumed_by=given(iam.ServicePrincipal("states.amazonaws.com")))
        machine, executions = arn(self, self._environment), executions_arn(self, self._environment)
        for actions, resources in (
            (("lambda:InvokeFunction",), functions),
            # The distributed map's children are executions of the same machine.
            (("states:StartExecution",), [machine]),
            (("states:DescribeExecution", "states:StopExecution"), [executions]),
            *(((actions, ["*"]) for actions in (_LOGGING, _TRACING)) if self._environment.cloud else ()),
        ):
            role.add_to_policy(iam.PolicyStatement(actions=list(actions), resources=resources))
        return role

    def _log(self) -> sfn.LogOptions:
        group = logs.LogGroup(
            self,
            "Log",
            # AWS keeps the rules of who may write logs short by this prefix.
            log_group_name=f"/aws/vendedlogs/states/{self._environment.named(NAME)}",
            retention=LOG_DAYS[self._environment.log_days],
            removal_policy=RemovalPolicy.DESTROY,
        )
        return sfn.LogOptions(destination=given(group), level=sfn.LogLevel.ALL, include_execution_data=True)


# AWS lets none of these name a resource.
_LOGGING = (
    "logs:CreateLogDelivery",
    "logs:GetLogDelivery",
    "logs:UpdateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:DescribeResourcePolicies",
    "logs:DescribeLogGroups",
)
_TRACING = ("xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets")
