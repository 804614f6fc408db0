"""Which offers are meant: some by their ids, or all that a search finds. Either is a query that others build on."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Select, Uuid, func, literal, select
from sqlalchemy.orm import Session

from wareloom.market.models import Offer
from wareloom.market.offers import OfferSearch, matching

MOST_AT_ONCE = 10_000
"""What one act adds or removes at most."""


def by_ids(offer_ids: Sequence[UUID]) -> Select[UUID]:
    return select(Offer.id).where(Offer.id == func.any(_array(offer_ids)))


def by_search(search: OfferSearch) -> Select[UUID]:
    return matching(search, most=MOST_AT_ONCE)


def finds_more(session: Session, search: OfferSearch, *, skipped: int = MOST_AT_ONCE) -> bool:
    return session.scalar(matching(search, most=1, skipped=skipped)) is not None


def unknown(session: Session, offer_ids: Sequence[UUID]) -> list[UUID]:
    """Those that are no offer's."""
    asked = func.unnest(_array(offer_ids)).column_valued("asked")
    there = select(Offer.id).where(Offer.id == asked).exists()
    missing = set(session.scalars(select(asked).where(~there)))
    return [one for one in dict.fromkeys(offer_ids) if one in missing]


def _array(offer_ids: Sequence[UUID]) -> Any:
    return literal(list(offer_ids), ARRAY(Uuid()))
