"""Find trends: by their words, by where they stand, and by how sure that is; the best first, as a workspace weighs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.trends.models import Trend
from wareloom.trends.outlook.models import Outlook
from wareloom.trends.outlook.queries import sureness, weighed
from wareloom.trends.outlook.weights import USUAL, Weights
from wareloom.trends.patterns.kinds import Kind
from wareloom.trends.patterns.queries import says
from wareloom.trends.queries import CURRENT


@dataclass(frozen=True)
class FoundTrend:
    trend: Trend
    outlook: Outlook | None
    score: float | None
    """The one that knows time, as the workspace weighs it."""
    confidence: float | None


@dataclass(frozen=True)
class _Sort:
    column: ColumnElement[Any]
    read: Callable[[str], Any]
    descending: bool


_CLASSIC: dict[str, _Sort] = {
    "-overall": _Sort(Trend.overall.expression, Decimal, descending=True),
    "-demand": _Sort(Trend.demand.expression, Decimal, descending=True),
    "-growth": _Sort(Trend.growth.expression, Decimal, descending=True),
    "competition": _Sort(Trend.competition.expression, Decimal, descending=False),
    "-competition": _Sort(Trend.competition.expression, Decimal, descending=True),
    "-profitability": _Sort(Trend.profitability.expression, Decimal, descending=True),
    "-offers_count": _Sort(Trend.offers_count.expression, int, descending=True),
    "name": _Sort(Trend.name.expression, str, descending=False),
}
_UNKNOWN = -1.0
SORTS = ("-score", "-momentum", *_CLASSIC)


@dataclass(frozen=True)
class TrendSearch:
    query: str | None = None
    marketplace: str | None = None
    style: str | None = None
    audience: str | None = None
    recipient: str | None = None
    occasion: str | None = None
    tone: str | None = None
    colour: str | None = None
    label: str | None = None
    """Of a lifecycle."""
    min_overall: Decimal | None = None
    min_confidence: float | None = None
    sort: str = "-overall"


def find_trends(
    session: Session, search: TrendSearch, weights: Weights = USUAL, *, cursor: str | None = None, limit: int
) -> Page[FoundTrend]:
    order = _order(search.sort, weights)
    by = order.column.label("by")
    found = _listing(weights, by).where(CURRENT, *_holds(search, weights)).limit(limit + 1)
    if cursor:
        here, there = tuple_(order.column, Trend.id), tuple_(*read_cursor(cursor, search.sort, order.read, UUID))
        found = found.where(here < there if order.descending else here > there)
    ordered = (order.column.desc(), Trend.id.desc()) if order.descending else (order.column.asc(), Trend.id.asc())
    rows = session.execute(found.order_by(*ordered)).all()
    page = cut(rows, limit, lambda row: write_cursor(search.sort, str(row.by), str(row.Trend.id)))
    items = [FoundTrend(row.Trend, row.Outlook, row.score, row.confidence) for row in page.items]
    return Page(items, page.next_cursor)


def found_trend(session: Session, trend_id: UUID, weights: Weights = USUAL) -> FoundTrend:
    """Any trend, current or not: designs may have been made of it."""
    row = session.execute(_listing(weights, Trend.id.label("by")).where(Trend.id == trend_id)).one_or_none()
    if row is None:
        raise NotFound("There is no such trend.")
    return FoundTrend(row.Trend, row.Outlook, row.score, row.confidence)


def _listing(weights: Weights, by: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    told = (Trend, Outlook, weighed(weights).label("score"), sureness(weights).label("confidence"), by)
    return select(*told).outerjoin(Outlook, Outlook.trend_id == Trend.id)


def _order(sort: str, weights: Weights) -> _Sort:
    """What is not known comes last."""
    if sort == "-score":
        return _Sort(func.coalesce(weighed(weights), _UNKNOWN), float, descending=True)
    if sort == "-momentum":
        return _Sort(func.coalesce(Outlook.momentum, _UNKNOWN), float, descending=True)
    if sort not in _CLASSIC:
        raise Rejected(f"Trends cannot be sorted by “{sort[:40]}”. Known: {', '.join(SORTS)}.")
    return _CLASSIC[sort]


def _holds(search: TrendSearch, weights: Weights) -> Iterator[ColumnElement[bool]]:
    yield from _words(search.query)
    if search.marketplace:
        yield Trend.marketplaces.has_key(search.marketplace)
    if search.style:
        yield Trend.styles.contains([{"word": search.style}])
    if search.audience:
        yield Trend.audience.contains([{"word": search.audience}])
    patterns: tuple[Kind, ...] = ("recipient", "occasion", "tone", "colour")
    for kind in patterns:
        if value := getattr(search, kind):
            yield says(kind, value)
    if search.label:
        yield Outlook.label == search.label
    if search.min_overall is not None:
        yield Trend.overall >= search.min_overall
    if search.min_confidence is not None:
        yield sureness(weights) >= search.min_confidence


def _words(query: str | None) -> Iterator[ColumnElement[bool]]:
    """Each word must stand somewhere in the name, the key or the words."""
    says = func.concat_ws(" ", Trend.name, Trend.key, func.array_to_string(Trend.words, " "))
    return (says.icontains(word, autoescape=True) for word in (query or "").split())
