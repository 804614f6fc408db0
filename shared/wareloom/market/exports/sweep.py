"""Nudge again the exports that nothing has touched for a while: rows are truth, and their message was lost."""

from datetime import timedelta

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.exports.models import Export
from wareloom.market.exports.open import QUEUE
from wareloom.market.exports.queries import stalled_exports
from wareloom.market.exports.settle import TRIES, fail

PATIENCE = timedelta(minutes=15)
"""Longer than any slice may take, and than one waits in the queue behind the others' slices."""


def sweep_exports(work: Work, *, patience: timedelta = PATIENCE) -> int:
    stalled = stalled_exports(work.session, before=clock.now() - patience)
    for row in stalled:
        _nudge(work, row)
    return len(stalled)


def _nudge(work: Work, row: Export) -> None:
    row.tries += 1
    row.updated_at = clock.now()
    if row.tries >= TRIES:
        row.reason = row.reason or "Its workers stopped without saying why. Try again."
        fail(work, row)
        return
    work.enqueue(QUEUE, row.id)
