from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, Float, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.kit.database import Base


class Alarm(Base):
    """One thing that got worse about a source. Of each thing at most one is open; its sentence is of the last look."""

    __tablename__ = "market_alarms"
    __table_args__ = (
        Index("ix_market_alarms_open", "marketplace", "what", unique=True, postgresql_where="closed_at IS NULL"),
        Index(None, "marketplace", "opened_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    marketplace: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    sentence: Mapped[str] = mapped_column(Text)
    was: Mapped[float] = mapped_column(Float)
    """The share before it fell: well again is what comes back to this, however long it lasted."""
    opened_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    closed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
