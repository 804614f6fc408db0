from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Computed,
    DateTime,
    ForeignKey,
    Index,
    Numeric,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base
from wareloom.market.uploads.models import Import, SubmittedPage


class Claim(Base):
    """How an offer was at one moment, as a workspace says. Only that workspace sees it; no score is made of it.

    A row for each moment that somebody told: what an import brought can be taken back to the row.
    """

    __tablename__ = "market_claims"
    __table_args__ = (
        UniqueConstraint("tenant_id", "marketplace", "external_id", "seen_at"),
        CheckConstraint("(import_id IS NULL) <> (page_id IS NULL)", name="source"),
        Index(None, "tenant_id", "seen_at", "id"),
        Index(None, "import_id"),
        Index("ix_market_claims_search", "search", postgresql_using="gin"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    marketplace: Mapped[str] = mapped_column(Text)
    external_id: Mapped[str] = mapped_column(Text)
    seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    title: Mapped[str] = mapped_column(Text)
    price: Mapped[Decimal | None] = mapped_column(Numeric)
    list_price: Mapped[Decimal | None] = mapped_column(Numeric)
    currency: Mapped[str | None] = mapped_column(Text)
    rating: Mapped[Decimal | None] = mapped_column(Numeric)
    reviews_count: Mapped[int | None] = mapped_column(BigInteger)
    image_url: Mapped[str | None] = mapped_column(Text)
    product_url: Mapped[str | None] = mapped_column(Text)
    seller: Mapped[str | None] = mapped_column(Text)
    category: Mapped[str | None] = mapped_column(Text)
    category_path: Mapped[list[str]] = mapped_column(ARRAY(Text))
    availability: Mapped[str | None] = mapped_column(Text)
    rank: Mapped[int | None] = mapped_column(BigInteger)
    stock: Mapped[int | None] = mapped_column(BigInteger)
    sponsored: Mapped[bool] = mapped_column(Boolean)
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text))
    import_id: Mapped[UUID | None] = mapped_column(ForeignKey(Import.id))
    page_id: Mapped[UUID | None] = mapped_column(ForeignKey(SubmittedPage.id))
    row: Mapped[int | None] = mapped_column(BigInteger)
    """Of the import that says so."""
    search: Mapped[str] = mapped_column(
        TSVECTOR, Computed("to_tsvector('english', title)", persisted=True), deferred=True
    )
