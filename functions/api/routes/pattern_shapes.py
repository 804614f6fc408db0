"""What the API says of what the offers of a trend say alike."""

from typing import Self
from uuid import UUID

from pydantic import ConfigDict, Field

from functions.api.answers import Number, Out
from wareloom.trends.patterns.kinds import Kind
from wareloom.trends.patterns.queries import SayingRow, in_words


class PatternOut(Out):
    model_config = ConfigDict(title="Pattern")

    kind: Kind
    value: str
    offers: int = Field(description="How many say so")
    of: int = Field(description="Out of so many; for prices, those that have one and are like enough others")
    share: float


class PatternChoiceOut(Out):
    model_config = ConfigDict(title="PatternChoice")

    kind: Kind
    value: str
    trends: int = Field(description="How many trends are listed by it")


class SayingOut(Out):
    """An offer that says so."""

    model_config = ConfigDict(title="Saying")

    offer_id: UUID
    title: str
    marketplace: str
    seller: str | None
    image_url: str | None
    product_url: str | None
    price: Number | None
    currency: str | None
    reviews_count: int | None
    says: str = Field(description="Its own words; for prices, what its like cost")

    @classmethod
    def of(cls, row: SayingRow, kind: Kind) -> Self:
        told = {name: getattr(row, name) for name in cls.model_fields if name != "says"}
        return cls.model_validate({**told, "says": in_words(row, kind)})
