"""Reads: who follows what, how it is listened to, and the posts that were found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Row, Select, exists, func, select, tuple_
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.social.models import Finding, Follow, Listening, Post, PostMood, Subject

Order = Literal["newest", "top"]
ENGAGEMENT = sum(
    (func.coalesce(count, 0) for count in (Post.like_count, Post.comment_count, Post.share_count)),
    start=func.coalesce(0),
)
"""What people did with it. How often it was shown is left out: few networks say."""
_SHOWN = (
    Post.id, Post.network, Post.url, Post.text, Post.author, Post.hashtags, Post.posted_at, Post.play_count,
    Post.like_count, Post.comment_count, Post.share_count, Post.edited_at, PostMood.sentiment,
    PostMood.sentiment_scores, PostMood.emotion, PostMood.emotion_scores, PostMood.language, PostMood.uncertain,
    PostMood.model, ENGAGEMENT.label("engagement"),
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    subject_id: UUID | None = None
    network: str | None = None
    sentiment: str | None = None
    emotion: str | None = None
    language: str | None = None
    text: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def followed(session: Session, tenant_id: UUID, subject_id: UUID) -> Subject:
    """Whether somebody else follows a subject is not ours to tell."""
    row = session.scalar(select(Subject).join(Follow).where(Follow.tenant_id == tenant_id, Subject.id == subject_id))
    if row is None:
        raise NotFound("There is no such subject among those that you follow.")
    return row


def followings(session: Session, tenant_id: UUID) -> Sequence[Row[Subject, Follow]]:
    theirs = select(Subject, Follow).join(Follow).where(Follow.tenant_id == tenant_id)
    return session.execute(theirs.order_by(Subject.key)).all()


def listenings(session: Session, subject_ids: Sequence[UUID]) -> Sequence[Listening]:
    rows = select(Listening).where(Listening.subject_id.in_(subject_ids))
    return session.scalars(rows.order_by(Listening.network)).all()


def followers(session: Session, subject_id: UUID) -> Sequence[UUID]:
    return session.scalars(
        select(Follow.tenant_id).where(Follow.subject_id == subject_id).order_by(Follow.tenant_id)
    ).all()


def subjects_of(session: Session, post_id: UUID) -> Sequence[UUID]:
    return session.scalars(
        select(Finding.subject_id).where(Finding.post_id == post_id).order_by(Finding.subject_id)
    ).all()


def is_followed(tenant_id: UUID, subject_id: UUID | None = None) -> Any:
    """A condition on posts: found under what the workspace follows."""
    found = (
        exists()
        .where(Finding.post_id == Post.id, Follow.subject_id == Finding.subject_id, Follow.tenant_id == tenant_id)
        .correlate(Post)
    )
    return found if subject_id is None else found.where(Finding.subject_id == subject_id)


def posts(
    session: Session, tenant_id: UUID, wanted: Wanted, *, order: Order, cursor: str | None, limit: int
) -> Page[Row[Any]]:
    if wanted.subject_id:
        followed(session, tenant_id, wanted.subject_id)
    by = (Post.posted_at, Post.id) if order == "newest" else (ENGAGEMENT, Post.id)
    query = _matching(tenant_id, wanted)
    if cursor:
        kind = datetime.fromisoformat if order == "newest" else int
        query = query.where(tuple_(*by) < tuple_(*read_cursor(cursor, f"posts {order}", kind, UUID)))
    rows = session.execute(query.order_by(*(part.desc() for part in by)).limit(limit + 1)).all()
    return cut(rows, limit, lambda row: _cursor(order, row))


def _cursor(order: Order, row: Row[Any]) -> str:
    first: str | int = row.posted_at.isoformat() if order == "newest" else int(row.engagement)
    return write_cursor(f"posts {order}", first, str(row.id))


def _matching(tenant_id: UUID, wanted: Wanted) -> Select[*tuple[Any, ...]]:
    """Those that were not read yet are shown too, unless a mood is asked for."""
    read = (PostMood.post_id == Post.id) & (PostMood.model == Post.mood_model)
    query = select(*_SHOWN).outerjoin(PostMood, read).where(Post.deleted_at.is_(None))
    query = query.where(is_followed(tenant_id, wanted.subject_id))
    equal = {
        Post.network: wanted.network,
        PostMood.sentiment: wanted.sentiment,
        PostMood.emotion: wanted.emotion,
        PostMood.language: wanted.language,
    }
    query = query.where(*(column == value for column, value in equal.items() if value is not None))
    if wanted.text:
        query = query.where(Post.text.icontains(wanted.text, autoescape=True))
    if wanted.since:
        query = query.where(Post.posted_at >= wanted.since)
    if wanted.until:
        query = query.where(Post.posted_at < wanted.until)
    return query
