from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Computed,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base

WAITING = "waiting"
OPEN = ("queued", "running")
ENDED_EARLY = ("failed", "cancelled")
STATUSES = (WAITING, *OPEN, "succeeded", *ENDED_EARLY)
_KNOWN = f"status IN ({', '.join(repr(status) for status in STATUSES)})"
_OPEN = "status IN ('waiting', 'queued', 'running')"


class Recording(Base):
    """Sound that somebody handed in. It waits for its bytes, is queued until it is cut, and runs until all is heard."""

    __tablename__ = "speech_recordings"
    __table_args__ = (
        CheckConstraint(_KNOWN, name="status"),
        Index(None, "tenant_id", "id"),
        Index("ix_speech_recordings_open", "updated_at", postgresql_where=_OPEN),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey(Tenant.id))
    name: Mapped[str] = mapped_column(Text)
    source_url: Mapped[str | None] = mapped_column(Text)
    """Where it is brought from; None for one that is uploaded."""
    brought_by: Mapped[str] = mapped_column(Text)
    size: Mapped[int | None] = mapped_column(BigInteger)
    """As it was announced; once the bytes are there, what they are."""
    upload_id: Mapped[str | None] = mapped_column(Text)
    tag: Mapped[str | None] = mapped_column(Text)
    """Which bytes were there when it was begun: others may not take their place."""
    transcriber: Mapped[str] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(Text)
    """As a person said; None is for the transcriber to find out."""
    heard_language: Mapped[str | None] = mapped_column(Text)
    heard_by: Mapped[str | None] = mapped_column(Text)
    seconds: Mapped[float | None] = mapped_column(Float)
    parts_total: Mapped[int | None] = mapped_column(Integer)
    """None until it is cut."""
    parts_done: Mapped[int] = mapped_column(Integer)
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    tries: Mapped[int] = mapped_column(Integer)
    """Of bringing and cutting it; once all is heard, of reading its moods."""
    retry_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    started_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    split_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    @property
    def key(self) -> str:
        return f"recordings/files/{self.tenant_id}/{self.id}"

    def part_key(self, number: int) -> str:
        return f"recordings/parts/{self.tenant_id}/{self.id}/{number:04}.flac"


class RecordingPart(Base):
    """A stretch of a recording that one worker hears. Times in seconds."""

    __tablename__ = "speech_parts"
    __table_args__ = (
        CheckConstraint("status IN ('queued', 'done')", name="status"),
        UniqueConstraint("recording_id", "number"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    recording_id: Mapped[UUID] = mapped_column(ForeignKey(Recording.id, ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(Integer)
    start: Mapped[float] = mapped_column(Float)
    length: Mapped[float] = mapped_column(Float)
    shared: Mapped[float] = mapped_column(Float)
    """How much of its beginning is the end of the part before it."""
    silent: Mapped[bool] = mapped_column(Boolean)
    status: Mapped[str] = mapped_column(Text)
    tries: Mapped[int] = mapped_column(Integer)
    heard: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class TranscriptSegment(Base):
    """Words that belong together, as they were heard; what a person put right stands beside them."""

    __tablename__ = "speech_segments"
    __table_args__ = (
        Index(None, "said", postgresql_using="gin"),
        Index("ix_speech_segments_unread", "recording_id", "number", postgresql_where="mood IS NULL"),
    )

    recording_id: Mapped[UUID] = mapped_column(ForeignKey(Recording.id, ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    start: Mapped[float] = mapped_column(Float)
    end: Mapped[float] = mapped_column(Float)
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(Text)
    confidence: Mapped[float | None] = mapped_column(Float)
    words: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    edited_text: Mapped[str | None] = mapped_column(Text)
    edited_by: Mapped[str | None] = mapped_column(Text)
    edited_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    mood: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """What was read in the words that it has now, and by which model; None as long as nothing was."""
    said: Mapped[str] = mapped_column(
        TSVECTOR, Computed("to_tsvector('simple', coalesce(edited_text, text))", persisted=True), deferred=True
    )

    @property
    def shown(self) -> str:
        return self.text if self.edited_text is None else self.edited_text
