from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Float, ForeignKey, Index, Integer, Numeric, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.kit.database import Base
from wareloom.market.models import Offer
from wareloom.trends.models import Trend


class Hearing(Base):
    """What an offer says of its looks and of whom it is for. Heard when its words are new."""

    __tablename__ = "trends_hearings"

    offer_id: Mapped[UUID] = mapped_column(ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True)
    digest: Mapped[str] = mapped_column(Text)
    """Of its words, and of the tables by which they were understood."""
    product: Mapped[str | None] = mapped_column(Text)
    said: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """`{kind: {value: the words that say so}}`"""


class PriceLevel(Base):
    """Between what prices the middle half of all offers of one product lies, in one currency."""

    __tablename__ = "trends_price_levels"

    product: Mapped[str] = mapped_column(Text, primary_key=True)
    currency: Mapped[str] = mapped_column(Text, primary_key=True)
    low: Mapped[Decimal] = mapped_column(Numeric)
    high: Mapped[Decimal] = mapped_column(Numeric)
    offers: Mapped[int] = mapped_column(Integer)


class Pattern(Base):
    """What several offers of a trend say alike."""

    __tablename__ = "trends_patterns"
    __table_args__ = (Index(None, "kind", "value"),)

    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id, ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text, primary_key=True)
    offers: Mapped[int] = mapped_column(Integer)
    of: Mapped[int] = mapped_column(Integer)
    """All of the trend's; for prices, those of which it can be told."""
    share: Mapped[float] = mapped_column(Float)
