"""Pick the trends that a run works on: by the score that knows time where enough is known, else by the classic one."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from wareloom.kit import clock
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.runs.models import Run
from wareloom.trends.events import TrendsAnalysed
from wareloom.trends.models import Pick, Trend
from wareloom.trends.outlook.models import Outlook
from wareloom.trends.outlook.queries import sureness, weighed, weights_of
from wareloom.trends.preference import LATELY, Candidate, preferred
from wareloom.trends.queries import CURRENT


def pick(work: Work, *, tenant_id: UUID, run_id: UUID, wanted: int) -> list[UUID]:
    """In their order. A run that has picked keeps its picks, however often it asks."""
    mine = select(Run).where(Run.id == run_id, Run.tenant_id == tenant_id)
    run = work.session.scalar(mine.with_for_update(key_share=True))
    if run is None:
        raise NotFound("There is no such run in this workspace.")
    already = work.session.scalars(select(Pick.trend_id).where(Pick.run_id == run_id).order_by(Pick.rank)).all()
    if already:
        return list(already)
    candidates = _candidates(work, tenant_id, run_id)
    if not candidates:
        raise Rejected("There are no trends to work on yet: collect more offers first, then start another run.")
    chosen = preferred(candidates, wanted)
    for rank, one in enumerate(chosen, start=1):
        work.session.add(Pick(run_id=run_id, trend_id=one.trend_id, rank=rank, reason=one.reason))
    work.session.flush()
    work.announce(TrendsAnalysed(tenant_id=tenant_id, run_id=run_id))
    return [one.trend_id for one in chosen]


def _candidates(work: Work, tenant_id: UUID, run_id: UUID) -> Sequence[Candidate]:
    weights = weights_of(work.session, tenant_id)
    lately = (
        select(Pick.trend_id, func.max(Run.created_at).label("worked_on_at"))
        .join(Run, Run.id == Pick.run_id)
        .where(Run.tenant_id == tenant_id, Run.id != run_id, Run.created_at > clock.now() - LATELY)
        .group_by(Pick.trend_id)
        .subquery()
    )
    query = (
        select(Trend.id, Trend.overall, lately.c.worked_on_at, Outlook.label, weighed(weights), sureness(weights))
        .outerjoin(lately, lately.c.trend_id == Trend.id)
        .outerjoin(Outlook, Outlook.trend_id == Trend.id)
        .where(CURRENT)
    )
    return [Candidate(*row) for row in work.session.execute(query)]
