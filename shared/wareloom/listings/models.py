from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, Integer, Numeric, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Shop, Tenant
from wareloom.designs.models import Design
from wareloom.kit.database import Base
from wareloom.runs.models import Run

GOING = ("draft", "publishing", "undoing", "withdrawing")
"""There is more to do; every other status is an end."""


class Listing(Base):
    """One design in one shop. Its id is the idempotency key that every call to the channel carries."""

    __tablename__ = "listings_listings"
    __table_args__ = (
        CheckConstraint(
            "status IN ('draft', 'publishing', 'published', 'undoing', 'failed', 'withdrawing', 'withdrawn')",
            name="status",
        ),
        UniqueConstraint("design_id", "shop_id"),
        Index(None, "tenant_id", "id"),
        Index(None, "run_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    run_id: Mapped[UUID] = mapped_column(ForeignKey(Run.id))
    design_id: Mapped[UUID] = mapped_column(ForeignKey(Design.id))
    shop_id: Mapped[UUID] = mapped_column(ForeignKey(Shop.id))
    channel: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    kind: Mapped[str | None] = mapped_column(Text)
    """Of the failure, where there was one."""
    title: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text))
    currency: Mapped[str] = mapped_column(Text)
    price_from: Mapped[Decimal] = mapped_column(Numeric)
    variants: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Product, colour, size and price of each thing that can be bought."""
    external_id: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    published_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Part(Base):
    """One call of a publication. Claimed before it is made, so that a dead worker's call is looked for."""

    __tablename__ = "listings_parts"
    __table_args__ = (CheckConstraint("status IN ('claimed', 'waiting', 'done', 'undone')", name="status"),)

    listing_id: Mapped[UUID] = mapped_column(ForeignKey(Listing.id, ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(Text, primary_key=True)
    number: Mapped[int] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(Text)
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    tries: Mapped[int] = mapped_column(Integer)
    claimed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
