"""Choose how many pages of a source a workspace may ask for in a day, or leave it to the source's own limit."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.budget.models import Budget
from wareloom.market.marketplace import Marketplace
from wareloom.market.models import OPEN, Task
from wareloom.market.queue import queue_of


def set_budget(work: Work, kind: Marketplace, *, tenant_id: UUID, actor: str, pages_per_day: int | None) -> None:
    before = work.session.get(Budget, (tenant_id, kind.name), with_for_update=True)
    was = before.pages_per_day if before else None
    if was == pages_per_day:
        return
    if pages_per_day is None:
        work.session.delete(before)
    else:
        row = {"tenant_id": tenant_id, "marketplace": kind.name, "pages_per_day": pages_per_day}
        chosen = insert(Budget).values(row)
        work.session.execute(
            chosen.on_conflict_do_update(
                index_elements=[Budget.tenant_id, Budget.marketplace],
                set_={"pages_per_day": chosen.excluded.pages_per_day},
            )
        )
    _wake(work, kind.name, tenant_id)
    record(
        work.session,
        tenant_id,
        actor,
        "budget.set",
        f"marketplace:{kind.name}",
        {"pages_per_day": pages_per_day, "was": was},
    )


def _wake(work: Work, marketplace: str, tenant_id: UUID) -> None:
    """Tasks that were put off without a try: whether there is a page for them now, their turn will tell."""
    waiting = select(Task).where(
        Task.tenant_id == tenant_id,
        Task.marketplace == marketplace,
        Task.status.in_(OPEN),
        Task.tries == 0,
        Task.retry_at > clock.now(),
    )
    for task in work.session.scalars(waiting.order_by(Task.id).with_for_update()):
        task.retry_at, task.updated_at = None, clock.now()
        work.enqueue(queue_of(task), task.id)
