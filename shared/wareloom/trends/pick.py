"""Pick the trends that a run works on: the best by overall score, and what was worked on lately only after others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from sqlalchemy import func, select

from wareloom.kit import clock
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.runs.models import Run
from wareloom.trends.events import TrendsAnalysed
from wareloom.trends.models import Pick, Trend
from wareloom.trends.queries import CURRENT

LATELY = timedelta(days=7)

_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_TENTH = Decimal("0.1")


@dataclass(frozen=True)
class _Standing:
    trend_id: UUID
    overall: Decimal
    place: int
    """Among all trends, by overall score."""
    worked_on_at: datetime | None
    """By this workspace, lately."""


def pick(work: Work, *, tenant_id: UUID, run_id: UUID, wanted: int) -> list[UUID]:
    """In their order. A run that has picked keeps its picks, however often it asks."""
    mine = select(Run).where(Run.id == run_id, Run.tenant_id == tenant_id)
    run = work.session.scalar(mine.with_for_update(key_share=True))
    if run is None:
        raise NotFound("There is no such run in this workspace.")
    already = work.session.scalars(select(Pick.trend_id).where(Pick.run_id == run_id).order_by(Pick.rank)).all()
    if already:
        return list(already)
    standings = _standings(work, tenant_id, run_id)
    if not standings:
        raise Rejected("There are no trends to work on yet: collect more offers first, then start another run.")
    chosen = sorted(standings, key=lambda one: (one.worked_on_at is not None, one.place))[:wanted]
    for rank, standing in enumerate(chosen, start=1):
        reason = _reason(standing)
        work.session.add(Pick(run_id=run_id, trend_id=standing.trend_id, rank=rank, reason=reason))
    work.session.flush()
    work.announce(TrendsAnalysed(tenant_id=tenant_id, run_id=run_id))
    return [standing.trend_id for standing in chosen]


def _standings(work: Work, tenant_id: UUID, run_id: UUID) -> Sequence[_Standing]:
    lately = (
        select(Pick.trend_id, func.max(Run.created_at).label("worked_on_at"))
        .join(Run, Run.id == Pick.run_id)
        .where(Run.tenant_id == tenant_id, Run.id != run_id, Run.created_at > clock.now() - LATELY)
        .group_by(Pick.trend_id)
        .subquery()
    )
    query = (
        select(Trend.id, Trend.overall, lately.c.worked_on_at)
        .outerjoin(lately, lately.c.trend_id == Trend.id)
        .where(CURRENT)
        .order_by(Trend.overall.desc(), Trend.id)
    )
    rows = work.session.execute(query).all()
    return [_Standing(row[0], row[1], place, row[2]) for place, row in enumerate(rows, start=1)]


def _reason(standing: _Standing) -> str:
    score = f"{_ordinal(standing.place)} by overall score, {standing.overall.quantize(_TENTH, ROUND_HALF_UP)}"
    if standing.worked_on_at is None:
        return f"{score}; not worked on in the last {LATELY.days} days."
    day = f"{standing.worked_on_at.day} {standing.worked_on_at:%B}"
    return f"{score}; worked on before, on {day}: no other trend was left."


def _ordinal(place: int) -> str:
    if place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"
