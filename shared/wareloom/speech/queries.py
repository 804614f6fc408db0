"""Reads of recordings, their parts and what is said in them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.speech.models import OPEN, WAITING, Recording, RecordingPart, TranscriptSegment

_NEWEST, _IN_TIME, _SAID = "recordings", "segments", "said"


def recording(session: Session, tenant_id: UUID, recording_id: UUID, *, lock: bool = False) -> Recording:
    query = select(Recording).where(Recording.id == recording_id, Recording.tenant_id == tenant_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound("There is no such recording in this workspace.")
    return found


def recordings(
    session: Session, tenant_id: UUID, *, status: str | None, cursor: str | None, limit: int
) -> Page[Recording]:
    query = select(Recording).where(Recording.tenant_id == tenant_id).order_by(Recording.id.desc()).limit(limit + 1)
    if status:
        query = query.where(Recording.status == status)
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        query = query.where(Recording.id < before)
    return cut(session.scalars(query).all(), limit, lambda row: write_cursor(_NEWEST, str(row.id)))


def segments(session: Session, recording_id: UUID, *, cursor: str | None, limit: int) -> Page[TranscriptSegment]:
    own = TranscriptSegment.recording_id == recording_id
    query = select(TranscriptSegment).where(own).order_by(TranscriptSegment.number).limit(limit + 1)
    if cursor:
        (after,) = read_cursor(cursor, _IN_TIME, int)
        query = query.where(TranscriptSegment.number > after)
    return cut(session.scalars(query).all(), limit, lambda row: write_cursor(_IN_TIME, row.number))


def transcript(session: Session, recording_id: UUID) -> Sequence[TranscriptSegment]:
    own = TranscriptSegment.recording_id == recording_id
    return session.scalars(select(TranscriptSegment).where(own).order_by(TranscriptSegment.number)).all()


class Said(NamedTuple):
    """A segment in which words were found, and whose it is: its `start` is the second to play from."""

    segment: TranscriptSegment
    recording_name: str


def said(session: Session, tenant_id: UUID, words: str, *, cursor: str | None, limit: int) -> Page[Said]:
    """Segments that hold all of these words; those in quotes one after the other. The newest recordings first."""
    wanted = func.websearch_to_tsquery("simple", words)
    query = (
        select(TranscriptSegment, Recording.name)
        .join(Recording, Recording.id == TranscriptSegment.recording_id)
        .where(Recording.tenant_id == tenant_id, TranscriptSegment.said.op("@@")(wanted))
        .order_by(TranscriptSegment.recording_id.desc(), TranscriptSegment.number.desc())
        .limit(limit + 1)
    )
    if cursor:
        place = read_cursor(cursor, _SAID, UUID, int)
        query = query.where(tuple_(TranscriptSegment.recording_id, TranscriptSegment.number) < tuple_(*place))
    found = [Said(*row) for row in session.execute(query).all()]
    return cut(found, limit, lambda one: write_cursor(_SAID, str(one.segment.recording_id), one.segment.number))


def saying(
    session: Session, tenant_id: UUID, wanted: str, *, after: tuple[UUID, int] | None, limit: int
) -> Sequence[Said]:
    """Segments that a text search finds, in PostgreSQL's words for it: the newest recordings first, each in order."""
    query = (
        select(TranscriptSegment, Recording.name)
        .join(Recording, Recording.id == TranscriptSegment.recording_id)
        .where(Recording.tenant_id == tenant_id, Recording.status == "succeeded")
        .where(TranscriptSegment.said.op("@@")(func.to_tsquery("simple", wanted)))
        .order_by(TranscriptSegment.recording_id.desc(), TranscriptSegment.number)
        .limit(limit)
    )
    if after:
        recording_id, number = after
        later = (TranscriptSegment.recording_id == recording_id) & (TranscriptSegment.number > number)
        query = query.where((TranscriptSegment.recording_id < recording_id) | later)
    return [Said(*row) for row in session.execute(query).all()]


def parts(session: Session, recording_id: UUID) -> Sequence[RecordingPart]:
    own = RecordingPart.recording_id == recording_id
    return session.scalars(select(RecordingPart).where(own).order_by(RecordingPart.number)).all()


def unread(session: Session, recording_id: UUID, *, limit: int) -> Sequence[TranscriptSegment]:
    """Segments in whose words, as they are now, no mood has been read."""
    own = (TranscriptSegment.recording_id == recording_id, TranscriptSegment.mood.is_(None))
    return session.scalars(select(TranscriptSegment).where(*own).order_by(TranscriptSegment.number).limit(limit)).all()


def without_moods(session: Session, *, tries: int, before: datetime, limit: int = 100) -> Sequence[Recording]:
    """Heard to the end, not read to the end, and not given up; locked, so that one sweep takes each."""
    left = select(TranscriptSegment.number).where(
        TranscriptSegment.recording_id == Recording.id, TranscriptSegment.mood.is_(None)
    )
    query = select(Recording).where(
        Recording.status == "succeeded", Recording.tries <= tries, Recording.updated_at < before, left.exists()
    )
    return session.scalars(query.order_by(Recording.updated_at).limit(limit).with_for_update(skip_locked=True)).all()


def unfinished(session: Session, tenant_id: UUID) -> int:
    query = select(func.count()).where(Recording.tenant_id == tenant_id, Recording.status.in_((WAITING, *OPEN)))
    return session.scalar(query) or 0


def seconds_since(session: Session, tenant_id: UUID, transcribers: Sequence[str], since: datetime) -> float:
    """Of what these transcribers were given to hear."""
    query = select(func.coalesce(func.sum(Recording.seconds), 0)).where(
        Recording.tenant_id == tenant_id, Recording.transcriber.in_(transcribers), Recording.split_at >= since
    )
    return float(session.scalar(query) or 0)


def stalled(session: Session, *, before: datetime, limit: int = 100) -> Sequence[Recording]:
    """Locked, so that one sweep takes each."""
    touched = func.greatest(Recording.updated_at, Recording.retry_at)
    query = select(Recording).where(Recording.status.in_(OPEN), touched < before).order_by(Recording.updated_at)
    return session.scalars(query.limit(limit).with_for_update(skip_locked=True)).all()


def forgotten(session: Session, *, before: datetime, limit: int = 100) -> Sequence[Recording]:
    """Announced, and never uploaded to the end."""
    query = select(Recording).where(Recording.status == WAITING, Recording.updated_at < before)
    return session.scalars(query.order_by(Recording.updated_at).limit(limit).with_for_update(skip_locked=True)).all()
