"""What each part leaves behind for the parts after it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from wareloom.listings.channel import Facts


class Left(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    @classmethod
    def of(cls, facts: Facts) -> Self:
        return cls.model_validate(facts)

    def kept(self) -> Facts:
        return self.model_dump(mode="json")


class FoundBlank(Left):
    product: int
    title: str
    variants: Mapping[str, int]
    """Printful's number by our `colour/size`."""


class FoundBlanks(Left):
    blanks: Mapping[str, FoundBlank]
    """By our product."""


class AskedTasks(Left):
    asked_at: datetime
    keys: Mapping[str, str] = Field(default_factory=dict[str, str])
    """The task's key by our product."""


class DrawnMockups(Left):
    pictures: Mapping[str, str] = Field(default_factory=dict[str, str])
    """An address that lives a day, by Printful's variant number."""
    missing: Mapping[str, str] = Field(default_factory=dict[str, str])
    """Why a product has none: it is shown by our own mockup then."""
