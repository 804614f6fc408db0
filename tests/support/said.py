"""What people say about a subject, as rows: hours, and posts with their moods. The pipeline that makes them is not."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from wareloom.kit.ids import new_id
from wareloom.social.models import Finding, Follow, Hour, Post, PostMood, Subject

EMOTIONS = ("anger", "disgust", "fear", "joy", "sadness", "surprise", "calm")


def a_subject(session: Session, words: str, *tenants: UUID, since: datetime) -> UUID:
    """Heard of since then, and followed by these workspaces."""
    subject = Subject(id=new_id(), key=words.lower(), words=words, created_at=since)
    session.add(subject)
    session.flush()
    session.add_all(
        Follow(tenant_id=tenant, subject_id=subject.id, created_by="user:test", created_at=since) for tenant in tenants
    )
    session.flush()
    return subject.id


def an_hour(session: Session, subject: UUID, at: datetime, *, network: str = "tiktok", **counts: int) -> None:
    """The hour as it is from now on; what is not said is nothing, and emotions are calm unless told."""
    said = {"posts": 0, "negative": 0, "neutral": 0, "positive": 0, "unsure": 0, **dict.fromkeys(EMOTIONS, 0), **counts}
    said["posts"] = counts.get("posts", said["negative"] + said["neutral"] + said["positive"])
    said["calm"] = counts.get("calm", said["posts"] - sum(said[name] for name in EMOTIONS[:-1]))
    row = Hour(subject_id=subject, network=network, hour=at.replace(minute=0, second=0, microsecond=0), **said)
    session.merge(row)
    session.flush()


def ordinary_weeks(session: Session, subject: UUID, until: datetime, *, days: int = 28) -> None:
    """Every hour alike, up to the one before `until`."""
    for hours in range(1, days * 24 + 1):
        an_hour(session, subject, until - timedelta(hours=hours), neutral=4, positive=4, joy=2)


def a_post(
    session: Session,
    subject: UUID,
    at: datetime,
    *,
    text: str = "It fell apart at once.",
    network: str = "tiktok",
    sentiment: str = "negative",
    emotion: str | None = "anger",
    sure: float = 0.9,
    likes: int = 0,
) -> UUID:
    """A post that was read."""
    post_id = new_id()
    row = Post(
        id=post_id,
        network=network,
        external_id=str(post_id),
        url=f"https://network.example/{post_id}",
        text=text,
        author="ada",
        hashtags=[],
        posted_at=at,
        like_count=likes,
        revision=1,
        first_seen_at=at,
        seen_at=at,
        mood_model="small-1",
        mood_revision=1,
        queued_at=at,
        tries=0,
    )
    session.add(row)
    session.flush()
    mood = PostMood(
        post_id=post_id,
        model="small-1",
        revision=1,
        sentiment=sentiment,
        sentiment_scores={sentiment: sure},
        emotion=emotion,
        emotion_scores={emotion or "calm": sure},
        language="en",
        uncertain=[],
        read_at=at,
    )
    session.add_all([mood, Finding(subject_id=subject, post_id=post_id, found_at=at)])
    session.flush()
    return post_id
