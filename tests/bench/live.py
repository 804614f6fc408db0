"""From an event's commit to the socket, at a steady load: through the functions, the database and real HTTP.

With WARELOOM_BENCH_URL also through a deployment as it stands, bus and front door included: the local engine's, say.
"""

import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from functions.push_updates import handler as push_updates
from tests.bench.figures import Figure, delays, steady
from tests.functions.sockets import CONTEXT, Sockets, played
from tests.support.listener import listening
from tests.support.visitor import Visitor
from wareloom.accounts.identity import Identity
from wareloom.accounts.models import Membership, Tenant, User
from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import unit_of_work
from wareloom.live.connect import connect, subscribe
from wareloom.live.ticket import give_ticket

SECONDS, A_SECOND, BROWSERS = 20, 20, 5
THROUGH_SECONDS, THROUGH_A_SECOND = 20, 4


class _Timed(Sockets):
    """When each row was first told, to whichever browser was told last."""

    def __init__(self) -> None:
        super().__init__()
        self.at: dict[str, float] = {}

    def take(self, connection_id: str, body: bytes) -> int:
        frame, now = json.loads(body), time.perf_counter()
        for ids in (frame.get("ids", {}), *frame.get("more", [])):
            if "task_id" in ids:
                self.at[ids["task_id"]] = now
        return super().take(connection_id, body)


def figures(_settings: DatabaseSettings) -> Iterator[Figure]:
    with pytest.MonkeyPatch.context() as environment, played(environment, _Timed()) as sockets:
        assert isinstance(sockets, _Timed)
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"):
            environment.setenv(name, "bench")
        owner = _browsers()
        began = steady(lambda task_id: _announce(owner, task_id), A_SECOND, SECONDS)
        yield from delays(
            f"commit to socket, {A_SECOND} events/s, {BROWSERS} browsers",
            [sockets.at[task_id] - at for task_id, at in began.items()],
        )
        sent = sum(len(sockets.messages(name)) for name in sockets.heard)
        yield Figure("messages for each event and browser", sent / len(began) / BROWSERS, "", "one for each")
    if url := os.environ.get("WARELOOM_BENCH_URL"):
        yield from delays(f"request to socket, {THROUGH_A_SECOND} acts/s, a deployment", _through(url))


def _browsers() -> Identity:
    with unit_of_work() as work:
        now, owner = clock.now(), Identity(new_id(), new_id(), "owner")
        work.session.add(Tenant(id=owner.tenant_id, name="Bench", created_at=now))
        work.session.add(
            User(id=owner.user_id, email="bench@shop.example", name="Ada", password_hash="none", created_at=now)
        )
        work.session.flush()
        work.session.add(Membership(tenant_id=owner.tenant_id, user_id=owner.user_id, role="owner", joined_at=now))
    for number in range(BROWSERS):
        with unit_of_work() as work:
            ticket = give_ticket(work, owner)
        with unit_of_work() as work:
            connect(work, f"browser-{number}", ticket)
            subscribe(work, f"browser-{number}", ["market"])
    return owner


def _announce(owner: Identity, task_id: str) -> None:
    detail = {"tenant_id": str(owner.tenant_id), "task_id": task_id}
    push_updates.handle({"source": "wareloom.market", "detail-type": "TaskProgressed", "detail": detail}, CONTEXT)


def _through(url: str) -> list[float]:
    visitor, heard = Visitor(url).register(), dict[str, float]()
    done = threading.Event()
    with listening(visitor, "market") as listener:

        def hear() -> None:
            with suppress(TimeoutError):
                while not done.is_set():
                    message = listener.hear("WatchChanged", within_s=10)
                    for ids in (message["ids"], *message.get("more", [])):
                        heard.setdefault(ids["watch_id"], time.perf_counter())

        ear = threading.Thread(target=hear)
        ear.start()
        made = dict[str, float]()

        def watch(name: str) -> None:
            at = time.perf_counter()
            made[visitor.post("/watches", {"marketplace": "sample", "target": f"bench {name}"})["id"]] = at

        steady(watch, THROUGH_A_SECOND, THROUGH_SECONDS)
        ear.join(timeout=15)
        done.set()
    return [heard[watch_id] - at for watch_id, at in made.items() if watch_id in heard]
