"""Reads of what is said about trends."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wareloom.trends.queries import trend
from wareloom.trends.talk.models import Talk
from wareloom.trends.talk.voices import Voices

DAYS = 28


def talk(session: Session, trend_id: UUID, *, since: date | None = None) -> Sequence[Talk]:
    """Oldest first, network by network."""
    trend(session, trend_id)
    query = select(Talk).where(Talk.trend_id == trend_id).order_by(Talk.day, Talk.network)
    if since:
        query = query.where(Talk.day >= since)
    return session.scalars(query).all()


def voices(session: Session, trends: Sequence[UUID], today: date) -> Mapping[UUID, Voices]:
    """Of the last four weeks, on all networks; nothing of a trend that nobody listened for."""
    sums = select(Talk.trend_id, *(func.sum(getattr(Talk, name)) for name in Voices._fields))
    lately = sums.where(Talk.trend_id.in_(trends), Talk.day >= today - timedelta(days=DAYS)).group_by(Talk.trend_id)
    return {trend_id: Voices(*map(int, counted)) for trend_id, *counted in session.execute(lately)}
