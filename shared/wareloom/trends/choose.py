"""What a run works on: the trends as they are now, and the best of them. A run that has chosen keeps its choice."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.models import Offer
from wareloom.trends.analyse import analyse
from wareloom.trends.models import Pick, Trend
from wareloom.trends.pick import pick

_FRESH = timedelta(minutes=10)


def choose(work: Work, *, tenant_id: UUID, run_id: UUID, wanted: int) -> Sequence[UUID]:
    chosen = select(Pick.trend_id).where(Pick.run_id == run_id).order_by(Pick.rank)
    kept = work.session.scalars(chosen).all()
    if kept:
        return kept
    if not _is_fresh(work):
        analyse(work)
    return pick(work, tenant_id=tenant_id, run_id=run_id, wanted=wanted)


def _is_fresh(work: Work) -> bool:
    """Trends are everybody's: nobody need do again what was done a moment ago, over the same offers."""
    analysed = work.session.scalar(select(func.max(Trend.analysed_at)))
    if analysed is None or clock.now() - analysed > _FRESH:
        return False
    seen = work.session.scalar(select(func.max(Offer.last_seen_at)))
    return seen is None or seen <= analysed
