"""The queues, as data. Each has a dead-letter queue, and so has each function that is called without anyone waiting."""

from collections.abc import Callable
from dataclasses import dataclass

from aws_cdk import Duration
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra_cdk.environments import Environment

KEPT = Duration.days(14)
SCORE_SECONDS = 60


Figure = Callable[[Environment], int]


@dataclass(frozen=True)
class QueueShape:
    """Drained by the function of the same name, a message a call, for a call is one transaction, and a slow shop keeps
    nobody else waiting. `receives` is above the five tries that a task's row counts."""

    name: str
    seconds: Figure
    """Its function's time-out."""
    at_once: Figure
    """How many of its messages are worked on at one time."""
    receives: int = 10
    batch: int = 1
    gathers: int = 0
    """Seconds that a call may wait for its batch to fill. In AWS alone: at a laptop somebody waits for each."""
    only_in_aws: bool = False


# Moods are read together.
QUEUES = (
    QueueShape("scrape_market", lambda here: here.scrape_seconds, lambda here: here.scrape_concurrency),
    QueueShape(
        "browse_market", lambda here: here.scrape_seconds, lambda here: here.browse_concurrency, only_in_aws=True
    ),
    QueueShape("export_offers", lambda here: here.export_seconds, lambda here: here.export_concurrency),
    QueueShape("import_rows", lambda here: here.import_seconds, lambda here: here.import_concurrency),
    QueueShape("scrape_social", lambda here: here.scrape_seconds, lambda here: here.listen_concurrency),
    QueueShape(
        "score_sentiment", lambda _here: SCORE_SECONDS, lambda here: here.listen_concurrency, batch=10, gathers=1
    ),
    QueueShape("transcribe_recording", lambda here: here.transcribe_seconds, lambda here: here.transcribe_concurrency),
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
