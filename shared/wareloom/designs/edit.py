"""Edit a design and have it drawn again: a design of its own, beside the one that it came from, in a run of its own."""

from dataclasses import dataclass, replace
from uuid import UUID

from wareloom.audit.record import record
from wareloom.designs import queries
from wareloom.designs.events import DesignPlanned
from wareloom.designs.models import Design
from wareloom.designs.order import next_variant, order_of, row, written_order
from wareloom.designs.studios.registry import STUDIOS
from wareloom.ideas.models import Idea
from wareloom.kit.errors import Conflict, Rejected
from wareloom.kit.work import Work
from wareloom.runs.open import open_run
from wareloom.runs.step import queue_steps
from wareloom.trends.keep_pick import keep_pick


@dataclass(frozen=True)
class Edit:
    """What is to be different. None leaves it; another seed alone draws another take on the same."""

    slogan: str | None = None
    palette: tuple[str, ...] | None = None
    motifs: tuple[str, ...] | None = None
    style: str | None = None
    layout: str | None = None
    font: str | None = None
    on_dark: bool | None = None
    prompt: str | None = None
    studio: str | None = None


def edit(work: Work, *, tenant_id: UUID, actor: str, design_id: UUID, changes: Edit) -> Design:
    was = queries.design(work.session, tenant_id, design_id)
    if was.status == "planned":
        raise Conflict("This design is not drawn yet.")
    studio = changes.studio or was.studio
    if studio not in STUDIOS:
        raise Rejected(f"There is no studio “{studio}”. Known: {', '.join(STUDIOS)}.")
    idea = work.session.get_one(Idea, was.idea_id, with_for_update=True)  # one next variant at a time
    variant = next_variant(work, idea.id)
    said = {name: value for name, value in vars(changes).items() if value is not None and name != "studio"}
    order = replace(written_order(was), seed=(order_of(idea).seed + variant) % 2**31, **said)
    run = open_run(work, tenant_id=tenant_id, actor=actor, trends=0, about=f"“{order.slogan}”, drawn again")
    design = row(idea, order, studio=studio, variant=variant, parent=was)
    design.run_id = run.id
    work.session.add(design)
    work.session.flush()
    keep_pick(work, run_id=run.id, trend_id=was.trend_id, reason="A design was edited.")
    queue_steps(work.session, tenant_id=tenant_id, run_id=run.id, verb="generate", subjects=[design.id])
    record(work.session, tenant_id, actor, "design.edit", f"design:{design.id}", {"from": str(was.id), **_told(said)})
    work.announce(DesignPlanned(tenant_id=tenant_id, design_id=design.id, run_id=run.id))
    return design


def _told(said: dict[str, object]) -> dict[str, str]:
    return {name: str(value)[:200] for name, value in said.items()}
