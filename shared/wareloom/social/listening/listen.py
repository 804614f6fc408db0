"""One answer of one network about one subject: its posts and where to go on are kept together.

A worker may die anywhere: before the commit nothing was heard, after it the next answer goes on from the row's cursor.
"""

from uuid import UUID

from wareloom.kit import clock
from wareloom.kit.errors import Conflict, NotFound
from wareloom.kit.work import Work
from wareloom.social.events import ListeningChanged
from wareloom.social.heard import Heard
from wareloom.social.listening.keep import Kept, keep
from wareloom.social.listening.look_again import are_due, look_again
from wareloom.social.listening.pace import paced
from wareloom.social.listening.take_turn import IN_HAND
from wareloom.social.listening.ways import way_to
from wareloom.social.models import Listening, Subject
from wareloom.social.queries import followers
from wareloom.social.queue import QUEUE, is_free


def listen(work: Work, listening_id: UUID) -> None:
    """Conflict when nobody asks for it, or somebody else is at it."""
    row = _claim(work, listening_id)
    network = way_to(row.network)
    if row.status == "looking":
        look_again(work, row, network)
        _rest_or_go_on(work, row)
        return
    words = work.session.get_one(Subject, row.subject_id).words
    heard = network.listen(words, row.cursor)
    kept = keep(work, row, heard)
    _advance(work, row, heard, kept)


def _claim(work: Work, listening_id: UUID) -> Listening:
    if not work.session.scalar(is_free(listening_id)):
        raise Conflict("This listening is being worked on.")
    row = work.session.get(Listening, listening_id)
    if row is None:
        raise NotFound("There is no such listening.")
    if row.status not in IN_HAND:
        raise Conflict("Nobody asks for this listening now.")
    return row


def _advance(work: Work, row: Listening, heard: Heard, kept: Kept) -> None:
    now = clock.now()
    row.cursor, row.heard_at, row.tries, row.reason = heard.cursor, now, 0, None
    row.posts_seen += kept.seen
    row.posts_new += kept.new
    row.quota = heard.quota.model_dump(mode="json") if heard.quota else row.quota
    row.every = paced(row.every, kept.new, more=heard.more)
    if heard.more:
        row.updated_at = now
        work.enqueue(QUEUE, row.id)
    else:
        _rest_or_go_on(work, row)
    for tenant_id in followers(work.session, row.subject_id):
        work.announce(ListeningChanged(tenant_id=tenant_id, subject_id=row.subject_id))


def _rest_or_go_on(work: Work, row: Listening) -> None:
    """Older posts are looked at again while there are some whose day is over."""
    now = clock.now()
    row.updated_at = now
    if are_due(work.session, row):
        row.status = "looking"
        work.enqueue(QUEUE, row.id)
        return
    row.status, row.due_at = "waiting", now + row.every
