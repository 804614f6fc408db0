from collections.abc import Generator

import pytest
from sqlalchemy import Connection, select

from tests.functions.sockets import Sockets, announced, played
from tests.support.api import Api
from wareloom.kit.ids import new_id
from wareloom.live import models
from wareloom.market.events import TaskEnded


@pytest.fixture
def sockets(monkeypatch: pytest.MonkeyPatch) -> Generator[Sockets]:
    with played(monkeypatch) as open_ones:
        yield open_ones


def listening(api: Api, sockets: Sockets, connection_id: str, topic: str = "market") -> str:
    assert sockets.open(connection_id, api.post("/live/tickets").json["ticket"]) == 200
    assert sockets.say(connection_id, {"action": "subscribe", "topics": [topic]})["type"] == "subscribed"
    return connection_id


def test_an_event_becomes_a_numbered_message_of_ids_for_its_tenant(
    api: Api, sockets: Sockets, joined: Connection
) -> None:
    task_id = str(new_id())
    browser = listening(api, sockets, "browser-1")
    assert announced(api, task_id=task_id) == {"told": 1, "gone": 0}
    frame = sockets.heard[browser][-1]
    assert (frame["number"], frame["topic"], frame["event"]) == (1, "market", "TaskProgressed")
    assert frame["ids"] == {"task_id": task_id}
    kept = joined.execute(select(models.Message.number, models.Message.body)).one()
    assert tuple(kept) == (1, frame)


def test_what_a_room_announces_is_what_push_updates_reads(api: Api, sockets: Sockets) -> None:
    event = TaskEnded(tenant_id=api.me["tenant"]["id"], task_id=new_id())
    browser = listening(api, sockets, "browser-1")
    announced(api, source=event.source(), **event.model_dump(mode="json"))
    assert sockets.heard[browser][-1]["ids"] == {"task_id": str(event.task_id)}


def test_a_message_is_kept_even_when_nobody_listens(api: Api, sockets: Sockets, joined: Connection) -> None:
    assert sockets.heard == {}
    assert announced(api) == {"told": 0, "gone": 0}
    assert joined.scalar(select(models.Head.number)) == 1


def test_only_those_hear_who_asked_for_the_topic(api: Api, sockets: Sockets) -> None:
    market = listening(api, sockets, "browser-1", "market")
    accounts = listening(api, sockets, "browser-2", "accounts")
    announced(api)
    announced(api, source="wareloom.accounts")
    assert (sockets.messages(market), sockets.messages(accounts)) == ([1], [2])


def test_a_socket_that_is_gone_is_forgotten_and_the_others_are_told(
    api: Api, sockets: Sockets, joined: Connection
) -> None:
    gone, here = listening(api, sockets, "browser-1"), listening(api, sockets, "browser-2")
    sockets.gone.add(gone)
    assert announced(api) == {"told": 1, "gone": 1}
    assert joined.scalars(select(models.Connection.id)).all() == [here]
    assert announced(api) == {"told": 1, "gone": 0}
    assert sockets.messages(here) == [1, 2]


def test_a_socket_that_cannot_be_told_just_now_is_kept(
    api: Api, sockets: Sockets, joined: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    trouble, here = listening(api, sockets, "browser-1"), listening(api, sockets, "browser-2")
    sockets.broken.add(trouble)
    announced(api)
    assert sockets.messages(here) == [1]
    assert set(joined.scalars(select(models.Connection.id))) == {trouble, here}
    assert "could not be told" in caplog.text
