"""Reads of patterns: those of a trend, the offers that say one, and which trends do."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, case, func, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.market.models import Offer
from wareloom.trends.models import Evidence, Trend
from wareloom.trends.patterns.kinds import KINDS, TELLING, Kind
from wareloom.trends.patterns.models import Hearing, Pattern, PriceLevel
from wareloom.trends.queries import trend

_MOST_REVIEWED = "pattern"

SayingRow = Row[*tuple[Any, ...]]
"""An offer of the evidence with the words that say so, read by name."""


@dataclass(frozen=True)
class Choice:
    kind: str
    value: str
    trends: int


def patterns_of(session: Session, trend_id: UUID) -> Sequence[Pattern]:
    """Kind by kind, what most of its offers say first."""
    found = session.scalars(
        select(Pattern).where(Pattern.trend_id == trend_id).order_by(Pattern.offers.desc(), Pattern.value)
    ).all()
    return sorted(found, key=lambda one: [*KINDS].index(one.kind))


def telling(session: Session, trend_id: UUID) -> dict[str, list[str]]:
    """By kind, what enough of its offers say to be said of the whole."""
    told: dict[str, list[str]] = {}
    for one in patterns_of(session, trend_id):
        if one.share >= TELLING:
            told.setdefault(one.kind, []).append(one.value)
    return told


def says(kind: Kind, value: str) -> ColumnElement[bool]:
    """Of a trend, in SQL."""
    same = (Pattern.trend_id == Trend.id, Pattern.kind == kind, Pattern.value == value, Pattern.share >= TELLING)
    return select(Pattern.trend_id).where(*same).exists()


def choices(session: Session) -> Sequence[Choice]:
    """What trends can be chosen by, with how many there are of each. Motifs are as many as trends: search for them."""
    number = func.count().label("trends")
    query = (
        select(Pattern.kind, Pattern.value, number)
        .where(Pattern.kind != "motif", Pattern.share >= TELLING)
        .group_by(Pattern.kind, Pattern.value)
        .order_by(Pattern.kind, number.desc(), Pattern.value)
    )
    return [Choice(*row) for row in session.execute(query)]


def saying(
    session: Session, trend_id: UUID, kind: Kind, value: str, *, cursor: str | None = None, limit: int
) -> Page[SayingRow]:
    """The most reviewed offers first."""
    trend(session, trend_id)
    reviews = func.coalesce(Evidence.reviews_count, -1)
    query = _said(kind, value).where(Evidence.trend_id == trend_id)
    if cursor:
        there = tuple_(*read_cursor(cursor, _MOST_REVIEWED, int, UUID))
        query = query.where(tuple_(reviews, Evidence.offer_id) < there)
    query = query.order_by(reviews.desc(), Evidence.offer_id.desc()).limit(limit + 1)
    return cut(session.execute(query).all(), limit, _after)


def _said(kind: Kind, value: str) -> Select[*tuple[Any, ...]]:
    if kind == "motif":
        return _offers(func.array_to_string(Evidence.words, ", ")).where(Evidence.words.contains([value]))
    if kind == "price":
        tier = case(
            (Evidence.price < PriceLevel.low, "budget"), (Evidence.price > PriceLevel.high, "premium"), else_="mid"
        )
        level = (Hearing.product == PriceLevel.product) & (Evidence.currency == PriceLevel.currency)
        told = _offers(Hearing.product, PriceLevel.low, PriceLevel.high, PriceLevel.offers.label("compared"))
        return told.join(PriceLevel, level).where(Evidence.price.is_not(None), tier == value)
    return _offers(Hearing.said[kind][value].astext).where(Hearing.said[kind].has_key(value))


def _offers(*told: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Select[*tuple[Any, ...]]:
    offer = (Evidence.offer_id, Offer.title, Offer.marketplace, Offer.seller, Offer.image_url, Offer.product_url)
    said = (Evidence.price, Evidence.currency, Evidence.reviews_count, told[0].label("says"), *told[1:])
    joined = select(*offer, *said).join(Offer, Offer.id == Evidence.offer_id)
    return joined.join(Hearing, Hearing.offer_id == Evidence.offer_id, isouter=True)


def in_words(row: SayingRow, kind: Kind) -> str:
    """Why an offer counts: its own words, or what its like cost."""
    if kind != "price":
        return row.says
    ends = " to ".join(f"{_plain(end)}" for end in (row.low, row.high))
    return f"{row.says}: the middle half of {row.compared} offers costs {ends} {row.currency}"


def _plain(price: Decimal) -> str:
    return f"{price:f}"


def _after(row: SayingRow) -> str:
    known = -1 if row.reviews_count is None else row.reviews_count
    return write_cursor(_MOST_REVIEWED, str(known), str(row.offer_id))
