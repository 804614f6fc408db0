"""A small market with two niches and an offer that belongs to neither, kept by the product's own verb."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from tests.support.factories import an_offer, at
from wareloom.market.ingest import ingest
from wareloom.market.page import SeenOffer

NOON = at("2026-11-01T12:00:00")


def keep(session: Session, *offers: SeenOffer, marketplace: str = "sample", when: datetime = NOON) -> None:
    ingest(session, marketplace, offers, at=when, task_id=None)


def sauna(count: int = 6) -> list[SeenOffer]:
    """Rated 4.50, with 0, 10, 20 … reviews, at 20 dollars."""
    subjects = ("birch whisk", "ladle", "hot stones")
    return [
        an_offer(
            number,
            title=f"Vintage sauna {subjects[number % 3]} mug",
            tags=("sauna", subjects[number % 3], "spa moms"),
            price=Decimal(20),
            reviews_count=10 * number,
        )
        for number in range(count)
    ]


def knitting(count: int = 8) -> list[SeenOffer]:
    """Rated 5, with 100 reviews each, at 40 dollars."""
    subjects = ("wool basket", "cable stitch")
    return [
        an_offer(
            100 + number,
            title=f"Knitting {subjects[number % 2]} tote, gift for grandmas",
            tags=("knitting",),
            price=Decimal(40),
            rating=Decimal(5),
            reviews_count=100,
        )
        for number in range(count)
    ]


def as_saunas() -> list[SeenOffer]:
    """What knitting's offers look like once their shops turned to saunas."""
    return [one.model_copy(update={"external_id": f"offer-{100 + number}"}) for number, one in enumerate(sauna(8))]


def stray() -> SeenOffer:
    return an_offer(900, title="Zeppelin tee", tags=("airship",))


def furnish(session: Session) -> None:
    keep(session, *sauna(), *knitting(), stray())
