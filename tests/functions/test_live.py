"""The socket from its ticket to its end, as a browser and API Gateway have it."""

import threading
from collections.abc import Generator
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, create_engine, func, select, text
from sqlalchemy.orm import Session

from functions.websocket import handler as websocket
from tests.functions.sockets import CONTEXT, Sockets, announced, played
from tests.support.api import Api, signed_in
from tests.support.factories import PASSWORD, an_email
from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.log import masked
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work, unit_of_work
from wareloom.live import models, replay
from wareloom.live.sweep import KEPT, sweep_live
from wareloom.live.tell import tell


@pytest.fixture
def sockets(monkeypatch: pytest.MonkeyPatch) -> Generator[Sockets]:
    with played(monkeypatch) as open_ones:
        yield open_ones


def ticket(api: Api) -> str:
    given: str = api.post("/live/tickets").json["ticket"]
    return given


def listening(api: Api, sockets: Sockets, connection_id: str) -> str:
    assert sockets.open(connection_id, ticket(api)) == 200
    sockets.say(connection_id, {"action": "subscribe", "topics": ["market"]})
    return connection_id


def test_a_ticket_opens_one_socket_once(api: Api, sockets: Sockets) -> None:
    given = ticket(api)
    assert [sockets.open("browser-1", given), sockets.open("browser-2", given)] == [200, 401]


def test_a_ticket_is_in_no_log_line(
    api: Api, sockets: Sockets, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even when the call fails with the address at hand."""
    given = ticket(api)
    assert sockets.open("browser-1", given) == 200
    with pytest.raises(KeyError):
        websocket.handle(
            {"requestContext": {"routeKey": "$connect"}, "queryStringParameters": {"ticket": given}}, CONTEXT
        )
    shown = capsys.readouterr()
    assert "failed: KeyError" in caplog.text
    assert given not in shown.out + shown.err + caplog.text
    assert given[:12] not in masked(f"GET /ws?ticket={given}")


def test_a_ticket_is_worth_nothing_after_a_minute(api: Api, sockets: Sockets) -> None:
    given, now = ticket(api), clock.now()
    with clock.held(now + timedelta(seconds=61)):
        assert sockets.open("browser-1", given) == 401


@pytest.mark.parametrize("made_up", ["", "nonsense", "x" * 3000])
def test_a_made_up_ticket_opens_nothing(api: Api, sockets: Sockets, joined: Connection, made_up: str) -> None:
    assert api
    assert sockets.open("browser-1", made_up) == 401
    assert joined.scalar(select(func.count()).select_from(models.Connection)) == 0


def test_a_ticket_is_not_kept_as_it_is(api: Api, joined: Connection) -> None:
    given = ticket(api)
    assert given.encode() not in joined.scalars(select(models.Ticket.digest)).one()


def test_subscribing_says_where_a_replay_may_start(api: Api, sockets: Sockets) -> None:
    announced(api)
    sockets.open("browser-1", ticket(api))
    told = sockets.say("browser-1", {"action": "subscribe", "topics": ["market", "market", "audit"]})
    assert told == {"type": "subscribed", "topics": ["audit", "market"], "head": 1}


@pytest.mark.parametrize(
    ("frame", "kind"),
    [
        ({"action": "subscribe", "topics": ["weather"]}, "rejected"),
        ({"action": "subscribe"}, "malformed"),
        ({"action": "replay", "after": "1"}, "malformed"),
        ({"action": "replay", "after": -1}, "malformed"),
        ({"action": "dance"}, "malformed"),
        ({"action": "ping", "also": 1}, "malformed"),
        ([], "malformed"),
        (None, "malformed"),
    ],
)
def test_a_frame_that_makes_no_sense_is_answered_with_a_reason(
    api: Api, sockets: Sockets, frame: object, kind: str
) -> None:
    listening(api, sockets, "browser-1")
    told = sockets.say("browser-1", frame)
    assert (told["type"], told["kind"]) == ("error", kind)
    assert told["reason"]


def test_a_frame_that_is_not_json_is_answered_too(api: Api, sockets: Sockets) -> None:
    listening(api, sockets, "browser-1")
    assert sockets.say("browser-1", None, raw="{")["kind"] == "malformed"
    assert sockets.say("browser-1", {"action": "ping"}) == {"type": "pong", "head": 0}


def test_a_socket_that_nobody_opened_is_told_to_connect_again(api: Api, sockets: Sockets) -> None:
    assert api
    assert sockets.say("stranger", {"action": "replay", "after": 0})["kind"] == "not-found"


def test_a_closed_socket_hears_nothing(api: Api, sockets: Sockets) -> None:
    sockets.close(listening(api, sockets, "browser-1"))
    assert announced(api)["told"] == 0


def test_a_replay_brings_what_was_missed_of_the_topics_asked_for(api: Api, sockets: Sockets) -> None:
    listening(api, sockets, "browser-1")
    for source in ("wareloom.market", "wareloom.accounts", "wareloom.market"):
        announced(api, source=source)
    told = sockets.say("browser-1", {"action": "replay", "after": 0})
    assert ([message["number"] for message in told["messages"]], told["head"], told["complete"]) == ([1, 3], 3, True)
    told = sockets.say("browser-1", {"action": "replay", "after": 3})
    assert (told["messages"], told["complete"]) == ([], True)


def test_a_replay_with_a_gap_says_so_and_brings_nothing(api: Api, sockets: Sockets) -> None:
    announced(api)
    with clock.held(clock.now() + KEPT + timedelta(minutes=1)), unit_of_work() as work:
        sweep_live(work)
    announced(api)
    listening(api, sockets, "browser-1")
    gap = sockets.say("browser-1", {"action": "replay", "after": 0})
    whole = sockets.say("browser-1", {"action": "replay", "after": 1})
    assert (gap["messages"], gap["head"], gap["complete"]) == ([], 2, False)
    assert ([message["number"] for message in whole["messages"]], whole["complete"]) == ([2], True)


def test_a_browser_that_missed_too_much_or_knows_too_much_must_fetch_again(api: Api, sockets: Sockets) -> None:
    with unit_of_work() as work:
        for _ in range(replay.MOST + 1):
            tell(work, tenant_id=api.me["tenant"]["id"], topic="market", event="TaskEnded", ids={})
    listening(api, sockets, "browser-1")
    answers = [sockets.say("browser-1", {"action": "replay", "after": after}) for after in (0, 1, 102)]
    assert [(len(told["messages"]), told["complete"]) for told in answers] == [(0, False), (100, True), (0, False)]


def test_another_tenant_hears_and_replays_nothing_of_ours(api: Api, sockets: Sockets) -> None:
    stranger = signed_in()
    listening(stranger, sockets, "stranger")
    assert announced(api)["told"] == 0
    told = sockets.say("stranger", {"action": "replay", "after": 0})
    assert (told["messages"], told["head"]) == ([], 0)


def test_a_socket_hears_nothing_after_its_sign_in_ended(api: Api, sockets: Sockets) -> None:
    browser = listening(api, sockets, "browser-1")
    announced(api)
    api.post("/auth/sign-out")
    assert announced(api)["told"] == 0
    assert sockets.messages(browser) == [1]


def test_a_member_who_was_removed_hears_nothing_any_more(api: Api, sockets: Sockets) -> None:
    email = an_email()
    invited = api.post("/invitations", {"email": email, "role": "member"}).json
    friend = Api()
    said = {"email": email, "password": PASSWORD, "name": "Ben", "invitation": invited["token"]}
    friend.keep(friend.post("/auth/register", said))
    mine, theirs = listening(api, sockets, "browser-1"), listening(friend, sockets, "browser-2")
    announced(api)
    assert api.delete(f"/members/{friend.me['id']}").status == 204
    announced(api)
    assert (sockets.messages(mine)[:1], sockets.messages(theirs)) == ([1], [1])
    assert len(sockets.messages(mine)) == 2


def test_a_socket_whose_end_nobody_told_is_swept_away(api: Api, sockets: Sockets, joined: Connection) -> None:
    listening(api, sockets, "browser-1")
    with clock.held(clock.now() + timedelta(hours=3)):
        assert announced(api)["told"] == 0
        with unit_of_work() as work:
            sweep_live(work)
    assert joined.scalar(select(func.count()).select_from(models.Connection)) == 0


@pytest.mark.parametrize(("committed", "expected"), [(True, [1, 2]), (False, [1])], ids=["committed", "rolled back"])
def test_a_second_teller_waits_for_the_first_so_that_numbers_have_no_gap(
    emptied: Engine, postgres: DatabaseSettings, committed: bool, expected: list[int]
) -> None:
    tenant_id = new_id()
    password = postgres.password.get_secret_value() if postgres.password else ""
    other = create_engine(emptied.url.set(password=password))

    def tell_second() -> None:
        with Session(other) as session, session.begin():
            tell(Work(session), tenant_id=tenant_id, topic="market", event="TaskEnded", ids={})

    second = threading.Thread(target=tell_second)
    with Session(emptied) as session:
        tell(Work(session), tenant_id=tenant_id, topic="market", event="TaskOpened", ids={})
        session.flush()
        second.start()
        while not session.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")):
            assert second.is_alive(), "the second teller did not wait"
        (session.commit if committed else session.rollback)()
    second.join()
    other.dispose()
    with emptied.connect() as connection:
        numbers = connection.scalars(select(models.Message.number).order_by(models.Message.number)).all()
    assert list(numbers) == expected
