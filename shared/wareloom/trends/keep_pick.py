from uuid import UUID

from wareloom.kit.work import Work
from wareloom.trends.models import Pick


def keep_pick(work: Work, *, run_id: UUID, trend_id: UUID, reason: str) -> None:
    """A run whose trend somebody has chosen already."""
    work.session.add(Pick(run_id=run_id, trend_id=trend_id, rank=1, reason=reason))
    work.session.flush()
