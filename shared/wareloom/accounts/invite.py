"""Ask somebody into the workspace. Until notices are sent, the owner hands the link over."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from wareloom.accounts import opaque
from wareloom.accounts.events import MembersChanged
from wareloom.accounts.identity import Identity
from wareloom.accounts.models import Invitation, User
from wareloom.accounts.sign_in import spelled
from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, NotFound
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work

LASTS = timedelta(days=7)


def invite(work: Work, owner: Identity, *, email: str, role: str) -> tuple[Invitation, str]:
    email = spelled(email)
    if work.session.scalar(select(User.id).where(User.email == email)):
        raise Conflict("Somebody with this e-mail address has an account already.")
    token = opaque.new_token()
    now = clock.now()
    row = Invitation(
        id=new_id(),
        tenant_id=owner.tenant_id,
        invited_by=owner.user_id,
        email=email,
        role=role,
        digest=opaque.digest(token),
        created_at=now,
        expires_at=now + LASTS,
    )
    work.session.add(row)
    work.session.flush()
    record(
        work.session,
        owner.tenant_id,
        owner.actor,
        "member.invite",
        f"invitation:{row.id}",
        {"email": email, "role": role},
    )
    work.announce(MembersChanged(tenant_id=owner.tenant_id))
    return row, token


def withdraw(work: Work, owner: Identity, invitation_id: UUID) -> None:
    query = select(Invitation).where(
        Invitation.id == invitation_id, Invitation.tenant_id == owner.tenant_id, Invitation.settled_at.is_(None)
    )
    row = work.session.scalar(query.with_for_update())
    if row is None:
        raise NotFound("There is no such open invitation.")
    row.settled_at = clock.now()
    record(work.session, owner.tenant_id, owner.actor, "member.withdraw", f"invitation:{row.id}", {"email": row.email})
    work.announce(MembersChanged(tenant_id=owner.tenant_id))
