from datetime import datetime, timedelta
from typing import Annotated, Literal, Self
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from functions.api.answers import Listing, Out, answer
from functions.api.dependencies import Member, OpenWork, Viewer
from functions.api.whole import WHOLE
from wareloom.accounts.identity import Identity
from wareloom.market import queries
from wareloom.market.models import Watch
from wareloom.market.watch import Wish, change_watch, pause, resume, unwatch, watch

router = APIRouter(prefix="/watches", tags=["market"])
Target = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
MarketplaceName = Annotated[str, StringConstraints(max_length=40)]
Priority = Literal["low", "normal", "high"]
PRIORITIES: dict[Priority, int] = {"low": -1, "normal": 0, "high": 1}
NAMES: dict[int, Priority] = {number: name for name, number in PRIORITIES.items()}
MaxPages = Annotated[
    Annotated[int, Field(ge=1, le=10_000), WHOLE] | None, Field(description="No further than so many pages")
]
PastRobots = Annotated[
    bool, Field(description="Read it whatever its robots.txt says: an owner's decision, kept in the audit trail")
]


class Wanted(BaseModel):
    """What to collect: a target as the marketplace understands it."""

    model_config = ConfigDict(extra="forbid")

    marketplace: MarketplaceName
    target: Target


class WishIn(BaseModel):
    """How it is to be watched."""

    model_config = ConfigDict(extra="forbid", title="WatchWish")

    every_minutes: Annotated[int, Field(ge=60, le=28 * 24 * 60), WHOLE] | None = Field(
        default=None, description="Null follows what moves: more often while it does"
    )
    priority: Priority = "low"
    max_pages: MaxPages = None
    past_robots: PastRobots = False

    def wish(self, who: Identity) -> Wish:
        if self.past_robots:
            who.must_be("owner")
        return Wish(
            chosen_every=None if self.every_minutes is None else timedelta(minutes=self.every_minutes),
            priority=PRIORITIES[self.priority],
            max_pages=self.max_pages,
            past_robots=self.past_robots,
        )


class WatchIn(Wanted, WishIn):
    model_config = ConfigDict(title="WatchStart")


class WatchOut(Out):
    model_config = ConfigDict(title="Watch")

    id: UUID
    marketplace: str
    target: str
    created_at: datetime
    every_minutes: int | None = Field(description="As somebody chose; null where the pace follows what moves")
    every_minutes_now: int = Field(description="The pace that holds")
    why: str = Field(description="Why this pace, in words")
    next_at: datetime
    visited_at: datetime | None = Field(description="When a visit last came to its end")
    paused_at: datetime | None
    priority: Priority
    max_pages: int | None
    past_robots: bool

    @classmethod
    def of(cls, row: Watch) -> Self:
        return cls(
            id=row.id,
            marketplace=row.marketplace,
            target=row.target,
            created_at=row.created_at,
            every_minutes=None if row.chosen_every is None else _minutes(row.chosen_every),
            every_minutes_now=_minutes(row.every),
            why=row.why,
            next_at=row.next_at,
            visited_at=row.visited_at,
            paused_at=row.paused_at,
            priority=NAMES[row.priority],
            max_pages=row.max_pages,
            past_robots=row.past_robots,
        )


def _minutes(every: timedelta) -> int:
    return round(every.total_seconds() / 60)


@router.get("", response_model=Listing[WatchOut])
async def list_watches(request: Request, work: OpenWork, who: Viewer) -> Response:
    items = [WatchOut.of(row) for row in queries.watches(work.session, who.tenant_id)]
    return answer(request, Listing[WatchOut](items=items))


@router.post("", status_code=201, response_model=WatchOut)
async def create_watch(request: Request, work: OpenWork, who: Member, said: WatchIn) -> Response:
    row = watch(
        work,
        tenant_id=who.tenant_id,
        actor=who.actor,
        marketplace=said.marketplace,
        target=said.target,
        wish=said.wish(who),
    )
    return answer(request, WatchOut.of(row), 201)


@router.put("/{watch_id}", response_model=WatchOut)
async def replace_watch(request: Request, work: OpenWork, who: Member, watch_id: UUID, said: WishIn) -> Response:
    row = change_watch(work, tenant_id=who.tenant_id, actor=who.actor, watch_id=watch_id, wish=said.wish(who))
    return answer(request, WatchOut.of(row))


@router.post("/{watch_id}/pause", response_model=WatchOut)
async def pause_watch(request: Request, work: OpenWork, who: Member, watch_id: UUID) -> Response:
    return answer(request, WatchOut.of(pause(work, tenant_id=who.tenant_id, actor=who.actor, watch_id=watch_id)))


@router.post("/{watch_id}/resume", response_model=WatchOut)
async def resume_watch(request: Request, work: OpenWork, who: Member, watch_id: UUID) -> Response:
    return answer(request, WatchOut.of(resume(work, tenant_id=who.tenant_id, actor=who.actor, watch_id=watch_id)))


@router.delete("/{watch_id}", status_code=204)
async def delete_watch(work: OpenWork, who: Member, watch_id: UUID) -> None:
    unwatch(work, tenant_id=who.tenant_id, actor=who.actor, watch_id=watch_id)
