"""Have a target collected again and again, differently, not for now, or no longer."""

from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Overused
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.market import cadence, queries
from wareloom.market.events import WatchChanged
from wareloom.market.marketplaces.registry import marketplace as find_marketplace
from wareloom.market.models import Task, Watch

MOST_WATCHED = 500
"""A workspace's watched targets: each is pages, every day."""
_BACKGROUND = -1


class Wish(BaseModel):
    """`chosen_every` is None where the pace follows what moves."""

    model_config = ConfigDict(frozen=True)

    chosen_every: timedelta | None = None
    priority: int = _BACKGROUND
    max_pages: int | None = None
    past_robots: bool = False


def watch(work: Work, *, tenant_id: UUID, actor: str, marketplace: str, target: str, wish: Wish | None = None) -> Watch:
    """Watching twice is watching: the same row comes back, as it was wished first."""
    kind = find_marketplace(marketplace)
    spelled = kind.target(target)
    wish = wish or Wish()
    pace = _pace(wish, kind.every)
    now = clock.now()
    row = {
        "id": new_id(), "tenant_id": tenant_id, "marketplace": marketplace, "target": spelled, "created_at": now,
        "every": pace.every, "why": pace.why, "next_at": now, **dict(wish),
    }  # fmt: skip
    made = work.session.scalar(insert(Watch).values(row).on_conflict_do_nothing().returning(Watch))
    if made is None:
        same = select(Watch).where(
            Watch.tenant_id == tenant_id, Watch.marketplace == marketplace, Watch.target == spelled
        )
        return work.session.scalars(same).one()
    _leave_room(work, tenant_id)
    facts = {"marketplace": marketplace, "target": spelled, **_told(wish)}
    record(work.session, tenant_id, actor, "watch.start", f"watch:{made.id}", facts)
    work.announce(WatchChanged(tenant_id=tenant_id, watch_id=made.id))
    return made


def change_watch(work: Work, *, tenant_id: UUID, actor: str, watch_id: UUID, wish: Wish) -> Watch:
    row = queries.watch(work.session, tenant_id, watch_id, lock=True)
    before = Wish.model_validate(row, from_attributes=True)
    if wish == before:
        return row
    for name, value in wish:
        setattr(row, name, value)
    if wish.chosen_every != before.chosen_every:
        pace = _pace(wish, find_marketplace(row.marketplace).every)
        row.every, row.why = pace.every, pace.why
        row.next_at = max(clock.now(), (row.visited_at or row.created_at) + pace.every)
    record(work.session, tenant_id, actor, "watch.change", f"watch:{row.id}", {"target": row.target, **_told(wish)})
    work.announce(WatchChanged(tenant_id=tenant_id, watch_id=row.id))
    return row


def pause(work: Work, *, tenant_id: UUID, actor: str, watch_id: UUID) -> Watch:
    row = queries.watch(work.session, tenant_id, watch_id, lock=True)
    if row.paused_at is None:
        row.paused_at = clock.now()
        _say(work, row, actor, "watch.pause")
    return row


def resume(work: Work, *, tenant_id: UUID, actor: str, watch_id: UUID) -> Watch:
    """What became due meanwhile is due once."""
    row = queries.watch(work.session, tenant_id, watch_id, lock=True)
    if row.paused_at is not None:
        row.paused_at = None
        _say(work, row, actor, "watch.resume")
    return row


def unwatch(work: Work, *, tenant_id: UUID, actor: str, watch_id: UUID) -> None:
    # Its tasks before itself, as workers take them.
    work.session.execute(
        select(Task.id)
        .where(Task.watch_id == watch_id, Task.tenant_id == tenant_id)
        .order_by(Task.id)
        .with_for_update()
    )
    row = queries.watch(work.session, tenant_id, watch_id, lock=True)
    work.session.delete(row)
    _say(work, row, actor, "watch.end")


def _say(work: Work, row: Watch, actor: str, act: str) -> None:
    facts = {"marketplace": row.marketplace, "target": row.target}
    record(work.session, row.tenant_id, actor, act, f"watch:{row.id}", facts)
    work.announce(WatchChanged(tenant_id=row.tenant_id, watch_id=row.id))


def _pace(wish: Wish, usual: timedelta) -> cadence.Cadence:
    return cadence.first(usual) if wish.chosen_every is None else cadence.chosen(wish.chosen_every)


def _told(wish: Wish) -> dict[str, str]:
    pace = "as it moves" if wish.chosen_every is None else cadence.spelled(wish.chosen_every)
    return {"pace": pace} | ({"robots": "passed over"} if wish.past_robots else {})


def _leave_room(work: Work, tenant_id: UUID) -> None:
    watched = select(func.count()).select_from(Watch).where(Watch.tenant_id == tenant_id)
    if (work.session.scalar(watched) or 0) > MOST_WATCHED:
        raise Overused(f"{MOST_WATCHED} targets are watched. End a watch, or start a collection by hand.")
