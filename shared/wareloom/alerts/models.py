from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, DateTime, Float, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.kit.database import Base
from wareloom.social.models import Post, Subject

_KINDS = "kind IN ('negative', 'burst', 'mix')"


class AlertRule(Base):
    """Where a workspace wants a rule otherwise than it is by itself. Without a subject for all that it follows."""

    __tablename__ = "alerts_rules"
    __table_args__ = (
        UniqueConstraint("tenant_id", "kind", "subject_id", "network", postgresql_nulls_not_distinct=True),
        CheckConstraint(_KINDS, name="kind"),
        CheckConstraint("leave < enter", name="leave"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[UUID | None] = mapped_column(ForeignKey(Subject.id))
    network: Mapped[str | None] = mapped_column(Text)
    """None is all networks together."""
    enabled: Mapped[bool] = mapped_column(Boolean)
    enter: Mapped[float] = mapped_column(Float)
    leave: Mapped[float] = mapped_column(Float)
    min_sample: Mapped[int] = mapped_column(Integer)
    window_hours: Mapped[int] = mapped_column(Integer)
    cooldown_hours: Mapped[int] = mapped_column(Integer)
    updated_by: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Alert(Base):
    """What a rule found, from when until when. Of each thing at most one is open, however many watch at once."""

    __tablename__ = "alerts_alerts"
    __table_args__ = (
        Index(
            "ix_alerts_alerts_open",
            "tenant_id",
            "kind",
            "subject_id",
            "network",
            unique=True,
            postgresql_where="closed_at IS NULL",
            postgresql_nulls_not_distinct=True,
        ),
        Index(None, "tenant_id", "id"),
        Index("ix_alerts_alerts_unsettled", "subject_id", postgresql_where="left_at IS NULL"),
        Index(None, "subject_id", "opened_at"),
        CheckConstraint(_KINDS, name="kind"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID]
    kind: Mapped[str] = mapped_column(Text)
    subject_id: Mapped[UUID] = mapped_column(ForeignKey(Subject.id))
    network: Mapped[str | None] = mapped_column(Text)
    sentence: Mapped[str] = mapped_column(Text)
    figures: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """The numbers that opened it, and the thresholds that they were held against."""
    opened_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    acknowledged_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    acknowledged_by: Mapped[str | None] = mapped_column(Text)
    closed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    closed_why: Mapped[str | None] = mapped_column(Text)
    """data, person or unwatched."""
    closed_by: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    left_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When the data were under the lower threshold again: before that nothing opens anew, whoever closed it."""


class AlertPost(Base):
    """A post that the alert was opened for, the most telling first."""

    __tablename__ = "alerts_posts"

    alert_id: Mapped[UUID] = mapped_column(ForeignKey(Alert.id, ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(Integer, primary_key=True)
    post_id: Mapped[UUID] = mapped_column(ForeignKey(Post.id))


class Look(Base):
    """How a subject's last day was when the rules last looked at it: who has not changed is not looked at again."""

    __tablename__ = "alerts_looks"

    subject_id: Mapped[UUID] = mapped_column(ForeignKey(Subject.id), primary_key=True)
    digest: Mapped[str] = mapped_column(Text)
    hour: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    looked_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
