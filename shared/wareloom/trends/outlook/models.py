from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Float, ForeignKey, Index, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base
from wareloom.trends.models import Trend


class Outlook(Base):
    """Where a trend stands and what comes next, as its days told at the last analysis."""

    __tablename__ = "trends_outlooks"
    __table_args__ = (Index(None, "label"),)

    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id, ondelete="CASCADE"), primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    label: Mapped[str] = mapped_column(Text)
    """A lifecycle's."""
    why: Mapped[str] = mapped_column(Text)
    days: Mapped[int] = mapped_column(Integer)
    """Of which something is known."""
    windows: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Growth over 7, 28 and 90 days."""
    p: Mapped[float | None] = mapped_column(Float)
    q: Mapped[float | None] = mapped_column(Float)
    """The share of false ones among all trends that are said to move at least as surely."""
    moved: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    """What p and q are of: by how much, over how many days, told by days or by weeks. None where there is no p."""
    season: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    """None where a year is not known yet."""
    forecast: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """The next twelve weeks, each with its 80 % interval; empty where too little is known."""
    model: Mapped[str | None] = mapped_column(Text)
    backtest: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    sales: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    """Units in four weeks, as a range, with the ways that told it."""
    parts: Mapped[dict[str, dict[str, Any]]] = mapped_column(JSONB)
    demand: Mapped[float | None] = mapped_column(Float)
    """The parts' values once more, for lists to weigh and sort by."""
    momentum: Mapped[float | None] = mapped_column(Float)
    competition: Mapped[float | None] = mapped_column(Float)
    profitability: Mapped[float | None] = mapped_column(Float)
    sentiment: Mapped[float | None] = mapped_column(Float)
    confidence: Mapped[dict[str, float]] = mapped_column(JSONB)
    """Of each part."""
    leads: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Between every two sources that are known for long enough: which moved first, and by how many days."""


class WeightsChoice(Base):
    """What a workspace lets the parts weigh."""

    __tablename__ = "trends_weights"

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    weights: Mapped[dict[str, float]] = mapped_column(JSONB)
    chosen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    chosen_by: Mapped[str] = mapped_column(Text)
