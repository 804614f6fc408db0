"""What a place that sells must be able to do. Publishing is a row of parts; each is found, done or undone by its key.

A part's key is the same at every try, so what an earlier try got through is found rather than done twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any, ClassVar, Protocol
from uuid import UUID

from pydantic import BaseModel, ConfigDict

Facts = dict[str, Any]
"""What a part left behind at the channel: ids and addresses, never a credential."""


class Credentials(BaseModel):
    """What a shop's owner gives us. The connect form is drawn from its schema; values live in Secrets Manager alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True)
class Limits:
    """How long things may be there. None is no known limit."""

    title: int
    description: int | None
    tags: int | None
    tag: int | None
    source: str


@dataclass(frozen=True)
class Variant:
    """One thing that can be bought. Its price is in the currency of the goods."""

    product: str
    colour: str
    size: str
    price: Decimal


@dataclass(frozen=True)
class Goods:
    listing_id: UUID
    title: str
    description: str
    tags: tuple[str, ...]
    currency: str
    variants: tuple[Variant, ...]
    art_url: str
    mockup_urls: Mapping[str, str] = field(default_factory=dict[str, str])
    """By product. Addresses that can be read for a while: made for each call, never kept."""


@dataclass(frozen=True)
class Done:
    facts: Facts
    wait: timedelta | None = None
    """Not None: the channel is still at it; ask again after this long."""


class Counter(Protocol):
    """A channel with one shop's credentials in hand."""

    def check(self) -> str:
        """The shop's own name there. Rejected when the credentials are not good."""
        ...

    def find(self, part: str, key: str, before: Mapping[str, Facts]) -> Facts | None:
        """What an earlier try of this part left, if it got through. `before` holds the parts already done."""
        ...

    def do(self, part: str, key: str, goods: Goods, before: Mapping[str, Facts]) -> Done:
        """`before` holds the parts already done, and of a part that waits what it left so far, under its own name."""
        ...

    def undo(self, part: str, key: str, facts: Facts) -> None:
        """Take it back; what is gone already is fine. No facts: it may have got through unheard, so the key must do."""
        ...


class Channel(Protocol):
    name: ClassVar[str]
    title: ClassVar[str]
    offline: ClassVar[bool]
    limits: ClassVar[Limits]
    credentials: ClassVar[type[Credentials]]
    products: ClassVar[tuple[str, ...]]
    """Which of our products it can make."""
    parts: ClassVar[tuple[str, ...]]
    """In order. After the last one the listing is on sale, or a draft there, and `url` stands in its facts."""

    def open(self, credentials: Credentials) -> Counter: ...
