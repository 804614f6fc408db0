"""Have a workspace listen to a subject. Whoever follows it first has the networks listened to; the others join in."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Overused
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.social.events import SubjectFollowed
from wareloom.social.listening.begin import begin
from wareloom.social.models import Follow, Subject
from wareloom.social.subject import key_of, tidied

MOST_FOLLOWED = 100
"""By one workspace: each is visits to every network, all day."""


def follow(work: Work, *, tenant_id: UUID, actor: str, words: str) -> Subject:
    """Following twice is following."""
    subject = _subject(work, words)
    row = {"tenant_id": tenant_id, "subject_id": subject.id, "created_by": actor, "created_at": clock.now()}
    fresh = insert(Follow).values(row).on_conflict_do_nothing().returning(Follow.subject_id)
    if work.session.scalar(fresh) is None:
        return subject
    _leave_room(work, tenant_id)
    begin(work, subject.id)
    record(work.session, tenant_id, actor, "subject.follow", f"subject:{subject.id}", {"words": subject.words})
    work.announce(SubjectFollowed(tenant_id=tenant_id, subject_id=subject.id))
    return subject


def _subject(work: Work, words: str) -> Subject:
    key = key_of(words)
    row = {"id": new_id(), "key": key, "words": tidied(words), "created_at": clock.now()}
    work.session.execute(insert(Subject).values(row).on_conflict_do_nothing(index_elements=["key"]))
    return work.session.scalars(select(Subject).where(Subject.key == key)).one()


def _leave_room(work: Work, tenant_id: UUID) -> None:
    followed = select(func.count()).select_from(Follow).where(Follow.tenant_id == tenant_id)
    if (work.session.scalar(followed) or 0) > MOST_FOLLOWED:
        raise Overused(f"{MOST_FOLLOWED} subjects are followed. Unfollow one first.")
