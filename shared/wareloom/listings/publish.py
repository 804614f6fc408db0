"""Publish a design: one part of one listing per invocation, claimed before it is called, looked for before that.

A worker may die anywhere. Before the commit nothing is known here, but the channel may have heard it: the next try
finds it there by its key. After the commit the next try goes on with the part that follows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from wareloom.designs.models import Design
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Failure, NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.listings import queries
from wareloom.listings.begin import begin_listings
from wareloom.listings.events import ListingChanged
from wareloom.listings.models import GOING, Listing
from wareloom.listings.saga import advance


@dataclass(frozen=True)
class Progress:
    """`more`: there is a next part, after `wait`."""

    more: bool
    wait: timedelta
    listings: Sequence[Listing]


def publish(work: Work, *, run_id: UUID, design_id: UUID) -> Progress:
    design = work.session.get(Design, design_id)
    if design is None or design.run_id != run_id:
        raise NotFound("This run has no such design.")
    if design.status != "approved":
        raise Rejected(f"This design is {design.status}, and only what a person approved is published.")
    listings = queries.listings_of(work.session, design_id)
    if not listings:
        return Progress(more=True, wait=timedelta(), listings=begin_listings(work, design, run_id=run_id))
    if going := _going(listings):
        return Progress(more=True, wait=advance(work, going[0]), listings=listings)
    if lost := [row for row in listings if row.status == "failed" and row.kind == "unavailable"]:
        _take_up(work, lost)
        return Progress(more=True, wait=timedelta(), listings=listings)
    _say_what_failed(listings)
    return Progress(more=False, wait=timedelta(), listings=listings)


def give_up(work: Work, design_id: UUID, reason: str) -> None:
    """The state machine has lost patience: what was going on is failed, and a person may try it again.

    What was on its way back stays so: a resumed run takes it further.
    """
    for listing in queries.listings_of(work.session, design_id):
        if listing.status in ("draft", "publishing"):
            listing.status, listing.reason, listing.kind = "failed", reason, "unavailable"
            listing.updated_at = clock.now()
            _say(work, listing)


def note(work: Work, design_id: UUID, failure: Failure) -> None:
    """Why the last try failed, on the listing that was tried. The design's other listings have their turn before it."""
    going = _going(queries.listings_of(work.session, design_id))
    if not going:
        return
    # Held by another worker: then it was not this one that was tried, and what is noted would be about a busy step.
    free = select(Listing).where(Listing.id == going[0].id).with_for_update(skip_locked=True)
    listing = work.session.scalar(free, execution_options={"populate_existing": True})
    if listing is None or listing.status not in GOING:
        return
    listing.updated_at = clock.now()
    if listing.status != "undoing":  # there the channel's refusal stands, which started it
        listing.reason, listing.kind = failure.reason, failure.kind
    _say(work, listing)


def _going(listings: Sequence[Listing]) -> list[Listing]:
    """What has more to do; the one that waited longest first."""
    return sorted((row for row in listings if row.status in GOING), key=lambda row: row.updated_at)


def _take_up(work: Work, lost: Sequence[Listing]) -> None:
    """The step was given up and is begun again, so its run was resumed."""
    for listing in lost:
        listing.status, listing.reason, listing.kind, listing.updated_at = "publishing", None, None, clock.now()
        _say(work, listing)


def _say_what_failed(listings: Sequence[Listing]) -> None:
    """Every listing has come to its end. One that failed marks the step, with its own reason."""
    for listing in listings:
        if listing.status == "failed":
            kind = Blocked if listing.kind == "blocked" else Rejected
            raise kind(listing.reason or "The channel refused this listing.")


def _say(work: Work, listing: Listing) -> None:
    work.announce(ListingChanged(tenant_id=listing.tenant_id, listing_id=listing.id, design_id=listing.design_id))
