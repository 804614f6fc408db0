"""What a plan allows is never passed; what it refused is done once the budget has been raised."""

from collections.abc import Generator
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.functions.paying import ideas, ideated, paying, spent
from tests.support import river
from tests.support.cloud import Emulator
from tests.support.openai_server import OpenAiServer, picture, png, says
from wareloom.kit import clock
from wareloom.kit.work import unit_of_work
from wareloom.runs.models import Expense, Run
from wareloom.runs.plan import Wish, change_plan
from wareloom.runs.purse import share
from wareloom.runs.resume import resume
from wareloom.runs.step import begin
from wareloom.runs.stop import stop
from wareloom.runs.verbs import verb

pytestmark = pytest.mark.usefixtures("joined")
PENNY = Decimal("0.01")


@pytest.fixture
def openai(cloud: Emulator, monkeypatch: pytest.MonkeyPatch) -> Generator[OpenAiServer]:
    assert cloud
    with paying(monkeypatch) as server:
        yield server


def allow(stream: river.River, **wish: Decimal | int) -> None:
    with unit_of_work() as work:
        plan = Wish(**wish)  # pyright: ignore[reportArgumentType] - each test names what it means
        change_plan(work, tenant_id=stream.owner.tenant_id, actor=stream.owner.actor, wish=plan)


def carried_on(stream: river.River) -> None:
    with unit_of_work() as work:
        resume(work, tenant_id=stream.owner.tenant_id, actor=stream.owner.actor, run_id=stream.run_id)


@pytest.mark.parametrize("budget", ["run_money", "month_money", "run_tokens", "month_tokens"])
def test_a_step_beyond_the_budget_asks_nobody_and_is_done_when_it_is_raised(openai: OpenAiServer, budget: str) -> None:
    stream = river.opened()
    allow(stream, **{budget: PENNY if budget.endswith("money") else 100})
    (trend,) = river.ids(river.analyse(stream.run_id))
    answer = river.ideate(stream.run_id, trend)
    assert (answer["outcome"], answer["ids"], openai.calls) == ("rejected", [], [])
    assert "Raise the budget, then resume the run." in answer["reason"]
    step = river.step_of(stream.run_id, "ideate", trend)
    assert (step.status, step.kind) == ("rejected", "overused")
    river.finish(stream.run_id)
    allow(stream)
    carried_on(stream)
    openai.will(says(ideas()))
    assert river.ids(river.analyse(stream.run_id)) == [trend]
    assert len(river.ids(river.ideate(stream.run_id, trend))) == 3
    assert (len(openai.calls), river.count(Expense)) == (1, 1)


def test_a_design_that_the_budget_refused_is_drawn_when_it_is_raised(openai: OpenAiServer) -> None:
    stream = river.opened()
    design_id = ideated(stream, openai)[0]
    allow(stream, run_money=spent(stream.run_id).money + PENNY)
    assert river.generate(stream.run_id, design_id)["outcome"] == "rejected"
    design = river.design_of(design_id)
    assert (design.status, "Raise the budget" in str(design.reason)) == ("planned", True)
    river.finish(stream.run_id)
    allow(stream)
    carried_on(stream)
    openai.will(picture(png(900, 1080)))
    assert river.generate(stream.run_id, design_id)["outcome"] == "done"
    design = river.design_of(design_id)
    assert (design.status, design.reason) == ("waiting", None)


def test_what_steps_of_a_stopped_run_had_set_aside_is_free_again_when_their_workers_must_have_ended(
    openai: OpenAiServer,
) -> None:
    assert openai
    stream = river.opened()
    allow(stream, run_money=Decimal(8), month_money=Decimal(8))
    (trend,) = river.ids(river.analyse(stream.run_id))
    with unit_of_work() as work:
        begin(work, stream.run_id, "ideate", trend)
    assert left(stream) == 6
    with unit_of_work() as work:
        stop(work, tenant_id=stream.owner.tenant_id, actor=stream.owner.actor, run_id=stream.run_id)
    assert left(stream) == 6, "its worker may be about to pay still"
    with clock.held(clock.now() + timedelta(minutes=16)):
        assert left(stream) == 8


def left(stream: river.River) -> Decimal:
    """For a first step of another run of the same workspace, before it is divided."""
    other = river.opened(owner=stream.owner)
    with unit_of_work() as work:
        run = work.session.get_one(Run, other.run_id)
        return share(work.session, run, verb("ideate"), None).money * verb("ideate").at_once
