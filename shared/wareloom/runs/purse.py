"""The money of one step: its share of what the run and the month have left, and notes of what it spent."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.ai.model import Usage
from wareloom.kit.errors import Overused
from wareloom.runs.models import OPEN, Expense, Run, Step
from wareloom.runs.plan import plan
from wareloom.runs.verbs import Verb

_LONGEST_WORK = timedelta(minutes=15)
"""No function is given more time."""


@dataclass(frozen=True)
class Left:
    money: Decimal
    tokens: int


@dataclass
class StepPurse:
    """Keeps to its share without asking again, so that steps side by side can never overspend together."""

    left: Left
    notes: dict[str, tuple[str, Usage]] = field(default_factory=dict[str, tuple[str, Usage]])

    def allow(self, most: Usage) -> None:
        tokens = most.tokens_in + most.tokens_out
        if most.cost > self.left.money:
            raise Overused(
                f"This may cost up to ${most.cost:.2f}, and of the budget ${max(self.left.money, Decimal(0)):.2f} is "
                "left for it. Raise the budget, then resume the run."
            )
        if most.cost and tokens > self.left.tokens:
            raise Overused(
                f"This may take {tokens:,} tokens, and the budget has {max(self.left.tokens, 0):,} left for it. "
                "Raise the budget, then resume the run."
            )
        self.left = Left(self.left.money - most.cost, self.left.tokens - (tokens if most.cost else 0))

    def spend(self, key: str, model: str, usage: Usage) -> None:
        self.notes[key] = (model, usage)


def share(session: Session, run: Run, verb: Verb, step_id: UUID | None) -> Left:
    """What is left of both budgets, divided among those that may spend at the same time."""
    if not verb.spends:
        return Left(Decimal(0), 0)
    allowed, now = plan(session, run.tenant_id), clock.now()
    month = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    spent_run = _spent(session, run.tenant_id, run_id=run.id)
    spent_month = _spent(session, run.tenant_id, since=month)
    held_run, held_month = _held(session, run, step_id)
    money = min(
        allowed.run_money - spent_run.money - held_run.money,
        allowed.month_money - spent_month.money - held_month.money,
    )
    tokens = min(
        allowed.run_tokens - spent_run.tokens - held_run.tokens,
        allowed.month_tokens - spent_month.tokens - held_month.tokens,
    )
    return Left(max(money, Decimal(0)) / verb.at_once, max(tokens, 0) // verb.at_once)


def keep_notes(session: Session, run_id: UUID, tenant_id: UUID, step_id: UUID, purse: StepPurse) -> None:
    rows = [
        {
            "tenant_id": tenant_id,
            "key": key,
            "run_id": run_id,
            "step_id": step_id,
            "model": model,
            "at": clock.now(),
            **usage.model_dump(),
        }
        for key, (model, usage) in sorted(purse.notes.items())
    ]
    if rows:
        session.execute(insert(Expense).values(rows).on_conflict_do_nothing())


def _spent(session: Session, tenant_id: UUID, *, run_id: UUID | None = None, since: datetime | None = None) -> Left:
    query: Select[Decimal, int] = select(
        func.coalesce(func.sum(Expense.cost), 0), func.coalesce(func.sum(Expense.tokens_in + Expense.tokens_out), 0)
    ).where(Expense.tenant_id == tenant_id)
    if run_id:
        query = query.where(Expense.run_id == run_id)
    if since:
        query = query.where(Expense.at >= since)
    money, tokens = session.execute(query).one()
    return Left(Decimal(money), int(tokens))


def _held(session: Session, run: Run, step_id: UUID | None) -> tuple[Left, Left]:
    """What other steps at work may still spend: of this run, and of the workspace. Of a run that was stopped or failed
    nobody is at work any more, save who had begun just before."""
    at_work = or_(Run.status.in_(OPEN), Step.updated_at > clock.now() - _LONGEST_WORK)
    query = (
        select(Step.run_id, Step.set_aside, Step.set_aside_tokens)
        .join(Run, Run.id == Step.run_id)
        .where(Step.tenant_id == run.tenant_id, Step.status == "running", Step.set_aside > 0, Step.id != step_id)
        .where(at_work)
    )
    rows = session.execute(query).all()
    return _sum([row for row in rows if row.run_id == run.id]), _sum(rows)


def _sum(rows: Sequence[tuple[UUID, Decimal, int]]) -> Left:
    return Left(sum((money for _, money, _ in rows), Decimal(0)), sum(tokens for _, _, tokens in rows))
