"""Whether it is this listening's turn. Kept before the network is asked, so that a worker that dies has been seen."""

from uuid import UUID

from wareloom.kit import clock
from wareloom.kit.errors import Conflict, NotFound
from wareloom.kit.work import Work
from wareloom.social.listening.quota import rests_until
from wareloom.social.models import Listening
from wareloom.social.queue import is_free

IN_HAND = ("listening", "looking")


def take_turn(work: Work, listening_id: UUID) -> bool:
    row = work.session.get(Listening, listening_id)
    if row is None:
        raise NotFound("There is no such listening.")
    if row.status not in IN_HAND:
        raise Conflict("Nobody asks for this listening now.")
    if not work.session.scalar(is_free(listening_id)):
        raise Conflict("This listening is being worked on.")
    rests = rests_until(work.session, row.network)
    if rests:
        row.status, row.due_at, row.updated_at = "waiting", rests, clock.now()
        row.reason = "The network may not be asked more for now."
        return False
    row.taken_at = clock.now()
    return True
