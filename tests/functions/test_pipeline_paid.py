"""Steps that pay a model: each answer is paid for once, whatever becomes of the worker, and a refusal is told."""

from collections.abc import Generator
from contextlib import suppress
from uuid import UUID

import pytest

from tests.functions.paying import ideas, ideated, paying, spent
from tests.support import river
from tests.support.cloud import Emulator
from tests.support.openai_server import OpenAiServer, declines, moderates, picture, png, says
from wareloom.designs.edit import Edit, edit
from wareloom.designs.generate import generate
from wareloom.designs.models import Design
from wareloom.designs.plan import plan
from wareloom.ideas.models import Idea
from wareloom.kit.work import unit_of_work
from wareloom.runs.models import Expense
from wareloom.runs.step import Turn, begin, seize


@pytest.fixture
def openai(cloud: Emulator, monkeypatch: pytest.MonkeyPatch) -> Generator[OpenAiServer]:
    assert cloud
    with paying(monkeypatch) as server:
        yield server


class Killed(BaseException):
    """The end of a process: nothing of ours catches it."""


@pytest.mark.usefixtures("joined")
def test_a_step_that_comes_twice_pays_once(openai: OpenAiServer) -> None:
    stream = river.opened()
    (trend,) = river.ids(river.analyse(stream.run_id))
    openai.will(says(ideas()))
    answer = river.ideate(stream.run_id, trend)
    assert river.ideate(stream.run_id, trend) == answer
    assert (len(openai.calls), river.count(Expense), river.count(Idea)) == (1, 1, 3)
    cost = spent(stream.run_id)
    assert (cost.calls, cost.tokens_in, cost.tokens_out, cost.images) == (1, 1000, 500, 0)
    assert cost.money > 0


@pytest.mark.usefixtures("joined")
def test_a_picture_is_paid_for_once(openai: OpenAiServer) -> None:
    stream = river.opened()
    design_id = ideated(stream, openai)[0]
    openai.will(picture(png(900, 1080)))
    answer = river.generate(stream.run_id, design_id)
    assert answer["outcome"] == "done"
    assert river.generate(stream.run_id, design_id) == answer
    assert [call.path for call in openai.calls] == ["/v1/chat/completions", "/v1/images/generations"]
    design, cost = river.design_of(design_id), spent(stream.run_id)
    assert (design.width, design.height, design.effective_dpi) == (4500, 5400, 60)
    assert (cost.calls, cost.images) == (2, 1)


@pytest.mark.usefixtures("joined")
def test_the_answer_of_a_worker_that_died_is_found_by_the_next_one(openai: OpenAiServer) -> None:
    stream = river.opened()
    (trend,) = river.ids(river.analyse(stream.run_id))
    openai.will(says(ideas()))
    turn = begun(stream.run_id, "ideate", trend)
    with suppress(Killed), unit_of_work() as work:
        seize(work, turn)
        who = {"tenant_id": turn.tenant_id, "run_id": turn.run_id, "trend_id": trend}
        plan(work, **who, purse=turn.purse)
        raise Killed
    assert (river.count(Idea), river.count(Expense)) == (0, 0)
    designs = river.ids(river.ideate(stream.run_id, trend))
    assert (len(openai.calls), river.count(Expense), river.count(Idea)) == (1, 1, 3)
    turn = begun(stream.run_id, "generate", designs[0])
    openai.will(picture(png(900, 1080)))
    with suppress(Killed), unit_of_work() as work:
        seize(work, turn)
        generate(work, designs[0], purse=turn.purse)
        raise Killed
    assert river.generate(stream.run_id, designs[0])["outcome"] == "done"
    assert (len(openai.calls), river.count(Expense), spent(stream.run_id).images) == (2, 2, 1)


def begun(run_id: UUID, verb: str, subject: UUID) -> Turn:
    with unit_of_work() as work:
        turn = begin(work, run_id, verb, subject)
    assert isinstance(turn, Turn)
    return turn


@pytest.mark.usefixtures("joined")
def test_a_model_that_refuses_a_trend_marks_it_and_the_run_goes_on(openai: OpenAiServer) -> None:
    stream = river.opened(trends=2)
    refused, other = river.ids(river.analyse(stream.run_id))
    openai.will(declines("I will not."), says(ideas()))
    answer = river.ideate(stream.run_id, refused)
    assert (answer["outcome"], answer["ids"]) == ("rejected", [])
    assert len(river.ids(river.ideate(stream.run_id, other))) == 3
    step = river.step_of(stream.run_id, "ideate", refused)
    assert (step.status, step.kind, bool(step.reason)) == ("rejected", "rejected", True)
    assert river.ideate(stream.run_id, refused)["outcome"] == "rejected"
    assert len(openai.calls) == 2
    assert spent(stream.run_id).calls == 2, "a refusal is paid for too"


@pytest.mark.usefixtures("joined")
def test_the_run_of_an_edited_design_asks_no_model_for_ideas(openai: OpenAiServer) -> None:
    stream = river.opened()
    design_id = ideated(stream, openai)[0]
    river.sketch(stream.run_id, design_id)
    with unit_of_work() as work:
        who = stream.owner
        made = edit(work, tenant_id=who.tenant_id, actor=who.actor, design_id=design_id, changes=Edit(slogan="Purl"))
    assert river.planned(made.run_id) == [made.id]
    assert (len(openai.calls), river.count(Idea), river.count(Design)) == (1, 3, 4)
    openai.will(picture(png(900, 1080)))
    assert river.ids(river.generate(made.run_id, made.id)) == [made.id]
    assert "“Purl”" in openai.calls[-1].body["prompt"]
    assert river.design_of(design_id).status == "waiting"


@pytest.mark.usefixtures("joined")
def test_a_picture_against_the_rules_fails_its_design_with_the_reason(openai: OpenAiServer) -> None:
    stream = river.opened()
    first, second, _third = ideated(stream, openai)
    openai.will(moderates(), picture(png(900, 1080)))
    assert river.generate(stream.run_id, first)["outcome"] == "rejected"
    assert river.generate(stream.run_id, second)["outcome"] == "done"
    design = river.design_of(first)
    assert design.status == "failed"
    assert "rules of content" in str(design.reason)
    assert river.step_of(stream.run_id, "generate", first).reason == design.reason
