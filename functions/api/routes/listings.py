from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import ConfigDict, Field

from functions.api.answers import Number, Out, Paged, answer
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from functions.api.routes.design_shapes import picture_url
from wareloom.kit.work import Work
from wareloom.listings import queries
from wareloom.listings.models import Listing
from wareloom.listings.progress import progress
from wareloom.listings.retry import retry, withdraw

router = APIRouter(prefix="/listings", tags=["listings"])
Status = Literal["draft", "publishing", "published", "undoing", "failed", "withdrawing", "withdrawn"]


class PartOut(Out):
    model_config = ConfigDict(title="Part")

    name: str
    status: Literal["ahead", "claimed", "waiting", "done", "undone"]
    tries: int
    claimed_at: datetime | None
    ended_at: datetime | None


class ListingOut(Out):
    model_config = ConfigDict(title="Listing")

    id: UUID
    run_id: UUID
    design_id: UUID
    shop_id: UUID
    shop_name: str
    channel: str
    status: Status
    reason: str | None
    kind: str | None
    title: str
    description: str
    tags: list[str]
    currency: str
    price_from: Number
    variants: list[dict[str, Any]] = Field(description="Product, colour, size and price")
    external_id: str | None
    url: str | None = Field(description="Where it can be seen at the channel")
    thumbnail_url: str | None
    parts: list[PartOut] = Field(description="The calls of its publication, in order")
    created_at: datetime
    updated_at: datetime
    published_at: datetime | None


@router.get("", response_model=Paged[ListingOut])
async def list_listings(
    request: Request,
    work: OpenWork,
    who: Viewer,
    status: Annotated[Status | None, Query()] = None,
    channel: Annotated[str | None, Query(max_length=40)] = None,
    design_id: UUID | None = None,
    run_id: UUID | None = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.listings(
        work.session,
        who.tenant_id,
        status=status,
        channel=channel,
        design_id=design_id,
        run_id=run_id,
        cursor=cursor,
        limit=limit,
    )
    return answer(request, Paged[ListingOut](items=_shown(work, page.items), next_cursor=page.next_cursor))


@router.get("/{listing_id}", response_model=ListingOut)
async def read_listing(request: Request, work: OpenWork, who: Viewer, listing_id: UUID) -> Response:
    return answer(request, _shown(work, [queries.listing(work.session, who.tenant_id, listing_id)])[0])


@router.post("/{listing_id}/retry", response_model=ListingOut)
async def retry_listing(request: Request, work: OpenWork, who: Member, listing_id: UUID) -> Response:
    row = retry(work, tenant_id=who.tenant_id, actor=who.actor, listing_id=listing_id)
    return answer(request, _shown(work, [row])[0])


@router.post("/{listing_id}/withdraw", response_model=ListingOut)
async def withdraw_listing(request: Request, work: OpenWork, who: Member, listing_id: UUID) -> Response:
    row = withdraw(work, tenant_id=who.tenant_id, actor=who.actor, listing_id=listing_id)
    return answer(request, _shown(work, [row])[0])


def _shown(work: Work, listings: Sequence[Listing]) -> list[ListingOut]:
    own = [column.key for column in Listing.__mapper__.column_attrs]
    return [
        ListingOut.model_validate(
            {
                **{name: getattr(one.listing, name) for name in own},
                "shop_name": one.shop_name,
                "thumbnail_url": picture_url(one.thumbnail_key),
                "parts": one.parts,
            }
        )
        for one in progress(work.session, listings)
    ]
