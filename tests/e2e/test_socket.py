"""The socket over the front door: what happens is told, what was missed is brought, and strangers stay outside."""

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.support.engine import LocalCloud
from tests.support.listener import listening
from tests.support.visitor import Visitor


def test_a_task_is_heard_from_its_opening_to_its_end_without_a_gap(owner: Visitor) -> None:
    with listening(owner, "market") as listener:
        task_id = owner.start("retro camping")
        heard = [listener.hear("TaskOpened"), listener.hear("TaskEnded")]
    assert [message["ids"] for message in heard] == [{"task_id": task_id}] * 2
    assert heard[0]["number"] < heard[1]["number"]


def test_what_was_missed_is_brought_after_a_reconnect(owner: Visitor) -> None:
    with listening(owner, "market") as listener:
        owner.start("retro camping")
        last = listener.hear("TaskOpened")["number"]
    with listening(owner, "market") as listener:
        owner.post("/watches", {"marketplace": "sample", "target": "retro camping"})
        listener.hear("WatchChanged")
        listener.say(action="replay", after=last)
        replayed = listener.hear("replayed")
    assert replayed["complete"] is True
    numbers = [message["number"] for message in replayed["messages"]]
    assert numbers
    assert numbers == list(range(last + 1, replayed["head"] + 1))


def test_another_workspace_hears_nothing_of_it(cloud: LocalCloud, owner: Visitor) -> None:
    stranger = Visitor(cloud.address).register()
    with listening(stranger, "market") as theirs, listening(owner, "market") as mine:
        owner.start("retro camping")
        mine.hear("TaskEnded")
        theirs.say(action="replay", after=0)
        assert theirs.hear("replayed")["messages"] == []


@pytest.mark.parametrize("query", ["", "?ticket=", "?ticket=made-up"])
def test_nobody_gets_in_without_a_ticket(cloud: LocalCloud, query: str) -> None:
    address = cloud.address.replace("http://", "ws://")
    with pytest.raises(InvalidStatus), connect(f"{address}/ws{query}", proxy=None):
        pass


def test_a_ticket_opens_one_socket(owner: Visitor) -> None:
    ticket = owner.post("/live/tickets")
    address = f"{owner.address.replace('http://', 'ws://')}/ws?ticket={ticket['ticket']}"
    with connect(address, proxy=None), pytest.raises(InvalidStatus), connect(address, proxy=None):
        pass


@pytest.mark.parametrize("frame", ["not json", "[]", '{"action": "fly"}', '{"action": "replay", "after": -1}'])
def test_a_frame_that_cannot_be_read_is_answered_not_dropped(owner: Visitor, frame: str) -> None:
    with listening(owner, "market") as listener:
        listener.say_raw(frame)
        assert listener.hear("error")["kind"] == "malformed"
        listener.say(action="ping")
        listener.hear("pong")
