"""Open a task for every watched target whose time has come."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.marketplaces.registry import marketplace as find_marketplace
from wareloom.market.models import OPEN, Task, Watch
from wareloom.market.open import columns, new_task, say_opened

AT_ONCE = 100
"""One call's part; what is left is due at the next."""


def open_due(work: Work, marketplace: str) -> int:
    """A schedule that fires twice finds nothing due: the watch moves on with the task that it opens."""
    kind = find_marketplace(marketplace)
    # Workspace by workspace, as everybody takes their audit trails.
    due = sorted(_due(work, kind.name), key=lambda watch: (watch.tenant_id, watch.next_at))
    return sum(_open(work, watch) for watch in due)


def _due(work: Work, marketplace: str) -> Sequence[Watch]:
    """The longest waited for first. A target that is still being collected is not asked for again."""
    still_open = (
        select(Task.id)
        .where(
            Task.tenant_id == Watch.tenant_id,
            Task.marketplace == Watch.marketplace,
            Task.target == Watch.target,
            Task.status.in_(OPEN),
        )
        .exists()
    )
    query = (
        select(Watch)
        .where(Watch.marketplace == marketplace, Watch.paused_at.is_(None), Watch.next_at <= clock.now(), ~still_open)
        .order_by(Watch.next_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    return work.session.scalars(query).all()


def _open(work: Work, watch: Watch) -> bool:
    task = new_task(
        work, tenant_id=watch.tenant_id, marketplace=watch.marketplace, target=watch.target, started_by="schedule"
    )
    task.watch_id, task.slot = watch.id, f"{watch.id}:{watch.next_at.isoformat()}"
    task.priority, task.max_pages, task.past_robots = watch.priority, watch.max_pages, watch.past_robots
    fresh = insert(Task).values(columns(task)).on_conflict_do_nothing(index_elements=["slot"]).returning(Task.id)
    opened = work.session.scalar(fresh) is not None
    watch.next_at = clock.now() + watch.every
    if opened:
        say_opened(work, task, "schedule")
    return opened
