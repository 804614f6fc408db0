"""How well a marketplace is being read: what became of its pages, and whether its offers tell what they used to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from wareloom.market.fills import FIELDS
from wareloom.market.models import Fill, RawPage, Task
from wareloom.market.proportion import FEWEST, Proportion, has_fallen

BEFORE = timedelta(days=7)
LAST_PAGES = 5
OUTCOMES = ("read", "empty", "blocked", "rejected")
_READABLE = ("read", "empty")


@dataclass(frozen=True)
class Outcome:
    """`day` and `week` count the pages of the last day and of the seven days before it."""

    outcome: str
    day: int
    week: int
    last: Sequence[RawPage]
    """Of the workspace that looks alone: an address tells what somebody searches for."""


@dataclass(frozen=True)
class Filling:
    """A field as offers told it on `day`, and on the seven days before."""

    field: str
    alone: bool
    day: date
    now: Proportion
    before: Proportion

    @property
    def fell(self) -> bool:
        return has_fallen(self.now, self.before)

    def alarm(self) -> str:
        pages = "pages about one offer" if self.alone else "lists"
        return (
            f"{self.field}: on {pages}, {_spelled(self.now)} offers told it on {self.day};"
            f" {_spelled(self.before)} did in the {BEFORE.days} days before."
        )


@dataclass(frozen=True)
class Measure:
    now: Proportion
    before: Proportion
    sentence: str

    @property
    def fell(self) -> bool:
        return has_fallen(self.now, self.before)


@dataclass(frozen=True)
class Health:
    outcomes: Sequence[Outcome]
    readable_now: Proportion
    readable_before: Proportion
    fillings: Sequence[Filling]

    def measures(self) -> dict[str, "Measure"]:
        """All that can get worse, under names that last."""
        now, before = _spelled(self.readable_now), _spelled(self.readable_before)
        told = f"{now} pages could be read in the last day; {before} in the {BEFORE.days} days before."
        fields = {
            f"{one.field} {'alone' if one.alone else 'in lists'}": Measure(one.now, one.before, one.alarm())
            for one in self.fillings
        }
        return {"pages": Measure(self.readable_now, self.readable_before, told), **fields}

    def alarms(self) -> list[str]:
        """A sentence for each thing that got worse, beyond what chance does."""
        return [measure.sentence for measure in self.measures().values() if measure.fell]


def _spelled(proportion: Proportion) -> str:
    return f"{proportion.share or 0:.0%} of {proportion.whole:,}"


def health(session: Session, marketplace: str, now: datetime, *, tenant_id: UUID | None = None) -> Health:
    day, week = _counted(session, marketplace, now)
    last = _last(session, marketplace, now, tenant_id) if tenant_id else {}
    outcomes = [Outcome(name, day.get(name, 0), week.get(name, 0), last.get(name, ())) for name in OUTCOMES]
    return Health(outcomes, _readable(day), _readable(week), _fillings(session, marketplace, now))


def _counted(session: Session, marketplace: str, now: datetime) -> tuple[dict[str, int], dict[str, int]]:
    since = now - timedelta(days=1)
    recent: ColumnElement[bool] = RawPage.fetched_at >= since
    query = (
        select(RawPage.outcome, func.count().filter(recent), func.count().filter(~recent))
        .where(RawPage.marketplace == marketplace, RawPage.fetched_at >= since - BEFORE)
        .group_by(RawPage.outcome)
    )
    rows = session.execute(query).all()
    return {name: day for name, day, _ in rows}, {name: week for name, _, week in rows}


def _last(session: Session, marketplace: str, now: datetime, tenant_id: UUID) -> dict[str, Sequence[RawPage]]:
    counted = (RawPage.marketplace == marketplace) & (RawPage.fetched_at >= now - timedelta(days=1) - BEFORE)
    ours = select(RawPage).join(Task, Task.id == RawPage.task_id).where(counted, Task.tenant_id == tenant_id)
    newest = ours.order_by(RawPage.fetched_at.desc()).limit(LAST_PAGES)
    return {name: session.scalars(newest.where(RawPage.outcome == name)).all() for name in OUTCOMES}


def _readable(counted: dict[str, int]) -> Proportion:
    return Proportion(sum(counted.get(name, 0) for name in _READABLE), sum(counted.values()))


Day = tuple[date, Proportion]


def _fillings(session: Session, marketplace: str, now: datetime) -> list[Filling]:
    """Whatever read them: a newer reader that sees less is news as much as a page that tells less."""
    today = now.astimezone(UTC).date()
    query = (
        select(Fill.alone, Fill.field, Fill.day, func.sum(Fill.filled), func.sum(Fill.offers))
        .where(Fill.marketplace == marketplace, Fill.day >= today - BEFORE - timedelta(days=1), Fill.day <= today)
        .group_by(Fill.alone, Fill.field, Fill.day)
    )
    days: dict[tuple[bool, str], list[Day]] = {}
    for alone, field, day, filled, offers in session.execute(query):
        days.setdefault((alone, field), []).append((day, Proportion(int(filled), int(offers))))
    return [
        _filling(field, days[alone, field], today, alone=alone)
        for alone in (False, True)
        for field in FIELDS
        if (alone, field) in days
    ]


def _filling(field: str, days: Sequence[Day], today: date, *, alone: bool) -> Filling:
    """Of today, or of yesterday while today has told little yet."""
    told = dict(days)
    enough = [day for day in (today, today - timedelta(days=1)) if day in told and told[day].whole >= FEWEST]
    day = enough[0] if enough else max(told)
    before = (told[each] for each in told if day - BEFORE <= each < day)
    return Filling(field, alone, day, told[day], _together(before))


def _together(each: Iterable[Proportion]) -> Proportion:
    parts = list(each)
    return Proportion(sum(one.part for one in parts), sum(one.whole for one in parts))
