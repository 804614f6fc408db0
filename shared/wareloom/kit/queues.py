"""SQS: nudges that say which row wants work. A lost one is sent again by the sweep."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from uuid import UUID

from wareloom.kit import aws
from wareloom.kit.log import logger
from wareloom.kit.settings import QueueSettings

_log = logger(__name__)
_AT_ONCE = 10
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
