"""What is left to be asked, as each network's headers tell it. What cannot be read is not told."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from wareloom.kit import clock
from wareloom.social.heard import Quota

_LONGEST = timedelta(days=2)


def no_quota(_headers: Mapping[str, str]) -> Quota | None:
    return None


def in_seconds(headers: Mapping[str, str]) -> Quota | None:
    """Reddit's: the period ends after so many seconds, and what is left is told with a fraction."""
    left, used = (_number(headers.get(f"x-ratelimit-{name}")) for name in ("remaining", "used"))
    reset = _number(headers.get("x-ratelimit-reset"))
    limit = left + used if left is not None and used is not None else None
    return _told(limit, left, None if reset is None else _bounded(clock.now(), reset))


def at_a_moment(headers: Mapping[str, str]) -> Quota | None:
    """Mastodon's: the moment is written out."""
    left, limit = (_number(headers.get(f"x-ratelimit-{name}")) for name in ("remaining", "limit"))
    try:
        reset = datetime.fromisoformat(headers.get("x-ratelimit-reset", ""))
    except ValueError:
        return _told(limit, left, None)
    return _told(limit, left, reset.replace(tzinfo=reset.tzinfo or UTC).astimezone(UTC))


def since_1970(headers: Mapping[str, str]) -> Quota | None:
    """Bluesky's: the moment is counted in seconds since 1970."""
    left, limit = (_number(headers.get(f"ratelimit-{name}")) for name in ("remaining", "limit"))
    reset = _number(headers.get("ratelimit-reset"))
    ahead = None if reset is None else reset - clock.now().timestamp()
    return _told(limit, left, None if ahead is None else _bounded(clock.now(), ahead))


def _told(limit: float | None, left: float | None, resets_at: datetime | None) -> Quota | None:
    if limit is None and left is None:
        return None
    return Quota(
        limit=None if limit is None else int(limit), left=None if left is None else int(left), resets_at=resets_at
    )


def _bounded(now: datetime, seconds: float) -> datetime:
    """A header must not stop us for ever."""
    return now + min(_LONGEST, timedelta(seconds=max(0.0, min(seconds, 1e6))))


def _number(written: str | None) -> float | None:
    try:
        number = float(written or "")
    except ValueError:
        return None
    return number if 0 <= number < 1e12 else None
