"""Hours are kept by exact differences: a finding remembers what it added, and that is taken off before it adds anew."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import delete, select, text, tuple_
from sqlalchemy.orm import Session, load_only

from wareloom.kit.mood.labels import EMOTIONS, SENTIMENTS
from wareloom.kit.mood.mood import NEUTRAL, SENTIMENT
from wareloom.social.models import Finding, Hour, Post, PostMood

CALM, UNSURE, POSTS = "calm", "unsure", "posts"
COUNTED = (POSTS, *SENTIMENTS, UNSURE, *(name for name in EMOTIONS if name != NEUTRAL), CALM)
Key = tuple[UUID, str, datetime]
# One document a statement: written once per shape, where rows of values would be put together anew for every lot.
_REMEMBER = text("""
    UPDATE social_findings AS held SET counted_as = told.counted_as
    FROM json_to_recordset(CAST(:told AS json)) AS told (subject_id uuid, post_id uuid, counted_as jsonb)
    WHERE held.subject_id = told.subject_id AND held.post_id = told.post_id
""")
_ADD = text(f"""
    INSERT INTO social_hours AS kept (subject_id, network, hour, {", ".join(COUNTED)})
    SELECT subject_id, network, hour, {", ".join(COUNTED)} FROM json_to_recordset(CAST(:changes AS json)) AS change (
        subject_id uuid, network text, hour timestamptz, {", ".join(f"{name} integer" for name in COUNTED)})
    ON CONFLICT (subject_id, network, hour)
    DO UPDATE SET {", ".join(f"{name} = kept.{name} + excluded.{name}" for name in COUNTED)}
""")  # noqa: S608 - put together from the names above


def counted(post: Post, mood: PostMood | None) -> dict[str, Any] | None:
    """What a post adds to its hour; nothing before it is read, and nothing when it is gone."""
    if mood is None or post.deleted_at:
        return None
    names = [POSTS]
    if mood.sentiment in SENTIMENTS:
        names.append(mood.sentiment)
    if SENTIMENT in mood.uncertain:
        names.append(UNSURE)
    if mood.emotion in EMOTIONS:
        names.append(CALM if mood.emotion == NEUTRAL else mood.emotion)
    hour = post.posted_at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return {"hour": hour.isoformat(), "as": names}


def count_anew(session: Session, posts: Collection[Post]) -> set[UUID]:
    """Of posts whose rows the caller holds. Returns the subjects whose hours have changed."""
    known = {post.id: post for post in posts}
    if not known:
        return set()
    session.flush()
    moods = _moods(session, known)
    held = (
        select(Finding.subject_id, Finding.post_id, Finding.counted_as)
        .where(Finding.post_id.in_(known))
        .order_by(Finding.subject_id, Finding.post_id)
        .with_for_update()
    )
    changes, told = dict[Key, Counter[str]](), list[dict[str, Any]]()
    for subject_id, post_id, before in session.execute(held):
        post = known[post_id]
        now = counted(post, moods.get(post_id))
        if now != before:
            _note(changes, subject_id, post.network, before, -1)
            _note(changes, subject_id, post.network, now, +1)
            told.append({"subject_id": subject_id, "post_id": post_id, "counted_as": now})
    if told:
        session.execute(_REMEMBER, {"told": orjson.dumps(told).decode()})
    return _apply(session, changes)


def _moods(session: Session, posts: dict[UUID, Post]) -> dict[UUID, PostMood]:
    """The one that each was read by last."""
    wanted = [(post.id, post.mood_model) for post in posts.values() if post.mood_model]
    held = select(PostMood).where(tuple_(PostMood.post_id, PostMood.model).in_(wanted))
    held = held.options(load_only(PostMood.sentiment, PostMood.emotion, PostMood.uncertain))
    return {mood.post_id: mood for mood in session.scalars(held, execution_options={"populate_existing": True})}


def _note(
    changes: dict[Key, Counter[str]], subject_id: UUID, network: str, added: dict[str, Any] | None, sign: int
) -> None:
    if added is None:
        return
    key = (subject_id, network, datetime.fromisoformat(added["hour"]))
    change = changes.setdefault(key, Counter())
    for name in added["as"]:
        change[name] += sign


def _apply(session: Session, changes: dict[Key, Counter[str]]) -> set[UUID]:
    """In one order, and last of all: many workers write the hour that is just now."""
    moved = {key: change for key, change in sorted(changes.items()) if any(change.values())}
    if not moved:
        return set()
    rows: Sequence[dict[str, Any]] = [
        {"subject_id": subject_id, "network": network, "hour": hour, **{name: change[name] for name in COUNTED}}
        for (subject_id, network, hour), change in moved.items()
    ]
    session.execute(_ADD, {"changes": orjson.dumps(rows).decode()})
    if any(change[POSTS] < 0 for change in moved.values()):
        key = tuple_(Hour.subject_id, Hour.network, Hour.hour)
        session.execute(delete(Hour).where(key.in_(list(moved)), Hour.posts == 0))
    return {subject_id for subject_id, _network, _hour in moved}
