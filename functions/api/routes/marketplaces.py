from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request, Response

from functions.api.answers import Listing, answer
from functions.api.dependencies import OpenWork, Owner, Viewer
from functions.api.routes.marketplace_shapes import HealthOut, MarketplaceOut, PageOut, ReparseIn, SliceOut
from wareloom.kit import clock
from wareloom.market.archive import page
from wareloom.market.health import health
from wareloom.market.marketplaces.registry import MARKETPLACES, marketplace
from wareloom.market.reparse import reparse

router = APIRouter(prefix="/marketplaces", tags=["market"])
Name = Annotated[str, Path(max_length=40)]


@router.get("", response_model=Listing[MarketplaceOut])
async def list_marketplaces(request: Request, who: Viewer) -> Response:  # noqa: ARG001 - asking needs a sign-in
    items = [MarketplaceOut.of(kind) for kind in MARKETPLACES.values()]
    return answer(request, Listing[MarketplaceOut](items=items))


@router.get("/{name}/health", response_model=HealthOut)
async def read_marketplace_health(request: Request, work: OpenWork, who: Viewer, name: Name) -> Response:  # noqa: ARG001 - as above
    kind = marketplace(name)
    return answer(request, HealthOut.of(kind, health(work.session, kind.name, clock.now())))


@router.get("/{name}/pages/{page_id}", response_model=PageOut)
async def read_page(request: Request, work: OpenWork, who: Viewer, name: Name, page_id: UUID) -> Response:  # noqa: ARG001 - as above
    return answer(request, PageOut.of(page(work.session, marketplace(name).name, page_id)))


@router.post("/{name}/reparse", response_model=SliceOut)
async def reparse_pages(request: Request, work: OpenWork, who: Owner, name: Name, said: ReparseIn) -> Response:
    """Read archived pages again with today's reader, a slice at a time."""
    done = reparse(
        work, marketplace(name).name, tenant_id=who.tenant_id, actor=who.actor, since=said.since, cursor=said.cursor
    )
    return answer(request, SliceOut.model_validate(done))
