"""Keep what a page showed: offers by marketplace and external id, and their history wherever something moved.

Repeats are harmless: the unique keys absorb them. Offers are written, and so locked, before their history is looked at:
of two pages that show the same offer at once, the second one sees what the first has kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.orm import Session

from wareloom.kit.ids import new_id
from wareloom.market.document import cleaned, written
from wareloom.market.history import Standing, Told, keep_moves, shown_in
from wareloom.market.matching.waiting import wait
from wareloom.market.months import make_months
from wareloom.market.moves import Seen, Shown
from wareloom.market.page import Glimpse, SeenOffer
from wareloom.market.upsert import SHOW_LAST, UPSERT

_SHOWN = tuple(name for name in SeenOffer.model_fields if name not in {"external_id", "history"})


@dataclass(frozen=True)
class Kept:
    seen: int
    new: int
    changed: int


def ingest(
    session: Session,
    marketplace: str,
    offers: Sequence[SeenOffer],
    *,
    at: datetime,
    task_id: UUID | None,
    page_id: UUID | None = None,
    again: bool = False,
) -> Kept:
    """`again`: the page was read before, and what this reading says of its moment takes the place of what that said."""
    page = {cleaned(offer.external_id): offer for offer in offers}
    if not page:
        return Kept(0, 0, 0)
    seen = {external_id: list(_seen(offer, at)) for external_id, offer in page.items()}
    make_months(session, {one.at for each in seen.values() for one in each})
    rows = [_row(external_id, offer, seen[external_id][0].at) for external_id, offer in page.items()]
    said = {"marketplace": marketplace, "at": at, "page_id": page_id, "page": written(rows)}
    kept = session.execute(UPSERT, said).all()
    wait(session, [row.id for row in kept if row.retold], at)
    told = [Told(row.id, seen[row.external_id], _before(row)) for row in kept]
    moved = keep_moves(session, told, task_id=task_id, page_id=page_id, again=again)
    if again and moved:
        session.execute(SHOW_LAST, {"ids": sorted(moved)})
    known = {one.offer_id for one in told if one.before}
    return Kept(seen=len(page), new=len(page) - len(known), changed=len(moved & known))


def _row(external_id: str, offer: SeenOffer, first_seen_at: datetime) -> dict[str, Any]:
    shown = {name: getattr(offer, name) for name in _SHOWN}
    return {"id": new_id(), "external_id": external_id, "first_seen_at": first_seen_at, **shown}


def _seen(offer: SeenOffer, at: datetime) -> Iterator[Seen]:
    """What the source tells of its past, and then the page itself. Nobody can tell what comes after it."""
    told = {glimpse.seen_at: glimpse for glimpse in offer.history if glimpse.seen_at < at}
    for moment in sorted(told):
        yield Seen(moment, _glimpsed(told[moment]), whole=False)
    yield Seen(
        at,
        Shown(
            offer.price,
            offer.list_price,
            offer.currency,
            offer.rating,
            offer.reviews_count,
            offer.availability,
            offer.rank,
            offer.stock,
        ),
    )


def _glimpsed(glimpse: Glimpse) -> Shown:
    told = glimpse
    return Shown(told.price, None, told.currency, told.rating, told.reviews_count, None, None, told.stock)


def _before(row: Row[Any]) -> Standing | None:
    """As the offer stood before this page."""
    if row.last_seen_at is None:
        return None
    return Standing(row.first_seen_at, row.last_seen_at, shown_in(row), row.page_id)
