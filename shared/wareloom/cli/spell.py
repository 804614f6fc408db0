"""Numbers and moments as people read them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

_WHOLE = {"CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF"}
"""Currencies that have no smaller coin."""
_BLOCKS = "▁▂▃▄▅▆▇█"


def money(price: str | None, currency: str | None) -> str:
    if price is None:
        return ""
    amount = Decimal(price)
    exponent = amount.as_tuple().exponent
    if currency not in _WHOLE and isinstance(exponent, int) and exponent > -2:
        amount = amount.quantize(Decimal("0.01"))
    return f"{amount:f} {currency or ''}".rstrip()


def count(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def moment(text: str | None) -> str:
    """In the time zone of whoever reads it."""
    return "" if text is None else f"{datetime.fromisoformat(text).astimezone():%Y-%m-%d %H:%M}"


def span(start: str | None, end: str | None) -> str:
    """How long it took."""
    if start is None or end is None:
        return ""
    seconds = round((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds())
    minutes, hours = seconds // 60, seconds // 3600
    if hours:
        return f"{hours} h {minutes % 60} min"
    return f"{minutes} min {seconds % 60} s" if minutes else f"{seconds} s"


def sparkline(points: Sequence[tuple[datetime, Decimal]], width: int) -> str:
    """One block per stretch of time: a price holds until the next one is seen."""
    if not points:
        return ""
    (start, _), (end, _) = points[0], points[-1]
    step = (end - start) / (width - 1)
    if step <= timedelta():
        return _BLOCKS[0]
    values = [_at(points, start + step * place) for place in range(width - 1)] + [points[-1][1]]
    low, high = min(values), max(values)
    if low == high:
        return _BLOCKS[0] * width
    return "".join(_BLOCKS[int((value - low) * (len(_BLOCKS) - 1) / (high - low))] for value in values)


def _at(points: Sequence[tuple[datetime, Decimal]], when: datetime) -> Decimal:
    return next(value for seen_at, value in reversed(points) if seen_at <= when)
