from datetime import date
from uuid import UUID

from sqlalchemy import BigInteger, Date, ForeignKey, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.kit.database import Base
from wareloom.trends.models import Trend


class Talk(Base):
    """What was said of a trend on one network on one day. A day without a row is one on which nobody listened."""

    __tablename__ = "trends_talk"

    trend_id: Mapped[UUID] = mapped_column(ForeignKey(Trend.id, ondelete="CASCADE"), primary_key=True)
    network: Mapped[str] = mapped_column(Text, primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    posts: Mapped[int] = mapped_column(Integer)
    negative: Mapped[int] = mapped_column(Integer)
    neutral: Mapped[int] = mapped_column(Integer)
    positive: Mapped[int] = mapped_column(Integer)
    engagement: Mapped[int | None] = mapped_column(BigInteger)
    """Likes, answers and shares of that day's posts, as they were last seen; None where no post tells any."""
