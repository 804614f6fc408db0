"""One part further, or one part back. Each is one call to the channel at most, in a transaction of its own."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.listings import queries
from wareloom.listings.channel import Done
from wareloom.listings.channels.registry import channel as find_channel
from wareloom.listings.enter import enter, let_in, turned_away
from wareloom.listings.events import ListingChanged, ListingPublished
from wareloom.listings.goods import goods
from wareloom.listings.models import Listing, Part

_AT_ONCE = timedelta()


def advance(work: Work, listing: Listing) -> timedelta:
    """Returns how long to wait for the next part."""
    listing.updated_at = clock.now()
    done = {part.name: part for part in queries.parts(work.session, listing.id)}
    if listing.status in ("undoing", "withdrawing"):
        return _back(work, listing, list(done.values()))
    names = find_channel(listing.channel).parts
    ahead = next((name for name in names if name not in done or done[name].status != "done"), None)
    if ahead is None:
        return _published(work, listing, list(done.values()))
    if ahead not in done or done[ahead].status == "undone":
        return _claim(work, listing, ahead, names.index(ahead), done.get(ahead))
    return _call(work, listing, done[ahead], done)


def key_of(listing: Listing, part: str) -> str:
    """The same at every try."""
    return f"{listing.id}:{part}"


def _claim(work: Work, listing: Listing, name: str, number: int, was: Part | None) -> timedelta:
    if was is not None:
        work.session.delete(was)
        work.session.flush()
    part = Part(
        listing_id=listing.id,
        name=name,
        number=number,
        status="claimed",
        facts={},
        tries=0,
        claimed_at=clock.now(),
    )
    work.session.add(part)
    listing.status = "publishing"
    _say(work, listing)
    return _AT_ONCE


def _call(work: Work, listing: Listing, part: Part, parts: dict[str, Part]) -> timedelta:
    before = {name: one.facts for name, one in parts.items() if one.status in ("done", "waiting")}
    try:
        counter, key = enter(work, listing), key_of(listing, part.name)
        found = counter.find(part.name, key, before)
        outcome = Done(found) if found is not None else counter.do(part.name, key, goods(work, listing), before)
    except (Rejected, NotFound) as refused:
        return _refused(work, listing, refused)
    except Blocked as wall:
        return _walled(work, listing, wall, wall.reason)
    let_in(work, listing)
    part.facts, part.tries = part.facts | outcome.facts, part.tries + 1
    listing.reason = listing.kind = None
    if outcome.wait is not None:
        part.status = "waiting"
        return outcome.wait
    part.status, part.ended_at = "done", clock.now()
    _say(work, listing)
    return _AT_ONCE


def _published(work: Work, listing: Listing, parts: Sequence[Part]) -> timedelta:
    facts = {name: value for part in parts for name, value in part.facts.items()}
    listing.status, listing.published_at = "published", clock.now()
    listing.reason = listing.kind = None
    listing.external_id, listing.url = facts.get("external_id"), facts.get("url")
    told = {"channel": listing.channel, "title": listing.title, "url": listing.url}
    record(work.session, listing.tenant_id, "wareloom", "listing.publish", f"listing:{listing.id}", told)
    work.announce(ListingPublished(tenant_id=listing.tenant_id, listing_id=listing.id, design_id=listing.design_id))
    return _AT_ONCE


def _refused(work: Work, listing: Listing, refused: Rejected | NotFound) -> timedelta:
    """For good: what was done is taken back, part by part, so that nothing half-made stays at the channel."""
    listing.status, listing.reason, listing.kind = "undoing", refused.reason, refused.kind
    _say(work, listing)
    return _AT_ONCE


def _walled(work: Work, listing: Listing, wall: Blocked, reason: str) -> timedelta:
    """They do not let us in, so nothing can be taken back either: it stays where it is until a person tries again."""
    turned_away(work, listing, wall)
    listing.status, listing.reason, listing.kind = "failed", reason, wall.kind
    _ended(work, listing, "listing.fail")
    return _AT_ONCE


def _back(work: Work, listing: Listing, parts: Sequence[Part]) -> timedelta:
    left = [part for part in parts if part.status != "undone"]
    if not left:
        return _all_back(work, listing)
    last = left[-1]
    try:
        # Also what was claimed and never heard of: it may have got through, or be on its way still.
        with suppress(NotFound):
            enter(work, listing).undo(last.name, key_of(listing, last.name), last.facts)
    except Rejected as refused:
        _left_there(listing, last, refused)
    except Blocked as wall:
        reason = f"{listing.reason or 'It was to be withdrawn.'} It could not be taken back: {wall.reason}"
        return _walled(work, listing, wall, reason)
    if listing.kind == "unavailable":  # why an earlier try failed: this one did not
        listing.reason = listing.kind = None
    last.status, last.ended_at = "undone", clock.now()
    _say(work, listing)
    return _AT_ONCE


def _all_back(work: Work, listing: Listing) -> timedelta:
    """What would not be taken back has left its reason: then it is not withdrawn, and its address stays."""
    withdrawing, stays = listing.status == "withdrawing", listing.kind is not None
    if not (withdrawing and stays):
        listing.url = None
    withdrawn = withdrawing and not stays
    listing.status = "withdrawn" if withdrawn else "failed"
    _ended(work, listing, "listing.withdraw" if withdrawn else "listing.fail")
    return _AT_ONCE


def _left_there(listing: Listing, part: Part, refused: Rejected) -> None:
    """One part that will not be taken back holds up none of the others."""
    said = listing.reason if listing.kind != "unavailable" else None
    listing.reason = " ".join(filter(None, (said, f"The {part.name} could not be taken back: {refused.reason}")))
    listing.kind = refused.kind


def _ended(work: Work, listing: Listing, act: str) -> None:
    told = {"channel": listing.channel, "reason": listing.reason}
    record(work.session, listing.tenant_id, "wareloom", act, f"listing:{listing.id}", told)
    _say(work, listing)


def _say(work: Work, listing: Listing) -> None:
    work.announce(ListingChanged(tenant_id=listing.tenant_id, listing_id=listing.id, design_id=listing.design_id))
