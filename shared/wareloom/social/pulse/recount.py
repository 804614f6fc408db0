"""The hours as they follow from the posts themselves: what the kept ones must equal."""

from typing import Any

from sqlalchemy import Row, Select, func, literal, select
from sqlalchemy.orm import Session

from wareloom.kit.mood.labels import EMOTIONS, SENTIMENTS
from wareloom.kit.mood.mood import NEUTRAL, SENTIMENT
from wareloom.social.models import Finding, Hour, Post, PostMood
from wareloom.social.pulse.count import CALM, COUNTED, POSTS, UNSURE


def recounted(session: Session) -> list[Row[Any]]:
    return list(session.execute(_recount()).all())


def kept(session: Session) -> list[Row[Any]]:
    columns = [Hour.__table__.c[name] for name in COUNTED]
    order = (Hour.subject_id, Hour.network, Hour.hour)
    return list(session.execute(select(*order, *columns).order_by(*order)).all())


def _recount() -> Select[Any]:
    hour = func.date_trunc("hour", Post.posted_at, "UTC").label("hour")
    conditions: dict[str, Any] = {
        POSTS: literal(value=True),
        **{name: PostMood.sentiment == name for name in SENTIMENTS},
        UNSURE: PostMood.uncertain.contains([SENTIMENT]),
        **{name: PostMood.emotion == name for name in EMOTIONS if name != NEUTRAL},
        CALM: PostMood.emotion == NEUTRAL,
    }
    counts = [func.count().filter(conditions[name]).label(name) for name in COUNTED]
    return (
        select(Finding.subject_id, Post.network, hour, *counts)
        .join(Post, Post.id == Finding.post_id)
        .join(PostMood, (PostMood.post_id == Post.id) & (PostMood.model == Post.mood_model))
        .where(Post.deleted_at.is_(None))
        .group_by(Finding.subject_id, Post.network, hour)
        .order_by(Finding.subject_id, Post.network, hour)
    )
