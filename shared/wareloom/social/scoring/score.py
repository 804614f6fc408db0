"""Read the moods of posts: one call of the model and one transaction for all of them.

A post is read once by a model in each of its revisions, however often it is asked for and by how many at once: its row
is held, and says what it was read by.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

import orjson
from sqlalchemy import select, text, update

from wareloom.kit import clock
from wareloom.kit.mood.classifier import Classifier
from wareloom.kit.mood.mood import Mood
from wareloom.kit.mood.read import read_moods
from wareloom.kit.work import Work
from wareloom.social.events import PostsRead
from wareloom.social.models import Post
from wareloom.social.pulse.count import count_anew
from wareloom.social.queries import followers

_READ = (
    "revision", "sentiment", "sentiment_scores", "emotion", "emotion_scores", "language", "uncertain", "read_at",
)  # fmt: skip
_KEEP = text(f"""
    INSERT INTO social_moods (post_id, model, {", ".join(_READ)})
    SELECT post_id, model, {", ".join(_READ)} FROM json_to_recordset(CAST(:rows AS json)) AS mood (post_id uuid,
        model text, revision integer, sentiment text, sentiment_scores jsonb, emotion text, emotion_scores jsonb,
        language text, uncertain text[], read_at timestamptz)
    ON CONFLICT (post_id, model) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _READ)}
""")  # noqa: S608 - put together from the names above


def score(work: Work, post_ids: Collection[UUID], by: Classifier) -> set[UUID]:
    """Returns those that were given up before: their messages are to end where somebody sees them."""
    wanted = select(Post).where(Post.id.in_(post_ids))
    in_order = wanted.order_by(Post.network, Post.external_id.collate("C")).with_for_update()
    held = work.session.scalars(in_order, execution_options={"populate_existing": True}).all()
    waiting = [post for post in held if _is_due(post, by.export.name)]
    moods = read_moods([post.text for post in waiting], by)
    _keep(work, waiting, moods)
    touched = count_anew(work.session, waiting)
    for subject_id in sorted(touched):
        for tenant_id in followers(work.session, subject_id):
            work.announce(PostsRead(tenant_id=tenant_id, subject_id=subject_id))
    return {post.id for post in held if post.given_up_at}


def _is_due(post: Post, model: str) -> bool:
    read = post.mood_model == model and post.mood_revision == post.revision
    return not (read or post.deleted_at or post.given_up_at)


def _keep(work: Work, posts: Sequence[Post], moods: Sequence[Mood]) -> None:
    if not posts:
        return
    now = clock.now()
    rows = [
        {"post_id": post.id, "revision": post.revision, "read_at": now, **mood.model_dump()}
        for post, mood in zip(posts, moods, strict=True)
    ]
    work.session.execute(_KEEP, {"rows": orjson.dumps(rows).decode()})
    theirs = Post.id.in_([post.id for post in posts])
    marked = {"mood_model": moods[0].model, "mood_revision": Post.revision, "tries": 0, "reason": None}
    work.session.execute(update(Post).where(theirs).values(marked))
