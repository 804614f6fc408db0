"""Nudge again the uploads that nothing has touched for a while, and end those whose file never came."""

from datetime import timedelta

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.uploads.models import Import, SubmittedPage
from wareloom.market.uploads.queries import Uploaded, forgotten, stalled
from wareloom.market.uploads.settle import TRIES
from wareloom.market.uploads.upload import QUEUE, ended

PATIENCE = timedelta(minutes=10)
NEVER_CAME = timedelta(days=1)
_BEGIN_BY = "Its file was not uploaded, or it was not started, within a day."


def sweep_uploads(work: Work, *, patience: timedelta = PATIENCE) -> int:
    now = clock.now()
    waiting: list[Uploaded] = [
        *stalled(work.session, Import, before=now - patience),
        *stalled(work.session, SubmittedPage, before=now - patience),
    ]
    for row in waiting:
        _nudge(work, row)
    for row in (
        *forgotten(work.session, Import, before=now - NEVER_CAME),
        *forgotten(work.session, SubmittedPage, before=now - NEVER_CAME),
    ):
        row.reason = _BEGIN_BY
        ended(work, row, "cancelled", {"reason": row.reason})
    return len(waiting)


def _nudge(work: Work, row: Uploaded) -> None:
    row.tries += 1
    row.updated_at = clock.now()
    if row.tries >= TRIES:
        row.reason = row.reason or "Its workers stopped without saying why. Try again."
        ended(work, row, "failed", {"reason": row.reason})
        return
    work.enqueue(QUEUE, row.id)
