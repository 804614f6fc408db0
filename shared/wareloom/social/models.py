from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    Interval,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.kit.database import Base

_NOT_READ = "(mood_model IS NULL OR mood_revision < revision) AND deleted_at IS NULL AND given_up_at IS NULL"


class Subject(Base):
    """Words that somebody wants to hear about. What is said of them in public is everybody's; who listens is not."""

    __tablename__ = "social_subjects"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Text, unique=True)
    """The words, normalised: two who write them differently listen to one subject."""
    words: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Follow(Base):
    """A workspace listens to a subject."""

    __tablename__ = "social_follows"
    __table_args__ = (Index(None, "subject_id"),)

    tenant_id: Mapped[UUID] = mapped_column(primary_key=True)
    subject_id: Mapped[UUID] = mapped_column(ForeignKey(Subject.id), primary_key=True)
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Listening(Base):
    """How far one network has been heard about one subject. Nobody listens twice because two workspaces follow it."""

    __tablename__ = "social_listenings"
    __table_args__ = (
        UniqueConstraint("subject_id", "network"),
        CheckConstraint("status IN ('waiting', 'listening', 'looking', 'blocked', 'rejected')", name="status"),
        Index(None, "due_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    subject_id: Mapped[UUID] = mapped_column(ForeignKey(Subject.id))
    network: Mapped[str] = mapped_column(Text)
    cursor: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """Where to go on, in the network's own words."""
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    tries: Mapped[int] = mapped_column(Integer)
    posts_seen: Mapped[int] = mapped_column(BigInteger)
    posts_new: Mapped[int] = mapped_column(BigInteger)
    quota: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """What the network said last about how much it may still be asked."""
    every: Mapped[timedelta] = mapped_column(Interval)
    """How long it waits between visits: less where much is said."""
    due_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    taken_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    heard_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Post(Base):
    """What somebody said in public, as it was when seen last; a deleted one keeps its place and loses its words."""

    __tablename__ = "social_posts"
    __table_args__ = (
        UniqueConstraint("network", "external_id"),
        Index("ix_social_posts_not_read", "queued_at", postgresql_where=_NOT_READ),
        Index("ix_social_posts_given_up", "given_up_at", postgresql_where="given_up_at IS NOT NULL"),
        Index(None, "posted_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    network: Mapped[str] = mapped_column(Text)
    external_id: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    author: Mapped[str | None] = mapped_column(Text)
    hashtags: Mapped[list[str]] = mapped_column(ARRAY(Text))
    posted_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    """When it was first seen, where the network does not say."""
    play_count: Mapped[int | None] = mapped_column(BigInteger)
    like_count: Mapped[int | None] = mapped_column(BigInteger)
    comment_count: Mapped[int | None] = mapped_column(BigInteger)
    share_count: Mapped[int | None] = mapped_column(BigInteger)
    revision: Mapped[int] = mapped_column(Integer)
    """One more whenever its words change: a mood belongs to one revision."""
    first_seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    seen_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    edited_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    deleted_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    mood_model: Mapped[str | None] = mapped_column(Text)
    """Which model read it last, and which revision."""
    mood_revision: Mapped[int | None] = mapped_column(Integer)
    queued_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    """When its turn was last asked for; the sweep asks again."""
    tries: Mapped[int] = mapped_column(Integer)
    given_up_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """It could not be read however often it was tried; a person may have it tried again."""
    reason: Mapped[str | None] = mapped_column(Text)


class Finding(Base):
    """A post was found under a subject."""

    __tablename__ = "social_findings"
    __table_args__ = (Index(None, "post_id"),)

    subject_id: Mapped[UUID] = mapped_column(ForeignKey(Subject.id), primary_key=True)
    post_id: Mapped[UUID] = mapped_column(ForeignKey(Post.id), primary_key=True)
    found_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    counted_as: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """What this post adds to its hour just now, so that the same is taken off again when it is edited or deleted."""


class PostMood(Base):
    """What one model read in a post: once for each model, of the revision that it names."""

    __tablename__ = "social_moods"

    post_id: Mapped[UUID] = mapped_column(ForeignKey(Post.id), primary_key=True)
    model: Mapped[str] = mapped_column(Text, primary_key=True)
    revision: Mapped[int] = mapped_column(Integer)
    sentiment: Mapped[str | None] = mapped_column(Text)
    sentiment_scores: Mapped[dict[str, float]] = mapped_column(JSONB)
    emotion: Mapped[str | None] = mapped_column(Text)
    emotion_scores: Mapped[dict[str, float]] = mapped_column(JSONB)
    language: Mapped[str] = mapped_column(Text)
    uncertain: Mapped[list[str]] = mapped_column(ARRAY(Text))
    read_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Hour(Base):
    """What was said about a subject on a network in one hour, kept up with every mood that is read."""

    __tablename__ = "social_hours"

    subject_id: Mapped[UUID] = mapped_column(ForeignKey(Subject.id), primary_key=True)
    network: Mapped[str] = mapped_column(Text, primary_key=True)
    hour: Mapped[datetime] = mapped_column(DateTime(timezone=True), primary_key=True)
    posts: Mapped[int] = mapped_column(Integer)
    """Those whose mood was read, or found not to be readable: the others follow within moments."""
    negative: Mapped[int] = mapped_column(Integer)
    neutral: Mapped[int] = mapped_column(Integer)
    positive: Mapped[int] = mapped_column(Integer)
    unsure: Mapped[int] = mapped_column(Integer)
    """Of the neutral ones: those that say nothing by which a sentiment could be told."""
    anger: Mapped[int] = mapped_column(Integer)
    disgust: Mapped[int] = mapped_column(Integer)
    fear: Mapped[int] = mapped_column(Integer)
    joy: Mapped[int] = mapped_column(Integer)
    sadness: Mapped[int] = mapped_column(Integer)
    surprise: Mapped[int] = mapped_column(Integer)
    calm: Mapped[int] = mapped_column(Integer)
    """No emotion, or none that is sure."""
