from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, ForeignKeyConstraint, Index, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Membership, Tenant, User
from wareloom.kit.database import Base
from wareloom.market.models import Offer


class Collection(Base):
    """A set of offers that somebody gave a name. It is archived rather than deleted, so that it can come back."""

    __tablename__ = "market_collections"
    __table_args__ = (
        CheckConstraint("visibility IN ('maker', 'members', 'workspace')", name="visibility"),
        # What is archived does not keep its name from others.
        Index("ix_market_collections_named", "tenant_id", "key", unique=True, postgresql_where="archived_at IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    name: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(Text)
    """The name as it is compared: two that differ only in capitals are one."""
    description: Mapped[str] = mapped_column(Text)
    visibility: Mapped[str] = mapped_column(Text)
    maker_id: Mapped[UUID] = mapped_column(ForeignKey(User.id))
    offers_count: Mapped[int] = mapped_column(Integer)
    """Kept by whoever holds the row's lock, so that a list of collections need not count."""
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    archived_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class CollectionOffer(Base):
    __tablename__ = "market_collection_offers"
    __table_args__ = (
        Index("ix_market_collection_offers_newest", "collection_id", "added_at", "offer_id"),
        Index(None, "offer_id"),
    )

    collection_id: Mapped[UUID] = mapped_column(ForeignKey(Collection.id), primary_key=True)
    offer_id: Mapped[UUID] = mapped_column(ForeignKey(Offer.id), primary_key=True)
    note: Mapped[str | None] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    added_by: Mapped[UUID] = mapped_column(ForeignKey(User.id))


class CollectionShare(Base):
    """What a colleague may do with a collection. It ends with their membership: who comes back is asked in anew."""

    __tablename__ = "market_collection_shares"
    __table_args__ = (
        CheckConstraint("may IN ('view', 'change')", name="may"),
        ForeignKeyConstraint(["tenant_id", "user_id"], [Membership.tenant_id, Membership.user_id], ondelete="CASCADE"),
        Index(None, "tenant_id", "user_id"),
    )

    collection_id: Mapped[UUID] = mapped_column(ForeignKey(Collection.id), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID]
    may: Mapped[str] = mapped_column(Text)
    shared_by: Mapped[UUID] = mapped_column(ForeignKey(User.id))
    shared_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class CollectionRemoval(Base):
    """Offers that were taken out together, with their notes: what is needed to put them back."""

    __tablename__ = "market_collection_removals"
    __table_args__ = (Index(None, "collection_id", "removed_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    collection_id: Mapped[UUID] = mapped_column(ForeignKey(Collection.id))
    offers: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    removed_by: Mapped[UUID] = mapped_column(ForeignKey(User.id))
    removed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    undone_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
