"""The river from the market to a person, handler by handler, with a real drawing, its bytes and what is said of it."""

import json
from collections.abc import Generator
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, select
from urllib3 import request

from functions.api.routes.design_shapes import picture_url
from tests.support import river
from tests.support.cloud import ART, BUS, Emulator
from wareloom.audit.models import AuditEntry
from wareloom.designs import queries
from wareloom.designs.models import Design, Mockup
from wareloom.ideas.models import BriefRow, Idea
from wareloom.kit import objects
from wareloom.kit.work import unit_of_work
from wareloom.market.models import Offer, Sighting
from wareloom.trends.models import Pick, Trend

pytestmark = pytest.mark.usefixtures("cloud", "joined")


class Bus:
    """Everything that was announced, read from a queue behind a rule."""

    def __init__(self, cloud: Emulator) -> None:
        self._queues, self._events = cloud.client("sqs"), cloud.client("events")
        self._address = self._queues.create_queue(QueueName="overheard")["QueueUrl"]
        named = self._queues.get_queue_attributes(QueueUrl=self._address, AttributeNames=["QueueArn"])
        pattern = json.dumps({"source": [{"prefix": "wareloom."}]})
        self._events.put_rule(Name="overheard", EventBusName=BUS, EventPattern=pattern)
        target = {"Id": "overheard", "Arn": named["Attributes"]["QueueArn"]}
        self._events.put_targets(Rule="overheard", EventBusName=BUS, Targets=[target])

    def heard(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while True:
            answer = self._queues.receive_message(QueueUrl=self._address, MaxNumberOfMessages=10, WaitTimeSeconds=0)
            messages = answer.get("Messages", [])
            if not messages:
                return found
            found += [json.loads(message["Body"]) for message in messages]
            for message in messages:
                self._queues.delete_message(QueueUrl=self._address, ReceiptHandle=message["ReceiptHandle"])

    def close(self) -> None:
        self._events.remove_targets(Rule="overheard", EventBusName=BUS, Ids=["overheard"])
        self._events.delete_rule(Name="overheard", EventBusName=BUS)
        self._queues.delete_queue(QueueUrl=self._address)


@pytest.fixture
def bus(cloud: Emulator) -> Generator[Bus]:
    made = Bus(cloud)
    yield made
    made.close()


def names(events: list[dict[str, Any]]) -> set[str]:
    return {event["detail-type"] for event in events}


def acts(joined: Connection, tenant_id: UUID) -> list[str]:
    query = select(AuditEntry.act).where(AuditEntry.tenant_id == tenant_id).order_by(AuditEntry.number)
    return list(joined.scalars(query))


def test_every_verb_leaves_what_the_next_one_works_on(joined: Connection) -> None:
    stream = river.opened(trends=2)
    trends = river.ids(river.analyse(stream.run_id))
    assert [row.name for row in picked(joined, stream.run_id)] == ["Knitting", "Sauna"]
    designs = [design for trend in trends for design in river.ids(river.ideate(stream.run_id, trend))]
    assert (river.count(BriefRow), river.count(Idea), river.count(Design)) == (2, 6, 6)
    for design in designs:
        river.sketch(stream.run_id, design)
        assert river.stand(stream.run_id, design, f"token-{design}")["stands"] == "waiting"
    assert river.run_of(stream.run_id).status == "waiting"
    for design in designs:
        river.approve(stream, design)
        river.publish_all(stream.run_id, design)
    assert river.finish(stream.run_id) == {"status": "succeeded"}
    done = river.run_of(stream.run_id)
    assert (done.status, done.reason, done.ended_at is not None) == ("succeeded", None, True)


def picked(joined: Connection, run_id: UUID) -> list[Any]:
    query = select(Trend.name, Pick.reason).join(Pick, Pick.trend_id == Trend.id)
    return list(joined.execute(query.where(Pick.run_id == run_id).order_by(Pick.rank)))


def test_a_run_takes_no_more_trends_than_it_was_asked_for(joined: Connection) -> None:
    stream = river.opened(trends=1)
    river.analyse(stream.run_id)
    ((name, reason),) = picked(joined, stream.run_id)
    assert name == "Knitting"
    assert "First by overall score" in reason


def test_a_drawn_design_is_in_s3_at_print_size_with_thumbnail_and_mockups(cloud: Emulator) -> None:
    import pyvips

    stream = river.opened()
    (design_id,) = river.walk(stream.run_id)
    design = river.design_of(design_id)
    assert (design.status, design.reason, design.studio) == ("waiting", None, "typographic")
    whole = objects.get(ART, f"designs/{design.tenant_id}/{design.id}/art.png")
    picture = pyvips.Image.new_from_buffer(whole, "")
    assert (picture.width, picture.height, picture.hasalpha()) == (4500, 5400, True)
    assert round(picture.xres * 25.4) == round(picture.yres * 25.4) == 300
    assert (design.size, design.width, design.height, design.dpi) == (len(whole), 4500, 5400, 300)
    assert picture[3].min() == 0, "nothing of it is transparent"
    small = pyvips.Image.new_from_buffer(objects.get(ART, str(design.thumbnail_key)), "")
    assert max(small.width, small.height) < 1000
    mockups = mockups_of(design_id)
    assert [one.key for one in mockups] == [mockup_key(design, one.product) for one in mockups]
    for one in mockups:
        shown = pyvips.Image.new_from_buffer(objects.get(ART, one.key), "")
        assert (shown.width, shown.height) == (one.width, one.height)
    listed = cloud.client("s3").list_objects_v2(Bucket=ART, Prefix=f"designs/{design.tenant_id}/")["Contents"]
    assert {one["Key"] for one in listed} == {design.art_key, design.thumbnail_key, *(one.key for one in mockups)}
    for key, kind in ((design.art_key, "image/png"), (design.thumbnail_key, "image/webp"), (mockups[0].key, "image/")):
        answer = request("GET", str(picture_url(key)))
        assert (answer.status, answer.data) == (200, objects.get(ART, str(key)))
        assert answer.headers["content-type"].startswith(kind)


def mockups_of(design_id: UUID) -> list[Mockup]:
    with unit_of_work() as work:
        return queries.mockups(work.session, [design_id])[design_id]


def mockup_key(design: Design, product: str) -> str:
    return f"designs/{design.tenant_id}/{design.id}/mockup-{product.replace(' ', '-')}.webp"


def test_what_happens_is_announced_with_ids_and_stands_in_the_audit_trail(bus: Bus, joined: Connection) -> None:
    stream = river.opened()
    assert names(bus.heard()) >= {"RunOpened"}
    first, second, third = river.planned(stream.run_id)
    assert names(bus.heard()) >= {"TrendsAnalysed", "IdeasMade", "RunProgressed"}
    for design in (first, second, third):
        river.sketch(stream.run_id, design)
    bus.heard()
    river.approve(stream, first)
    river.reject(stream, second)
    river.expire(stream.run_id, third)
    decided = [event["detail"] for event in bus.heard() if event["detail-type"] == "DesignDecided"]
    assert [one["design_id"] for one in decided] == [str(first), str(second), str(third)]
    assert all(set(one) == {"tenant_id", "design_id", "run_id"} for one in decided)
    river.publish_all(stream.run_id, first)
    assert river.finish(stream.run_id) == {"status": "succeeded"}
    assert "RunEnded" in names(bus.heard())
    wanted = ["run.open", "ideas.make", "design.approve", "design.reject", "design.expire", "run.succeed"]
    assert [act for act in acts(joined, stream.owner.tenant_id) if act in wanted] == wanted


def test_a_market_without_trends_ends_the_run_with_what_to_do(joined: Connection) -> None:
    stream = river.opened()
    for rows in (Sighting, Offer):
        joined.execute(delete(rows))
    answer = river.analyse(stream.run_id)
    assert (answer["outcome"], answer["ids"]) == ("rejected", [])
    assert "collect more offers" in answer["reason"]
    assert river.finish(stream.run_id) == {"status": "failed"}
    assert "collect more offers" in str(river.run_of(stream.run_id).reason)
