"""What wakes a person, in staging and production. The local engine does not judge alarms, so it has none."""

from collections.abc import Mapping

from aws_cdk import ArnFormat, Duration, Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_rds as rds
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra_cdk.environments import Cloud, Environment
from infra_cdk.queues import Queues
from infra_cdk.rest_api import RestApi
from infra_cdk.stubs import given

OVER = cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD
UNDER = cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
_FIVE_MINUTES = Duration.minutes(5)
_WAITED_TOO_LONG = Duration.minutes(30)


def alarm_topic(scope: Construct, environment: Environment, cloud: Cloud) -> sns.ITopic:
    """Lives with the data, so that replacing the app loses no subscriber."""
    topic = sns.Topic(scope, "Alarms", topic_name=environment.named("alarms"), enforce_ssl=True)
    if cloud.alarm_email:
        topic.add_subscription(given(subscriptions.EmailSubscription(cloud.alarm_email)))
    return given(topic)


def known_topic(scope: Construct, environment: Environment) -> sns.ITopic:
    arn = Stack.of(scope).format_arn(
        service="sns", resource=environment.named("alarms"), arn_format=ArnFormat.NO_RESOURCE_NAME
    )
    return sns.Topic.from_topic_arn(scope, "AlarmTopic", arn)


class Alarms(Construct):
    def __init__(self, scope: Construct, environment: Environment, topic: sns.ITopic) -> None:
        super().__init__(scope, "Watch")
        self._environment = environment
        self._tell: cloudwatch.IAlarmAction = given(actions.SnsAction(topic))

    def watch_functions(self, functions: Mapping[str, lambda_.IFunction]) -> None:
        for name, function in functions.items():
            errors = function.metric_errors(period=_FIVE_MINUTES)
            self._alarm(f"{name}-errors", errors, 0, f"{name} failed: read its log")
            throttles = function.metric_throttles(period=_FIVE_MINUTES)
            self._alarm(f"{name}-throttles", throttles, 0, f"{name} was refused: too many at once")

    def watch_queues(self, queues: Queues) -> None:
        for name, queue in queues.work.items():
            age = queue.metric_approximate_age_of_oldest_message(period=_FIVE_MINUTES)
            about = f"{name} falls behind: its oldest message waits"
            self._alarm(f"{name}-age", age, _WAITED_TOO_LONG.to_seconds(), about, periods=3)
        for name, queue in queues.dead.items():
            depth = queue.metric_approximate_number_of_messages_visible(period=_FIVE_MINUTES, statistic="Maximum")
            self._alarm(f"{name}-dead", depth, 0, f"Messages for {name} were given up: see the runbook")

    def watch_api(self, api: RestApi) -> None:
        faults = api.api.metric_server_error(period=_FIVE_MINUTES, statistic="Sum")
        self._alarm("api-5xx", faults, 5, "The API answers with errors of ours")
        slow = api.api.metric_latency(period=_FIVE_MINUTES, statistic="p95")
        self._alarm("api-slow", slow, 3000, "The API is slow: one in twenty waits over three seconds", periods=3)

    def watch_runs(self, machine: sfn.StateMachine) -> None:
        failed = machine.metric_failed(period=_FIVE_MINUTES)
        self._alarm("runs-failed", failed, 0, "A run ended with failures: its page says which step, and why")
        late = machine.metric_timed_out(period=_FIVE_MINUTES)
        self._alarm("runs-timed-out", late, 0, "A run was not done within its month: resume it, or stop it")
        throttled = machine.metric_throttled(period=_FIVE_MINUTES)
        self._alarm("runs-throttled", throttled, 0, "Step Functions held runs back: too many states entered at once")

    def watch_database(self, database: rds.DatabaseInstance, storage_gb: int) -> None:
        busy = database.metric_cpu_utilization(period=_FIVE_MINUTES)
        self._alarm("database-cpu", busy, 85, "The database is busy", periods=3)
        room = database.metric_free_storage_space(period=_FIVE_MINUTES, statistic="Minimum")
        self._alarm("database-storage", room, storage_gb * 1e9 * 0.1, "The database runs out of room", when=UNDER)
        memory = database.metric_freeable_memory(period=_FIVE_MINUTES, statistic="Minimum")
        self._alarm("database-memory", memory, 128e6, "The database runs out of memory", when=UNDER, periods=3)

    def _alarm(
        self,
        name: str,
        metric: cloudwatch.Metric,
        threshold: float,
        about: str,
        *,
        when: cloudwatch.ComparisonOperator = OVER,
        periods: int = 1,
    ) -> None:
        alarm = cloudwatch.Alarm(
            self,
            name,
            alarm_name=self._environment.named(name),
            alarm_description=about,
            metric=metric,
            threshold=threshold,
            comparison_operator=when,
            evaluation_periods=periods,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )
        alarm.add_alarm_action(self._tell)
        alarm.add_ok_action(self._tell)
