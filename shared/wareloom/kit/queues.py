"""SQS: nudges that say which row wants work. A lost one is sent again by the sweep."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from wareloom.kit import aws
from wareloom.kit.errors import Unavailable
from wareloom.kit.log import logger
from wareloom.kit.settings import QueueSettings

if TYPE_CHECKING:
    from mypy_boto3_sqs.literals import QueueAttributeNameType

_log = logger(__name__)
_AT_ONCE = 10
_DEAD = "-dead"
"""What a dead-letter queue is called more than its queue."""
_COUNTS: list["QueueAttributeNameType"] = [
    "ApproximateNumberOfMessages",
    "ApproximateNumberOfMessagesDelayed",
    "ApproximateNumberOfMessagesNotVisible",
]
LONGEST_DELAY = timedelta(minutes=15)
"""Of a message that is being sent; one that was received can be hidden for longer."""
_LONGEST_HIDDEN = 11 * 3600


@dataclass(frozen=True)
class Nudge:
    queue: str
    id: UUID
    delay: timedelta = field(default=timedelta())

    def seconds(self) -> int:
        return max(0, round(min(LONGEST_DELAY, self.delay).total_seconds()))


def postpone(queue: str, receipt: str, delay: timedelta) -> None:
    """Let a message that was received come back after `delay` rather than at once."""
    seconds = min(_LONGEST_HIDDEN, max(0, round(delay.total_seconds())))
    address = QueueSettings.from_env().address(queue)
    aws.sqs().change_message_visibility(QueueUrl=address, ReceiptHandle=receipt, VisibilityTimeout=seconds)


def send(nudges: list[Nudge]) -> None:
    addresses = QueueSettings.from_env()
    for queue, group in groupby(sorted(nudges, key=lambda nudge: nudge.queue), key=lambda nudge: nudge.queue):
        waiting = list(group)
        for start in range(0, len(waiting), _AT_ONCE):
            _send_batch(addresses.address(queue), waiting[start : start + _AT_ONCE])


@dataclass(frozen=True)
class Depth:
    """About how many messages there are: SQS counts on many machines, and promises no more."""

    queue: str
    waiting: int
    """Also those that are to wait for their time."""
    in_flight: int
    dead: int | None
    """None where there is no queue for them."""


def depths() -> list[Depth]:
    """Of every queue that this function knows."""
    addresses = QueueSettings.from_env()
    return [_depth(queue, address) for queue, address in addresses.model_dump(exclude_none=True).items()]


def _depth(queue: str, address: str) -> Depth:
    alive, dead = _counted(address), _counted(address + _DEAD)
    if alive is None:
        raise Unavailable(f"The queue {queue} cannot be found. Try again in a minute.")
    waiting = alive["ApproximateNumberOfMessages"] + alive["ApproximateNumberOfMessagesDelayed"]
    in_flight = alive["ApproximateNumberOfMessagesNotVisible"]
    return Depth(queue, waiting, in_flight, None if dead is None else sum(dead.values()))


def _counted(address: str) -> dict[str, int] | None:
    from botocore.exceptions import BotoCoreError, ClientError

    client = aws.sqs()
    try:
        told = client.get_queue_attributes(QueueUrl=address, AttributeNames=_COUNTS)["Attributes"]
    except client.exceptions.QueueDoesNotExist:
        return None
    except (BotoCoreError, ClientError) as error:
        raise Unavailable(f"The queues cannot be counted now ({type(error).__name__}).") from error
    return {name: int(told.get(name, 0)) for name in _COUNTS}


def _send_batch(address: str, nudges: list[Nudge]) -> None:
    answer = aws.sqs().send_message_batch(
        QueueUrl=address,
        Entries=[
            {"Id": str(number), "MessageBody": json.dumps({"id": str(nudge.id)}), "DelaySeconds": nudge.seconds()}
            for number, nudge in enumerate(nudges)
        ],
    )
    for refused in answer.get("Failed", []):
        _log.warning("the queue refused a nudge: %s", refused.get("Message", refused["Code"]))
