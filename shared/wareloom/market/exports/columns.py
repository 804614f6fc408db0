"""The columns that an export can have, what kind of thing each holds, and those that somebody chose."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

from wareloom.kit.errors import Rejected
from wareloom.market.models import Offer, Sighting

Kind = Literal["id", "text", "number", "count", "flag", "day", "moment", "texts"]
Value = UUID | str | Decimal | int | bool | date | datetime | list[str] | None


class Column(NamedTuple):
    name: str
    kind: Kind
    source: ColumnElement[Any]
    of_sighting: bool = False


def _offer(source: InstrumentedAttribute[Any], kind: Kind, called: str | None = None) -> Column:
    return Column(called or source.key, kind, source.expression)


def _sighting(source: InstrumentedAttribute[Any], kind: Kind) -> Column:
    return Column(source.key, kind, source.expression, of_sighting=True)


_OFFERS = (
    _offer(Offer.id, "id"),
    _offer(Offer.marketplace, "text"),
    _offer(Offer.external_id, "text"),
    _offer(Offer.title, "text"),
    _offer(Offer.price, "number"),
    _offer(Offer.list_price, "number"),
    _offer(Offer.currency, "text"),
    _offer(Offer.price_usd, "number"),
    _offer(Offer.rated_on, "day"),
    _offer(Offer.rating, "number"),
    _offer(Offer.reviews_count, "count"),
    _offer(Offer.availability, "text"),
    _offer(Offer.rank, "count"),
    _offer(Offer.stock, "count"),
    _offer(Offer.sponsored, "flag"),
    _offer(Offer.seller, "text"),
    _offer(Offer.category, "text"),
    _offer(Offer.category_path, "texts"),
    _offer(Offer.tags, "texts"),
    _offer(Offer.image_url, "text"),
    _offer(Offer.product_url, "text"),
    _offer(Offer.first_seen_at, "moment"),
    _offer(Offer.last_seen_at, "moment"),
)
_HISTORY = (
    _offer(Offer.id, "id", "offer_id"),
    _offer(Offer.marketplace, "text"),
    _offer(Offer.external_id, "text"),
    _offer(Offer.title, "text"),
    _sighting(Sighting.seen_at, "moment"),
    _sighting(Sighting.price, "number"),
    _sighting(Sighting.list_price, "number"),
    _sighting(Sighting.currency, "text"),
    _sighting(Sighting.rating, "number"),
    _sighting(Sighting.reviews_count, "count"),
    _sighting(Sighting.availability, "text"),
    _sighting(Sighting.rank, "count"),
    _sighting(Sighting.stock, "count"),
    _sighting(Sighting.previous_at, "moment"),
    _sighting(Sighting.page_id, "id"),
)
KNOWN: dict[str, dict[str, Column]] = {
    what: {column.name: column for column in columns} for what, columns in (("offers", _OFFERS), ("history", _HISTORY))
}


def chosen(what: str, names: Sequence[str] | None) -> list[Column]:
    """In the order in which they were asked for; without a word, all."""
    known = KNOWN.get(what)
    if known is None:
        raise Rejected(f"“{what[:40]}” cannot be exported. Known: {', '.join(KNOWN)}.")
    unknown = [name for name in names or () if name not in known]
    if unknown:
        raise Rejected(f"There is no column “{unknown[0][:40]}” in an export of {what}. Known: {', '.join(known)}.")
    wanted = list(dict.fromkeys(known if names is None else names))
    if not wanted:
        raise Rejected(f"Choose at least one column. Known: {', '.join(known)}.")
    return [known[name] for name in wanted]
