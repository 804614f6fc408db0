from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Date, DateTime, ForeignKey, Index, Integer, Numeric, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.kit.database import Base
from wareloom.market.models import Offer
from wareloom.runs.models import Run


class Trend(Base):
    """A niche of offers and how it scores now. Offers are shared by every workspace, and so are trends."""

    __tablename__ = "trends_trends"
    __table_args__ = (Index(None, "overall", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Text, unique=True)
    """The niche's own words, normalised: the same niche has the same key tomorrow."""
    name: Mapped[str] = mapped_column(Text)
    words: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """What its offers say most, the most telling first: the motifs of an idea."""
    marketplaces: Mapped[dict[str, int]] = mapped_column(JSONB)
    offers_count: Mapped[int] = mapped_column(Integer)
    rating_avg: Mapped[Decimal | None] = mapped_column(Numeric)
    reviews_avg: Mapped[Decimal | None] = mapped_column(Numeric)
    currency: Mapped[str | None] = mapped_column(Text)
    """Of the prices: the one that most of its offers are sold in. Others are left out of the price figures."""
    price_avg: Mapped[Decimal | None] = mapped_column(Numeric)
    price_min: Mapped[Decimal | None] = mapped_column(Numeric)
    price_max: Mapped[Decimal | None] = mapped_column(Numeric)
    priced_count: Mapped[int] = mapped_column(Integer)
    """How many offers the price figures are of."""
    demand: Mapped[Decimal] = mapped_column(Numeric)
    growth: Mapped[Decimal] = mapped_column(Numeric)
    competition: Mapped[Decimal] = mapped_column(Numeric)
    profitability: Mapped[Decimal] = mapped_column(Numeric)
    overall: Mapped[Decimal] = mapped_column(Numeric)
    audience: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """`{"word": …, "offers": n}`, the most frequent first: who it is for, and how many offers say so."""
    styles: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    first_seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    analysed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Point(Base):
    """How a trend scored on one day: the last analysis of the day."""

    __tablename__ = "trends_points"

    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id, ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    offers_count: Mapped[int] = mapped_column(Integer)
    rating_avg: Mapped[Decimal | None] = mapped_column(Numeric)
    reviews_avg: Mapped[Decimal | None] = mapped_column(Numeric)
    price_avg: Mapped[Decimal | None] = mapped_column(Numeric)
    demand: Mapped[Decimal] = mapped_column(Numeric)
    growth: Mapped[Decimal] = mapped_column(Numeric)
    competition: Mapped[Decimal] = mapped_column(Numeric)
    profitability: Mapped[Decimal] = mapped_column(Numeric)
    overall: Mapped[Decimal] = mapped_column(Numeric)


class Kinship(Base):
    """How a trend came of another one: under new words, or by a split or a merger of niches."""

    __tablename__ = "trends_kinships"
    __table_args__ = (
        CheckConstraint("kind IN ('renamed', 'split', 'merged')", name="kind"),
        Index(None, "before_id"),
    )

    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id, ondelete="CASCADE"), primary_key=True)
    before_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id, ondelete="CASCADE"), primary_key=True)
    """The trend itself where only its words are new."""
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    key_before: Mapped[str] = mapped_column(Text)
    offers: Mapped[int] = mapped_column(Integer)
    """How many were in both."""


class Evidence(Base):
    """An offer that a trend's figures are made of, as it was when they were."""

    __tablename__ = "trends_evidence"
    __table_args__ = (Index(None, "offer_id"),)

    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id, ondelete="CASCADE"), primary_key=True)
    offer_id: Mapped[UUID] = mapped_column(ForeignKey(Offer.id), primary_key=True)
    words: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Which of the niche's words it said."""
    price: Mapped[Decimal | None] = mapped_column(Numeric)
    currency: Mapped[str | None] = mapped_column(Text)
    rating: Mapped[Decimal | None] = mapped_column(Numeric)
    reviews_count: Mapped[int | None] = mapped_column(BigInteger)


class Pick(Base):
    """A trend that a run works on, and why it was taken."""

    __tablename__ = "trends_picks"
    __table_args__ = (Index(None, "trend_id"),)

    run_id: Mapped[UUID] = mapped_column(ForeignKey(Run.id, ondelete="CASCADE"), primary_key=True)
    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id), primary_key=True)
    rank: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str] = mapped_column(Text)
