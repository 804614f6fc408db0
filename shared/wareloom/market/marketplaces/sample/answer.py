"""The page that the simulated shop answers with."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import orjson

from wareloom.kit.errors import NotFound
from wareloom.market.marketplaces.sample.address import EVERYTHING, Address, written
from wareloom.market.marketplaces.sample.life import life
from wareloom.market.marketplaces.sample.listing import listing
from wareloom.market.marketplaces.sample.shelf import Place, listed
from wareloom.market.marketplaces.sample.storeroom import storeroom
from wareloom.simulation.niches import niches
from wareloom.simulation.world import World

PER_PAGE = 100


def answer(world: World, asked: Address, now: datetime) -> bytes:
    """`until` fixes which offers the pages are cut from; what an offer shows is always of this moment."""
    until = min(asked.until or now, now)
    shelf = listed(world, world.day_of(until), _niche(asked.target))
    pages = max(1, -(-len(shelf) // PER_PAGE))
    if asked.page > pages:
        raise NotFound(f"The sample market has {pages} pages of “{asked.target}”, and no page {asked.page}.")
    here = shelf[(asked.page - 1) * PER_PAGE : asked.page * PER_PAGE]
    further = replace(asked, page=asked.page + 1, until=until).url() if asked.page < pages else None
    told = _Told(world, asked.since, until, now)
    page = {"page": asked.page, "pages": pages, "next": further, "listings": [told.listing(place) for place in here]}
    return orjson.dumps({"market": "sample", "as_of": written(now)} | page)


def _niche(target: str) -> str | None:
    if target == EVERYTHING:
        return None
    if all(target != niche.name for niche in niches()):
        raise NotFound(f"The sample market has no niche “{target[:60]}”.")
    return target


class _Told:
    """What one page tells: from after which day, up to which, and as of when."""

    def __init__(self, world: World, since: datetime | None, until: datetime, now: datetime) -> None:
        self._world = world
        self._now = world.day_of(now)
        self._until = world.day_of(until)
        self._since = world.day_of(since) if since else -1.0
        self._midnights = [written(world.midnight(day)) for day in range(max(0, int(self._now) + 1))]

    def listing(self, place: Place) -> dict[str, Any]:
        shown = listing(self._world, place)
        moved = life(self._world, place, shown, self._now)
        room = storeroom(self._world, place, shown, self._now)
        return {
            "id": place.external_id,
            "title": shown.title,
            "shop": shown.seller,
            "department": shown.category,
            "tags": shown.tags,
            "attributes": shown.details,
            "currency": shown.currency,
            "price": moved.now.price,
            "rating": moved.now.rating,
            "reviews": moved.now.reviews,
            "history": [
                (self._midnights[day], was.price, was.rating, was.reviews)
                for day, was in moved.midnights
                if self._told(day)
            ],
            "stock": room.now if room else None,
            "counts": [(self._midnights[day], left) for day, left in room.counts if self._told(day)] if room else [],
        }

    def _told(self, day: int) -> bool:
        return self._since < day <= self._until
