"""Put on a post's row why its mood could not be read, and give it up when that has happened too often."""

from datetime import timedelta
from uuid import UUID

from wareloom.kit import clock
from wareloom.kit.errors import Failure, Unavailable
from wareloom.kit.work import Work
from wareloom.social.events import PostsGivenUp
from wareloom.social.models import Post
from wareloom.social.queries import followers, subjects_of

TRIES = 5
"""Counted on the row, whoever delivered the message. The queue gives up a little later."""
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=5), timedelta(minutes=5)


def settle(work: Work, post_id: UUID, failure: Failure) -> timedelta | None:
    """How long the message waits: also that of a post that is given up, whose way to the dead-letter queue that is."""
    post = work.session.get(Post, post_id, with_for_update=True)
    if post is None or post.deleted_at:
        return None
    if post.given_up_at:
        return _FIRST_WAIT
    post.reason = failure.reason
    if type(failure) is Unavailable:
        return _FIRST_WAIT  # the world's fault, not the post's
    post.tries += 1
    if post.tries >= TRIES:
        _give_up(work, post)
    return min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** (post.tries - 1))


def _give_up(work: Work, post: Post) -> None:
    post.given_up_at = clock.now()
    for subject_id in subjects_of(work.session, post.id):
        for tenant_id in followers(work.session, subject_id):
            work.announce(PostsGivenUp(tenant_id=tenant_id, subject_id=subject_id))
