from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base
from wareloom.market.models import Offer


class MatchWaiting(Base):
    """An offer that is new, or that tells something else of itself than when it was last compared."""

    __tablename__ = "market_match_waiting"
    __table_args__ = (Index(None, "since", "offer_id"),)

    offer_id: Mapped[UUID] = mapped_column(ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True)
    since: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Picture(Base):
    """What a picture looks like, by its address. Its bytes are not kept."""

    __tablename__ = "market_pictures"
    __table_args__ = (Index("ix_market_pictures_due", "look_at", postgresql_where="look_at IS NOT NULL"),)

    url_digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    url: Mapped[str] = mapped_column(Text)
    hash: Mapped[int | None] = mapped_column(BigInteger)
    fetched_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    reason: Mapped[str | None] = mapped_column(Text)
    """Why it could not be looked at."""
    tries: Mapped[int] = mapped_column(Integer)
    look_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When it is looked at next; None when that is done."""


class MatchMember(Base):
    """How an offer stands among its likes. `group_id` is None while it is alone."""

    __tablename__ = "market_match_members"
    __table_args__ = (
        Index("ix_market_match_members_group_id", "group_id", postgresql_where="group_id IS NOT NULL"),
        Index("ix_market_match_members_picture", "picture", postgresql_where="picture IS NOT NULL"),
        Index(None, "version"),
    )

    offer_id: Mapped[UUID] = mapped_column(ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True)
    picture: Mapped[bytes | None] = mapped_column(LargeBinary)
    """The digest of its picture's address."""
    version: Mapped[int] = mapped_column(Integer)
    matched_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    group_id: Mapped[UUID | None]
    """The first of the group's offers."""


class MatchKey(Base):
    """Offers that share keys of enough weight are compared."""

    __tablename__ = "market_match_keys"
    __table_args__ = (Index(None, "offer_id"),)

    key: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    offer_id: Mapped[UUID] = mapped_column(ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True)
    weight: Mapped[int] = mapped_column(SmallInteger)


class Match(Base):
    """What the matcher thinks of two offers, with what made it think so. Of a pair the smaller id is the first."""

    __tablename__ = "market_matches"
    __table_args__ = (
        CheckConstraint("first_id < second_id", name="ordered"),
        CheckConstraint("verdict IN ('same', 'maybe')", name="verdict"),
        Index(None, "second_id"),
        Index(None, "verdict", "decided_at", "first_id", "second_id"),
    )

    first_id: Mapped[UUID] = mapped_column(ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True)
    second_id: Mapped[UUID] = mapped_column(ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True)
    verdict: Mapped[str] = mapped_column(Text)
    score: Mapped[float] = mapped_column(Float)
    parts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    version: Mapped[int] = mapped_column(Integer)
    decided_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class MatchOverride(Base):
    """A workspace's own word on two offers, which counts for nobody else."""

    __tablename__ = "market_match_overrides"
    __table_args__ = (
        CheckConstraint("first_id < second_id", name="ordered"),
        CheckConstraint("verdict IN ('same', 'different')", name="verdict"),
        Index(None, "tenant_id", "second_id"),
    )

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    first_id: Mapped[UUID] = mapped_column(ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True)
    second_id: Mapped[UUID] = mapped_column(ForeignKey(Offer.id, ondelete="CASCADE"), primary_key=True)
    verdict: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
