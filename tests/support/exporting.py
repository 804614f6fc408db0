"""Exports as a queue has them written, and as whoever downloads them reads them."""

import csv
import io
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session
from urllib3 import PoolManager

from functions.export_offers.handler import handle
from tests.support.api import Api
from tests.support.cloud import BUCKET, Emulator
from tests.support.side_by_side import a_worker, workers
from wareloom.accounts.identity import Identity
from wareloom.kit import objects
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import unit_of_work
from wareloom.market.exports.export import export
from wareloom.market.exports.models import Export
from wareloom.market.exports.open import Wanted, open_export
from wareloom.market.exports.place import files
from wareloom.market.exports.queries import parts
from wareloom.market.exports.write import Portions
from wareloom.market.models import Offer
from wareloom.market.offers import OfferSearch

Rows = list[dict[str, Any]]
OFFERS = 9
# Each of 1.5 MB: S3 wants 5 MiB of each part but the last, and these are three parts in as many slices.
SMALL = Portions(slice_rows=1, offers_at_once=1, part_bytes=5 << 20)


class Queue:
    """The real queue, read as Lambda's poller reads it."""

    def __init__(self, cloud: Emulator) -> None:
        self._client = cloud.client("sqs")
        self._address = self._client.get_queue_url(QueueName="export_offers")["QueueUrl"]

    def receive(self) -> list[dict[str, Any]]:
        answer = self._client.receive_message(QueueUrl=self._address, MaxNumberOfMessages=10, WaitTimeSeconds=0)
        return [
            {"messageId": got["MessageId"], "receiptHandle": got["ReceiptHandle"], "body": got["Body"]}
            for got in answer.get("Messages", [])
        ]

    def acknowledge(self, records: Sequence[dict[str, Any]]) -> None:
        for record in records:
            self._client.delete_message(QueueUrl=self._address, ReceiptHandle=record["receiptHandle"])

    def work_off(self) -> int:
        """Until nothing is left. Returns how many messages there were."""
        messages = 0
        while records := self.receive():
            assert deliver(*records) == []
            self.acknowledge(records)
            messages += len(records)
        return messages


def deliver(*records: dict[str, Any]) -> list[str]:
    answer = handle({"Records": list(records)}, None)
    return [failed["itemIdentifier"] for failed in answer["batchItemFailures"]]


def now(export_id: UUID) -> Export:
    with unit_of_work() as work:
        return work.session.get_one(Export, export_id)


def fetched(url: str) -> tuple[bytes, dict[str, str]]:
    with PoolManager() as pool:
        answer = pool.request("GET", url)
    assert answer.status == 200, answer.data
    return answer.data, {name.lower(): value for name, value in answer.headers.items()}


def read(name: str, body: bytes) -> Rows:
    """As the libraries of those who receive it do."""
    match name.rpartition(".")[2]:
        case "csv":
            csv.field_size_limit(1 << 24)  # of the process: what was read before may have lowered it
            return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))
        case "jsonl":
            return [orjson.loads(line) for line in body.split(b"\n") if line]
        case _:
            return import_module("pyarrow.parquet").read_table(io.BytesIO(body)).to_pylist()


def opened(owner: Identity, format_: str = "csv", search: OfferSearch = OfferSearch(), what: str = "offers") -> UUID:  # noqa: B008 - frozen
    with unit_of_work() as work:
        wanted = Wanted(what=what, format=format_, search=search)
        return open_export(work, tenant_id=owner.tenant_id, actor=owner.actor, wanted=wanted).id


def a_slice(export_id: UUID, portions: Portions = SMALL) -> Export:
    with unit_of_work() as work:
        export(work, export_id, portions=portions)
    return now(export_id)


def to_the_end(export_id: UUID, portions: Portions = SMALL) -> Export:
    while (row := a_slice(export_id, portions)).status == "running":
        pass
    return row


def read_all(export_id: UUID) -> Rows:
    """As somebody reads the files who fetched them."""
    with unit_of_work() as work:
        row = work.session.get_one(Export, export_id)
        links = [(one.name, objects.link(BUCKET, one.key)) for one in files(row, parts(work.session, export_id))]
    return [item for name, url in links for item in read(name, fetched(url)[0])]


def found(export_id: UUID) -> list[str]:
    return [item["id"] for item in read_all(export_id)]


def everything(emptied: Engine) -> list[str]:
    with Session(emptied) as session:
        return [str(each) for each in session.scalars(select(Offer.id).order_by(Offer.id))]


def uploads(cloud: Emulator) -> list[dict[str, str]]:
    return cloud.unfinished("exports/")


@contextmanager
def meanwhile(emptied: Engine, postgres: DatabaseSettings, act: Callable[[], object]) -> Generator[None]:
    """Somebody acts, and commits, when the worker has claimed its row and begins to read offers."""
    waiting = [act]

    def happen(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if "FROM market_offers" in statement and waiting:
            with a_worker(workers(emptied, postgres)):
                waiting.pop()()

    event.listen(emptied, "before_cursor_execute", happen)
    try:
        yield
    finally:
        event.remove(emptied, "before_cursor_execute", happen)
    assert not waiting


def acted(act: Callable[..., object], owner: Identity, export_id: UUID) -> None:
    with unit_of_work() as work:
        act(work, tenant_id=owner.tenant_id, actor=owner.actor, export_id=export_id)


def asked(api: Api, **wanted: Any) -> dict[str, Any]:
    answer = api.post("/exports", wanted)
    assert answer.status == 201, answer.text
    return answer.json


def exported(api: Api, queue: Queue, **wanted: Any) -> Rows:
    export_id = asked(api, **wanted)["id"]
    queue.work_off()
    return [row for name, body, _headers in downloaded(api, export_id) for row in read(name, body)]


def downloaded(api: Api, export_id: str) -> Iterator[tuple[str, bytes, dict[str, str]]]:
    shown = api.get(f"/exports/{export_id}").json
    assert shown["status"] == "succeeded", shown
    assert shown["rows_done"] == shown["rows_total"] == sum(file["rows"] for file in shown["files"])
    for file in shown["files"]:
        body, headers = fetched(file["url"])
        assert len(body) == file["bytes"]
        yield file["name"], body, headers
