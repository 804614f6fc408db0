"""Two workspaces with tokens of their own: nothing crosses, and no token is written down anywhere but in its secret."""

import json
import logging
from collections.abc import Generator
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, text

from tests.support import river as rv
from tests.support.api import Answer, Api, signed_in
from tests.support.cloud import ART, BUCKET, BUS, MACHINE, SHOPS, Emulator
from tests.support.printful_shop import Mischief, Printful, Store
from tests.support.published import (
    PrintfulStall,
    Publication,
    agreed,
    carry,
    identity,
    open_shop,
    practising_printful,
    take_back,
    try_again,
    walking,
)
from tests.support.side_by_side import side_by_side, workers
from wareloom.kit import secrets
from wareloom.kit.database import Base
from wareloom.kit.settings import DatabaseSettings

OURS, THEIRS = "tok_5up3r-s3cret-of-ours", "tok_n0b0dy-else-of-theirs"
BAD = "tok_mistyped-but-still-secret"


@pytest.fixture
def printful(cloud: Emulator, monkeypatch: pytest.MonkeyPatch) -> Generator[Printful]:
    assert cloud
    with practising_printful(monkeypatch) as server:
        yield server


def neighbours(printful: Printful) -> list[tuple[Publication, PrintfulStall]]:
    """Two workspaces, each with a store whose name is the same and whose token is not."""
    both: list[tuple[Publication, PrintfulStall]] = []
    for token in (OURS, THEIRS):
        publication, stall = agreed(), PrintfulStall(printful, printful.opens(token))
        open_shop(publication.owner, stall)
        both.append((publication, stall))
    return both


def nothing_crossed(printful: Printful, both: list[tuple[Publication, PrintfulStall]]) -> None:
    owner_of = {publication.listing.id.hex: stall.store.token for publication, stall in both}
    for publication, stall in both:
        assert publication.listing.status == "published"
        assert list(stall.store.products) == [publication.listing.id.hex]
    touched = [(listing, one) for one in printful.asked for listing in owner_of if listing in told(one)]
    assert {listing for listing, _ in touched} == set(owner_of)
    for listing, one in touched:
        assert one.headers["Authorization"] == f"Bearer {owner_of[listing]}"


def told(asked: Any) -> str:
    return f"{asked.target} {json.dumps(asked.body)}"


def test_two_workspaces_publish_in_turns_each_with_its_own_token(printful: Printful, joined: Connection) -> None:
    """One warm environment serves both, invocation by invocation: what it keeps of the one must not serve the other."""
    assert joined
    both = neighbours(printful)
    going = [walking(publication) for publication, _ in both]
    while going:
        going = [walk for walk in going if next(walk)["more"]]
    nothing_crossed(printful, both)


def test_two_workspaces_publish_at_once_each_with_its_own_token(
    printful: Printful, emptied: Engine, postgres: DatabaseSettings
) -> None:
    both = neighbours(printful)
    walks = [partial(carry, publication, patience=2000) for publication, _ in both]
    side_by_side(workers(emptied, postgres), *walks)
    nothing_crossed(printful, both)


class Everything:
    """All that is written or said anywhere, but for what Secrets Manager keeps."""

    def __init__(self, emulator: Emulator, joined: Connection) -> None:
        self.emulator = emulator
        self.joined = joined
        self.said: list[str] = []
        self._left = self._kept()
        self._queue: str = emulator.client("sqs").create_queue(QueueName="everything")["QueueUrl"]
        attributes = emulator.client("sqs").get_queue_attributes(QueueUrl=self._queue, AttributeNames=["QueueArn"])
        bus = emulator.client("events")
        bus.put_rule(Name="everything", EventBusName=BUS, EventPattern=json.dumps({"source": [{"prefix": "wareloom"}]}))
        target = {"Id": "queue", "Arn": attributes["Attributes"]["QueueArn"]}
        bus.put_targets(Rule="everything", EventBusName=BUS, Targets=[target])

    def close(self) -> None:
        bus = self.emulator.client("events")
        bus.remove_targets(Rule="everything", EventBusName=BUS, Ids=["queue"])
        bus.delete_rule(Name="everything", EventBusName=BUS)
        self.emulator.client("sqs").delete_queue(QueueUrl=self._queue)

    def keep(self, answer: Any) -> None:
        self.said.append(f"{answer.headers} {answer.text}" if isinstance(answer, Answer) else json.dumps(answer))

    def rows(self) -> str:
        tables = Base.metadata.tables
        found = [self.joined.scalars(text(f"SELECT t::text FROM {name} t")).all() for name in tables]  # noqa: S608 - our own tables
        return "\n".join(row for rows in found for row in rows)

    def events(self) -> str:
        queue, heard = self.emulator.client("sqs"), ""
        while messages := queue.receive_message(QueueUrl=self._queue, MaxNumberOfMessages=10).get("Messages", []):
            heard += "\n".join(message["Body"] for message in messages)
            for message in messages:
                queue.delete_message(QueueUrl=self._queue, ReceiptHandle=message["ReceiptHandle"])
        return heard

    def states(self, run_id: UUID) -> str:
        machines = self.emulator.client("stepfunctions")
        pages = machines.get_paginator("list_executions").paginate(stateMachineArn=MACHINE)
        mine = [one["executionArn"] for page in pages for one in page["executions"] if str(run_id) in one["name"]]
        return "\n".join(str(machines.describe_execution(executionArn=one)) for one in mine)

    def objects(self) -> str:
        """What other tests of the process have left is not ours."""
        bucket = self.emulator.client("s3")
        return "".join(
            key + bucket.get_object(Bucket=name, Key=key)["Body"].read().decode("latin-1")
            for name, key, _ in sorted(self._kept() - self._left)
        )

    def _kept(self) -> set[tuple[str, str, str]]:
        found = ((name, one) for name in (BUCKET, ART) for one in self.emulator.kept(name))
        return {(name, one["Key"], f"{one['ETag']} {one['LastModified']}") for name, one in found}


@pytest.fixture
def everything(cloud: Emulator, joined: Connection) -> Generator[Everything]:
    made = Everything(cloud, joined)
    yield made
    made.close()


def connect(api: Api, everything: Everything, token: str, name: str = "") -> Answer:
    answer = api.post("/shops", {"channel": "printful", "name": name, "credentials": {"token": token}})
    everything.keep(answer)
    return answer


def a_whole_life(api: Api, everything: Everything, server: Printful, store: Store) -> Publication:
    """Connected badly and well, published, failed, blocked, retried, withdrawn, disconnected."""
    assert connect(api, everything, BAD).status == 422
    assert connect(api, everything, f"{BAD} with a space").status == 422
    assert connect(api, everything, BAD * 200).status == 400
    server.mischief = [Mischief("GET", "/stores", status=500, message=f"Database away for {OURS}")]
    assert connect(api, everything, OURS).status == 503
    shop = connect(api, everything, OURS)
    assert shop.status == 201
    owner = identity(api)
    publication = agreed(owner)
    server.mischief = [
        Mischief("GET", "/products/", status=500, message=f"Trace: Bearer {OURS}"),
        Mischief("POST", "/store/products", status=400, message=f"Bad request of {OURS}"),
    ]
    spoken = carry(publication)
    store.token = "tok_another-one"
    try_again(publication)
    spoken += carry(publication)
    store.token = OURS
    try_again(publication)
    spoken += carry(publication)
    assert publication.listing.status == "published"
    kept = f"{SHOPS}/{owner.tenant_id}/{shop.json['id']}"
    assert secrets.read(kept) == {"token": OURS}
    secrets.write(kept, {"token": OURS, "mistyped": OURS})  # somebody was in the console
    take_back(publication)
    spoken += carry(publication)
    assert "cannot be read" in (publication.listing.reason or "")
    secrets.write(kept, {"token": OURS})
    take_back(publication)
    spoken += carry(publication)
    assert publication.listing.status == "withdrawn"
    for path in ("/shops", "/listings", f"/listings/{publication.listing.id}", "/channels", "/runs", "/audit"):
        answer = api.get(path)
        assert answer.status == 200
        everything.keep(answer)
    everything.keep(api.delete(f"/shops/{shop.json['id']}"))
    everything.keep(spoken)
    return publication


def test_no_token_is_ever_in_a_row_a_log_an_event_an_object_a_state_or_an_answer(
    printful: Printful,
    everything: Everything,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    publication = a_whole_life(signed_in(), everything, printful, printful.opens(OURS, "Paper Fox Prints"))
    run_id, listing_id = publication.river.run_id, str(publication.listing.id)
    printed = capfd.readouterr()
    everything.emulator.client("s3").put_object(Bucket=ART, Key=f"tests/{run_id}", Body=b"seen, if it is looked for")
    places = {
        "rows": (everything.rows(), listing_id),
        "events": (everything.events(), listing_id),
        "objects": (everything.objects(), str(run_id)),
        "states": (everything.states(run_id), str(run_id)),
        "answers": ("\n".join(everything.said), listing_id),
        "logs": (caplog.text + printed.out + printed.err, str(run_id)),
    }
    for place, (written, looked_for) in places.items():
        assert looked_for in written, f"nothing was found in {place}: this test looks in the wrong place"
        for token in (OURS, BAD):
            assert token not in written, place
    assert rv.step_of(run_id, "publish", publication.design_id).status == "done"
