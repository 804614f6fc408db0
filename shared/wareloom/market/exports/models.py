from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, CheckConstraint, DateTime, ForeignKey, Index, Integer, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base


class Export(Base):
    """Rows that somebody wants as a file. `position` is the offer after which the next slice begins."""

    __tablename__ = "market_exports"
    __table_args__ = (
        CheckConstraint("status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')", name="status"),
        Index(None, "tenant_id", "id"),
        Index("ix_market_exports_open", "updated_at", postgresql_where="status IN ('queued', 'running')"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    what: Mapped[str] = mapped_column(Text)
    format: Mapped[str] = mapped_column(Text)
    columns: Mapped[list[str]] = mapped_column(ARRAY(Text))
    search: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """Which offers, as an `OfferSearch` without its order."""
    byte_order_mark: Mapped[bool] = mapped_column(Boolean)
    started_by: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    rows_done: Mapped[int] = mapped_column(BigInteger)
    rows_total: Mapped[int | None] = mapped_column(BigInteger)
    """Estimated until it has succeeded, exact from then on."""
    bytes: Mapped[int] = mapped_column(BigInteger)
    position: Mapped[UUID | None]
    until: Mapped[UUID | None]
    """The last offer that there was when it was asked for. None where there was none."""
    upload_id: Mapped[str | None] = mapped_column(Text)
    """Of the one object that the parts become, while they are brought to S3."""
    attempt: Mapped[int] = mapped_column(Integer)
    """How often it was begun: a slice of an earlier attempt belongs to nothing."""
    tries: Mapped[int] = mapped_column(Integer)
    retry_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    started_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class ExportPart(Base):
    """A piece of an export that is in S3: a part of its one object, or a file of its own."""

    __tablename__ = "market_export_parts"

    export_id: Mapped[UUID] = mapped_column(ForeignKey(Export.id, ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    rows: Mapped[int] = mapped_column(BigInteger)
    bytes: Mapped[int] = mapped_column(BigInteger)
    receipt: Mapped[dict[str, str]] = mapped_column(JSONB)
    """What S3 said of a part, and wants to be told again at the end."""
