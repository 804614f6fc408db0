from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from wareloom.accounts.identity import Identity
from wareloom.kit.ai.model import Usage
from wareloom.kit.errors import Blocked, Conflict, NotFound, Overused, Rejected, Unavailable
from wareloom.kit.ids import new_id
from wareloom.runs import queries
from wareloom.runs.models import Expense, Run, Step
from wareloom.runs.open import open_run
from wareloom.runs.plan import Wish, change_plan
from wareloom.runs.step import Outcome, Turn, begin, end, mark, seize
from wareloom.runs.stop import stop


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    return an_owner(work)


@pytest.fixture
def run(work: Overheard, owner: Identity) -> Run:
    return open_run(work, tenant_id=owner.tenant_id, actor=owner.actor, trends=2)


def a_turn(work: Overheard, run: Run, verb: str = "analyse", subject: UUID | None = None) -> Turn:
    turn = begin(work, run.id, verb, subject or run.id)
    assert isinstance(turn, Turn)
    return turn


def step_of(work: Overheard, turn: Turn) -> Step:
    return work.session.get_one(Step, turn.step_id, populate_existing=True)


def test_what_a_step_leaves_is_queued_for_the_next_verb(work: Overheard, run: Run) -> None:
    trends = (new_id(), new_id())
    answer = end(work, a_turn(work, run), Outcome(ids=trends))
    assert answer["outcome"] == "done"
    assert answer["ids"] == [str(one) for one in trends]
    stages = {stage.verb: stage for stage in queries.stages(work.session, [run.id])[run.id]}
    assert stages["analyse"].counts == {"done": 1}
    assert stages["ideate"].counts == {"queued": 2}
    assert stages["publish"].total == 0


def test_a_step_that_is_done_answers_again_what_it_answered_before(work: Overheard, run: Run) -> None:
    left = new_id()
    end(work, a_turn(work, run), Outcome(ids=(left,)))
    again = begin(work, run.id, "analyse", run.id)
    assert again == {"outcome": "done", "ids": [str(left)], "more": False, "wait": 0}


def test_a_step_whose_worker_died_begins_again(work: Overheard, run: Run) -> None:
    first = a_turn(work, run)
    second = a_turn(work, run)
    assert first.step_id == second.step_id
    assert step_of(work, second).tries == 2


def test_a_step_that_has_more_to_do_stays_open(work: Overheard, run: Run) -> None:
    turn = a_turn(work, run, "publish", new_id())
    answer = end(work, turn, Outcome(more=True, wait=timedelta(seconds=9)))
    assert (answer["more"], answer["wait"]) == (True, 9)
    assert step_of(work, turn).status == "running"


def test_nobody_works_on_a_step_that_is_done(work: Overheard, run: Run) -> None:
    turn = a_turn(work, run)
    end(work, turn, Outcome())
    with pytest.raises(Conflict):
        seize(work, turn)


@pytest.mark.parametrize(
    ("failure", "status"),
    [
        (Rejected("No."), "rejected"),
        (NotFound("Gone."), "rejected"),
        (Overused("The budget is spent."), "rejected"),
        (Blocked("A wall."), "blocked"),
        (Unavailable("Later."), "running"),
    ],
    ids=["rejected", "not found", "overused", "blocked", "unavailable"],
)
def test_a_failure_leaves_its_reason_and_its_kind(
    work: Overheard, run: Run, failure: Rejected | Blocked | Unavailable | NotFound, status: str
) -> None:
    turn = a_turn(work, run, "ideate", new_id())
    mark(work, turn, failure)
    step = step_of(work, turn)
    assert (step.status, step.reason, step.kind) == (status, failure.reason, failure.kind)


def test_a_stopped_run_begins_nothing(work: Overheard, run: Run, owner: Identity) -> None:
    stop(work, tenant_id=owner.tenant_id, actor=owner.actor, run_id=run.id)
    with pytest.raises(Conflict, match="stopped"):
        begin(work, run.id, "analyse", run.id)


def test_an_unknown_run_begins_nothing(work: Overheard) -> None:
    with pytest.raises(NotFound):
        begin(work, new_id(), "analyse", new_id())


def test_steps_side_by_side_share_what_is_left(work: Overheard, run: Run, owner: Identity) -> None:
    plan = Wish(run_money=Decimal(8), month_money=Decimal(100))
    change_plan(work, tenant_id=owner.tenant_id, actor=owner.actor, wish=plan)
    shares = [a_turn(work, run, "ideate", new_id()).purse.left.money for _ in range(4)]
    assert shares[0] == 2
    assert sum(shares) <= 8


def test_a_call_beyond_the_share_is_refused_before_it_is_made(work: Overheard, run: Run, owner: Identity) -> None:
    change_plan(work, tenant_id=owner.tenant_id, actor=owner.actor, wish=Wish(run_money=Decimal(4)))
    purse = a_turn(work, run, "ideate", new_id()).purse
    purse.allow(Usage(cost=Decimal("0.75"), tokens_out=100))
    with pytest.raises(Overused, match="budget"):
        purse.allow(Usage(cost=Decimal("0.50")))


def test_tokens_are_budgeted_too(work: Overheard, run: Run, owner: Identity) -> None:
    change_plan(work, tenant_id=owner.tenant_id, actor=owner.actor, wish=Wish(run_tokens=400))
    purse = a_turn(work, run, "ideate", new_id()).purse
    with pytest.raises(Overused, match="tokens"):
        purse.allow(Usage(cost=Decimal("0.01"), tokens_in=60, tokens_out=60))


def test_what_costs_nothing_is_always_allowed(work: Overheard, run: Run, owner: Identity) -> None:
    change_plan(work, tenant_id=owner.tenant_id, actor=owner.actor, wish=Wish(run_money=Decimal(0), run_tokens=0))
    a_turn(work, run, "ideate", new_id()).purse.allow(Usage(tokens_in=10_000))


def test_a_paid_call_is_noted_once_however_often_it_is_told(work: Overheard, run: Run) -> None:
    turn = a_turn(work, run, "ideate", new_id())
    turn.purse.spend("the same key", "openai:a", Usage(cost=Decimal("0.20"), tokens_in=5, tokens_out=7, images=1))
    mark(work, turn, Unavailable("It died after the call."))
    again = replace(turn)
    again.purse.spend("the same key", "openai:a", Usage(cost=Decimal("0.20"), tokens_in=5, tokens_out=7, images=1))
    end(work, again, Outcome())
    assert work.session.scalar(select(func.count()).select_from(Expense)) == 1
    cost = queries.costs(work.session, [run.id])[run.id]
    assert (cost.money, cost.tokens_in, cost.tokens_out, cost.images, cost.calls) == (Decimal("0.20"), 5, 7, 1, 1)


def test_what_was_paid_for_is_noted_although_the_act_was_refused(work: Overheard, run: Run) -> None:
    turn = a_turn(work, run, "generate", new_id())
    turn.purse.spend("a key", "openai:a", Usage(cost=Decimal("0.04"), images=1))
    mark(work, turn, Rejected("It came back without transparency."))
    assert queries.costs(work.session, [run.id])[run.id].money == Decimal("0.04")


def test_last_months_money_is_not_this_months(work: Overheard, run: Run, owner: Identity) -> None:
    change_plan(work, tenant_id=owner.tenant_id, actor=owner.actor, wish=Wish(month_money=Decimal(4)))
    spent = a_turn(work, run, "ideate", new_id())
    spent.purse.spend("old", "openai:a", Usage(cost=Decimal(4)))
    end(work, spent, Outcome())
    expense = work.session.scalars(select(Expense)).one()
    assert a_turn(work, run, "ideate", new_id()).purse.left.money == 0
    expense.at -= timedelta(days=32)
    work.session.flush()
    assert a_turn(work, run, "ideate", new_id()).purse.left.money > 0
