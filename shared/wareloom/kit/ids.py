"""Ids that sort by the time they were made, so that new rows land at the end of their index."""

from datetime import UTC, datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from wareloom.kit.errors import Malformed


def new_id() -> UUID:
    return uuid7()


def made_at(id: UUID) -> datetime:  # noqa: A002 - what it is
    """Of an id that sorts by time."""
    return datetime.fromtimestamp((id.int >> 80) / 1000, UTC)


def read_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Malformed(f"“{text[:60]}” is not an id.") from error
