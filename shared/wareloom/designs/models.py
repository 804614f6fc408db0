from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.ideas.models import Idea
from wareloom.kit.database import Base
from wareloom.runs.models import Run
from wareloom.trends.models import Trend

STATUSES = ("planned", "waiting", "approved", "rejected", "expired", "failed")


class Design(Base):
    """One piece of artwork, from the order to a person's decision. `failed`: it could not be drawn."""

    __tablename__ = "designs_designs"
    __table_args__ = (
        CheckConstraint("status IN ('planned', 'waiting', 'approved', 'rejected', 'expired', 'failed')", name="status"),
        UniqueConstraint("idea_id", "variant"),
        Index(None, "tenant_id", "id"),
        Index(None, "tenant_id", "status", "id"),
        Index(None, "run_id"),
        Index("ix_designs_designs_waiting", "expires_at", postgresql_where="status = 'waiting'"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    run_id: Mapped[UUID] = mapped_column(ForeignKey(Run.id))
    """The run that carries it now."""
    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id))
    idea_id: Mapped[UUID] = mapped_column(ForeignKey(Idea.id))
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("designs_designs.id"))
    """The design that it was edited from."""
    variant: Mapped[int] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    studio: Mapped[str] = mapped_column(Text)
    slogan: Mapped[str] = mapped_column(Text)
    wanted: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """The order as the studio gets it."""
    made_with: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """What the studio chose: layout, fonts, model."""
    art_key: Mapped[str | None] = mapped_column(Text)
    thumbnail_key: Mapped[str | None] = mapped_column(Text)
    digest: Mapped[str | None] = mapped_column(Text)
    size: Mapped[int | None] = mapped_column(BigInteger)
    width: Mapped[int | None] = mapped_column(Integer)
    height: Mapped[int | None] = mapped_column(Integer)
    dpi: Mapped[int | None] = mapped_column(Integer)
    effective_dpi: Mapped[int | None] = mapped_column(Integer)
    ink_box: Mapped[list[int] | None] = mapped_column(JSONB)
    """Left, top, width and height of what is drawn, in pixels."""
    decided_by: Mapped[str | None] = mapped_column(Text)
    decided_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    generated_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Mockup(Base):
    """The design on one product."""

    __tablename__ = "designs_mockups"

    design_id: Mapped[UUID] = mapped_column(ForeignKey(Design.id, ondelete="CASCADE"), primary_key=True)
    product: Mapped[str] = mapped_column(Text, primary_key=True)
    colour: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(Text)
    width: Mapped[int] = mapped_column(Integer)
    height: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
