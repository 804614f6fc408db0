"""Every step may come twice, at once with itself, or after its worker died: one set of rows and bytes."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Engine

from tests.functions.test_scrape_market import conninfo
from tests.support import river
from tests.support.cloud import ART, Emulator
from wareloom.designs.generate import generate
from wareloom.designs.models import Design, Mockup
from wareloom.designs.plan import plan
from wareloom.ideas.models import BriefRow, Idea
from wareloom.kit import objects
from wareloom.kit.errors import NotFound, Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work, unit_of_work
from wareloom.runs.models import Step
from wareloom.runs.step import Outcome, Turn, begin, end, mark, seize
from wareloom.runs.stop import stop
from wareloom.trends.choose import choose
from wareloom.trends.models import Pick

pytestmark = pytest.mark.usefixtures("cloud")
Act = Callable[[Work, Turn], object]


def rows() -> dict[str, int]:
    return {model.__tablename__: river.count(model) for model in (Pick, BriefRow, Idea, Design, Mockup, Step)}


def subject_of(verb: str, run_id: UUID) -> UUID:
    """What the verb works on, once everything before it is done."""
    if verb == "analyse":
        return run_id
    (trend,) = river.ids(river.analyse(run_id))
    return trend if verb == "ideate" else river.ids(river.ideate(run_id, trend))[0]


def do(verb: str, run_id: UUID, subject: UUID) -> river.Answer:
    if verb == "analyse":
        return river.analyse(run_id)
    return (river.ideate if verb == "ideate" else river.generate)(run_id, subject)


@pytest.mark.usefixtures("joined")
def test_steps_that_come_twice_answer_the_same_and_add_nothing() -> None:
    stream = river.opened(trends=2)
    first = river.analyse(stream.run_id)
    assert river.analyse(stream.run_id) == first
    trend = river.ids(first)[0]
    ideas = river.ideate(stream.run_id, trend)
    once = rows()
    assert river.ideate(stream.run_id, trend) == ideas
    assert len(river.ids(ideas)) == 3
    assert rows() == once
    assert river.step_of(stream.run_id, "ideate", trend).tries == 1


@pytest.mark.usefixtures("joined")
def test_a_design_that_is_drawn_twice_is_drawn_once(cloud: Emulator) -> None:
    stream = river.opened()
    design_id = river.planned(stream.run_id)[0]
    answer = river.generate(stream.run_id, design_id)
    drawn, once = river.design_of(design_id), rows()
    written = pictures(cloud, drawn)
    assert river.generate(stream.run_id, design_id) == answer
    assert (rows(), pictures(cloud, drawn)) == (once, written)
    assert river.design_of(design_id).generated_at == drawn.generated_at


def pictures(cloud: Emulator, design: Design) -> dict[str, object]:
    """All of its workspace's: of others the bucket is full."""
    kept = cloud.kept(ART, f"designs/{design.tenant_id}/")
    assert kept
    return {one["Key"]: (one["ETag"], one["LastModified"]) for one in kept}


@pytest.mark.usefixtures("joined")
def test_a_worker_that_dies_after_drawing_is_followed_by_one_that_draws_the_same_bytes() -> None:
    stream = river.opened()
    design_id = river.planned(stream.run_id)[0]
    died("generate", stream.run_id, design_id, lambda work, turn: generate(work, design_id, purse=turn.purse))
    design = river.design_of(design_id)
    assert (design.status, design.art_key) == ("planned", None)
    key = f"designs/{design.tenant_id}/{design.id}/art.png"
    left = objects.get(ART, key)
    assert river.generate(stream.run_id, design_id)["outcome"] == "done"
    assert objects.get(ART, key) == left
    assert river.step_of(stream.run_id, "generate", design_id).tries == 2


def died(verb: str, run_id: UUID, subject: UUID, act: Act) -> None:
    """A worker does everything and its process ends before the commit."""
    with unit_of_work() as work:
        turn = begin(work, run_id, verb, subject)
    assert isinstance(turn, Turn)
    with suppress(_Killed), unit_of_work() as work:
        seize(work, turn)
        act(work, turn)
        raise _Killed


class _Killed(BaseException):
    """The end of a process: nothing of ours catches it."""


@pytest.mark.usefixtures("joined")
def test_a_worker_that_dies_before_its_commit_leaves_the_work_to_the_next() -> None:
    stream = river.opened()
    who = {"tenant_id": stream.owner.tenant_id, "run_id": stream.run_id}
    died("analyse", stream.run_id, stream.run_id, lambda work, _turn: choose(work, **who, wanted=1))
    assert river.count(Pick) == 0
    (trend,) = river.ids(river.analyse(stream.run_id))
    died("ideate", stream.run_id, trend, lambda work, turn: plan(work, **who, trend_id=trend, purse=turn.purse))
    assert (river.count(BriefRow), river.count(Idea), river.count(Design)) == (0, 0, 0)
    assert len(river.ids(river.ideate(stream.run_id, trend))) == 3
    assert (river.count(BriefRow), river.count(Idea), river.count(Design)) == (1, 3, 3)


@pytest.mark.parametrize("verb", ["analyse", "ideate", "generate"])
def test_a_second_worker_at_the_same_step_turns_away_and_may_come_again(emptied: Engine, verb: str) -> None:
    assert emptied
    stream = river.opened()
    subject = subject_of(verb, stream.run_id)
    with unit_of_work() as work:
        turn = begin(work, stream.run_id, verb, subject)
    assert isinstance(turn, Turn)
    before = rows()
    with psycopg.connect(conninfo()) as other:
        other.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"step:{turn.step_id}"])
        with pytest.raises(Unavailable, match="Another worker"):
            do(verb, stream.run_id, subject)
    assert rows() == before
    assert river.step_of(stream.run_id, verb, subject).status == "running"
    if verb != "generate":
        assert do(verb, stream.run_id, subject)["outcome"] == "done"


@pytest.mark.usefixtures("joined")
def test_what_a_late_worker_says_of_a_step_that_another_has_ended_changes_nothing() -> None:
    stream = river.opened()
    with unit_of_work() as work:
        late = begin(work, stream.run_id, "analyse", stream.run_id)
    assert isinstance(late, Turn)
    answer = river.analyse(stream.run_id)
    with unit_of_work() as work:
        assert mark(work, late, Unavailable("Another worker is at this step.")) == answer
    step = river.step_of(stream.run_id, "analyse", stream.run_id)
    assert (step.status, step.reason, step.kind) == ("done", None, None)


def test_who_ends_a_step_waits_for_the_run_before_it_holds_the_step(emptied: Engine) -> None:
    """Everybody locks the run first: two that come at once wait for each other's commit, and never for each other."""
    assert emptied
    stream = river.opened()
    with unit_of_work() as work:
        turn = begin(work, stream.run_id, "analyse", stream.run_id)
    assert isinstance(turn, Turn)
    ending = Thread(target=ended, args=(turn,))
    with psycopg.connect(conninfo()) as other, psycopg.connect(conninfo(), autocommit=True) as looker:
        other.execute("SELECT FROM runs_runs WHERE id = %s FOR UPDATE", [stream.run_id])
        ending.start()
        while ending.is_alive() and not looker.execute(_WAITING, [other.info.backend_pid]).fetchall():
            ending.join(0.02)
        assert other.execute("SELECT FROM runs_steps WHERE id = %s FOR UPDATE NOWAIT", [turn.step_id]).rowcount == 1
    ending.join()
    assert river.step_of(stream.run_id, "analyse", stream.run_id).status == "done"


_WAITING = "SELECT pid FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))"


def ended(turn: Turn) -> None:
    with unit_of_work() as work:
        end(work, turn, Outcome())


@pytest.mark.usefixtures("joined")
def test_a_step_of_a_run_that_never_was_is_nobodys() -> None:
    with pytest.raises(NotFound):
        river.analyse(new_id())


@pytest.mark.usefixtures("joined")
def test_a_design_that_never_was_is_refused_and_the_run_goes_on() -> None:
    stream = river.opened()
    answer = river.generate(stream.run_id, new_id())
    assert (answer["outcome"], answer["ids"], answer["reason"]) == ("rejected", [], "There is no such design.")


@pytest.mark.usefixtures("joined")
@pytest.mark.parametrize("verb", ["analyse", "ideate", "generate"])
def test_a_stopped_run_does_nothing_more(verb: str) -> None:
    stream = river.opened()
    subject = subject_of(verb, stream.run_id)
    with unit_of_work() as work:
        stop(work, tenant_id=stream.owner.tenant_id, actor=stream.owner.actor, run_id=stream.run_id)
    before = rows()
    answer = do(verb, stream.run_id, subject)
    assert (answer["outcome"], answer["ids"], answer["more"]) == ("skipped", [], False)
    assert rows() == before
