"""The bus that rooms announce on, and the rule that carries every announcement to the open sockets."""

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra_cdk.environments import Environment
from infra_cdk.stubs import given


class Bus(Construct):
    def __init__(self, scope: Construct, environment: Environment) -> None:
        super().__init__(scope, "Bus")
        self.bus = events.EventBus(self, "Bus", event_bus_name=f"wareloom-{environment.name}")

    def push_everything(self, to: lambda_.IFunction, dead_letters: sqs.Queue) -> None:
        """A push that is hours late tells a browser nothing it has not fetched by then."""
        rule = events.Rule(
            self,
            "Push",
            event_bus=self.bus,
            description="What any room announces goes to the sockets",
            event_pattern=events.EventPattern(source=events.Match.prefix("wareloom.")),
        )
        target = targets.LambdaFunction(
            to, dead_letter_queue=dead_letters, retry_attempts=3, max_event_age=Duration.hours(1)
        )
        rule.add_target(given(target))
