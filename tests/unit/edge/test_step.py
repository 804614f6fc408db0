"""The door between Step Functions and a verb: what it answers, what it raises, and what is kept of each."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from tests.support.cloud import Emulator
from tests.support.factories import an_owner
from wareloom.accounts.models import Tenant
from wareloom.edge.entrypoint import Handler
from wareloom.edge.step import step
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Conflict, Failure, Malformed, NotFound, Rejected, Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work, unit_of_work
from wareloom.runs.models import Run, Step
from wareloom.runs.open import open_run
from wareloom.runs.step import Outcome, Turn

ID = new_id()


@pytest.fixture
def event(joined: Connection, cloud: Emulator) -> dict[str, Any]:
    """What the state machine sends for the first step of a run."""
    assert joined
    assert cloud
    with unit_of_work() as work:
        owner = an_owner(work)
        run = open_run(work, tenant_id=owner.tenant_id, actor=owner.actor, trends=1)
        return {"run_id": str(run.id)}


def a_step(failure: Exception | None = None, told: list[Failure] | None = None) -> Handler:
    def act(work: Work, _turn: Turn) -> Outcome:
        work.session.add(Tenant(id=ID, name="kept by the act", created_at=clock.now()))
        work.session.flush()
        if failure:
            raise failure
        return Outcome(ids=(ID,))

    def settle(_work: Work, _turn: Turn, why: Failure) -> None:
        if told is not None:
            told.append(why)

    return step("analyse", act, settle=settle)


def kept(joined: Connection) -> int | None:
    return joined.scalar(select(func.count()).select_from(Tenant).where(Tenant.id == ID))


def row(joined: Connection) -> tuple[str, str | None]:
    status, reason = joined.execute(select(Step.status, Step.reason).where(Step.verb == "analyse")).one()
    return status, reason


def test_ids_go_in_and_ids_come_out(joined: Connection, event: dict[str, Any]) -> None:
    assert a_step()(event, None) == {"outcome": "done", "ids": [str(ID)], "more": False, "wait": 0}
    assert kept(joined) == 1
    assert row(joined) == ("done", None)


def test_done_is_done_however_often_it_is_asked_for(joined: Connection, event: dict[str, Any]) -> None:
    first = a_step()(event, None)
    assert a_step(KeyError("it would fail now"))(event, None) == first
    assert kept(joined) == 1


@pytest.mark.parametrize(
    ("failure", "outcome"),
    [
        (Rejected("Never."), "rejected"),
        (Malformed("Not readable."), "rejected"),
        (NotFound("Gone."), "rejected"),
        (Blocked("Go away."), "blocked"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_run_goes_on_past_an_item_that_will_not_work(
    joined: Connection, event: dict[str, Any], failure: Failure, outcome: str
) -> None:
    told: list[Failure] = []
    answer = a_step(failure, told)(event, None)
    assert (answer["outcome"], answer["ids"], answer["reason"]) == (outcome, [], failure.reason)
    assert kept(joined) == 0
    assert row(joined) == (outcome, failure.reason)
    assert told == [failure], "the item's own row hears of it too"


def test_what_somebody_did_already_is_passed_over(joined: Connection, event: dict[str, Any]) -> None:
    assert a_step(Conflict("Done already."))(event, None)["outcome"] == "skipped"
    assert kept(joined) == 0


def test_a_run_that_has_ended_does_nothing(joined: Connection, event: dict[str, Any]) -> None:
    with unit_of_work() as work:
        work.session.scalars(select(Run)).one().status = "stopped"
    assert a_step()(event, None)["outcome"] == "skipped"
    assert kept(joined) == 0


@pytest.mark.parametrize(
    ("failure", "said"),
    [(Unavailable("Later."), "Later."), (KeyError("a bug"), "An error of ours")],
    ids=lambda value: type(value).__name__,
)
def test_what_the_state_machine_tries_again_is_raised_under_its_own_name(
    joined: Connection, event: dict[str, Any], failure: Exception, said: str
) -> None:
    with pytest.raises(type(failure)) as raised:
        a_step(failure)(event, None)
    assert type(raised.value).__name__ in {"Unavailable", "KeyError"}
    assert kept(joined) == 0
    status, reason = row(joined)
    assert status == "running"
    assert (reason or "").startswith(said)


@pytest.mark.parametrize(("in_parts", "asked"), [(True, True), (False, True), (True, False)])
def test_the_other_side_says_how_long_to_wait_where_the_machine_can(
    event: dict[str, Any], *, in_parts: bool, asked: bool
) -> None:
    def act(_work: Work, _turn: Turn) -> Outcome:
        raise Unavailable("Slow down.", retry_after=timedelta(seconds=59.2) if asked else None)

    handle = step("analyse", act, in_parts=in_parts)
    if in_parts and asked:
        answer = handle(event, None)
        assert (answer["more"], answer["wait"], answer["reason"]) == (True, 60, "Slow down.")
    else:
        with pytest.raises(Unavailable):
            handle(event, None)
