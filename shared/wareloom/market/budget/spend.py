"""Spend one page of a day's budget, or say that none is left.

It is committed before the page is asked for, in a transaction of its own: a budget that a crash can exceed is none.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.http.pace import NotYet
from wareloom.market.budget.queries import budget
from wareloom.market.marketplace import Marketplace

FOR_PEOPLE = 0.2
"""Of the day's pages, what the schedule leaves to people who ask."""

# The workspace's row before everybody's: whoever waits, waits in the same order.
_SPEND = {
    "tenant": text("""
        INSERT INTO market_tenant_visits AS kept (tenant_id, marketplace, day, pages)
        SELECT :tenant_id, :marketplace, :day, 1 WHERE :most > 0
        ON CONFLICT (tenant_id, marketplace, day) DO UPDATE SET pages = kept.pages + 1 WHERE kept.pages < :most
        RETURNING pages
    """),
    "everybody": text("""
        INSERT INTO market_visits AS kept (marketplace, day, pages)
        SELECT :marketplace, :day, 1 WHERE :most > 0
        ON CONFLICT (marketplace, day) DO UPDATE SET pages = kept.pages + 1 WHERE kept.pages < :most
        RETURNING pages
    """),
}
_ENDLESS = 2_000_000_000


class UsedUp(NotYet):
    """The day's pages are spent; none was spent now."""


def spend(session: Session, kind: Marketplace, tenant_id: UUID, *, scheduled: bool) -> None:
    """UsedUp with the time until midnight, UTC, when this day's pages are used up."""
    now = clock.now()
    allowed = budget(session, kind, tenant_id)
    said = {"tenant_id": tenant_id, "marketplace": kind.name, "day": today(now)}
    _one(session, "tenant", said, _share(allowed.chosen, scheduled=scheduled), f"This workspace's {kind.title}", now)
    _one(session, "everybody", said, _share(kind.pages_per_day, scheduled=scheduled), kind.title, now)


def today(now: datetime) -> date:
    return now.astimezone(UTC).date()


def _share(pages: int | None, *, scheduled: bool) -> int | None:
    return int(pages * (1 - FOR_PEOPLE)) if pages is not None and scheduled else pages


def _one(session: Session, whose: str, said: dict[str, Any], most: int | None, name: str, now: datetime) -> None:
    if session.scalar(_SPEND[whose], {**said, "most": _ENDLESS if most is None else most}) is None:
        until = datetime.combine(today(now) + timedelta(days=1), time(), UTC) - now
        raise UsedUp(f"{name} budget for today is used up: {most:,} pages. It goes on tomorrow.", retry_after=until)
