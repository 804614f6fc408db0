from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, CheckConstraint, DateTime, ForeignKey, Index, Integer, LargeBinary, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from wareloom.accounts.models import Tenant
from wareloom.kit.database import Base

WAITING = "waiting"
OPEN = ("queued", "running", "undoing")
ENDED_EARLY = ("failed", "cancelled")
STATUSES = (WAITING, *OPEN, "succeeded", *ENDED_EARLY, "undone")
_KNOWN = f"status IN ({', '.join(repr(status) for status in STATUSES)})"
_OPEN = f"status IN ({', '.join(repr(status) for status in (WAITING, *OPEN))})"


class Upload:
    """A file from its announcement to its end. It waits for its bytes, then for its turn."""

    id: Mapped[UUID] = mapped_column(primary_key=True)
    uploaded_by: Mapped[str] = mapped_column(Text)
    size: Mapped[int] = mapped_column(BigInteger)
    """As it was announced; once the bytes are there, what they are."""
    tag: Mapped[str | None] = mapped_column(Text)
    """Which bytes were there when reading began: others may not take their place."""
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    tries: Mapped[int] = mapped_column(Integer, default=0)
    retry_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    started_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))

    @declared_attr
    def tenant_id(cls) -> Mapped[UUID]:  # noqa: N805 - SQLAlchemy hands in the class
        return mapped_column(ForeignKey(Tenant.id))

    @property
    def key(self) -> str:
        return f"imports/{self.tenant_id}/{self.id}"


class Import(Upload, Base):
    """A list or dataset. `read_bytes` is where the next slice begins, `read_rows` how many rows came before it."""

    __tablename__ = "market_imports"
    __table_args__ = (
        CheckConstraint(_KNOWN, name="status"),
        Index(None, "tenant_id", "id"),
        Index("ix_market_imports_open", "updated_at", postgresql_where=_OPEN),
    )

    kind: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    dry_run: Mapped[bool] = mapped_column(Boolean, default=False)
    """Everything is read and judged, and nothing is kept."""
    layout: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    reading: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    """Which column tells which field, and how its numbers are written."""
    read_bytes: Mapped[int] = mapped_column(BigInteger, default=0)
    read_rows: Mapped[int] = mapped_column(BigInteger, default=0)
    skipping: Mapped[bool] = mapped_column(Boolean, default=False)
    """The next slice begins within a row that is too long to be read."""
    rows_new: Mapped[int] = mapped_column(BigInteger, default=0)
    rows_changed: Mapped[int] = mapped_column(BigInteger, default=0)
    rows_unchanged: Mapped[int] = mapped_column(BigInteger, default=0)
    rows_bad: Mapped[int] = mapped_column(BigInteger, default=0)


class BadRow(Base):
    """A row that was left out, and what is wrong with it."""

    __tablename__ = "market_bad_rows"

    import_id: Mapped[UUID] = mapped_column(ForeignKey(Import.id), primary_key=True)
    row: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    """As a spreadsheet counts: its header is row 1."""
    problems: Mapped[list[dict[str, str]]] = mapped_column(JSONB)
    raw: Mapped[str] = mapped_column(Text)


class SubmittedPage(Upload, Base):
    """A page that a person saved where we are not let in. What it shows is this person's word."""

    __tablename__ = "market_submitted_pages"
    __table_args__ = (
        CheckConstraint(_KNOWN, name="status"),
        CheckConstraint("outcome IN ('read', 'empty', 'blocked', 'rejected')", name="outcome"),
        Index(None, "tenant_id", "id"),
        Index("ix_market_submitted_pages_open", "updated_at", postgresql_where=_OPEN),
    )

    marketplace: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str | None] = mapped_column(Text)
    sha256: Mapped[bytes | None] = mapped_column(LargeBinary)
    parser_version: Mapped[int | None] = mapped_column(Integer)
    offers_found: Mapped[int] = mapped_column(Integer, default=0)
    offers_new: Mapped[int] = mapped_column(Integer, default=0)
    offers_changed: Mapped[int] = mapped_column(Integer, default=0)
