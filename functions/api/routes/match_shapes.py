"""What the API says of offers that are, or may be, one product."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from functions.api.answers import Number, Out
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit
from wareloom.market.page import Availability

Said = Literal["same", "different"]
Thought = Literal["same", "maybe"]
Score = Annotated[float, Field(ge=0, le=1, description="How sure it is that they are one product")]


class MatchedOfferOut(Out):
    model_config = ConfigDict(title="MatchedOffer")

    id: UUID
    marketplace: str
    external_id: str
    title: str
    seller: str | None
    price: Number | None = Field(description="As it was seen; its currency stands beside it")
    currency: str | None
    price_usd: Number | None = Field(description="In US dollars, to compare with; null where no rate is known")
    availability: Availability | None
    image_url: str | None
    product_url: str | None
    last_seen_at: datetime


class PartsOut(Out):
    """What the score is made of."""

    model_config = ConfigDict(title="MatchParts")

    identifier: str | None = Field(description="The kind of number that both carry: then it decides")
    title: float = Field(description="How alike the titles are, from 0 to 1")
    information: float = Field(description="How much their shared words say, from 0 to 1")
    instead: float = Field(description="How much each says in the other's stead")
    picture_distance: int | None = Field(description="Bits of 64 that differ; null where a picture is unseen")
    price_ratio: float | None = Field(description="The dearer price in dollars over the cheaper one")
    agrees: list[str]
    contradicts: list[str]
    shared: list[str] = Field(description="Words that both say, the weightiest first")
    only_one: list[str] = Field(description="Words that only one says")


class OverrideOut(Out):
    """This workspace's own word."""

    model_config = ConfigDict(title="MatchOverride")

    verdict: Said
    decided_by: str
    decided_at: datetime


class LikeOut(Out):
    model_config = ConfigDict(title="Like")

    offer: MatchedOfferOut
    verdict: Thought | None = Field(description="What the matcher thinks of the two; null where it thinks nothing")
    score: Score | None
    parts: PartsOut | None
    override: OverrideOut | None


class LikesOut(Out):
    model_config = ConfigDict(title="OfferMatches")

    offer: MatchedOfferOut
    group: list[LikeOut] = Field(description="The same product elsewhere")
    maybe: list[LikeOut] = Field(description="Perhaps the same product: somebody should say so, or not")
    apart: list[LikeOut] = Field(description="Somebody here said that these are others")
    lowest_id: UUID | None = Field(
        description="Of the offer and its group, the cheapest in dollars that is not sold out; null when it is alone"
    )


class MatchOut(Out):
    """Two offers, and what the matcher thinks of them."""

    model_config = ConfigDict(title="Match")

    first: MatchedOfferOut
    second: MatchedOfferOut
    verdict: Thought
    score: Score
    parts: PartsOut
    version: int = Field(description="Of the matcher that compared them")
    decided_at: datetime


class MatchFilter(BaseModel):
    model_config = ConfigDict(extra="forbid")

    verdict: Thought = "maybe"
    ours: bool = Field(default=True, description="Only where a task of this workspace saw one of the two last")
    cursor: Cursor = None
    limit: Limit = DEFAULT_LIMIT


class DecisionIn(BaseModel):
    model_config = ConfigDict(extra="forbid", title="MatchDecision")

    verdict: Said
