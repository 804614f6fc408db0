from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base
from wareloom.runs.models import Run
from wareloom.trends.models import Trend


class BriefRow(Base):
    """What ideas were asked for: the trend as it was on that day, in the words that the model was given."""

    __tablename__ = "ideas_briefs"
    __table_args__ = (UniqueConstraint("run_id", "trend_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    run_id: Mapped[UUID] = mapped_column(ForeignKey(Run.id))
    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id))
    content: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Idea(Base):
    """The fingerprint is what is left of a slogan without case, order and filler: one workspace has it once."""

    __tablename__ = "ideas_ideas"
    __table_args__ = (
        UniqueConstraint("tenant_id", "fingerprint"),
        Index(None, "tenant_id", "id"),
        Index(None, "run_id", "trend_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    run_id: Mapped[UUID] = mapped_column(ForeignKey(Run.id))
    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id))
    brief_id: Mapped[UUID] = mapped_column(ForeignKey(BriefRow.id))
    number: Mapped[int] = mapped_column(Integer)
    slogan: Mapped[str] = mapped_column(Text)
    concept: Mapped[str] = mapped_column(Text)
    design_prompt: Mapped[str] = mapped_column(Text)
    palette: Mapped[list[str]] = mapped_column(ARRAY(Text))
    products: Mapped[list[str]] = mapped_column(ARRAY(Text))
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text))
    style: Mapped[str] = mapped_column(Text)
    motifs: Mapped[list[str]] = mapped_column(ARRAY(Text))
    mood: Mapped[str] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(Text)
    made_by: Mapped[str] = mapped_column(Text)
    """The model that wrote it: `offline`, `openai:<model>`."""
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
