"""Goods to sell, and somebody who carries them to a counter part by part, as a publication does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from tests.support.factories import at
from wareloom.kit import clock, ids
from wareloom.listings.channel import Channel, Counter, Facts, Goods, Variant

ART = "https://art.example/fox.png?X-Amz-Expires=86400&X-Amz-Signature=" + "0" * 400
"""As long as a signed address is."""


def a_variant(product: str = "tee", colour: str = "White", size: str = "M", price: str = "21.99") -> Variant:
    return Variant(product, colour, size, Decimal(price))


def some_goods(*variants: Variant, **changes: Any) -> Goods:
    told: dict[str, Any] = {
        "listing_id": ids.new_id(),
        "title": "Paper Fox Club – Camping T-Shirt",
        "description": "“Paper Fox Club”: a fox folded out of paper.",
        "tags": ("camping", "fox"),
        "currency": "USD",
        "variants": variants or (a_variant(), a_variant(colour="Black")),
        "art_url": ART,
        "mockup_urls": {"tee": "https://art.example/fox-on-tee.jpg"},
    }
    return Goods(**{**told, **changes})


def key_of(listing_id: UUID, part: str) -> str:
    return f"{listing_id}:{part}"


@dataclass
class Seller:
    """Keeps what each part left. Time passes only while the channel asks for it."""

    channel: Channel
    counter: Counter
    goods: Goods
    now: datetime = field(default_factory=lambda: at("2026-11-01T12:00:00"))
    before: dict[str, Facts] = field(default_factory=dict[str, Facts])
    waits: list[str] = field(default_factory=list[str])

    def sell(self, until: str | None = None) -> Mapping[str, Facts]:
        """Every part up to that one, or all of them."""
        for part in self.channel.parts:
            self.part(part)
            if part == until:
                break
        return self.before

    def part(self, part: str) -> Facts:
        for _ in range(100):
            with clock.held(self.now):
                done = self.counter.do(part, self.key(part), self.goods, self.before)
            self.before[part] = done.facts
            if done.wait is None:
                return done.facts
            self.waits.append(part)
            self.now += done.wait
        raise AssertionError(f"{part} asked to wait a hundred times")

    def find(self, part: str) -> Facts | None:
        return self.counter.find(part, self.key(part), self.before)

    def undo(self, part: str) -> None:
        self.counter.undo(part, self.key(part), self.before.get(part, {}))

    def undo_all(self) -> None:
        for part in reversed(self.channel.parts):
            self.undo(part)

    def key(self, part: str) -> str:
        return key_of(self.goods.listing_id, part)
