"""Keep what a network said: posts that are new, changed or gone, and under which subject they were found.

Rows are locked in one order everywhere: posts by network and external id, then findings, then hours.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.social.events import PostsRead
from wareloom.social.heard import Heard
from wareloom.social.models import Finding, Listening, Post, PostMood
from wareloom.social.post import SeenPost
from wareloom.social.pulse.count import count_anew
from wareloom.social.queries import followers
from wareloom.social.queue import MOODS
from wareloom.social.reading import visible


@dataclass(frozen=True)
class Kept:
    seen: int
    new: int


def keep(work: Work, row: Listening, heard: Heard, *, asked: Collection[str] = ()) -> Kept:
    """`asked`: the posts that were looked at again; they have been looked at, whatever was said of them."""
    now = clock.now()
    gone = set(heard.gone)
    seen = {post.external_id: post for post in heard.posts if post.external_id not in gone}
    fresh = _add(work, row.network, seen.values(), now)
    posts = _held(work, row.network, {*seen, *gone, *asked})
    for post in posts:
        post.seen_at = now
        if post.external_id in seen and post.id not in fresh:
            _freshen(work, post, seen[post.external_id], now)
    work.session.flush()
    _find(work, row, [post for post in posts if post.external_id in seen], now)
    deleted = [post for post in posts if post.external_id in gone and post.deleted_at is None]
    _take_back(work, deleted, now)
    _count(work, posts, deleted)
    return Kept(len(seen), len(fresh))


def _held(work: Work, network: str, external_ids: set[str]) -> Sequence[Post]:
    theirs = select(Post).where(Post.network == network, Post.external_id.in_(external_ids))
    in_order = theirs.order_by(Post.external_id.collate("C")).with_for_update()
    return work.session.scalars(in_order, execution_options={"populate_existing": True}).all()


def _add(work: Work, network: str, seen: Iterable[SeenPost], now: datetime) -> set[UUID]:
    """Two who hear of a post at the same time make one row of it."""
    rows = [
        {
            "id": new_id(), "network": network, "external_id": post.external_id, **_shown(post), "posted_at":
            post.created_at or now, "revision": 1, "first_seen_at": now, "seen_at": now, "queued_at": now, "tries": 0,
        }
        for post in sorted(seen, key=lambda post: post.external_id)
    ]  # fmt: skip
    if not rows:
        return set()
    made = insert(Post).on_conflict_do_nothing(index_elements=["network", "external_id"]).returning(Post.id)
    ids = set(work.session.scalars(made, rows))
    for post_id in sorted(ids):
        work.enqueue(MOODS, post_id)
    return ids


def _shown(post: SeenPost) -> dict[str, object]:
    counts = {name: getattr(post, name) for name in ("play_count", "like_count", "comment_count", "share_count")}
    return {
        "text": visible(post.text),
        "author": visible(post.author) if post.author is not None else None,
        "url": visible(post.url),
        "hashtags": [visible(tag) for tag in post.hashtags],
        **counts,
    }


def _freshen(work: Work, post: Post, seen: SeenPost, now: datetime) -> None:
    """As it is now. One that was taken back stays so: a network's search may remember it for longer than its author."""
    if post.deleted_at:
        return
    before = post.text
    for name, value in _shown(seen).items():
        setattr(post, name, value)
    if post.text == before:
        return
    post.revision += 1
    post.edited_at = post.queued_at = now
    post.tries, post.given_up_at, post.reason = 0, None, None
    work.enqueue(MOODS, post.id)


def _find(work: Work, row: Listening, posts: Sequence[Post], now: datetime) -> None:
    found = [
        {"subject_id": row.subject_id, "post_id": post.id, "found_at": now}
        for post in sorted(posts, key=lambda post: post.id)
        if post.deleted_at is None
    ]
    if found:
        work.session.execute(insert(Finding).on_conflict_do_nothing(), found)


def _take_back(work: Work, posts: Sequence[Post], now: datetime) -> None:
    """The row stays, so that the post is not found anew; nothing of what its author said does."""
    for post in posts:
        post.text = post.url = ""
        post.author, post.hashtags, post.deleted_at = None, [], now
        post.play_count = post.like_count = post.comment_count = post.share_count = None
        post.mood_model = post.mood_revision = post.given_up_at = post.reason = None
    if posts:
        work.session.execute(delete(PostMood).where(PostMood.post_id.in_([post.id for post in posts])))


def _count(work: Work, posts: Sequence[Post], deleted: Sequence[Post]) -> None:
    """What is gone, off its hours; what was read before it was found under this subject, on to them."""
    touched = count_anew(work.session, [post for post in posts if post.mood_model or post in deleted])
    for subject_id in sorted(touched):
        for tenant_id in followers(work.session, subject_id):
            work.announce(PostsRead(tenant_id=tenant_id, subject_id=subject_id))
