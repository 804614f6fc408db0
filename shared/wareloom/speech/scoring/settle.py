"""Whether it is a recording's turn to have its moods read, when to try again, and when to give up.

What is said stays, whatever becomes of how it feels: the recording has succeeded.
"""

from datetime import timedelta

from wareloom.kit import clock
from wareloom.kit.errors import Failure, Unavailable
from wareloom.kit.work import Work
from wareloom.speech import queries
from wareloom.speech.models import Recording
from wareloom.speech.standing import TRIES

_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=10), timedelta(minutes=5)
_DIED = "its workers stopped without saying why."


def take_mood_turn(work: Work, row: Recording) -> bool:
    if row.tries > TRIES or not queries.unread(work.session, row.id, limit=1):
        return False
    row.tries += 1
    row.updated_at = clock.now()
    if row.tries > TRIES:
        _give_up(row, _DIED)
        return False
    return True


def settle_moods(row: Recording, failure: Failure) -> timedelta | None:
    if type(failure) is Unavailable:
        row.tries = max(0, row.tries - 1)  # the world's fault, not the recording's
        return failure.retry_after or _FIRST_WAIT
    if row.tries >= TRIES:
        _give_up(row, failure.reason)
        return None
    return min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** max(0, row.tries - 1))


def _give_up(row: Recording, why: str) -> None:
    row.tries, row.reason = TRIES + 1, f"How it feels could not be read: {why}"
