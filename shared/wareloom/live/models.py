from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Index, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.kit.database import Base


class Ticket(Base):
    """Opens one socket, once, within a minute: a browser cannot send a header with it, and addresses are logged."""

    __tablename__ = "live_tickets"

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    tenant_id: Mapped[UUID]
    user_id: Mapped[UUID]
    sign_in_id: Mapped[UUID | None]
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


class Connection(Base):
    __tablename__ = "live_connections"
    __table_args__ = (Index(None, "tenant_id"),)

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    tenant_id: Mapped[UUID]
    user_id: Mapped[UUID]
    sign_in_id: Mapped[UUID | None]
    topics: Mapped[list[str]] = mapped_column(ARRAY(Text))
    opened_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
    behind_since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """It could not take what it was sent: until it can, it is told only where the numbers stand."""


class Arrival(Base):
    """What a room announced, until it is part of a message: what waits together is told together."""

    __tablename__ = "live_arrivals"
    __table_args__ = (Index(None, "tenant_id", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID]
    topic: Mapped[str] = mapped_column(Text)
    event: Mapped[str] = mapped_column(Text)
    ids: Mapped[dict[str, str]] = mapped_column(JSONB)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Message(Base):
    """What a tenant was told, numbered without gaps, kept for a day so that a browser that slept can catch up."""

    __tablename__ = "live_messages"

    tenant_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    topic: Mapped[str] = mapped_column(Text)
    body: Mapped[dict[str, Any]] = mapped_column(JSONB)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


class Head(Base):
    __tablename__ = "live_heads"

    tenant_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger)
    sending_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """Somebody sends, and will look again before they stop. Past that moment they are taken for dead."""
