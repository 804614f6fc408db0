from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wareloom.market.budget.models import Budget, TenantVisits, Visits
from wareloom.market.marketplace import Marketplace


@dataclass(frozen=True)
class Allowed:
    """`chosen` by the workspace, `most` for everybody together; None is no end."""

    chosen: int | None
    most: int | None


@dataclass(frozen=True)
class Spent:
    """Pages of one day: this workspace's, and everybody's."""

    ours: int
    everybodys: int


def budget(session: Session, kind: Marketplace, tenant_id: UUID) -> Allowed:
    row = session.get(Budget, (tenant_id, kind.name))
    return Allowed(row.pages_per_day if row else None, kind.pages_per_day)


def spent(session: Session, marketplace: str, tenant_id: UUID, day: date) -> Spent:
    ours = select(TenantVisits.pages).where(
        TenantVisits.tenant_id == tenant_id, TenantVisits.marketplace == marketplace, TenantVisits.day == day
    )
    all_of_us = select(Visits.pages).where(Visits.marketplace == marketplace, Visits.day == day)
    both = select(func.coalesce(ours.scalar_subquery(), 0), func.coalesce(all_of_us.scalar_subquery(), 0))
    return Spent(*session.execute(both).one())
