from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.market.alarms.models import Alarm

LAST = 20


def alarms(session: Session, marketplace: str | None = None, *, standing: bool = False) -> Sequence[Alarm]:
    """The open ones first, and of each the newest."""
    query = select(Alarm).order_by(Alarm.closed_at.desc().nulls_first(), Alarm.opened_at.desc(), Alarm.id)
    if marketplace:
        query = query.where(Alarm.marketplace == marketplace)
    if standing:
        query = query.where(Alarm.closed_at.is_(None))
    return session.scalars(query.limit(LAST)).all()
