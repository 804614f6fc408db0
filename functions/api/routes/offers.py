from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from functions.api.answers import Listing, Out, Paged, answer, rows
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, OpenWork, Viewer
from functions.api.routes.match_shapes import LikesOut
from wareloom.market.matching.queries import likes
from wareloom.market.offers import OfferSearch, find_offers, history, offer
from wareloom.market.page import Availability
from wareloom.market.queries import our_tasks

router = APIRouter(prefix="/offers", tags=["market"])
Money = Annotated[Decimal, Field(ge=0, le=Decimal(10) ** 9, max_digits=14, decimal_places=4)]
Sort = Literal[
    "-last_seen_at", "-first_seen_at", "price", "-price", "price_usd", "-price_usd", "-rating", "-reviews_count"
]
Text = Annotated[str | None, Field(max_length=200)]


class OfferOut(Out):
    model_config = ConfigDict(title="Offer")

    id: UUID
    marketplace: str
    external_id: str
    title: str
    price: str | None = Field(description="A decimal number; its currency stands beside it")
    list_price: str | None = Field(description="What is crossed out beside the price")
    currency: str | None
    price_usd: str | None = Field(description="The price in US dollars, to compare with; null where no rate is known")
    rating: str | None
    reviews_count: int | None
    availability: Availability | None
    rank: int | None = Field(description="Its place in a list of what sells best; 1 is the best")
    stock: int | None = Field(description="How many are left, where the shop counted them out; 0 is sold out")
    sponsored: bool = Field(description="When it was last seen, somebody paid for its being shown")
    image_url: str | None
    product_url: str | None
    seller: str | None
    category: str | None
    tags: list[str]
    first_seen_at: datetime
    last_seen_at: datetime


class OfferDetailOut(OfferOut):
    model_config = ConfigDict(title="OfferDetail")

    category_path: list[str] = Field(description="From the widest to the narrowest")
    rated_on: date | None = Field(description="Whose rates the price in US dollars is told by")
    page_id: UUID | None = Field(description="The page that showed it last")
    details: dict[str, Any]


class SightingOut(Out):
    """What was known of an offer from that moment on."""

    model_config = ConfigDict(title="Sighting")

    seen_at: datetime
    price: str | None
    list_price: str | None
    currency: str | None
    rating: str | None
    reviews_count: int | None
    availability: Availability | None
    rank: int | None
    stock: int | None
    previous_at: datetime | None = Field(
        description="When it was last seen as it was before: it changed between the two"
    )
    task_id: UUID | None = Field(description="Null where it was another workspace's")
    page_id: UUID | None = Field(description="The page that showed the change")


class OfferConditions(BaseModel):
    """Everything is optional, and everything given must hold."""

    model_config = ConfigDict(extra="forbid")

    query: Text = Field(default=None, description='Words; "a phrase", or, -not')
    marketplace: Text = None
    seller: Text = None
    category: Text = None
    currency: Annotated[str | None, Field(pattern="^[A-Z]{3}$")] = None
    availability: Availability | None = None
    sponsored: bool | None = None
    min_price: Money | None = None
    max_price: Money | None = None
    min_price_usd: Money | None = None
    max_price_usd: Money | None = None
    min_rating: Annotated[Decimal | None, Field(ge=0, le=5, max_digits=4)] = None
    min_reviews: Annotated[int | None, Field(ge=0, le=2_000_000_000)] = None


class OfferList(OfferConditions):
    sort: Sort = "-last_seen_at"
    cursor: Cursor = None
    limit: Limit = DEFAULT_LIMIT


@router.get("", response_model=Paged[OfferOut])
async def list_offers(
    request: Request,
    work: OpenWork,
    who: Viewer,  # noqa: ARG001 - offers are shared, but only with people who signed in
    wanted: Annotated[OfferList, Query()],
) -> Response:
    search = OfferSearch(**wanted.model_dump(exclude={"cursor", "limit"}))
    page = find_offers(work.session, search, cursor=wanted.cursor, limit=wanted.limit)
    return answer(request, {"items": rows(page.items), "next_cursor": page.next_cursor})


@router.get("/{offer_id}", response_model=OfferDetailOut)
async def read_offer(request: Request, work: OpenWork, who: Viewer, offer_id: UUID) -> Response:  # noqa: ARG001 - as above
    return answer(request, rows([offer(work.session, offer_id)])[0])


@router.get("/{offer_id}/history", response_model=Listing[SightingOut])
async def read_offer_history(
    request: Request,
    work: OpenWork,
    who: Viewer,
    offer_id: UUID,
    since: AwareDatetime | None = None,
    limit: Annotated[int, Query(ge=1, le=2000)] = 1000,
) -> Response:
    items = rows(history(work.session, offer_id, since=since, limit=limit))
    ours = our_tasks(work.session, who.tenant_id, {item["task_id"] for item in items})
    told = [item | {"task_id": item["task_id"] if item["task_id"] in ours else None} for item in items]
    return answer(request, {"items": told})


@router.get("/{offer_id}/matches", response_model=LikesOut)
async def read_offer_matches(request: Request, work: OpenWork, who: Viewer, offer_id: UUID) -> Response:
    """The same product elsewhere, as this workspace sees it."""
    return answer(request, LikesOut.model_validate(likes(work.session, who.tenant_id, offer_id)))
