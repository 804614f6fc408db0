"""After a watched target's visit has ended: how soon the next one is worth it."""

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market import cadence
from wareloom.market.events import WatchChanged
from wareloom.market.models import Task, Watch


def follow_up(work: Work, task: Task) -> None:
    if task.watch_id is None:
        return
    watch = work.session.get(Watch, task.watch_id, with_for_update=True)
    if watch is None:
        return
    found = _cadence(watch, task)
    watch.every, watch.why = found.every, found.why
    # A visit that came late is not followed by one at once.
    watch.next_at = max(clock.now() + found.every / 2, task.created_at + found.every)
    if task.status == "succeeded":
        watch.visited_at = task.ended_at
    work.announce(WatchChanged(tenant_id=watch.tenant_id, watch_id=watch.id))


def _cadence(watch: Watch, task: Task) -> cadence.Cadence:
    if watch.chosen_every is not None:
        return cadence.chosen(watch.chosen_every)
    if task.status == "failed":
        return cadence.after_failure(watch.every)
    if watch.visited_at is None:
        return cadence.after_first_visit(watch.every, seen=task.offers_seen)
    return cadence.after_visit(watch.every, seen=task.offers_seen, moved=task.offers_new + task.offers_changed)
