"""Nudge again the recordings that nothing has moved for a while, and end those whose file never came."""

from datetime import timedelta

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.speech.drop import drop_upload
from wareloom.speech.models import Recording
from wareloom.speech.queries import forgotten, parts, stalled
from wareloom.speech.standing import QUEUE, ended

PATIENCE = timedelta(minutes=30)
"""Longer than any part may take, and than one waits in the queue behind other recordings."""
NEVER_CAME = timedelta(days=1)
_BEGIN_BY = "Its file was not uploaded to the end within a day."


def sweep_recordings(work: Work, *, patience: timedelta = PATIENCE) -> int:
    now = clock.now()
    waiting = stalled(work.session, before=now - patience)
    for row in waiting:
        _nudge(work, row)
    for row in forgotten(work.session, before=now - NEVER_CAME):
        drop_upload(row)
        row.reason = _BEGIN_BY
        ended(work, row, "cancelled", {"reason": row.reason})
    return len(waiting)


def _nudge(work: Work, row: Recording) -> None:
    """A second message does no harm; tries are counted by whoever takes one."""
    row.updated_at = clock.now()
    if row.parts_total is None:
        work.enqueue(QUEUE, row.id)
    for part in parts(work.session, row.id):
        if part.status != "done":
            work.enqueue(QUEUE, part.id)
