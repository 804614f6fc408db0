"""Have a target collected on the marketplace's schedule, or no longer."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.market import queries
from wareloom.market.events import WatchChanged
from wareloom.market.marketplaces.registry import marketplace as find_marketplace
from wareloom.market.models import Watch


def watch(work: Work, *, tenant_id: UUID, actor: str, marketplace: str, target: str) -> Watch:
    """Watching twice is watching: the same row comes back."""
    spelled = find_marketplace(marketplace).target(target)
    row = {
        "id": new_id(), "tenant_id": tenant_id, "marketplace": marketplace, "target": spelled, "created_at": clock.now()
    }  # fmt: skip
    made = work.session.scalar(insert(Watch).values(row).on_conflict_do_nothing().returning(Watch))
    if made is None:
        same = select(Watch).where(
            Watch.tenant_id == tenant_id, Watch.marketplace == marketplace, Watch.target == spelled
        )
        return work.session.scalars(same).one()
    record(
        work.session,
        tenant_id,
        actor,
        "watch.start",
        f"watch:{made.id}",
        {"marketplace": marketplace, "target": spelled},
    )
    work.announce(WatchChanged(tenant_id=tenant_id, watch_id=made.id))
    return made


def unwatch(work: Work, *, tenant_id: UUID, actor: str, watch_id: UUID) -> None:
    row = queries.watch(work.session, tenant_id, watch_id)
    facts = {"marketplace": row.marketplace, "target": row.target}
    work.session.delete(row)
    record(work.session, tenant_id, actor, "watch.end", f"watch:{watch_id}", facts)
    work.announce(WatchChanged(tenant_id=tenant_id, watch_id=watch_id))
