"""An offer's history as a row of moves, each a moment at which something had changed.

A page tells some of an offer's numbers; what it leaves out is as it was. A move is kept where that makes a difference,
so a flat stretch is one move long. Pages may come late. What then holds:

- Every move is true: the offer was seen so at that moment.
- In the order of their moments, pages give the whole truth, and so does reading all of them again in that order.
- A late page cuts a flat stretch in two. Of a stretch only both ends are known, so the second half begins at the last
  moment at which it was seen, though the truth may be earlier; and what a page left out, later moves do not learn.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple


class Shown(NamedTuple):
    """What moves. None is what is not known."""

    price: Decimal | None
    list_price: Decimal | None
    currency: str | None
    rating: Decimal | None
    reviews_count: int | None
    availability: str | None
    rank: int | None
    stock: int | None = None


class Seen(NamedTuple):
    """What was told at one moment. `whole` is false where a list price would not have been told anyway."""

    at: datetime
    shown: Shown
    whole: bool = True


class Move(NamedTuple):
    """`previous_at` is when the offer was last seen as it was before, where that is known. What is not `told` by the
    page at hand follows from it: the page is late, and after its moment the offer had been seen as before it."""

    at: datetime
    shown: Shown
    previous_at: datetime | None = None
    told: bool = True


def after(before: Shown, seen: Seen) -> Shown:
    """A price comes with its list price: where a price stands alone, nothing is crossed out any more. A stock is known
    for as long as its availability stays: “only 3 left” is over where it is said to be there, and nothing counted."""
    told = seen.shown
    priced = told.price is not None
    return Shown(
        told.price if priced else before.price,
        told.list_price if priced and seen.whole else before.list_price,
        (told.currency if priced else None) or before.currency,
        before.rating if told.rating is None else told.rating,
        before.reviews_count if told.reviews_count is None else told.reviews_count,
        before.availability if told.availability is None else told.availability,
        before.rank if told.rank is None else told.rank,
        _stock(before, told),
    )


def _stock(before: Shown, told: Shown) -> int | None:
    gone_by = told.availability not in (None, before.availability)
    return before.stock if told.stock is None and not gone_by else told.stock


class Course:
    """One offer's moves around the moments that a page tells of. `moved` are those that were added or put right."""

    def __init__(self, moves: Iterable[Move] = (), *, last_seen_at: datetime | None = None) -> None:
        self.moves = list(moves)
        self.moved: dict[datetime, Move] = {}
        self.last_seen_at = last_seen_at

    def tell(self, seen: Sequence[Seen], *, again: bool = False) -> None:
        """In the order of their moments. `again`: they were read before, and now it is known better."""
        told_at: datetime | None = None
        for one in seen:
            self._tell(one, told_at, again=again)
            told_at = one.at

    def _tell(self, seen: Seen, told_at: datetime | None, *, again: bool) -> None:
        place = self._place(seen.at)
        before = self.moves[place - 1] if place else None
        here = self.moves[place] if place < len(self.moves) else None
        shown = after(before.shown, seen) if before else seen.shown
        if here and here.at == seen.at:
            if again and here.shown != shown:
                self._put(place, here._replace(shown=shown), instead=True)
            return
        if before and before.shown == shown:
            return
        until = here.previous_at if here else self.last_seen_at
        if before is None:
            self._put(place, Move(seen.at, shown))
            return
        known = [at for at in (before.at, until, told_at) if at and at < seen.at]
        self._put(place, Move(seen.at, shown, max(known)))
        if until and until > seen.at:
            self._put(place + 1, Move(until, before.shown, seen.at, told=False))

    def _place(self, at: datetime) -> int:
        """Nearly always at the end."""
        if not self.moves or self.moves[-1].at < at:
            return len(self.moves)
        return bisect_left(self.moves, at, key=attrgetter("at"))

    def _put(self, place: int, move: Move, *, instead: bool = False) -> None:
        self.moves[place : place + instead] = [move]
        self.moved[move.at] = move
