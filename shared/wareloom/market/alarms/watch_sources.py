"""Look at every source, and keep what got worse as an alarm until it is well again. Each is told once."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.market.alarms.events import SourceAlarmed
from wareloom.market.alarms.models import Alarm
from wareloom.market.health import BEFORE, Measure, health
from wareloom.market.marketplaces.registry import MARKETPLACES
from wareloom.market.models import RawPage, Task
from wareloom.market.proportion import has_recovered

_CONCERNED = timedelta(days=7)
"""Whoever collected from it within that time is told."""


def watch_sources(work: Work) -> int:
    """How many alarms opened or closed. Two looks at once: the second finds the work done."""
    if not work.session.scalar(select(func.pg_try_advisory_xact_lock(func.hashtextextended("market alarms", 0)))):
        return 0
    now = clock.now()
    return sum(_look(work, name, now) for name in MARKETPLACES if _was_read(work.session, name, now))


def _was_read(session: Session, marketplace: str, now: datetime) -> bool:
    recent = RawPage.fetched_at >= now - BEFORE - timedelta(days=1)
    return bool(session.scalar(select(select(RawPage.id).where(RawPage.marketplace == marketplace, recent).exists())))


def _look(work: Work, marketplace: str, now: datetime) -> int:
    """What says too little to be judged leaves its alarm as it is."""
    measures = health(work.session, marketplace, now).measures()
    standing = {alarm.what: alarm for alarm in _standing(work.session, marketplace)}
    fallen = {what: measure for what, measure in measures.items() if measure.fell}
    for what in fallen.keys() & standing.keys():
        standing[what].sentence = fallen[what].sentence
    moved = _open(work, marketplace, {what: fallen[what] for what in fallen.keys() - standing.keys()}, now)
    for what, alarm in standing.items():
        if what in measures and has_recovered(measures[what].now, alarm.was):
            alarm.closed_at = now
            moved.append(alarm)
    _tell(work, marketplace, [alarm.id for alarm in moved], now)
    return len(moved)


def _standing(session: Session, marketplace: str) -> Sequence[Alarm]:
    return session.scalars(select(Alarm).where(Alarm.marketplace == marketplace, Alarm.closed_at.is_(None))).all()


def _open(work: Work, marketplace: str, fallen: Mapping[str, Measure], now: datetime) -> list[Alarm]:
    opened = [
        Alarm(
            id=new_id(),
            marketplace=marketplace,
            what=what,
            sentence=fallen[what].sentence,
            was=fallen[what].before.share or 0.0,
            opened_at=now,
        )
        for what in sorted(fallen)
    ]
    work.session.add_all(opened)
    return opened


def _tell(work: Work, marketplace: str, alarms: Sequence[UUID], now: datetime) -> None:
    if not alarms:
        return
    concerned = select(Task.tenant_id).where(Task.marketplace == marketplace, Task.created_at >= now - _CONCERNED)
    for tenant_id in work.session.scalars(concerned.distinct()):
        for alarm_id in alarms:
            work.announce(SourceAlarmed(tenant_id=tenant_id, alarm_id=alarm_id))
