from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, StringConstraints

from functions.api.answers import Listing, Out, answer
from functions.api.dependencies import Member, OpenWork, Viewer
from wareloom.market import queries
from wareloom.market.watch import unwatch, watch

router = APIRouter(prefix="/watches", tags=["market"])
Target = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
MarketplaceName = Annotated[str, StringConstraints(max_length=40)]


class Wanted(BaseModel):
    """What to collect: a target as the marketplace understands it."""

    model_config = ConfigDict(extra="forbid")

    marketplace: MarketplaceName
    target: Target


class WatchOut(Out):
    model_config = ConfigDict(title="Watch")

    id: UUID
    marketplace: str
    target: str
    created_at: datetime


@router.get("", response_model=Listing[WatchOut])
async def list_watches(request: Request, work: OpenWork, who: Viewer) -> Response:
    items = [WatchOut.model_validate(row) for row in queries.watches(work.session, who.tenant_id)]
    return answer(request, Listing[WatchOut](items=items))


@router.post("", status_code=201, response_model=WatchOut)
async def create_watch(request: Request, work: OpenWork, who: Member, said: Wanted) -> Response:
    row = watch(work, tenant_id=who.tenant_id, actor=who.actor, marketplace=said.marketplace, target=said.target)
    return answer(request, WatchOut.model_validate(row), 201)


@router.delete("/{watch_id}", status_code=204)
async def delete_watch(work: OpenWork, who: Member, watch_id: UUID) -> None:
    unwatch(work, tenant_id=who.tenant_id, actor=who.actor, watch_id=watch_id)
