"""Reads of outlooks: weighed as a workspace weighs the parts, for lists and for one."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Float, case, cast, func, literal, select
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound
from wareloom.trends.models import Kinship, Trend
from wareloom.trends.outlook.models import Outlook, WeightsChoice
from wareloom.trends.outlook.weights import NAMES, USUAL, Weights
from wareloom.trends.queries import trend
from wareloom.trends.signals.models import Signal


def weights_of(session: Session, tenant_id: UUID) -> Weights:
    """As somebody of the workspace chose them, or the usual ones."""
    chosen = session.scalar(select(WeightsChoice.weights).where(WeightsChoice.tenant_id == tenant_id))
    return USUAL if chosen is None else Weights(**chosen)


def weighed(weights: Weights) -> ColumnElement[float]:
    """The score that knows time, in SQL; NULL where no part that weighs anything is known."""
    told = [(_counts(name), getattr(weights, name), getattr(Outlook, name)) for name in NAMES]
    total = sum((weight * func.coalesce(said, 0.0) for said, weight, _part in told), literal(0.0))
    known = sum((case((part.is_not(None), weight), else_=0.0) for _said, weight, part in told), literal(0.0))
    return total / func.nullif(known, 0.0)


def sureness(weights: Weights) -> ColumnElement[float]:
    """Of a part that is not known nothing is sure."""
    sure = sum((getattr(weights, name) * cast(Outlook.confidence[name].astext, Float) for name in NAMES), literal(0.0))
    return sure / sum(getattr(weights, name) for name in NAMES)


def _counts(name: str) -> ColumnElement[float]:
    column: ColumnElement[float] = getattr(Outlook, name)
    return 100.0 - column if name == "competition" else column


def outlook(session: Session, trend_id: UUID) -> Outlook:
    trend(session, trend_id)
    found = session.get(Outlook, trend_id)
    if found is None:
        raise NotFound("This trend was not judged yet. The next analysis of the market will.")
    return found


def signals(session: Session, trend_id: UUID, *, since: date | None = None) -> Sequence[Signal]:
    """Oldest first, source by source."""
    trend(session, trend_id)
    query = select(Signal).where(Signal.trend_id == trend_id).order_by(Signal.day, Signal.source)
    if since:
        query = query.where(Signal.day >= since)
    return session.scalars(query).all()


def kinships(session: Session, trend_id: UUID) -> Sequence[Any]:
    """What it came of and what came of it, newest first, with the other one's name."""
    trend(session, trend_id)
    other = case((Kinship.trend_id == trend_id, Kinship.before_id), else_=Kinship.trend_id)
    query = (
        select(Kinship.kind, Kinship.at, Kinship.offers, Kinship.key_before, Kinship.trend_id, Kinship.before_id,
               Trend.name.label("other_name"))
        .join(Trend, Trend.id == other)
        .where((Kinship.trend_id == trend_id) | (Kinship.before_id == trend_id))
        .order_by(Kinship.at.desc(), Kinship.kind)
    )  # fmt: skip
    return session.execute(query).all()


def seasonal(session: Session) -> Sequence[Any]:
    """The trends that are known to come back every year."""
    query = (
        select(Trend.id, Trend.name, Outlook.season, Outlook.label, Outlook.demand)
        .join(Trend, Trend.id == Outlook.trend_id)
        .where(Outlook.season["every"].astext.is_not(None))
        .order_by(Trend.name)
    )
    return session.execute(query).all()
