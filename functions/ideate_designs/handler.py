"""For one trend of a run: ideas, and an order for a design of each."""

from wareloom.designs.plan import plan
from wareloom.edge.step import step
from wareloom.kit.work import Work
from wareloom.runs.step import Outcome, Turn
from wareloom.trends.queries import trend


def _ideate(work: Work, turn: Turn) -> Outcome:
    designs = plan(work, tenant_id=turn.tenant_id, run_id=turn.run_id, trend_id=turn.subject_id, purse=turn.purse)
    name = trend(work.session, turn.subject_id).name
    return Outcome(ids=tuple(design.id for design in designs), facts={"designs": len(designs), "name": name})


handle = step("ideate", _ideate)
