"""Reads of alerts and of the rules that open them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from wareloom.alerts.models import Alert, AlertPost, AlertRule
from wareloom.alerts.rule import DEFAULTS, Rule
from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.social.models import Post, PostMood, Subject

State = Literal["open", "acknowledged", "closed"]
_NEWEST = "alerts"


@dataclass(frozen=True)
class Told:
    """An alert, and the words that it is about."""

    alert: Alert
    subject: str

    @property
    def state(self) -> State:
        if self.alert.closed_at is not None:
            return "closed"
        return "open" if self.alert.acknowledged_at is None else "acknowledged"


@dataclass(frozen=True)
class Telling:
    """A post that an alert was opened for, and what was read in it."""

    post: Post
    mood: PostMood | None


def alert(session: Session, tenant_id: UUID, alert_id: UUID, *, lock: bool = False) -> Alert:
    query = select(Alert).where(Alert.id == alert_id, Alert.tenant_id == tenant_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound("There is no such alert in this workspace.")
    return found


def told(session: Session, row: Alert) -> Told:
    return Told(row, session.scalars(select(Subject.words).where(Subject.id == row.subject_id)).one())


def alerts(
    session: Session,
    tenant_id: UUID,
    *,
    state: State | None = None,
    subject_id: UUID | None = None,
    cursor: str | None = None,
    limit: int,
) -> Page[Told]:
    """The newest first."""
    query = (
        select(Alert, Subject.words)
        .join(Subject, Subject.id == Alert.subject_id)
        .where(Alert.tenant_id == tenant_id)
        .order_by(Alert.id.desc())
        .limit(limit + 1)
    )
    if state:
        query = query.where(_in(state))
    if subject_id:
        query = query.where(Alert.subject_id == subject_id)
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        query = query.where(Alert.id < before)
    rows = [Told(row, words) for row, words in session.execute(query)]
    return cut(rows, limit, lambda one: write_cursor(_NEWEST, str(one.alert.id)))


def _in(state: State) -> ColumnElement[bool]:
    if state == "closed":
        return Alert.closed_at.is_not(None)
    seen = Alert.acknowledged_at.is_(None) if state == "open" else Alert.acknowledged_at.is_not(None)
    return and_(Alert.closed_at.is_(None), seen)


def posts(session: Session, alert_id: UUID) -> list[Telling]:
    query = (
        select(Post, PostMood)
        .join(AlertPost, AlertPost.post_id == Post.id)
        .outerjoin(PostMood, and_(PostMood.post_id == Post.id, PostMood.model == Post.mood_model))
        .where(AlertPost.alert_id == alert_id)
        .order_by(AlertPost.place)
    )
    return [Telling(post, mood) for post, mood in session.execute(query)]


def changed_rules(session: Session, tenant_id: UUID) -> Sequence[AlertRule]:
    return session.scalars(select(AlertRule).where(AlertRule.tenant_id == tenant_id).order_by(AlertRule.id)).all()


def default_rules() -> Sequence[Rule]:
    return tuple(DEFAULTS.values())
