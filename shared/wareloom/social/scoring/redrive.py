"""Have posts tried again that were given up: one, or all that the workspace hears of."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import NotFound
from wareloom.kit.work import Work
from wareloom.social.events import PostsRedriven
from wareloom.social.models import Post
from wareloom.social.queries import is_followed
from wareloom.social.queue import MOODS

MOST_AT_ONCE = 1_000


def redrive(work: Work, *, tenant_id: UUID, actor: str, post_id: UUID) -> int:
    """None where it is read by now, or being read."""
    post = work.session.scalar(select(Post).where(Post.id == post_id, is_followed(tenant_id)).with_for_update(of=Post))
    if post is None:
        raise NotFound("There is no such post among those that you hear of.")
    if post.given_up_at is None or post.deleted_at:
        return 0
    _try_again(work, [post])
    record(work.session, tenant_id, actor, "post.redrive", f"post:{post.id}", {"reason": post.reason})
    work.announce(PostsRedriven(tenant_id=tenant_id))
    return 1


def redrive_all(work: Work, *, tenant_id: UUID, actor: str) -> int:
    """As many as one call may take; whoever asks again has the next ones."""
    given_up = (
        select(Post)
        .where(Post.given_up_at.is_not(None), Post.deleted_at.is_(None), is_followed(tenant_id))
        .order_by(Post.network, Post.external_id.collate("C"))
        .limit(MOST_AT_ONCE)
        .with_for_update(of=Post)
    )
    posts = work.session.scalars(given_up).all()
    if posts:
        _try_again(work, posts)
        record(work.session, tenant_id, actor, "post.redrive-all", "posts", {"posts": len(posts)})
        work.announce(PostsRedriven(tenant_id=tenant_id))
    return len(posts)


def _try_again(work: Work, posts: Iterable[Post]) -> None:
    for post in posts:
        post.given_up_at, post.tries, post.queued_at = None, 0, clock.now()
        work.enqueue(MOODS, post.id)
