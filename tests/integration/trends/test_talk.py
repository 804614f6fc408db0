"""What people say of a trend, from the hours of its subject to its outlook."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, select

from tests.integration.trends.market import NOON, furnish
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.social.models import Finding, Hour, Listening, Post, Subject
from wareloom.trends.analyse import analyse
from wareloom.trends.models import Trend
from wareloom.trends.outlook.models import Outlook
from wareloom.trends.talk.models import Talk

TODAY = NOON.date()


@pytest.fixture
def knitting(work: Work) -> UUID:
    furnish(work.session)
    analyse(work, at=NOON)
    return work.session.scalars(select(Trend.id).where(Trend.name.ilike("%knitting%"))).one()


@pytest.fixture
def subject(work: Work, knitting: UUID) -> UUID:
    name = work.session.get_one(Trend, knitting).name
    row = Subject(id=new_id(), key=name.casefold(), words=name, created_at=NOON)
    work.session.add(row)
    work.session.flush()
    return row.id


def listened(work: Work, subject: UUID) -> None:
    row = {"status": "waiting", "tries": 0, "posts_seen": 0, "posts_new": 0, "every": timedelta(hours=1)}
    then = dict.fromkeys(("due_at", "updated_at", "heard_at"), NOON)
    work.session.add(Listening(id=new_id(), subject_id=subject, network="bluesky", **row, **then))


def said(work: Work, subject: UUID, on: date, *, hour: int = 9, positive: int = 0, negative: int = 0) -> None:
    told = {"neutral": 1, "unsure": 0, "positive": positive, "negative": negative, "posts": 1 + positive + negative}
    moods = dict.fromkeys(("anger", "disgust", "fear", "joy", "sadness", "surprise", "calm"), 0)
    at = datetime(on.year, on.month, on.day, hour, tzinfo=UTC)
    work.session.add(Hour(subject_id=subject, network="bluesky", hour=at, **told, **moods))


def answered(work: Work, subject: UUID, on: date, likes: int | None) -> UUID:
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    post = Post(
        id=new_id(), network="bluesky", external_id=str(new_id()), url="", text="so soft", hashtags=[], posted_at=at,
        like_count=likes, revision=1, first_seen_at=at, seen_at=at, queued_at=at, tries=0,
    )  # fmt: skip
    work.session.add(post)
    work.session.flush()
    work.session.add(Finding(subject_id=subject, post_id=post.id, found_at=at))
    return post.id


def told(work: Work) -> dict[date, tuple[int, int, int, int | None]]:
    rows = work.session.scalars(select(Talk).execution_options(populate_existing=True))
    return {row.day: (row.posts, row.positive, row.negative, row.engagement) for row in rows}


def test_each_day_tells_what_was_said_and_silence_is_known_only_where_somebody_listened(
    work: Work, knitting: UUID, subject: UUID
) -> None:
    listened(work, subject)
    said(work, subject, TODAY - timedelta(days=3), positive=4, negative=1)
    said(work, subject, TODAY - timedelta(days=3), hour=20, positive=1)
    said(work, subject, TODAY, negative=2)
    answered(work, subject, TODAY, 30)
    answered(work, subject, TODAY, None)
    analyse(work, at=NOON)
    assert told(work) == {
        TODAY - timedelta(days=3): (8, 5, 1, None),
        TODAY - timedelta(days=2): (0, 0, 0, None),
        TODAY - timedelta(days=1): (0, 0, 0, None),
        TODAY: (3, 0, 2, 30),
    }
    assert set(work.session.scalars(select(Talk.trend_id))) == {knitting}


def test_what_is_taken_back_is_taken_off(work: Work, knitting: UUID, subject: UUID) -> None:
    listened(work, subject)
    said(work, subject, TODAY, positive=3)
    post = answered(work, subject, TODAY, 7)
    analyse(work, at=NOON)
    assert told(work) == {TODAY: (4, 3, 0, 7)}
    work.session.execute(delete(Hour))
    work.session.get_one(Post, post).deleted_at = NOON
    said(work, subject, TODAY)
    work.session.flush()
    analyse(work, at=NOON + timedelta(hours=1))
    assert told(work) == {TODAY: (1, 0, 0, None)}
    assert knitting


def test_it_is_a_part_of_the_outlook_and_unknown_where_nobody_listens(
    work: Work, knitting: UUID, subject: UUID
) -> None:
    assert work.session.get_one(Outlook, knitting).sentiment is None
    listened(work, subject)
    for back in range(5):
        said(work, subject, TODAY - timedelta(days=back), positive=9, negative=1)
    analyse(work, at=NOON)
    work.session.expire_all()
    judged = work.session.get_one(Outlook, knitting)
    part = judged.parts["sentiment"]
    assert part["sample"] == 50
    assert part["why"] == "Of 50 that spoke well or badly of it, 45 spoke well."
    assert judged.sentiment is not None
    assert 80 < judged.sentiment < 90
    others = select(Outlook.sentiment).where(Outlook.trend_id != knitting)
    assert set(work.session.scalars(others)) == {None}


def test_a_subject_of_another_name_says_nothing_of_a_trend(work: Work, knitting: UUID) -> None:
    row = Subject(id=new_id(), key="yarn", words="yarn", created_at=NOON)
    work.session.add(row)
    work.session.flush()
    listened(work, row.id)
    said(work, row.id, TODAY, positive=3)
    analyse(work, at=NOON)
    assert told(work) == {}
    assert knitting
