"""Draw one design, with its thumbnail and mockups."""

from wareloom.designs.generate import generate, give_up
from wareloom.edge.step import step
from wareloom.kit.errors import Failure
from wareloom.kit.work import Work
from wareloom.runs.step import Outcome, Turn


def _generate(work: Work, turn: Turn) -> Outcome:
    design = generate(work, turn.subject_id, purse=turn.purse)
    return Outcome(ids=(design.id,), facts={"slogan": design.slogan, "studio": design.studio})


def _settle(work: Work, turn: Turn, failure: Failure) -> None:
    give_up(work, turn.subject_id, failure)


handle = step("generate", _generate, settle=_settle)
