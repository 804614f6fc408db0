"""What another server's status means for our work."""

from collections.abc import Mapping
from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Failure, NotFound, Rejected, Unavailable

_GONE = {404, 410}
_REFUSED = {401, 403, 429, 430, 451}  # 430 is how some shops say that we ask too much
_SOON = {408, 425}
_NOT_MODIFIED = 304
_LONGEST = timedelta(days=1)


def failure(status: int, headers: Mapping[str, str], shown: str, *, conditional: bool = False) -> Failure | None:
    """None for an answer that may be read; “not modified” is one for who asked whether it was."""
    if headers.get("cf-mitigated") == "challenge":
        return Blocked(f"{shown} asks visitors to prove that they are people.")
    if 200 <= status < 300 or (conditional and status == _NOT_MODIFIED):
        return None
    if status in _GONE:
        return NotFound(f"There is no page at {shown} (it answered {status}).")
    wait = retry_after(headers.get("retry-after", ""))
    if status in _REFUSED:
        return Blocked(f"{shown} refuses us (it answered {status}).", retry_after=wait)
    if status in _SOON or 500 <= status < 600:
        return Unavailable(f"{shown} cannot answer now (it answered {status}).", retry_after=wait)
    return Rejected(f"{shown} gave an answer that cannot be read ({status}).")


def retry_after(written: str) -> timedelta | None:
    """Seconds or a date, as the header may be either; None when it is neither."""
    written = written.strip()
    if written.isascii() and written.isdigit():
        return min(_LONGEST, timedelta(seconds=int(written[:9])))
    try:
        date = parsedate_to_datetime(written)
    except ValueError:
        return None
    date = date.replace(tzinfo=date.tzinfo or UTC)
    return min(_LONGEST, max(timedelta(), date - clock.now()))
