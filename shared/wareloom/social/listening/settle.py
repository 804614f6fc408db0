"""Put on the row why a network could not be heard, and when to try again. The schedule asks when that time has come."""

from datetime import timedelta
from uuid import UUID

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Conflict, Failure, NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.social.events import ListeningChanged
from wareloom.social.listening.take_turn import IN_HAND
from wareloom.social.models import Listening
from wareloom.social.queries import followers

_FIRST_WAIT, _FIRST_WAIT_WHEN_BLOCKED = timedelta(minutes=2), timedelta(minutes=30)
_WHEN_REJECTED = timedelta(days=1)
"""What is refused today may be allowed tomorrow: a key is given, a right is bought."""
_LONGEST_WAIT = timedelta(days=1)


def settle(work: Work, listening_id: UUID, failure: Failure) -> timedelta | None:
    """The message is done with: it is the row that waits."""
    if isinstance(failure, Conflict):
        return None
    row = work.session.get(Listening, listening_id, with_for_update=True)
    if row is None or row.status not in IN_HAND:
        return None
    put_off(work, row, failure)
    return None


def put_off(work: Work, row: Listening, failure: Failure) -> None:
    row.tries += 1
    row.reason, row.updated_at = failure.reason, clock.now()
    row.status = _status(failure)
    row.due_at = row.updated_at + _wait(failure, row.tries)
    for tenant_id in followers(work.session, row.subject_id):
        work.announce(ListeningChanged(tenant_id=tenant_id, subject_id=row.subject_id))


def _status(failure: Failure) -> str:
    if isinstance(failure, Blocked):
        return "blocked"
    return "rejected" if isinstance(failure, Rejected | NotFound) else "waiting"


def _wait(failure: Failure, tries: int) -> timedelta:
    """What the network asked for, or a wait that doubles, longer where we are not wanted."""
    if isinstance(failure, Rejected | NotFound):
        return _WHEN_REJECTED
    first = _FIRST_WAIT_WHEN_BLOCKED if isinstance(failure, Blocked) else _FIRST_WAIT
    return max(failure.retry_after or timedelta(), min(_LONGEST_WAIT, first * 2 ** min(tries - 1, 12)))
