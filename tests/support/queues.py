"""The real queue, read as Lambda's poller reads it."""

from collections.abc import Callable
from typing import Any

from tests.support.cloud import Emulator

Record = dict[str, Any]


class Poller:
    def __init__(self, cloud: Emulator, name: str, handle: Callable[[Any, Any], Any]) -> None:
        self.client = cloud.client("sqs")
        self.address = self.client.get_queue_url(QueueName=name)["QueueUrl"]
        self._handle = handle

    def receive(self) -> list[Record]:
        answer = self.client.receive_message(QueueUrl=self.address, MaxNumberOfMessages=10, WaitTimeSeconds=0)
        return [
            {"messageId": got["MessageId"], "receiptHandle": got["ReceiptHandle"], "body": got["Body"]}
            for got in answer.get("Messages", [])
        ]

    def deliver(self, *records: Record) -> list[str]:
        answer = self._handle({"Records": list(records)}, None)
        return [failed["itemIdentifier"] for failed in answer["batchItemFailures"]]

    def acknowledge(self, records: list[Record]) -> None:
        for record in records:
            self.client.delete_message(QueueUrl=self.address, ReceiptHandle=record["receiptHandle"])

    def drain(self, *, times: int = 1) -> int:
        """Deliver all that waits, `times` times each, until nothing does. Returns how many messages there were."""
        messages = 0
        while records := self.receive():
            messages += len(records)
            failed = list[str]()
            for _ in range(times):
                failed = self.deliver(*records)
            self.acknowledge([record for record in records if record["messageId"] not in failed])
        return messages
