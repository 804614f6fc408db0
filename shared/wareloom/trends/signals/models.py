from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Date, Float, ForeignKey, Integer, Numeric, Text
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.kit.database import Base
from wareloom.trends.models import Trend


class Signal(Base):
    """What one source told of a trend on one day. A day without a row is a day of which nothing is known."""

    __tablename__ = "trends_signals"

    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id, ondelete="CASCADE"), primary_key=True)
    source: Mapped[str] = mapped_column(Text, primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    offers: Mapped[int] = mapped_column(Integer)
    """Seen on that day, or within the grace of the days before."""
    new_offers: Mapped[int | None] = mapped_column(Integer)
    """None on the first day of all: what was there before we looked is not new."""
    counted: Mapped[int] = mapped_column(Integer)
    """Offers that tell how many reviews they have."""
    reviews_gained: Mapped[float | None] = mapped_column(Float)
    """By all counted ones together; what was gained between two looks is spread over the days between."""
    sellers: Mapped[int | None] = mapped_column(Integer)
    price_low: Mapped[Decimal | None] = mapped_column(Numeric)
    """The lower quartile, in dollars; the median and the upper quartile follow."""
    price_mid: Mapped[Decimal | None] = mapped_column(Numeric)
    price_high: Mapped[Decimal | None] = mapped_column(Numeric)
    rank_mid: Mapped[float | None] = mapped_column(Float)
