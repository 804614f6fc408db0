"""What is said of collections over HTTP, and what is asked."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from functions.api.answers import Number, Out
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit
from functions.api.routes.offers import OfferConditions, OfferOut
from wareloom.market.collections.add import MOST_HELD, Added
from wareloom.market.collections.choice import MOST_AT_ONCE
from wareloom.market.collections.name import LONGEST
from wareloom.market.collections.queries import Told
from wareloom.market.collections.remove import KEPT, Removed

MOST_IDS = 2_000
"""With these a request stays well under what one may have; a filter takes more."""
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST)]
Description = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]
Note = Annotated[str | None, StringConstraints(strip_whitespace=True, max_length=2000)]
Visibility = Literal["maker", "members", "workspace"]
May = Literal["view", "change", "decide"]
Shared = Literal["view", "change"]
CollectionSort = Literal["name", "-updated_at", "-created_at", "-offers_count"]
OfferSort = Literal[
    "-added_at",
    "-last_seen_at",
    "-first_seen_at",
    "price",
    "-price",
    "price_usd",
    "-price_usd",
    "-rating",
    "-reviews_count",
]
_MORE = f"More than {MOST_AT_ONCE:,} were found: the first ones were taken"


class CollectionOut(Out):
    model_config = ConfigDict(title="Collection")

    id: UUID
    name: str
    description: str
    visibility: Visibility = Field(description="Who sees it: its maker alone, whom it is shared with, or everybody")
    may: May = Field(description="What whoever asks may do; to decide is to share and to archive, too")
    maker_id: UUID
    maker_name: str
    maker_left: bool = Field(description="The maker is no member any more: an owner may take it over")
    offers_count: int = Field(description=f"At most {MOST_HELD:,}")
    priced_count: int = Field(description="How many have a price in US dollars: the three prices are theirs")
    lowest_usd: Number | None
    median_usd: Number | None
    highest_usd: Number | None
    marketplaces: dict[str, int] = Field(description="How many offers of each")
    last_seen_at: datetime | None = Field(description="When the latest seen of its offers was seen")
    moved_7_days: int = Field(description="How many have another price than before, since a week ago")
    moved_30_days: int
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None


class CollectedOfferOut(OfferOut):
    model_config = ConfigDict(title="CollectedOffer")

    note: str | None
    added_at: datetime
    added_by: UUID


class HoldingOut(Out):
    """A collection that holds the offer, and what is written beside it there."""

    model_config = ConfigDict(title="Holding")

    id: UUID
    name: str
    may: May
    note: str | None
    added_at: datetime
    added_by: UUID


class ShareOut(Out):
    model_config = ConfigDict(title="Share")

    member_id: UUID
    name: str
    email: str
    may: Shared
    shared_by: UUID
    shared_at: datetime


class AddedOut(Out):
    model_config = ConfigDict(title="Added")

    added: int
    already: int = Field(description="Were in it before; they keep their notes")
    unknown: list[UUID] = Field(description="Ids that are no offer's; the others were added all the same")
    more: bool = Field(description=_MORE)
    offers_count: int = Field(description="How many the collection holds now")


class RemovedOut(Out):
    model_config = ConfigDict(title="Removed")

    removed: int
    missing: list[UUID] = Field(description="Ids that were not in it")
    more: bool = Field(description=_MORE)
    offers_count: int = Field(description="How many the collection holds now")
    removal_id: UUID | None
    put_back: str | None = Field(description=f"POST nothing to this address within {KEPT.days} days to undo it")


class NotedOut(Out):
    model_config = ConfigDict(title="Noted")

    offer_id: UUID
    note: str | None
    added_at: datetime
    added_by: UUID


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewCollection(_Said):
    name: Name
    description: Description = ""
    visibility: Visibility = "maker"


class CollectionChange(_Said):
    """What is not said stays as it is. Keeping it to its maker ends its shares."""

    name: Name | None = None
    description: Description | None = None
    visibility: Visibility | None = None


class CollectionName(_Said):
    name: Name


class Restoring(_Said):
    name: Name | None = Field(default=None, description="Another name, where the old one has been taken")


class SomeOffers(_Said):
    offer_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_IDS)]


class NotedOffers(SomeOffers):
    note: Note = Field(default=None, description="Written beside each that was not in it before")


class MatchingOffers(OfferConditions):
    note: Note = Field(default=None, description="Written beside each that was not in it before")


class WrittenNote(_Said):
    note: Note = Field(description="Nothing takes the note away")


class NewShare(_Said):
    may: Shared


class CollectionFilter(_Said):
    query: Annotated[str | None, Field(max_length=200, description="Words of the name or the description")] = None
    archived: bool = Field(default=False, description="Those that were put away, instead of the others")
    mine: bool = Field(default=False, description="Those that I made")
    sort: CollectionSort = "name"
    cursor: Cursor = None
    limit: Limit = DEFAULT_LIMIT


class CollectedFilter(OfferConditions):
    sort: OfferSort = "-added_at"  # pyright: ignore[reportIncompatibleVariableOverride] - one way more than the market has
    cursor: Cursor = None
    limit: Limit = DEFAULT_LIMIT


def collection_out(told: Told) -> CollectionOut:
    row = {name: getattr(told.row, name) for name in CollectionOut.model_fields if hasattr(told.row, name)}
    seen = {"maker_name": told.maker_name, "maker_left": told.maker_left, "may": told.may}
    return CollectionOut(**row, **seen, **vars(told.figures))


def added_out(told: Added) -> AddedOut:
    return AddedOut.model_validate(vars(told) | {"unknown": list(told.unknown)})


def removed_out(told: Removed, address: str) -> RemovedOut:
    put_back = f"{address}/{told.removal_id}/undo" if told.removal_id else None
    return RemovedOut.model_validate(vars(told) | {"missing": list(told.missing), "put_back": put_back})
