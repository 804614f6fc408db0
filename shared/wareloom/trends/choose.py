"""What a run works on: the trends as they are now, and the best of them. A run that has chosen keeps its choice."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from wareloom.kit.work import Work
from wareloom.trends.analyse import analyse
from wareloom.trends.models import Pick
from wareloom.trends.pick import pick


def choose(work: Work, *, tenant_id: UUID, run_id: UUID, wanted: int) -> Sequence[UUID]:
    chosen = select(Pick.trend_id).where(Pick.run_id == run_id).order_by(Pick.rank)
    kept = work.session.scalars(chosen).all()
    if kept:
        return kept
    analyse(work)
    return pick(work, tenant_id=tenant_id, run_id=run_id, wanted=wanted)


def keep_pick(work: Work, *, run_id: UUID, trend_id: UUID, reason: str) -> None:
    """A run whose trend somebody has chosen already."""
    work.session.add(Pick(run_id=run_id, trend_id=trend_id, rank=1, reason=reason))
    work.session.flush()
