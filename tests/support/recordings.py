"""Recordings handed in as a browser does, and the queue that they wait in, read as Lambda's poller reads it."""

import json
from typing import Any

from urllib3 import PoolManager

from functions.transcribe_recording.handler import handle
from tests.support.api import Api
from tests.support.cloud import RECORDINGS, Emulator

Item = dict[str, Any]


def put(url: str, body: bytes) -> int:
    with PoolManager() as pool:
        return pool.request("PUT", url, body=body, retries=False).status


def announced(api: Api, size: int, *, name: str = "talk.wav", **said: Any) -> Item:
    made = api.post("/recordings", {"name": name, "size": size, **said})
    assert made.status == 201, made.text
    return made.json


def put_part(api: Api, recording_id: str, number: int, body: bytes) -> None:
    (signed,) = api.post(f"/recordings/{recording_id}/parts", {"numbers": [number]}).json["items"]
    assert put(signed["url"], body) == 200


def handed_in(api: Api, body: bytes, **said: Any) -> str:
    """Uploaded and finished: its first message is in the queue."""
    row = announced(api, len(body), **said)
    size = row["upload"]["part_bytes"]
    for number in range(1, row["upload"]["parts"] + 1):
        put_part(api, row["id"], number, body[(number - 1) * size : number * size])
    done = api.post(f"/recordings/{row['id']}/finish")
    assert (done.status, done.json.get("status")) == (200, "queued"), done.text
    return row["id"]


def now(api: Api, recording_id: str) -> Item:
    return api.get(f"/recordings/{recording_id}").json


def nudge(row_id: str) -> Item:
    return {"messageId": "m", "receiptHandle": "r", "body": json.dumps({"id": row_id})}


def deliver(record: Item) -> list[str]:
    return [failed["itemIdentifier"] for failed in handle({"Records": [record]}, None)["batchItemFailures"]]


class Recordings:
    def __init__(self, cloud: Emulator) -> None:
        self._client = cloud.client("sqs")
        self._address = self._client.get_queue_url(QueueName=RECORDINGS)["QueueUrl"]

    def receive(self) -> list[Item]:
        answer = self._client.receive_message(QueueUrl=self._address, MaxNumberOfMessages=10, WaitTimeSeconds=0)
        return [
            {"messageId": got["MessageId"], "receiptHandle": got["ReceiptHandle"], "body": got["Body"]}
            for got in answer.get("Messages", [])
        ]

    def acknowledge(self, record: Item) -> None:
        self._client.delete_message(QueueUrl=self._address, ReceiptHandle=record["receiptHandle"])

    def work(self, *, times: int = 1, backwards: bool = False) -> int:
        """Until nothing waits, each message delivered so often. How many there were."""
        messages = 0
        while records := self.receive():
            for record in reversed(records) if backwards else records:
                messages += 1
                for _ in range(times):
                    assert deliver(record) == []
                self.acknowledge(record)
        return messages
