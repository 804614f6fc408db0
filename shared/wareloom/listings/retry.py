"""A person tries a failed listing again, or takes a published one back. Its run carries it."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.listings import queries
from wareloom.listings.events import ListingChanged
from wareloom.listings.models import Listing
from wareloom.runs.resume import reopen_step

_VERB = "publish"


def retry(work: Work, *, tenant_id: UUID, actor: str, listing_id: UUID) -> Listing:
    listing = queries.listing(work.session, tenant_id, listing_id, lock=True)
    if listing.status not in ("failed", "withdrawn"):
        raise Conflict(f"This listing is {listing.status}.")
    return _again(work, listing, "publishing", actor, "listing.retry")


def withdraw(work: Work, *, tenant_id: UUID, actor: str, listing_id: UUID) -> Listing:
    """What can be undone at the channel is undone there; the row stays and says so."""
    listing = queries.listing(work.session, tenant_id, listing_id, lock=True)
    if listing.status not in ("published", "failed"):
        raise Conflict(f"This listing is {listing.status}.")
    for part in queries.parts(work.session, listing.id):
        if part.status == "undone":  # what was taken back before may have arrived late, or not have let itself be taken
            part.status, part.ended_at = "claimed", None
    return _again(work, listing, "withdrawing", actor, "listing.withdraw")


def _again(work: Work, listing: Listing, status: str, actor: str, act: str) -> Listing:
    listing.status, listing.reason, listing.kind, listing.updated_at = status, None, None, clock.now()
    record(work.session, listing.tenant_id, actor, act, f"listing:{listing.id}", {"title": listing.title})
    work.announce(ListingChanged(tenant_id=listing.tenant_id, listing_id=listing.id, design_id=listing.design_id))
    reopen_step(work, listing.run_id, _VERB, listing.design_id)
    return listing
