"""What marketplaces and fetchers hand each other: a request for a page, its bytes, and the offers read from it."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Availability = Literal["in_stock", "low_stock", "preorder", "out_of_stock"]


class Edition(BaseModel):
    """How a server names the state that a page is in, for asking later whether it is still in it."""

    model_config = ConfigDict(frozen=True)

    etag: str | None = None
    last_modified: str | None = None


class PageRequest(BaseModel):
    """One page to read. It is kept on the task's row, so that a collection goes on where it stopped."""

    model_config = ConfigDict(frozen=True)

    url: str
    number: int = 1
    headers: dict[str, str] = {}
    known: Edition | None = Field(default=None, description="The page as we have it: only another one is wanted.")
    past_robots: bool = Field(
        default=False, description="An owner decided, on the record, to read it whatever robots.txt says."
    )


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
    edition: Edition | None = None
    not_modified: bool = Field(
        default=False, description="The page is as the request knew it: there are no bytes, and nothing to read."
    )


class Glimpse(BaseModel):
    """An offer's moving numbers at one earlier moment, for a source that tells its own history."""

    model_config = ConfigDict(frozen=True)

    seen_at: datetime
    price: Decimal | None
    currency: str | None
    rating: Decimal | None
    reviews_count: int | None
    stock: int | None = None


class SeenOffer(BaseModel):
    """One offer as a page shows it; what the page does not say is None, never a guess."""

    model_config = ConfigDict(frozen=True)

    external_id: str
    title: str
    price: Decimal | None = Field(default=None, description="What it costs now; of a range, where it begins.")
    list_price: Decimal | None = Field(default=None, description="What is crossed out beside the price.")
    currency: str | None = None
    rating: Decimal | None = Field(default=None, description="Out of five.")
    reviews_count: int | None = None
    image_url: str | None = None
    product_url: str | None = Field(default=None, description="Canonical: without what only tracks.")
    seller: str | None = None
    category: str | None = None
    category_path: tuple[str, ...] = Field(default=(), description="From the widest to the narrowest.")
    availability: Availability | None = None
    stock: int | None = Field(default=None, description="How many are left, counted by the shop; 0 is sold out.")
    rank: int | None = Field(default=None, description="Its place in a list of what sells best; 1 is the best.")
    sponsored: bool = Field(default=False, description="Shown because somebody paid for it.")
    tags: tuple[str, ...] = ()
    details: dict[str, Any] = {}
    history: tuple[Glimpse, ...] = ()


UNREADABLE = "It is shown in a form that cannot be read."


def unreadable(many: int) -> dict[str, int]:
    """For `OfferPage.passed_over`."""
    return {UNREADABLE: many} if many > 0 else {}


class OfferPage(BaseModel):
    """No offers only where the page itself says that there are none: what cannot be read is a failure."""

    model_config = ConfigDict(frozen=True)

    offers: tuple[SeenOffer, ...]
    next: PageRequest | None = None
    pages_total: int | None = None
    offers_total: int | None = Field(default=None, description="How many the marketplace says that there are.")
    passed_over: dict[str, int] = Field(
        default={}, description="Why something on the page was not taken for an offer, and how often."
    )
