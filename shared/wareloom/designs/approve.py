"""A person's yes or no, or nobody's within the time. A decision is made once; its run hears of it after the commit."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.designs import queries
from wareloom.designs.events import DesignDecided
from wareloom.designs.models import Design
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.runs.models import OPEN
from wareloom.runs.queries import hold
from wareloom.runs.resume import carry_on
from wareloom.runs.wait import decide
from wareloom.runs.wait import wait as wait_for_answer

LONGEST_REASON = 500
_VERB = "approve"


def approve(work: Work, *, tenant_id: UUID, actor: str, design_id: UUID) -> Design:
    """Also of a design that expired: its run is carried on."""
    design = queries.design(work.session, tenant_id, design_id, lock=True)
    _must_be(design, "waiting", "expired")
    run = hold(work.session, design.run_id)
    if run.status == "stopped":
        raise Rejected("The run of this design was stopped. Resume the run, then approve it.")
    heard = _settle(work, design, "approved", actor, None)
    if run.status not in OPEN or not heard:
        carry_on(work, run)
    return design


def reject(work: Work, *, tenant_id: UUID, actor: str, design_id: UUID, reason: str) -> Design:
    """For good: a rejected design is never published. Edit it, and the new one is another design."""
    said = " ".join(reason.split())[:LONGEST_REASON]
    if not said:
        raise Rejected("Say why: the next designs learn from it.")
    design = queries.design(work.session, tenant_id, design_id, lock=True)
    _must_be(design, "waiting", "expired")
    _settle(work, design, "rejected", actor, said)
    return design


def expire(work: Work, design_id: UUID) -> Design:
    """Nobody decided in time. It is closed politely: a person may still approve it."""
    design = work.session.get(Design, design_id, with_for_update=True)
    if design is None:
        raise NotFound("There is no such design.")
    if design.status == "waiting":
        _settle(work, design, "expired", "wareloom", "Nobody decided in time. You can still approve it.")
    return design  # or as a person has just decided


def await_approval(work: Work, run_id: UUID, design_id: UUID, token: str) -> str:
    """The state machine stands and waits with this token. Returns how the design stands."""
    design = work.session.get(Design, design_id)
    if design is None:
        raise NotFound("There is no such design.")
    wait_for_answer(work, run_id, _VERB, design_id, token, called=design.slogan)
    return design.status


def _must_be(design: Design, *statuses: str) -> None:
    if design.status not in statuses:
        state = {"planned": "not drawn yet", "failed": "a design that could not be drawn"}.get(
            design.status, f"{design.status} already"
        )
        raise Conflict(f"This design is {state}.")


def _settle(work: Work, design: Design, status: str, actor: str, reason: str | None) -> bool:
    """Whether the run hears of it by itself."""
    now = clock.now()
    design.status, design.reason, design.decided_by, design.decided_at, design.updated_at = (
        status,
        reason,
        actor,
        now,
        now,
    )
    acts = {"approved": "design.approve", "rejected": "design.reject", "expired": "design.expire"}
    facts = {"slogan": design.slogan} | ({"reason": reason} if reason else {})
    record(work.session, design.tenant_id, actor, acts[status], f"design:{design.id}", facts)
    work.announce(DesignDecided(tenant_id=design.tenant_id, design_id=design.id, run_id=design.run_id))
    return decide(work, design.run_id, _VERB, design.id, decision=status, goes_on=status == "approved")
