"""What marketplaces and fetchers hand each other: a request for a page, its bytes, and the offers read from it."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class PageRequest(BaseModel):
    """One page to read. It is kept on the task's row, so that a collection goes on where it stopped."""

    model_config = ConfigDict(frozen=True)

    url: str
    number: int = 1
    headers: dict[str, str] = {}


class Fetched(BaseModel):
    """The bytes of a page. `url` is where they came from after redirects."""

    model_config = ConfigDict(frozen=True)

    url: str
    body: bytes
    content_type: str
    fetched_at: datetime
    pause: timedelta = Field(
        default=timedelta(), description="How long the other side wants us to wait before the next page."
    )


class Glimpse(BaseModel):
    """An offer's moving numbers at one earlier moment, for a source that tells its own history."""

    model_config = ConfigDict(frozen=True)

    seen_at: datetime
    price: Decimal | None
    currency: str | None
    rating: Decimal | None
    reviews_count: int | None


class SeenOffer(BaseModel):
    """One offer as a page shows it; what the page does not say is None, never a guess."""

    model_config = ConfigDict(frozen=True)

    external_id: str
    title: str
    price: Decimal | None = None
    currency: str | None = None
    rating: Decimal | None = None
    reviews_count: int | None = None
    image_url: str | None = None
    product_url: str | None = None
    seller: str | None = None
    category: str | None = None
    tags: tuple[str, ...] = ()
    details: dict[str, Any] = {}
    history: tuple[Glimpse, ...] = ()


class OfferPage(BaseModel):
    model_config = ConfigDict(frozen=True)

    offers: tuple[SeenOffer, ...]
    next: PageRequest | None = None
    pages_total: int | None = None
