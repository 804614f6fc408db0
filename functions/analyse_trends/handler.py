"""The first step of a run: what the offers say now, and which trends this run works on."""

from wareloom.edge.step import step
from wareloom.kit.work import Work
from wareloom.runs.models import Run
from wareloom.runs.step import Outcome, Turn
from wareloom.trends.choose import choose


def _analyse(work: Work, turn: Turn) -> Outcome:
    wanted = work.session.get_one(Run, turn.run_id).trends_wanted
    picked = choose(work, tenant_id=turn.tenant_id, run_id=turn.run_id, wanted=wanted)
    return Outcome(ids=tuple(picked), facts={"trends": len(picked)})


handle = step("analyse", _analyse)
