"""Workers beside each other and workers that are killed, while a model that is paid thinks."""

from collections.abc import Generator
from threading import Event

import pytest
from sqlalchemy import Engine

from tests.functions.paying import held_back, ideas, paying
from tests.support import river
from tests.support.cloud import Emulator
from tests.support.openai_server import OpenAiServer, says
from tests.support.worker import Worker
from wareloom.designs.models import Design
from wareloom.ideas.models import Idea
from wareloom.kit.errors import Unavailable
from wareloom.runs.models import Expense


@pytest.fixture
def openai(cloud: Emulator, monkeypatch: pytest.MonkeyPatch) -> Generator[OpenAiServer]:
    assert cloud
    with paying(monkeypatch) as server:
        yield server


def test_of_two_workers_at_once_one_pays_and_the_other_comes_again(openai: OpenAiServer, emptied: Engine) -> None:
    assert emptied
    stream = river.opened()
    (trend,) = river.ids(river.analyse(stream.run_id))
    asked, go_on = Event(), Event()

    openai.will(held_back(asked, go_on))
    first = Worker("ideate_designs", {"run_id": str(stream.run_id), "subject_id": str(trend)})
    try:
        assert asked.wait(60)
        with pytest.raises(Unavailable, match="Another worker"):
            river.ideate(stream.run_id, trend)
    finally:
        go_on.set()
        answer = first.answer()
    assert river.ideate(stream.run_id, trend) == answer
    assert (len(openai.calls), river.count(Expense), river.count(Design)) == (1, 1, 3)


def test_a_worker_killed_while_the_model_thinks_leaves_a_step_that_can_be_done(
    openai: OpenAiServer, emptied: Engine
) -> None:
    assert emptied
    stream = river.opened()
    (trend,) = river.ids(river.analyse(stream.run_id))
    asked, go_on = Event(), Event()

    openai.will(held_back(asked, go_on), says(ideas()))
    first = Worker("ideate_designs", {"run_id": str(stream.run_id), "subject_id": str(trend)})
    assert asked.wait(60)
    first.kill()
    go_on.set()
    assert len(river.ids(river.ideate(stream.run_id, trend))) == 3
    assert (river.count(Design), river.count(Expense)) == (3, 1)


def test_of_two_runs_that_have_the_same_idea_at_once_the_second_thinks_again(
    openai: OpenAiServer, emptied: Engine
) -> None:
    assert emptied
    first = river.opened()
    second = river.opened(owner=first.owner)
    (trend,), (other,) = (river.ids(river.analyse(stream.run_id)) for stream in (first, second))
    asked, go_on = Event(), Event()
    openai.will(held_back(asked, go_on), says(ideas()))
    late = Worker("ideate_designs", {"run_id": str(second.run_id), "subject_id": str(other)})
    try:
        assert asked.wait(60)
        assert len(river.ids(river.ideate(first.run_id, trend))) == 3
    finally:
        go_on.set()
    assert late.error().startswith("wareloom.kit.errors.Unavailable: Another run has just had the same idea.")
    openai.will(says(ideas("Frogging Is A Lifestyle", "Stitch Happens Here", "Yarn Over Everything")))
    assert len(river.ids(river.ideate(second.run_id, other))) == 3
    assert river.count(Idea) == 6
    assert river.count(Expense) == len(openai.calls) == 3


def test_while_a_model_thinks_about_one_trend_the_others_go_on(openai: OpenAiServer, emptied: Engine) -> None:
    assert emptied
    stream = river.opened(trends=2)
    slow, other = river.ids(river.analyse(stream.run_id))
    asked, go_on = Event(), Event()
    openai.will(held_back(asked, go_on), says(ideas("Steam Dreams", "Ladle Of The Realm", "Birch Please")))
    first = Worker("ideate_designs", {"run_id": str(stream.run_id), "subject_id": str(slow)})
    try:
        assert asked.wait(60)
        done = river.ids(river.ideate(stream.run_id, other))
        river.sketch(stream.run_id, done[0])
        assert river.stand(stream.run_id, done[0], "a token") == {"design": str(done[0]), "stands": "waiting"}
        river.approve(stream, done[0])
    finally:
        go_on.set()
        assert first.answer()["outcome"] == "done"
    assert river.count(Idea) == 6
