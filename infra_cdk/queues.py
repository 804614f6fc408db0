"""The queues, as data. Each has a dead-letter queue, and so has each function that is called without anyone waiting."""

from collections.abc import Callable
from dataclasses import dataclass

from aws_cdk import Duration
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra_cdk.environments import Environment

KEPT = Duration.days(14)
SCORE_SECONDS = 60


@dataclass(frozen=True)
class QueueShape:
    """Drained by the function of the same name. `receives` is above the five tries that a task's row counts."""

    name: str
    receives: int
    batch: int
    seconds: Callable[[Environment], int]
    """Its function's time-out."""
    at_once: Callable[[Environment], int]
    """How many of its messages are worked on at one time."""
    only_in_aws: bool = False
    gathers: int = 0
    """Seconds that a call may wait for its batch to fill. In AWS alone: at a laptop somebody waits for each."""


# One message a call: a call is one transaction, and a slow shop keeps nobody else waiting. Moods are read together.
QUEUES = (
    QueueShape(
        name="scrape_market",
        receives=10,
        batch=1,
        seconds=lambda environment: environment.scrape_seconds,
        at_once=lambda environment: environment.scrape_concurrency,
    ),
    QueueShape(
        name="browse_market",
        receives=10,
        batch=1,
        seconds=lambda environment: environment.scrape_seconds,
        at_once=lambda environment: environment.browse_concurrency,
        only_in_aws=True,
    ),
    QueueShape(
        name="export_offers",
        receives=10,
        batch=1,
        seconds=lambda environment: environment.export_seconds,
        at_once=lambda environment: environment.export_concurrency,
    ),
    QueueShape(
        name="import_rows",
        receives=10,
        batch=1,
        seconds=lambda environment: environment.import_seconds,
        at_once=lambda environment: environment.import_concurrency,
    ),
    QueueShape(
        name="scrape_social",
        receives=10,
        batch=1,
        seconds=lambda environment: environment.scrape_seconds,
        at_once=lambda environment: environment.listen_concurrency,
    ),
    QueueShape(
        name="score_sentiment",
        receives=10,
        batch=10,
        seconds=lambda _environment: SCORE_SECONDS,
        at_once=lambda environment: environment.listen_concurrency,
        gathers=1,
    ),
    QueueShape(
        name="transcribe_recording",
        receives=10,
        batch=1,
        seconds=lambda environment: environment.transcribe_seconds,
        at_once=lambda environment: environment.transcribe_concurrency,
    ),
)


def queues(environment: Environment) -> tuple[QueueShape, ...]:
    """A laptop has no container images: there the browser is driven by whoever needs it."""
    return tuple(shape for shape in QUEUES if environment.cloud or not shape.only_in_aws)


class Queues(Construct):
    def __init__(self, scope: Construct, environment: Environment) -> None:
        super().__init__(scope, "Queues")
        self._environment = environment
        self.dead: dict[str, sqs.Queue] = {}
        self.work = {shape.name: self._work_queue(shape) for shape in queues(environment)}

    def dead_letters(self, name: str) -> sqs.Queue:
        """Where messages for `name` end that nobody could take."""
        if name not in self.dead:
            self.dead[name] = self._queue(f"{name}-dead")
        return self.dead[name]

    def _work_queue(self, shape: QueueShape) -> sqs.Queue:
        hidden = Duration.seconds(shape.seconds(self._environment) * self._environment.visibility_factor)
        ends = sqs.DeadLetterQueue(queue=self.dead_letters(shape.name), max_receive_count=shape.receives)
        return self._queue(shape.name, hidden=hidden, ends=ends)

    def _queue(
        self, name: str, *, hidden: Duration | None = None, ends: sqs.DeadLetterQueue | None = None
    ) -> sqs.Queue:
        return sqs.Queue(
            self,
            name,
            queue_name=self._environment.named(name),
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=self._environment.tls_only,
            retention_period=KEPT,
            visibility_timeout=hidden,
            receive_message_wait_time=Duration.seconds(20) if hidden else None,
            dead_letter_queue=ends,
        )
