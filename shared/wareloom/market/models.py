from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Computed,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    Interval,
    LargeBinary,
    Numeric,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base

OPEN = ("queued", "running")
STATUSES = (*OPEN, "succeeded", "failed", "cancelled")


class Offer(Base):
    """One product as one marketplace shows it. Offers are public facts, shared by every tenant.

    Numbers are as wide as they come: one shop's absurd price must not stop a whole page.
    """

    __tablename__ = "market_offers"
    __table_args__ = (
        UniqueConstraint("marketplace", "external_id"),
        Index("ix_market_offers_search", "search", postgresql_using="gin"),
        # One index per way of sorting; what is not known sorts last, so that a keyset page is one range of its index.
        Index("ix_market_offers_by_last_seen", "last_seen_at", "id"),
        Index("ix_market_offers_by_first_seen", "first_seen_at", "id"),
        Index("ix_market_offers_by_price_up", text("coalesce(price, 'Infinity'::numeric)"), "id"),
        Index("ix_market_offers_by_price_down", text("coalesce(price, '-1'::numeric)"), "id"),
        Index("ix_market_offers_by_price_usd_up", text("coalesce(price_usd, 'Infinity'::numeric)"), "id"),
        Index("ix_market_offers_by_price_usd_down", text("coalesce(price_usd, '-1'::numeric)"), "id"),
        Index("ix_market_offers_by_rating_down", text("coalesce(rating, '-1'::numeric)"), "id"),
        Index("ix_market_offers_by_reviews_down", text("coalesce(reviews_count, '-1'::bigint)"), "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    marketplace: Mapped[str] = mapped_column(Text)
    external_id: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    seller: Mapped[str | None] = mapped_column(Text)
    category: Mapped[str | None] = mapped_column(Text)
    category_path: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'::text[]"))
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text))
    price: Mapped[Decimal | None] = mapped_column(Numeric)
    list_price: Mapped[Decimal | None] = mapped_column(Numeric)
    currency: Mapped[str | None] = mapped_column(Text)
    price_usd: Mapped[Decimal | None] = mapped_column(Numeric)
    """The price by the rates of `rated_on`: to compare with, never to sell at. None where no rate is known."""
    rated_on: Mapped[date | None] = mapped_column(Date)
    rating: Mapped[Decimal | None] = mapped_column(Numeric)
    reviews_count: Mapped[int | None] = mapped_column(BigInteger)
    availability: Mapped[str | None] = mapped_column(Text)
    rank: Mapped[int | None] = mapped_column(BigInteger)
    stock: Mapped[int | None] = mapped_column(BigInteger)
    """As it was last counted out by the shop, while its availability is as it was then."""
    sponsored: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    image_url: Mapped[str | None] = mapped_column(Text)
    product_url: Mapped[str | None] = mapped_column(Text)
    details: Mapped[dict[str, Any]] = mapped_column(JSONB)
    first_seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    last_seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    page_id: Mapped[UUID | None]
    """The page that showed it last."""
    search: Mapped[str] = mapped_column(
        TSVECTOR,
        Computed(
            "setweight(to_tsvector('english', title), 'A')"
            " || setweight(to_tsvector('english', coalesce(category, '')), 'B')"
            " || setweight(to_tsvector('simple', coalesce(seller, '')), 'C')",
            persisted=True,
        ),
        deferred=True,
    )


class Sighting(Base):
    """What was known of an offer from one moment on. Kept when something changed, so a flat stretch is one row long.

    Partitioned by month: `months.py` makes the months, in a schema of their own.
    """

    __tablename__ = "market_sightings"
    __table_args__ = {"postgresql_partition_by": "RANGE (seen_at)"}  # noqa: RUF012 - SQLAlchemy's word for it

    offer_id: Mapped[UUID] = mapped_column(ForeignKey("market_offers.id"), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), primary_key=True)
    price: Mapped[Decimal | None] = mapped_column(Numeric)
    list_price: Mapped[Decimal | None] = mapped_column(Numeric)
    currency: Mapped[str | None] = mapped_column(Text)
    rating: Mapped[Decimal | None] = mapped_column(Numeric)
    reviews_count: Mapped[int | None] = mapped_column(BigInteger)
    availability: Mapped[str | None] = mapped_column(Text)
    rank: Mapped[int | None] = mapped_column(BigInteger)
    stock: Mapped[int | None] = mapped_column(BigInteger)
    previous_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When the offer was last seen as it was before: it changed somewhere between the two moments."""
    task_id: Mapped[UUID | None]
    page_id: Mapped[UUID | None]


class RawPage(Base):
    """A page as it was sent, and what became of it. Its bytes are in the raw bucket, under their own digest."""

    __tablename__ = "market_pages"
    __table_args__ = (
        CheckConstraint("outcome IN ('read', 'empty', 'blocked', 'rejected')", name="outcome"),
        Index(None, "marketplace", "fetched_at", "id"),
        Index(None, "marketplace", "outcome", "fetched_at"),
        Index(None, "task_id", "id"),
        # What of an address is here already, by its digest: some addresses are longer than an index can carry.
        Index(
            "ix_market_pages_edition",
            text("md5(url)"),
            "fetched_at",
            postgresql_where=text("etag IS NOT NULL OR last_modified IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    marketplace: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    sha256: Mapped[bytes | None] = mapped_column(LargeBinary)
    """None where we were turned away before anything was sent that could be kept."""
    size: Mapped[int] = mapped_column(BigInteger)
    content_type: Mapped[str] = mapped_column(Text)
    fetched_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    task_id: Mapped[UUID | None]
    parser_version: Mapped[int] = mapped_column(Integer)
    outcome: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    offers_found: Mapped[int] = mapped_column(Integer)
    etag: Mapped[str | None] = mapped_column(Text)
    last_modified: Mapped[str | None] = mapped_column(Text)


class Fill(Base):
    """How many of a day's offers told a field, by what read them: a reader that no longer sees something shows here."""

    __tablename__ = "market_fills"

    marketplace: Mapped[str] = mapped_column(Text, primary_key=True)
    parser_version: Mapped[int] = mapped_column(Integer, primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    alone: Mapped[bool] = mapped_column(Boolean, primary_key=True)
    """True of pages about one offer: they tell what lists do not."""
    field: Mapped[str] = mapped_column(Text, primary_key=True)
    offers: Mapped[int] = mapped_column(BigInteger)
    filled: Mapped[int] = mapped_column(BigInteger)


class Rate(Base):
    """How much of a currency one US dollar bought on a day."""

    __tablename__ = "market_rates"

    currency: Mapped[str] = mapped_column(Text, primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    per_usd: Mapped[Decimal] = mapped_column(Numeric)


class Task(Base):
    """A collection that somebody, or the schedule, asked for. `next_page` is where it goes on after a crash."""

    __tablename__ = "market_tasks"
    __table_args__ = (
        CheckConstraint("status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')", name="status"),
        Index(None, "tenant_id", "id"),
        Index("ix_market_tasks_open", "updated_at", postgresql_where="status IN ('queued', 'running')"),
        Index(None, "watch_id", "id"),
        Index("ix_market_tasks_done", "marketplace", "target", "started_at", postgresql_where="status = 'succeeded'"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    marketplace: Mapped[str] = mapped_column(Text)
    target: Mapped[str] = mapped_column(Text)
    started_by: Mapped[str] = mapped_column(Text)
    slot: Mapped[str | None] = mapped_column(Text, unique=True)
    watch_id: Mapped[UUID | None] = mapped_column(ForeignKey("market_watches.id", ondelete="SET NULL"))
    priority: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    max_pages: Mapped[int | None] = mapped_column(Integer)
    max_offers: Mapped[int | None] = mapped_column(Integer)
    by_browser: Mapped[bool] = mapped_column(Boolean, default=False, server_default=text("false"))
    past_robots: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    next_page: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    pages_done: Mapped[int] = mapped_column(Integer, default=0)
    pages_total: Mapped[int | None] = mapped_column(Integer)
    offers_seen: Mapped[int] = mapped_column(Integer, default=0)
    offers_new: Mapped[int] = mapped_column(Integer, default=0)
    offers_changed: Mapped[int] = mapped_column(Integer, default=0)
    offers_unchanged: Mapped[int] = mapped_column(Integer, default=0, server_default=text("0"))
    offers_rejected: Mapped[int] = mapped_column(Integer, default=0, server_default=text("0"))
    rejections: Mapped[dict[str, int]] = mapped_column(JSONB, default=dict, server_default=text("'{}'"))
    """Why offers were passed over, and how many for each reason."""
    tries: Mapped[int] = mapped_column(Integer, default=0)
    taken_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When a worker last took its turn: if nothing was heard of it since, that worker is gone."""
    retry_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    started_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Watch(Base):
    """A target that a tenant wants collected again and again: more often while it moves, unless somebody chose."""

    __tablename__ = "market_watches"
    __table_args__ = (
        UniqueConstraint("tenant_id", "marketplace", "target"),
        Index(None, "marketplace", "next_at", postgresql_where="paused_at IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    marketplace: Mapped[str] = mapped_column(Text, index=True)
    target: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    chosen_every: Mapped[timedelta | None] = mapped_column(Interval)
    """None where the pace follows what moves."""
    every: Mapped[timedelta] = mapped_column(Interval, server_default=text("'6 hours'"))
    why: Mapped[str] = mapped_column(Text, server_default=text("''"))
    next_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=text("now()"))
    visited_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    paused_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    priority: Mapped[int] = mapped_column(SmallInteger, server_default=text("-1"))
    max_pages: Mapped[int | None] = mapped_column(Integer)
    past_robots: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
