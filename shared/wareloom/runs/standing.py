"""Whether an open run is queued, running or only waiting for people: read from its steps."""

from sqlalchemy import func, select

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.runs.models import OPEN, Run, Step


def refresh(work: Work, run: Run) -> None:
    """The caller holds the run's row."""
    if run.status not in OPEN:
        return
    counted = select(Step.status, func.count()).where(Step.run_id == run.id).group_by(Step.status)
    counts = dict(work.session.execute(counted).all())
    now = clock.now()
    at_work = counts.get("running", 0) + counts.get("queued", 0)
    run.status = "waiting" if counts.get("waiting", 0) and not at_work else "running"
    run.started_at = run.started_at or now
    run.updated_at = now
