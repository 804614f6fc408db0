"""Many events at once, slow sockets, and senders that die: nothing is lost, nobody is held back."""

import threading
from collections.abc import Generator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select

from tests.functions.sockets import Sockets, announced, played
from tests.functions.test_push_updates import listening
from tests.support.api import Api, signed_in
from tests.support.cloud import Emulator
from wareloom.kit import clock
from wareloom.kit.work import unit_of_work
from wareloom.live import models, push
from wareloom.live.sweep import sweep_live


@pytest.fixture
def sockets(monkeypatch: pytest.MonkeyPatch) -> Generator[Sockets]:
    with played(monkeypatch) as open_ones:
        yield open_ones


def ids_heard(frames: list[dict[str, Any]]) -> list[str]:
    told = [frame for frame in frames if frame["type"] == "message"]
    return [ids["task_id"] for frame in told for ids in (frame["ids"], *frame.get("more", []))]


def waiting(api: Api, *task_ids: str) -> None:
    """Somebody sends already: what arrives is left to them."""
    for task_id in task_ids:
        assert announced(api, task_id=task_id) == {"told": 0, "gone": 0}


def begun(api: Api) -> push.Round:
    with unit_of_work() as work:
        detail = {"tenant_id": api.me["tenant"]["id"], "task_id": "first"}
        round_ = push.begin(work, source="wareloom.market", name="TaskProgressed", detail=detail)
    assert round_
    return round_


def went_on(before: push.Round, sent: push.Sent, *, hurry: bool = False) -> push.Round | None:
    with unit_of_work() as work:
        return push.go_on(work, before, sent, hurry=hurry)


def test_what_arrives_while_a_message_is_on_its_way_goes_together_with_the_next(
    api: Api, sockets: Sockets, joined: Connection
) -> None:
    browser = listening(api, sockets, "browser-1")
    first = begun(api)
    waiting(api, *"abcabc")
    second = went_on(first, push.deliver(first))
    assert second
    assert went_on(second, push.deliver(second)) is None
    assert (sockets.messages(browser), ids_heard(sockets.heard[browser])) == ([1, 2], ["first", "a", "b", "c"])
    assert joined.scalars(select(models.Arrival.id)).all() == []
    assert announced(api, task_id="d")["told"] == 1, "and the place of the sender is free again"
    assert sockets.messages(browser) == [1, 2, 3]


def test_a_replay_brings_merged_messages_as_they_were(api: Api, sockets: Sockets) -> None:
    first = begun(api)
    waiting(api, "a", "b")
    assert went_on(first, push.Sent(), hurry=True)
    browser = listening(api, sockets, "browser-1")
    told = sockets.say(browser, {"action": "replay", "after": 0})
    assert ids_heard(told["messages"]) == ["first", "a", "b"]


def test_a_sender_in_a_hurry_sends_what_waits_and_leaves_its_place(api: Api, sockets: Sockets) -> None:
    browser = listening(api, sockets, "browser-1")
    first = begun(api)
    waiting(api, "a")
    last = went_on(first, push.deliver(first), hurry=True)
    assert last
    assert announced(api, task_id="b")["told"] == 1
    push.deliver(last)
    assert sorted(ids_heard(sockets.heard[browser])) == ["a", "b", "first"]
    assert went_on(last, push.Sent()) is None


def test_a_dead_sender_is_passed_over_and_what_it_left_is_told(api: Api, sockets: Sockets) -> None:
    browser = listening(api, sockets, "browser-1")
    begun(api)  # and dies before it sends
    waiting(api, "a")
    with clock.held(clock.now() + push.LASTS + timedelta(seconds=1)):
        assert announced(api, task_id="b")["told"] == 1
    assert sockets.messages(browser) == [2], "the browser sees that it lacks the first, and asks"
    told = sockets.say(browser, {"action": "replay", "after": 0})
    assert ids_heard(told["messages"]) == ["first", "a", "b"]


def test_what_a_dead_sender_left_is_numbered_by_the_sweep_and_told_by_a_ping(api: Api, sockets: Sockets) -> None:
    browser = listening(api, sockets, "browser-1")
    begun(api)
    waiting(api, "a")
    with clock.held(clock.now() + push.LASTS + timedelta(seconds=1)), unit_of_work() as work:
        sweep_live(work)
    assert sockets.say(browser, {"action": "ping"}) == {"type": "pong", "head": 2}


def test_more_than_a_browser_can_take_at_once_is_not_pushed_at_it(api: Api, sockets: Sockets) -> None:
    browser = listening(api, sockets, "browser-1")
    first = begun(api)
    waiting(api, *(f"t{number}" for number in range(20 * push.MOST_AT_ONCE + 1)))
    second = went_on(first, push.deliver(first))
    assert second
    push.deliver(second)
    assert sockets.heard[browser][-1] == {"type": "behind", "head": push.MOST_AT_ONCE + 2}


def test_a_throttled_socket_is_told_later_where_the_numbers_stand(
    api: Api, sockets: Sockets, joined: Connection
) -> None:
    slow, here = listening(api, sockets, "browser-1"), listening(api, sockets, "browser-2")
    sockets.throttled.add(slow)
    assert announced(api, task_id="a") == {"told": 1, "gone": 0}
    assert sockets.refused == 4, "twice the message, twice the number, and no more"
    announced(api, task_id="b")
    assert (sockets.refused, sockets.messages(here)) == (4, [1, 2]), "it rests, and holds nobody back"
    sockets.throttled.clear()
    with clock.held(clock.now() + push.RESTS):
        announced(api, task_id="c")
    assert sockets.heard[slow][-1] == {"type": "behind", "head": 3}
    assert joined.scalars(select(models.Connection.behind_since)).all() == [None, None]
    announced(api, task_id="d")
    assert (sockets.messages(slow), sockets.messages(here)) == ([4], [1, 2, 3, 4])


def test_a_throttled_socket_that_breathes_again_is_told_at_once(api: Api, sockets: Sockets) -> None:
    slow = listening(api, sockets, "browser-1")
    sockets.throttled.add(slow)
    first = begun(api)
    sent = push.deliver(first)
    sockets.throttled.clear()
    last = went_on(first, sent)
    assert last
    assert push.deliver(last).told == {slow}
    assert sockets.heard[slow][-1] == {"type": "behind", "head": 1}


def test_a_slow_socket_does_not_hold_back_the_others(api: Api, sockets: Sockets) -> None:
    names = [listening(api, sockets, f"browser-{number}") for number in range(4)]
    others, all_there = names[1:], threading.Event()

    def stuck() -> None:
        """The first that is told hangs until all the others have been."""
        assert all_there.wait(20)

    def watch() -> None:
        while sum(bool(sockets.messages(name)) for name in names) < len(others):
            if all_there.wait(0.01):
                return
        all_there.set()

    watcher = threading.Thread(target=watch)
    watcher.start()
    sockets.meanwhile = stuck
    try:
        assert announced(api)["told"] == len(names)
    finally:
        all_there.set()
        watcher.join()


@pytest.mark.usefixtures("cloud")
def test_many_calls_at_once_lose_nothing_and_number_without_a_gap(
    cloud: Emulator, emptied: Engine, sockets: Sockets
) -> None:
    assert cloud
    api = signed_in()
    browser = listening(api, sockets, "browser-1")
    ready = threading.Barrier(6)

    def announce(name: int) -> None:
        ready.wait()
        for number in range(10):
            announced(api, task_id=f"{name}-{number}")

    callers = [threading.Thread(target=announce, args=(name,)) for name in range(6)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    told = sockets.say(browser, {"action": "replay", "after": 0})
    assert told["complete"]
    assert sorted(ids_heard(told["messages"])) == sorted(
        f"{name}-{number}" for name in range(6) for number in range(10)
    )
    with emptied.connect() as connection:
        numbers = connection.scalars(select(models.Message.number).order_by(models.Message.number)).all()
        assert connection.scalars(select(models.Head.sending_until)).all() == [None]
    assert list(numbers) == list(range(1, told["head"] + 1))
    assert len(numbers) <= 60
