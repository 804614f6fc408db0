"""Reads of runs: how far each has come, verb by verb, and what it cost."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.runs.models import Expense, Run, Step
from wareloom.runs.verbs import VERBS

_NEWEST = "runs"
_TIMELINE = "steps"


@dataclass
class Stage:
    """One verb of one run: how many of its steps stand how."""

    verb: str
    title: str
    counts: dict[str, int] = field(default_factory=dict[str, int])
    started_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class Cost:
    money: Decimal = Decimal(0)
    tokens_in: int = 0
    tokens_out: int = 0
    images: int = 0
    calls: int = 0


def run(session: Session, tenant_id: UUID, run_id: UUID, *, lock: bool = False) -> Run:
    query = select(Run).where(Run.id == run_id, Run.tenant_id == tenant_id)
    found = session.scalar(query.with_for_update(key_share=True) if lock else query)
    if found is None:
        raise NotFound("There is no such run in this workspace.")
    return found


def hold(session: Session, run_id: UUID) -> Run:
    """Its row, as it is now, until the commit. Who holds a run and a step holds the run first.

    A step at work may have added rows that point at the run, and a model may think for minutes before they are
    committed: a stronger lock than this one would wait for that.
    """
    query = select(Run).where(Run.id == run_id).with_for_update(key_share=True)
    held = session.scalar(query, execution_options={"populate_existing": True})
    if held is None:
        raise NotFound("There is no such run.")
    return held


def runs(session: Session, tenant_id: UUID, *, status: str | None, cursor: str | None, limit: int) -> Page[Run]:
    query = select(Run).where(Run.tenant_id == tenant_id).order_by(Run.id.desc()).limit(limit + 1)
    if status:
        query = query.where(Run.status == status)
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        query = query.where(Run.id < before)
    return cut(session.scalars(query).all(), limit, lambda row: write_cursor(_NEWEST, str(row.id)))


def stages(session: Session, run_ids: Sequence[UUID]) -> dict[UUID, list[Stage]]:
    """Every verb of every run, in order, also those that have not begun."""
    found = {run_id: {verb.name: Stage(verb.name, verb.title) for verb in VERBS} for run_id in run_ids}
    query = (
        select(Step.run_id, Step.verb, Step.status, func.count(), func.min(Step.started_at), func.max(Step.ended_at))
        .where(Step.run_id.in_(run_ids))
        .group_by(Step.run_id, Step.verb, Step.status)
    )
    for run_id, verb, status, count, began, ended in session.execute(query):
        stage = found[run_id][verb]
        stage.counts[status] = count
        stage.started_at = min(filter(None, (stage.started_at, began)), default=None)
        stage.ended_at = max(filter(None, (stage.ended_at, ended)), default=None)
    return {run_id: list(verbs.values()) for run_id, verbs in found.items()}


def costs(session: Session, run_ids: Sequence[UUID]) -> dict[UUID, Cost]:
    query = (
        select(
            Expense.run_id,
            func.sum(Expense.cost),
            func.sum(Expense.tokens_in),
            func.sum(Expense.tokens_out),
            func.sum(Expense.images),
            func.count(),
        )
        .where(Expense.run_id.in_(run_ids))
        .group_by(Expense.run_id)
    )
    spent = {
        run_id: Cost(money, int(tokens_in), int(tokens_out), int(images), calls)
        for run_id, money, tokens_in, tokens_out, images, calls in session.execute(query)
    }
    return {run_id: spent.get(run_id, Cost()) for run_id in run_ids}


def spent_since(session: Session, tenant_id: UUID, since: datetime) -> tuple[Decimal, int]:
    """Money and tokens."""
    query = select(
        func.coalesce(func.sum(Expense.cost), 0), func.coalesce(func.sum(Expense.tokens_in + Expense.tokens_out), 0)
    ).where(Expense.tenant_id == tenant_id, Expense.at >= since)
    money, tokens = session.execute(query).one()
    return Decimal(money), int(tokens)


def steps(
    session: Session, run_id: UUID, *, verb: str | None, status: str | None, cursor: str | None, limit: int
) -> Page[Step]:
    """In the order in which they came up."""
    query = select(Step).where(Step.run_id == run_id).order_by(Step.id).limit(limit + 1)
    if verb:
        query = query.where(Step.verb == verb)
    if status:
        query = query.where(Step.status == status)
    if cursor:
        (after,) = read_cursor(cursor, _TIMELINE, UUID)
        query = query.where(Step.id > after)
    return cut(session.scalars(query).all(), limit, lambda row: write_cursor(_TIMELINE, str(row.id)))
