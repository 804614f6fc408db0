"""What happens on the clock: watched targets are collected and networks heard when due, and leftovers are swept."""

from collections.abc import Mapping
from datetime import timedelta

from aws_cdk import Duration
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_scheduler as scheduler
from aws_cdk import aws_scheduler_targets as targets
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra_cdk.environments import Environment
from infra_cdk.queues import Queues
from infra_cdk.stubs import given
from wareloom.market.marketplaces.registry import MARKETPLACES
from wareloom.social.listening.ways import listened_to

RUNS_EVERY = timedelta(days=1)
LOOK_EVERY = timedelta(minutes=15)
"""How often it is looked whether a watched target is due: each has a pace of its own."""
LISTEN_EVERY = timedelta(minutes=2)
"""How often it is looked whether a network is due to be heard about a subject: each has a pace of its own."""
MATCH_EVERY = timedelta(hours=1)
SWEEP_EVERY = timedelta(minutes=5)
ALERTS_EVERY = timedelta(minutes=5)
_MOST_FLEXIBLE = timedelta(minutes=15)


class Schedules(Construct):
    def __init__(
        self, scope: Construct, environment: Environment, functions: Mapping[str, lambda_.IFunction], queues: Queues
    ) -> None:
        super().__init__(scope, "Schedules")
        self._environment = environment
        self._functions = functions
        self._queues = queues
        self._group = scheduler.ScheduleGroup(self, "Group", schedule_group_name=f"wareloom-{environment.name}")
        self._role = iam.Role(self, "Caller", assumed_by=given(iam.ServicePrincipal("scheduler.amazonaws.com")))
        for name in MARKETPLACES:
            self._every(LOOK_EVERY, "schedule_market", f"collect-{name}", {"marketplace": name})
        for name in listened_to():
            self._every(LISTEN_EVERY, "schedule_social", f"listen-{name}", {"network": name})
        self._every(MATCH_EVERY, "match_offers", "matches", {})
        self._every(RUNS_EVERY, "schedule_runs", "daily-runs", {})
        self._every(ALERTS_EVERY, "watch_alerts", "alerts", {})
        self._every(SWEEP_EVERY, "sweep_unfinished", "sweep", {})

    def _every(self, pace: timedelta, function: str, name: str, message: dict[str, str]) -> None:
        target = targets.LambdaInvoke(
            self._functions[function],
            input=scheduler.ScheduleTargetInput.from_object(message),
            # Its rights are written below: what the target would add covers every version of the function too.
            role=self._role.without_policy_updates(),
            retry_attempts=3,
            max_event_age=Duration.seconds(min(pace, timedelta(hours=1)).total_seconds()),
            dead_letter_queue=self._queues.dead_letters(function),
        )
        made = scheduler.Schedule(
            self,
            name,
            schedule_name=self._environment.named(name),
            schedule_group=self._group,
            schedule=scheduler.ScheduleExpression.rate(Duration.seconds(pace.total_seconds())),
            # Nobody waits for the minute, and shops are spared a thundering herd.
            time_window=scheduler.TimeWindow.flexible(Duration.minutes(flexible_minutes(pace))),
            target=given(target),
        )
        made.node.add_dependency(self._may_call(function, self._queues.dead_letters(function)))

    def _may_call(self, function: str, dead_letters: sqs.Queue) -> iam.Grant:
        return iam.Grant.add_to_principal(
            grantee=self._role,
            actions=["lambda:InvokeFunction"],
            resource_arns=[self._functions[function].function_arn],
        ).combine(
            iam.Grant.add_to_principal(
                grantee=self._role, actions=["sqs:SendMessage"], resource_arns=[dead_letters.queue_arn]
            )
        )


def flexible_minutes(pace: timedelta) -> int:
    return max(1, int(min(pace / 4, _MOST_FLEXIBLE).total_seconds() // 60))
