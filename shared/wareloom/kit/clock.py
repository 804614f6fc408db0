"""The one place that asks what time it is: always UTC, and still when a test holds it."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_held: ContextVar[datetime | None] = ContextVar("held", default=None)


def now() -> datetime:
    return _held.get() or datetime.now(UTC)  # noqa: TID251 - this is the clock the rule points to


@contextmanager
def held(at: datetime) -> Generator[None]:
    """Stop the clock at `at` for the caller: how tests and backfills see a moment that is not now."""
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    token = _held.set(at.astimezone(UTC))
    try:
        yield
    finally:
        _held.reset(token)
