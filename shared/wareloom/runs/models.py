from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    Text,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base

OPEN = ("queued", "running", "waiting")
ENDED = ("succeeded", "failed", "stopped")
_OPEN_RUN = "status IN ('queued', 'running', 'waiting')"


class Run(Base):
    """One pass down the river. `attempt` counts the executions that have carried it; the rows outlive them all."""

    __tablename__ = "runs_runs"
    __table_args__ = (
        CheckConstraint("status IN ('queued', 'running', 'waiting', 'succeeded', 'failed', 'stopped')", name="status"),
        Index(None, "tenant_id", "id"),
        Index("ix_runs_runs_open", "updated_at", postgresql_where=_OPEN_RUN),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    started_by: Mapped[str] = mapped_column(Text)
    slot: Mapped[str | None] = mapped_column(Text, unique=True)
    about: Mapped[str] = mapped_column(Text)
    """What it was asked to do, in words."""
    trends_wanted: Mapped[int] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    attempt: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    started_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Step(Base):
    """One verb of a run on one thing: the run itself, a trend, a design. Done is done: no attempt does it again."""

    __tablename__ = "runs_steps"
    __table_args__ = (
        CheckConstraint(
            "status IN ('queued', 'running', 'waiting', 'done', 'rejected', 'blocked', 'failed')", name="status"
        ),
        UniqueConstraint("run_id", "verb", "subject_id"),
        Index("ix_runs_steps_waiting", "run_id", postgresql_where="token IS NOT NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    run_id: Mapped[UUID] = mapped_column(ForeignKey(Run.id, ondelete="CASCADE"))
    verb: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[UUID]
    status: Mapped[str] = mapped_column(Text)
    kind: Mapped[str | None] = mapped_column(Text)
    """Of the failure, where there was one."""
    reason: Mapped[str | None] = mapped_column(Text)
    tries: Mapped[int] = mapped_column(Integer)
    ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    """What the next verb works on."""
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """Counts and names to show; never more than a line."""
    token: Mapped[str | None] = mapped_column(Text)
    """The state machine waits for an answer to this."""
    set_aside: Mapped[Decimal] = mapped_column(Numeric)
    """Money that it may still spend while it works."""
    set_aside_tokens: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    started_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Expense(Base):
    """One paid call, once: the key is that of the kept answer."""

    __tablename__ = "runs_expenses"
    __table_args__ = (Index(None, "tenant_id", "at"), Index(None, "run_id"))

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    run_id: Mapped[UUID] = mapped_column(ForeignKey(Run.id))
    step_id: Mapped[UUID]
    model: Mapped[str] = mapped_column(Text)
    tokens_in: Mapped[int] = mapped_column(BigInteger)
    tokens_out: Mapped[int] = mapped_column(BigInteger)
    images: Mapped[int] = mapped_column(Integer)
    cost: Mapped[Decimal] = mapped_column(Numeric)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Plan(Base):
    """What a workspace allows its runs to spend, and whether one begins every day by itself."""

    __tablename__ = "runs_plans"

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    daily: Mapped[bool] = mapped_column(Boolean)
    trends: Mapped[int] = mapped_column(Integer)
    run_money: Mapped[Decimal] = mapped_column(Numeric)
    run_tokens: Mapped[int] = mapped_column(BigInteger)
    month_money: Mapped[Decimal] = mapped_column(Numeric)
    month_tokens: Mapped[int] = mapped_column(BigInteger)
    changed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
