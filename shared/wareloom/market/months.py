"""The months that sightings are kept in: a partition each, made when first needed.

What came before 2020 lies together; there is no partition for everything else, for that would have to be searched in
every question about an offer's history, whatever its months.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

FIRST = date(2020, 1, 1)
AHEAD = 2
# Not to_regclass(), which may remember from before the wait for a turn that there was none.
_MADE = text(
    "SELECT relname FROM pg_class WHERE relnamespace = 'market_months'::regnamespace AND relname = ANY(:names)"
)
_TURN = text("SELECT pg_advisory_xact_lock(hashtextextended('market_months', 0))")


def make_months(session: Session, moments: Iterable[datetime]) -> None:
    """Before this transaction writes an offer: a new month waits for everybody who is writing one."""
    months = {_name(month): month for month in map(_month, moments) if month >= FIRST}
    if not _missing(session, months):
        return
    session.execute(_TURN)  # of two that need the same month, the second finds it made
    for name in _missing(session, months):
        table, month = f"market_months.{name}", months[name]
        # Made first and attached then: a partition that is made in its place would stop all reading meanwhile.
        session.execute(text(f"CREATE TABLE {table} (LIKE market_sightings INCLUDING ALL)"))
        session.execute(text(f"ALTER TABLE market_sightings ATTACH PARTITION {table} FOR VALUES {_range(month)}"))


def make_coming_months(session: Session, now: datetime) -> None:
    """Ahead of their time, so that no page has to wait for one."""
    month = _month(now)
    coming = [month]
    for _ in range(AHEAD):
        coming.append(_next(coming[-1]))
    make_months(session, [datetime(each.year, each.month, 1, tzinfo=UTC) for each in coming])


def _missing(session: Session, months: dict[str, date]) -> list[str]:
    return sorted(months.keys() - set(session.scalars(_MADE, {"names": sorted(months)})))


def _month(moment: datetime) -> date:
    return moment.astimezone(UTC).date().replace(day=1)


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _name(month: date) -> str:
    return f"sightings_{month:%Y_%m}"


def _range(month: date) -> str:
    return f"FROM ('{month} 00:00:00+00') TO ('{_next(month)} 00:00:00+00')"
