"""What the API says of subjects, of posts about them, and of the moods in those."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from functions.api.answers import Out
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit
from wareloom.social.heard import Quota
from wareloom.social.listening.ways import listened_to
from wareloom.social.models import Follow, Listening, Subject
from wareloom.social.pulse.share import share_of

Name = Annotated[str | None, StringConstraints(max_length=40)]


class SubjectIn(BaseModel):
    model_config = ConfigDict(extra="forbid", title="SubjectStart")

    words: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class ListeningOut(Out):
    """How far one network has been heard about a subject."""

    model_config = ConfigDict(title="Listening")

    network: str
    title: str
    offline: bool = Field(description="The network is simulated")
    status: Literal["waiting", "listening", "looking", "blocked", "rejected"]
    reason: str | None = Field(description="Why it could not be heard last")
    quota: Quota | None = Field(description="What the network said last of how much it may be asked")
    posts_seen: int
    posts_new: int
    every_minutes: int = Field(description="The pace that holds: more often where much is said")
    heard_at: datetime | None
    due_at: datetime

    @classmethod
    def of(cls, row: Listening) -> Self:
        network = listened_to().get(row.network)
        told = {name: getattr(row, name) for name in cls.model_fields if hasattr(row, name)}
        return cls(
            **told,
            title=network.title if network else row.network,
            offline=network.offline if network else False,
            every_minutes=max(1, round(row.every.total_seconds() / 60)),
        )


class SubjectOut(Out):
    """Words that this workspace listens to."""

    model_config = ConfigDict(title="Subject")

    id: UUID
    words: str
    followed_at: datetime
    followed_by: str
    networks: list[ListeningOut]

    @classmethod
    def of(cls, subject: Subject, follow: Follow, networks: list[Listening]) -> Self:
        return cls(
            id=subject.id,
            words=subject.words,
            followed_at=follow.created_at,
            followed_by=follow.created_by,
            networks=[ListeningOut.of(row) for row in networks],
        )


class PostOut(Out):
    """What somebody said in public, and the mood that was read in it; null as long as it was not."""

    model_config = ConfigDict(title="Post")

    id: UUID
    network: str
    url: str
    text: str
    author: str | None
    hashtags: list[str]
    posted_at: datetime
    edited_at: datetime | None
    play_count: int | None
    like_count: int | None
    comment_count: int | None
    share_count: int | None
    engagement: int = Field(description="Likes, comments and shares together")
    sentiment: str | None
    sentiment_scores: dict[str, float] | None
    emotion: str | None
    emotion_scores: dict[str, float] | None
    language: str | None = Field(description="Two letters; “und” where there are no words to tell it by")
    uncertain: list[str] | None = Field(description="What was too unsure to say")
    model: str | None


class PostFilter(BaseModel):
    model_config = ConfigDict(extra="forbid")

    subject_id: UUID | None = None
    network: Name = None
    sentiment: Literal["negative", "neutral", "positive"] | None = None
    emotion: Name = None
    language: Annotated[str | None, StringConstraints(max_length=3)] = None
    text: Annotated[str | None, StringConstraints(max_length=100)] = Field(
        default=None, description="Words in the post"
    )
    since: datetime | None = None
    until: datetime | None = None
    order: Literal["newest", "top"] = "newest"
    cursor: Cursor = None
    limit: Limit = DEFAULT_LIMIT


class PortionOut(Out):
    """A part of the posts, and within which bounds it lies nineteen times out of twenty."""

    model_config = ConfigDict(title="Portion")

    posts: int
    share: float | None
    lower: float | None
    upper: float | None

    @classmethod
    def of(cls, part: int, whole: int) -> Self:
        found = share_of(part, whole)
        return cls(
            posts=part,
            share=found.share if found else None,
            lower=found.lower if found else None,
            upper=found.upper if found else None,
        )


class MoodsOut(Out):
    """How many posts, and what part of them feels how."""

    model_config = ConfigDict(title="Moods")

    posts: int
    sentiments: dict[str, PortionOut] = Field(description="negative, neutral, positive")
    unsure: int = Field(description="Of the neutral ones: those that say nothing to tell a sentiment by")
    emotions: dict[str, PortionOut] = Field(description="anger, disgust, fear, joy, sadness, surprise; calm is none")

    @classmethod
    def of(cls, counts: dict[str, int]) -> Self:
        posts = counts["posts"]
        sentiments = ("negative", "neutral", "positive")
        emotions = ("anger", "disgust", "fear", "joy", "sadness", "surprise", "calm")
        return cls(
            posts=posts,
            sentiments={name: PortionOut.of(counts[name], posts) for name in sentiments},
            unsure=counts["unsure"],
            emotions={name: PortionOut.of(counts[name], posts) for name in emotions},
        )


class PulsePointOut(Out):
    model_config = ConfigDict(title="PulsePoint")

    at: datetime
    network: str
    posts: int
    negative: int
    neutral: int
    positive: int
    unsure: int
    anger: int
    disgust: int
    fear: int
    joy: int
    sadness: int
    surprise: int
    calm: int


class PulseOut(Out):
    """What was said of a subject: an hour or a day in which nothing was counted is not among the points."""

    model_config = ConfigDict(title="Pulse")

    subject_id: UUID
    per: Literal["hour", "day"]
    since: datetime
    until: datetime
    total: MoodsOut
    networks: dict[str, MoodsOut]
    points: list[PulsePointOut]


class SubjectPulseOut(MoodsOut):
    model_config = ConfigDict(title="SubjectPulse")

    subject_id: UUID
    words: str


class PulseStepOut(Out):
    model_config = ConfigDict(title="PulseStep")

    at: datetime
    posts: int
    negative: int
    positive: int


class PulsePartOut(MoodsOut):
    """One subject or one network of all that is followed, with its course: a step without posts is left out."""

    model_config = ConfigDict(title="PulsePart")

    subject_id: UUID | None = Field(description="Null where it is told by network")
    network: str | None = Field(description="Null where it is told by subject")
    title: str = Field(description="The subject's words, or what the network is called")
    course: list[PulseStepOut]
