"""One part of one listing of an approved design; the state machine comes again while there is more."""

from wareloom.designs.models import Design
from wareloom.edge.step import step
from wareloom.kit.errors import Failure
from wareloom.kit.work import Work
from wareloom.listings.publish import note, publish
from wareloom.runs.step import Outcome, Turn


def _publish(work: Work, turn: Turn) -> Outcome:
    progress = publish(work, run_id=turn.run_id, design_id=turn.subject_id)
    published = sum(listing.status == "published" for listing in progress.listings)
    slogan = work.session.get_one(Design, turn.subject_id).slogan
    facts = {"slogan": slogan, "listings": len(progress.listings), "published": published}
    return Outcome(facts=facts, more=progress.more, wait=progress.wait)


def _settle(work: Work, turn: Turn, failure: Failure) -> None:
    note(work, turn.subject_id, failure)


handle = step("publish", _publish, settle=_settle, in_parts=True)
