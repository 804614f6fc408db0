"""Files handed in as a browser does: announced, posted with the form that came back, started."""

import json
from typing import Any

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session
from urllib3 import PoolManager

from functions.import_rows.handler import handle
from tests.support.api import Api
from tests.support.cloud import IMPORTS, Emulator
from wareloom.market.claims.models import Claim

Item = dict[str, Any]
COUNTS = ("rows_new", "rows_changed", "rows_unchanged", "rows_bad")


def post_form(form: Item, body: bytes) -> int:
    fields = [*form["fields"].items(), ("file", ("list.csv", body, "application/octet-stream"))]
    with PoolManager() as pool:
        return pool.request("POST", form["url"], fields=fields, retries=False).status


def uploaded(api: Api, body: bytes, *, kind: str = "offers", name: str = "list.csv") -> str:
    made = api.post("/imports", {"kind": kind, "name": name, "size": len(body)})
    assert made.status == 201, made.text
    assert post_form(made.json["upload"], body) < 300
    return made.json["id"]


def started(api: Api, body: bytes, *, kind: str = "offers", name: str = "list.csv", **said: Any) -> str:
    import_id = uploaded(api, body, kind=kind, name=name)
    begun = api.post(f"/imports/{import_id}/start", said)
    assert (begun.status, begun.json.get("status")) == (200, "queued"), begun.text
    return import_id


def submitted(api: Api, body: bytes, url: str) -> str:
    made = api.post("/submitted-pages", {"url": url, "size": len(body)})
    assert made.status == 201, made.text
    assert post_form(made.json["upload"], body) < 300
    assert api.post(f"/submitted-pages/{made.json['id']}/start").status == 200
    return made.json["id"]


class Imports:
    """The queue of uploads, read as Lambda's poller reads it."""

    def __init__(self, cloud: Emulator) -> None:
        self._client = cloud.client("sqs")
        self._address = self._client.get_queue_url(QueueName=IMPORTS)["QueueUrl"]

    def receive(self) -> list[Item]:
        answer = self._client.receive_message(QueueUrl=self._address, MaxNumberOfMessages=10, WaitTimeSeconds=0)
        return [
            {"messageId": got["MessageId"], "receiptHandle": got["ReceiptHandle"], "body": got["Body"]}
            for got in answer.get("Messages", [])
        ]

    def acknowledge(self, record: Item) -> None:
        self._client.delete_message(QueueUrl=self._address, ReceiptHandle=record["receiptHandle"])

    def work(self, *, times: int = 1) -> int:
        """Until nothing waits, each message delivered so often. How many there were."""
        messages = 0
        while records := self.receive():
            for record in records:
                messages += 1
                for _ in range(times):
                    assert deliver(record) == []
                self.acknowledge(record)
        return messages


def deliver(record: Item) -> list[str]:
    return [failed["itemIdentifier"] for failed in handle({"Records": [record]}, None)["batchItemFailures"]]


def nudge(row_id: str) -> Item:
    return {"messageId": "m", "receiptHandle": "r", "body": json.dumps({"id": row_id})}


def offers(count: int, *, bad_every: int = 0, price: str = "12.50") -> bytes:
    lines = ["id,title,marketplace,price,seen_at"]
    for number in range(count):
        cost = "free" if bad_every and number % bad_every == bad_every - 1 else price
        lines.append(f"{number},Mug no. {number},etsy,{cost},2026-10-01")
    return "\n".join(lines).encode()


def now(owner: Api, import_id: str) -> Item:
    return owner.get(f"/imports/{import_id}").json


def counted(owner: Api, import_id: str) -> tuple[int, ...]:
    row = now(owner, import_id)
    return tuple(row[name] for name in COUNTS)


def kept(engine: Engine) -> tuple[int, int]:
    """Claims, and different offers among them."""
    with Session(engine) as session:
        query = select(func.count(), func.count(Claim.external_id.distinct()))
        claims, different = session.execute(query).one()
        return claims, different
