"""Listen no longer. What was heard stays: others may listen still, and it is public."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit.work import Work
from wareloom.social.events import SubjectUnfollowed
from wareloom.social.models import Follow
from wareloom.social.queries import followed


def unfollow(work: Work, *, tenant_id: UUID, actor: str, subject_id: UUID) -> None:
    subject = followed(work.session, tenant_id, subject_id)
    row = work.session.get(Follow, (tenant_id, subject_id), with_for_update=True)
    if row is None:
        return  # somebody else was faster
    work.session.delete(row)
    record(work.session, tenant_id, actor, "subject.unfollow", f"subject:{subject_id}", {"words": subject.words})
    work.announce(SubjectUnfollowed(tenant_id=tenant_id, subject_id=subject_id))
