"""Roll up what people say into a row for each trend, network and day.

A trend is talked about under the subject that carries its name, if somebody follows one. Who listens is nobody's
business; what is said in public is everybody's, as trends are.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from wareloom.social.models import Subject
from wareloom.social.subject import key_of
from wareloom.trends.models import Evidence, Trend
from wareloom.trends.talk.models import Talk

AGAIN = timedelta(days=14)
"""Posts are found late, edited and taken back."""
PAST = timedelta(days=800)

# Between the first day of which something is known and the last on which the network was heard, silence is silence.
_TALK = text("""
    WITH pair AS (
        SELECT * FROM unnest(CAST(:trends AS uuid[]), CAST(:subjects AS uuid[])) AS pair (trend_id, subject_id)
    ),
    said AS (
        SELECT pair.trend_id, pair.subject_id, hour.network, (hour.hour AT TIME ZONE 'UTC')::date AS day,
            sum(hour.posts) AS posts, sum(hour.negative) AS negative, sum(hour.neutral) AS neutral,
            sum(hour.positive) AS positive
        FROM pair JOIN social_hours AS hour USING (subject_id)
        WHERE hour.hour >= :since
        GROUP BY 1, 2, 3, 4
    ),
    answered AS (
        SELECT pair.trend_id, post.network, (post.posted_at AT TIME ZONE 'UTC')::date AS day,
            sum(coalesce(post.like_count, 0) + coalesce(post.comment_count, 0) + coalesce(post.share_count, 0))
                FILTER (WHERE coalesce(post.like_count, post.comment_count, post.share_count) IS NOT NULL) AS engagement
        FROM pair
        JOIN social_findings AS finding USING (subject_id)
        JOIN social_posts AS post ON post.id = finding.post_id
        WHERE post.posted_at >= :since AND post.deleted_at IS NULL
        GROUP BY 1, 2, 3
    ),
    heard AS (
        SELECT pair.trend_id, listening.network,
            greatest(:since_day, (
                SELECT min(hour.hour AT TIME ZONE 'UTC')::date FROM social_hours AS hour
                WHERE hour.subject_id = pair.subject_id AND hour.network = listening.network
            )) AS first_day,
            (listening.heard_at AT TIME ZONE 'UTC')::date AS last_day
        FROM pair JOIN social_listenings AS listening USING (subject_id)
        WHERE listening.heard_at IS NOT NULL
    )
    INSERT INTO trends_talk (trend_id, network, day, posts, negative, neutral, positive, engagement)
    SELECT heard.trend_id, heard.network, grid.day::date, coalesce(said.posts, 0), coalesce(said.negative, 0),
        coalesce(said.neutral, 0), coalesce(said.positive, 0), answered.engagement
    FROM heard
    CROSS JOIN LATERAL generate_series(heard.first_day, heard.last_day, interval '1 day') AS grid (day)
    LEFT JOIN said ON said.trend_id = heard.trend_id AND said.network = heard.network AND said.day = grid.day::date
    LEFT JOIN answered
        ON answered.trend_id = heard.trend_id AND answered.network = heard.network AND answered.day = grid.day::date
    ON CONFLICT (trend_id, network, day) DO UPDATE SET
        posts = excluded.posts,
        negative = excluded.negative,
        neutral = excluded.neutral,
        positive = excluded.positive,
        engagement = excluded.engagement
    WHERE (trends_talk.posts, trends_talk.negative, trends_talk.neutral, trends_talk.positive, trends_talk.engagement)
        IS DISTINCT FROM
        (excluded.posts, excluded.negative, excluded.neutral, excluded.positive, excluded.engagement)
""")


def roll_up_talk(session: Session, *, at: datetime) -> None:
    """Of the trends that have evidence now."""
    today = at.astimezone(UTC).date()
    subjects = _subjects(session)
    known = set(session.scalars(select(Talk.trend_id).where(Talk.trend_id.in_(subjects)).distinct()))
    _tell(session, {trend: subjects[trend] for trend in subjects if trend in known}, today - AGAIN)
    _tell(session, {trend: subjects[trend] for trend in subjects if trend not in known}, today - PAST)


def _subjects(session: Session) -> Mapping[UUID, UUID]:
    """By the trend that each is called like."""
    current = select(Evidence.trend_id).distinct()
    names = session.execute(select(Trend.id, Trend.name).where(Trend.id.in_(current)).order_by(Trend.id)).all()
    keys = {key_of(name): trend_id for trend_id, name in names}
    found = session.execute(select(Subject.key, Subject.id).where(Subject.key.in_(keys)).order_by(Subject.key))
    return {keys[key]: subject_id for key, subject_id in found}


def _tell(session: Session, subjects: Mapping[UUID, UUID], since: date) -> None:
    if not subjects:
        return
    trends: Sequence[UUID] = list(subjects)
    told = {"trends": trends, "subjects": [subjects[one] for one in trends], "since_day": since}
    session.execute(_TALK, {**told, "since": datetime(since.year, since.month, since.day, tzinfo=UTC)})
