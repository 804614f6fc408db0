from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import ConfigDict, Field

from functions.api.answers import Listing, Number, Out, Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, OpenWork, Viewer
from wareloom.market.claims.queries import claim, claims, history
from wareloom.market.page import Availability

router = APIRouter(prefix="/claims", tags=["market"])
Text = Annotated[str | None, Query(max_length=200)]


class ClaimOut(Out):
    """How an offer was at one moment, as this workspace says by an import or a page that somebody saved."""

    model_config = ConfigDict(title="Claim")

    id: UUID
    marketplace: str
    external_id: str
    seen_at: datetime
    title: str
    price: Number | None
    list_price: Number | None
    currency: str | None
    rating: Number | None
    reviews_count: int | None
    image_url: str | None
    product_url: str | None
    seller: str | None
    category: str | None
    category_path: list[str]
    availability: Availability | None
    rank: int | None
    stock: int | None
    sponsored: bool
    tags: list[str]
    import_id: UUID | None
    page_id: UUID | None = Field(description="The submitted page that shows it")
    row: int | None = Field(description="Of the import, or the offer's place on the page")


@router.get("", response_model=Paged[ClaimOut])
async def list_claims(
    request: Request,
    work: OpenWork,
    who: Viewer,
    query: Text = None,
    marketplace: Text = None,
    import_id: UUID | None = None,
    page_id: UUID | None = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    """Of each offer the newest claim, newest first."""
    page = claims(
        work.session,
        who.tenant_id,
        query=query,
        marketplace=marketplace,
        import_id=import_id,
        page_id=page_id,
        cursor=cursor,
        limit=limit,
    )
    return paged(request, page, ClaimOut.model_validate)


@router.get("/{claim_id}", response_model=ClaimOut)
async def read_claim(request: Request, work: OpenWork, who: Viewer, claim_id: UUID) -> Response:
    return answer(request, ClaimOut.model_validate(claim(work.session, who.tenant_id, claim_id)))


@router.get("/{claim_id}/history", response_model=Listing[ClaimOut])
async def read_claim_history(
    request: Request,
    work: OpenWork,
    who: Viewer,
    claim_id: UUID,
    limit: Annotated[int, Query(ge=1, le=2000)] = 1000,
) -> Response:
    """All that was claimed of the same offer, oldest first."""
    items = [ClaimOut.model_validate(row) for row in history(work.session, who.tenant_id, claim_id, limit=limit)]
    return answer(request, Listing[ClaimOut](items=items))
