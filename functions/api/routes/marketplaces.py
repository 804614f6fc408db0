from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request, Response

from functions.api.answers import Listing, answer
from functions.api.dependencies import OpenWork, Owner, Viewer
from functions.api.routes.marketplace_shapes import (
    AlarmOut,
    BudgetIn,
    BudgetOut,
    HealthOut,
    MarketplaceOut,
    PageOut,
    ReparseIn,
    SliceOut,
)
from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.alarms.queries import alarms
from wareloom.market.archive import page
from wareloom.market.budget.queries import budget, spent
from wareloom.market.budget.set_budget import set_budget
from wareloom.market.budget.spend import today
from wareloom.market.health import health
from wareloom.market.marketplaces.registry import MARKETPLACES, marketplace
from wareloom.market.queries import our_tasks
from wareloom.market.reparse import reparse

router = APIRouter(prefix="/marketplaces", tags=["market"])
Name = Annotated[str, Path(max_length=40)]


@router.get("", response_model=Listing[MarketplaceOut])
async def list_marketplaces(request: Request, who: Viewer) -> Response:  # noqa: ARG001 - asking needs a sign-in
    items = [MarketplaceOut.of(kind) for kind in MARKETPLACES.values()]
    return answer(request, Listing[MarketplaceOut](items=items))


@router.get("/alarms", response_model=Listing[AlarmOut])
async def list_alarms(request: Request, work: OpenWork, who: Viewer) -> Response:  # noqa: ARG001 - as above
    """Of all sources together: those that last come first, and then the last ones that are over."""
    return answer(request, Listing[AlarmOut](items=[AlarmOut.model_validate(one) for one in alarms(work.session)]))


@router.get("/{name}/health", response_model=HealthOut)
async def read_marketplace_health(request: Request, work: OpenWork, who: Viewer, name: Name) -> Response:
    kind = marketplace(name)
    found = health(work.session, kind.name, clock.now(), tenant_id=who.tenant_id)
    return answer(request, HealthOut.of(kind, found, alarms(work.session, kind.name)))


@router.get("/{name}/pages/{page_id}", response_model=PageOut)
async def read_page(request: Request, work: OpenWork, who: Viewer, name: Name, page_id: UUID) -> Response:
    """Offers are shared, and so is where they come from; of another workspace's page not what it looked for."""
    found = page(work.session, marketplace(name).name, page_id)
    ours = our_tasks(work.session, who.tenant_id, [found.task_id])
    return answer(request, PageOut.of(found) if found.task_id in ours else PageOut.of(found).of_another())


@router.get("/{name}/budget", response_model=BudgetOut)
async def read_budget(request: Request, work: OpenWork, who: Viewer, name: Name) -> Response:
    return answer(request, _budget(work, who, name))


@router.put("/{name}/budget", response_model=BudgetOut)
async def replace_budget(request: Request, work: OpenWork, who: Owner, name: Name, said: BudgetIn) -> Response:
    set_budget(work, marketplace(name), tenant_id=who.tenant_id, actor=who.actor, pages_per_day=said.pages_per_day)
    return answer(request, _budget(work, who, name))


def _budget(work: Work, who: Identity, name: str) -> BudgetOut:
    kind, day = marketplace(name), today(clock.now())
    return BudgetOut.of(
        kind, budget(work.session, kind, who.tenant_id), spent(work.session, kind.name, who.tenant_id, day), day
    )


@router.post("/{name}/reparse", response_model=SliceOut)
async def reparse_pages(request: Request, work: OpenWork, who: Owner, name: Name, said: ReparseIn) -> Response:
    """Read archived pages again with today's reader, a slice at a time."""
    done = reparse(
        work, marketplace(name).name, tenant_id=who.tenant_id, actor=who.actor, since=said.since, cursor=said.cursor
    )
    return answer(request, SliceOut.model_validate(done))
