"""The rows of an export, batch by batch, in the order of the offers' ids: an id never changes, so no row comes twice
and none is left out, whatever is collected meanwhile. Each row is as it was when it was read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, select, tuple_
from sqlalchemy.orm import Session

from wareloom.market.exports.columns import Column
from wareloom.market.exports.encoder import Rows
from wareloom.market.models import Offer, Sighting
from wareloom.market.moves import Shown
from wareloom.market.offers import OfferSearch, only_found

AT_ONCE = 2000
"""Offers that are read together; of their histories an eighth, for each has many rows."""
_SIGHTINGS_AT_ONCE = 10_000
_FIRST = UUID(int=0)
_SHOWN = tuple(getattr(Sighting, name) for name in Shown._fields)
_WANTED = 2 + len(_SHOWN)
_Found = Row[*tuple[Any, ...]]


@dataclass(frozen=True)
class Batch:
    rows: Rows
    position: UUID | None
    """The offer after which the next batch begins; None where one of these offers still goes on."""


@dataclass(frozen=True)
class Stretch:
    """Offers after one and until another."""

    search: OfferSearch
    after: UUID | None
    until: UUID | None


def batches(
    session: Session, what: str, columns: Sequence[Column], stretch: Stretch, *, at_once: int = AT_ONCE
) -> Iterator[Batch]:
    if stretch.until is None:
        return iter(())
    if what == "offers":
        return _offers(session, columns, stretch, at_once)
    return _histories(session, columns, stretch, max(1, at_once // 8))


def last_offer(session: Session) -> UUID | None:
    return session.scalar(select(Offer.id).order_by(Offer.id.desc()).limit(1))


def of(stretch: Stretch, *wanted: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    here = (Offer.id > (stretch.after or _FIRST)) & (Offer.id <= stretch.until)
    return only_found(select(Offer.id, *wanted).where(here), stretch.search)


def _offers(session: Session, columns: Sequence[Column], stretch: Stretch, at_once: int) -> Iterator[Batch]:
    for page in _pages(session, _labelled(columns), stretch, at_once):
        yield Batch([row[1:] for row in page], page[-1].id)


def _pages(
    session: Session, wanted: Sequence[ColumnElement[Any]], stretch: Stretch, at_once: int
) -> Iterator[Sequence[_Found]]:
    """By the keys of the last page rather than by a cursor: that would tie a connection of the proxy's to us."""
    after = stretch.after
    while True:
        query = of(Stretch(stretch.search, after, stretch.until), *wanted)
        page = session.execute(query.order_by(Offer.id).limit(at_once)).all()
        if page:
            yield page
        if len(page) < at_once:
            return
        after = page[-1].id


def _histories(session: Session, columns: Sequence[Column], stretch: Stretch, at_once: int) -> Iterator[Batch]:
    told, moving = ([one for one in columns if one.of_sighting is side] for side in (False, True))
    place = {column.name: number for side in (told, moving) for number, column in enumerate(side)}
    picks = [(column.of_sighting, place[column.name]) for column in columns]
    lived = [Offer.first_seen_at.expression, Offer.last_seen_at.expression]
    for page in _pages(session, [*lived, *_labelled(told)], stretch, at_once):
        offers = {offer.id: offer[3:] for offer in page}
        for sightings in _sightings(session, page, _labelled(moving)):
            for some, position in _by_offer(sightings):
                pairs = [(offers[one.offer_id], one[_WANTED:]) for one in some]
                yield Batch([tuple(pair[side][number] for side, number in picks) for pair in pairs], position)
        yield Batch((), page[-1].id)


def _by_offer(sightings: Sequence[_Found]) -> Iterator[tuple[Sequence[_Found], UUID | None]]:
    """The last one's history may go on; the others' are whole, so that a slice can end with them."""
    if not sightings:
        return
    last = sightings[-1].offer_id
    whole = [one for one in sightings if one.offer_id != last]
    if whole:
        yield whole, whole[-1].offer_id
    yield sightings[len(whole) :], None


def _sightings(
    session: Session, offers: Sequence[_Found], wanted: Sequence[ColumnElement[Any]]
) -> Iterator[Sequence[_Found]]:
    """Between their first and their last moment, so that no other months are looked into. As where one offer's history
    is shown, two sightings side by side that say the same are one."""
    query = (
        select(Sighting.offer_id, Sighting.seen_at, *_SHOWN, *wanted)
        .where(Sighting.offer_id.in_([offer.id for offer in offers]))
        .where(Sighting.seen_at >= min(map(attrgetter("first_seen_at"), offers)))
        .where(Sighting.seen_at <= max(map(attrgetter("last_seen_at"), offers)))
        .order_by(Sighting.offer_id, Sighting.seen_at)
        .limit(_SIGHTINGS_AT_ONCE)
    )
    here, last = query, None
    while True:
        found = session.execute(here).all()
        before = [last, *found[:-1]]
        yield [row for row, one in zip(found, before, strict=False) if one is None or _moved(one, row)]
        if len(found) < _SIGHTINGS_AT_ONCE:
            return
        last = found[-1]
        here = query.where(tuple_(Sighting.offer_id, Sighting.seen_at) > (last.offer_id, last.seen_at))


def _labelled(columns: Sequence[Column]) -> list[ColumnElement[Any]]:
    """Under names of their own, for some are asked for besides."""
    return [column.source.label(f"wanted_{number}") for number, column in enumerate(columns)]


def _moved(before: _Found, row: _Found) -> bool:
    """By their places, which is cheaper than by their names: the offer first, then the moment, then what moves."""
    return before[0] != row[0] or before[2:_WANTED] != row[2:_WANTED]
