import json
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from tests.support.cloud import QUEUE, Emulator
from tests.unit.kit.refusing import far_end
from wareloom.kit.ids import new_id
from wareloom.kit.queues import Nudge, postpone, send
from wareloom.kit.settings import QueueSettings


def waiting(cloud: Emulator) -> list[dict[str, Any]]:
    """Every message that can be received now."""
    found: list[dict[str, Any]] = []
    address = QueueSettings.from_env().address(QUEUE)
    while batch := cloud.client("sqs").receive_message(QueueUrl=address, MaxNumberOfMessages=10).get("Messages"):
        found += batch
    return found


def ids(messages: list[dict[str, Any]]) -> Counter[str]:
    return Counter(json.loads(message["Body"])["id"] for message in messages)


@pytest.mark.parametrize("count", [1, 10, 11, 25])
def test_every_nudge_arrives_once_however_many_there_are(cloud: Emulator, count: int) -> None:
    nudges = [Nudge(QUEUE, new_id()) for _ in range(count)]
    send(nudges)
    assert ids(waiting(cloud)) == Counter(str(nudge.id) for nudge in nudges)


def test_a_delayed_nudge_is_not_there_yet(cloud: Emulator) -> None:
    now = new_id()
    send([Nudge(QUEUE, new_id(), timedelta(minutes=5)), Nudge(QUEUE, now)])
    assert ids(waiting(cloud)) == {str(now): 1}


@pytest.mark.parametrize(
    ("delay", "seconds"),
    [(timedelta(hours=2), 900), (timedelta(seconds=-5), 0), (timedelta(seconds=1.6), 2), (timedelta(), 0)],
)
def test_a_delay_is_one_that_the_queue_can_keep(delay: timedelta, seconds: int) -> None:
    assert Nudge(QUEUE, new_id(), delay).seconds() == seconds


def test_a_postponed_message_is_hidden_and_one_that_need_not_wait_is_back_at_once(cloud: Emulator) -> None:
    send([Nudge(QUEUE, new_id())])
    (message,) = waiting(cloud)
    postpone(QUEUE, message["ReceiptHandle"], timedelta())
    (again,) = waiting(cloud)
    assert again["MessageId"] == message["MessageId"]
    postpone(QUEUE, again["ReceiptHandle"], timedelta(days=3))  # longer than a queue can: it hides for hours instead
    assert waiting(cloud) == []


def test_a_nudge_that_the_queue_refuses_is_logged_and_the_rest_are_sent(
    cloud: Emulator, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert cloud

    def refuse_the_first(_operation: str, said: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        first, *others = (entry["Id"] for entry in said["Entries"])
        taken = [{"Id": one, "MessageId": one, "MD5OfMessageBody": "0"} for one in others]
        return 200, {"Successful": taken, "Failed": [{"Id": first, "Code": "Throttled", "SenderFault": False}]}

    with far_end(monkeypatch, refuse_the_first) as asked:
        send([Nudge(QUEUE, new_id()) for _ in range(12)])
    assert [len(said["Entries"]) for _operation, said in asked] == [10, 2]
    assert caplog.text.count("the queue refused a nudge: Throttled") == 2
