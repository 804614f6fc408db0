"""Nudge again the recordings whose moods were not read to the end: a message was lost, or they are older than moods."""

from datetime import timedelta

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.speech.queries import without_moods
from wareloom.speech.standing import QUEUE, TRIES

PATIENCE = timedelta(minutes=15)
"""Longer than a turn takes, and than a queue hides the message of a worker that died."""


def sweep_moods(work: Work, *, patience: timedelta = PATIENCE) -> int:
    now = clock.now()
    left = without_moods(work.session, tries=TRIES, before=now - patience)
    for row in left:
        row.updated_at = now
        work.enqueue(QUEUE, row.id)
    return len(left)
