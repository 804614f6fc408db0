"""Pages about one offer or a few, kept by the product's own verb, and what the database then knows of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.factories import an_offer, at
from wareloom.market.history import shown_in
from wareloom.market.ingest import Kept, ingest
from wareloom.market.models import Offer, Sighting
from wareloom.market.moves import Shown
from wareloom.market.page import SeenOffer

NOON = at("2026-11-01T12:00:00")


def show(session: Session, *offers: SeenOffer, when: datetime = NOON, **more: Any) -> Kept:
    return ingest(session, "sample", offers, at=when, task_id=None, **more)


def bare(number: int = 1, **told: Any) -> SeenOffer:
    """It tells nothing that moves but what is said here."""
    return an_offer(number, **{"price": None, "currency": None, "rating": None, "reviews_count": None, **told})


def sightings(session: Session, number: int = 1) -> Sequence[Sighting]:
    query = select(Sighting).join(Offer, Offer.id == Sighting.offer_id).where(Offer.external_id == f"offer-{number}")
    return session.scalars(query.order_by(Sighting.seen_at).execution_options(populate_existing=True)).all()


def the_offer(session: Session, number: int = 1) -> Offer:
    query = select(Offer).where(Offer.external_id == f"offer-{number}")
    return session.scalars(query.execution_options(populate_existing=True)).one()


def stands(session: Session, number: int = 1) -> Shown:
    columns = [getattr(Offer, name) for name in Shown._fields]
    return shown_in(session.execute(select(*columns).where(Offer.external_id == f"offer-{number}")).one())
