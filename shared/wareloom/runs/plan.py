"""What a workspace lets its runs do by themselves and spend."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.runs.events import PlanChanged
from wareloom.runs.models import Plan

MOST_TRENDS = 60


@dataclass(frozen=True)
class Wish:
    daily: bool = False
    trends: int = 5
    run_money: Decimal = Decimal(5)
    run_tokens: int = 500_000
    month_money: Decimal = Decimal(50)
    month_tokens: int = 5_000_000


def plan(session: Session, tenant_id: UUID) -> Wish:
    """The workspace's own, or the careful one that everybody begins with."""
    kept = session.get(Plan, tenant_id)
    if kept is None:
        return Wish()
    return Wish(kept.daily, kept.trends, kept.run_money, kept.run_tokens, kept.month_money, kept.month_tokens)


def change_plan(work: Work, *, tenant_id: UUID, actor: str, wish: Wish) -> None:
    said = vars(wish)
    row = insert(Plan).values(tenant_id=tenant_id, changed_at=clock.now(), **said)
    changed = row.on_conflict_do_update(index_elements=["tenant_id"], set_={**said, "changed_at": clock.now()})
    work.session.execute(changed)
    record(work.session, tenant_id, actor, "plan.change", f"tenant:{tenant_id}", _told(wish))
    work.announce(PlanChanged(tenant_id=tenant_id))


def _told(wish: Wish) -> dict[str, str | int | bool]:
    """For the audit trail, which hides whatever stands under a name with “token” in it."""
    return {
        "daily": wish.daily,
        "trends": wish.trends,
        "run": f"${wish.run_money:f} and {wish.run_tokens:,} tokens",
        "month": f"${wish.month_money:f} and {wish.month_tokens:,} tokens",
    }
