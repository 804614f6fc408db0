"""What was said of a subject, as its hours tell it. An hour in which nothing was counted is a gap, and no zero."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from wareloom.social.models import Follow, Hour, Subject
from wareloom.social.pulse.count import COUNTED
from wareloom.social.queries import followed

Per = Literal["hour", "day"]
By = Literal["subject", "network"]
_SUMS = [func.sum(Hour.__table__.c[name]).label(name) for name in COUNTED]


def points(
    session: Session,
    tenant_id: UUID,
    subject_id: UUID,
    *,
    per: Per,
    since: datetime,
    until: datetime,
    network: str | None = None,
) -> Sequence[Row[Any]]:
    """By network, the oldest first."""
    followed(session, tenant_id, subject_id)
    at = func.date_trunc(per, Hour.hour, "UTC").label("at")
    query = _between(select(at, Hour.network, *_SUMS), since, until, network).where(Hour.subject_id == subject_id)
    return session.execute(query.group_by(at, Hour.network).order_by(at, Hour.network)).all()


def by_subject(
    session: Session, tenant_id: UUID, *, since: datetime, until: datetime, network: str | None = None
) -> Sequence[Row[Any]]:
    """Of everything that the workspace follows, and of which something was said."""
    theirs = select(Subject.id.label("subject_id"), Subject.words, *_SUMS)
    query = _between(theirs.join(Hour, Hour.subject_id == Subject.id), since, until, network)
    query = query.join(Follow, Follow.subject_id == Subject.id).where(Follow.tenant_id == tenant_id)
    return session.execute(query.group_by(Subject.id, Subject.words).order_by(Subject.words)).all()


def courses(
    session: Session,
    tenant_id: UUID,
    *,
    by: By,
    per: Per,
    since: datetime,
    until: datetime,
    subject_id: UUID | None = None,
    network: str | None = None,
) -> Sequence[Row[Any]]:
    """Each subject or each network of what the workspace follows, step by step. A post under two of its subjects is
    counted under both, as it is with either."""
    if subject_id:
        followed(session, tenant_id, subject_id)
    at = func.date_trunc(per, Hour.hour, "UTC").label("at")
    parts = (Subject.id.label("subject_id"), Subject.words) if by == "subject" else (Hour.network,)
    query = _between(
        select(*parts, at, *_SUMS).join_from(Hour, Follow, Follow.subject_id == Hour.subject_id), since, until, network
    )
    query = query.join(Subject, Subject.id == Hour.subject_id).where(Follow.tenant_id == tenant_id)
    query = query.where(Hour.subject_id == subject_id) if subject_id else query
    return session.execute(query.group_by(*parts, at).order_by(*parts[::-1], at)).all()


def _between(query: Select[Any], since: datetime, until: datetime, network: str | None) -> Select[Any]:
    query = query.where(Hour.hour >= since, Hour.hour < until)
    return query.where(Hour.network == network) if network else query
