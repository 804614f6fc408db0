"""The posts that an alert was opened for: of its window, and of what made it open, the most telling first."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Float, and_, func, select
from sqlalchemy.orm import Session

from wareloom.alerts.apply import Applied
from wareloom.alerts.verdict import Verdict
from wareloom.social.models import Finding, Post, PostMood

MOST = 10


def evidence(session: Session, applied: Applied, verdict: Verdict, hour: datetime) -> list[UUID]:
    since = hour - timedelta(hours=applied.rule.window_hours - 1)
    heeded = func.coalesce(Post.like_count, 0) + func.coalesce(Post.comment_count, 0)
    query = (
        select(Post.id)
        .join(Finding, Finding.post_id == Post.id)
        .where(Finding.subject_id == applied.subject_id, Post.posted_at >= since, Post.deleted_at.is_(None))
        .limit(MOST)
    )
    if applied.network:
        query = query.where(Post.network == applied.network)
    if felt := _felt(applied.rule.kind, verdict):
        read, score = felt
        mood = and_(PostMood.post_id == Post.id, PostMood.model == Post.mood_model, read)
        query = query.join(PostMood, mood).order_by(score.desc().nulls_last())
    return list(session.scalars(query.order_by(heeded.desc(), Post.posted_at.desc(), Post.id)))


def _felt(kind: str, verdict: Verdict) -> tuple[ColumnElement[bool], ColumnElement[float]] | None:
    """What must have been read in a post, and how surely it was."""
    if kind == "negative":
        return PostMood.sentiment == "negative", PostMood.sentiment_scores["negative"].astext.cast(Float)
    if kind == "mix" and verdict.grew not in (None, "calm"):
        return PostMood.emotion == verdict.grew, PostMood.emotion_scores[verdict.grew].astext.cast(Float)
    return None
