"""Offers to keep and to read: plausible in length and spread, the same in every run."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from wareloom.market.page import Glimpse, SeenOffer

MARKETPLACE = "sample"
AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
PAGE = 500
_WORDS = [
    "retro",
    "camping",
    "mountain",
    "fox",
    "lake",
    "vintage",
    "sunset",
    "coffee",
    "nurse",
    "fishing",
    "dad",
    "cat",
    "moon",
    "garden",
    "book",
    "club",
]


def pages(count: int, *, glimpses: int, seed: int = 7) -> Iterator[list[SeenOffer]]:
    dice = random.Random(seed)  # noqa: S311 - the same offers every time, nothing secret
    for start in range(0, count, PAGE):
        yield [_offer(dice, number, glimpses) for number in range(start, min(count, start + PAGE))]


def later(page: list[SeenOffer], *, changed: float, seed: int = 8) -> list[SeenOffer]:
    """The same page on another day: some prices and review counts moved."""
    dice = random.Random(seed)  # noqa: S311 - as above
    return [_moved(offer) if dice.random() < changed else _still(offer) for offer in page]


def _moved(offer: SeenOffer) -> SeenOffer:
    return offer.model_copy(update={"price": (offer.price or Decimal(1)) + 1, "history": ()})


def _still(offer: SeenOffer) -> SeenOffer:
    return offer.model_copy(update={"history": ()})


def _offer(dice: random.Random, number: int, glimpses: int) -> SeenOffer:
    price = Decimal(dice.randrange(900, 4000)) / 100
    reviews = dice.randrange(5000)
    earlier = tuple(
        Glimpse(
            seen_at=AT - timedelta(days=back),
            price=price + back,
            currency="USD",
            rating=Decimal("4.20"),
            reviews_count=max(0, reviews - back),
        )
        for back in range(glimpses, 0, -1)
    )
    return SeenOffer(
        external_id=f"offer-{number:06}",
        title=" ".join(dice.choices(_WORDS, k=8)).capitalize(),
        price=price,
        currency="USD",
        rating=Decimal(dice.randrange(300, 501)) / 100,
        reviews_count=reviews,
        image_url=f"https://images.shop.example/{number}/front.jpg",
        product_url=f"https://shop.example/products/offer-{number}",
        seller=f"Seller {dice.randrange(400)}",
        category=dice.choice(("tee", "hoodie", "mug", "poster")),
        tags=tuple(dice.sample(_WORDS, 3)),
        details={"colours": dice.sample(("black", "navy", "sand", "olive"), 2)},
        history=earlier,
    )
