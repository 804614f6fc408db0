"""Give a member another role, or let them go. A workspace always keeps an owner."""

from uuid import UUID

from sqlalchemy import select

from wareloom.accounts.events import MembersChanged
from wareloom.accounts.identity import Identity
from wareloom.accounts.models import Membership
from wareloom.accounts.sign_out import end_all
from wareloom.audit.record import record
from wareloom.kit.errors import Conflict, NotFound
from wareloom.kit.work import Work


def change_role(work: Work, owner: Identity, user_id: UUID, role: str) -> Membership:
    row = _held(work, owner, user_id, keeps_owner=role == "owner")
    was, row.role = row.role, role
    record(work.session, owner.tenant_id, owner.actor, "member.role", f"user:{user_id}", {"was": was, "is": role})
    work.announce(MembersChanged(tenant_id=owner.tenant_id, user_id=user_id))
    return row


def remove(work: Work, owner: Identity, user_id: UUID) -> None:
    row = _held(work, owner, user_id, keeps_owner=False)
    work.session.delete(row)
    end_all(work, user_id=user_id, tenant_id=owner.tenant_id, because="removed from the workspace")
    record(work.session, owner.tenant_id, owner.actor, "member.remove", f"user:{user_id}", {"role": row.role})
    work.announce(MembersChanged(tenant_id=owner.tenant_id, user_id=user_id))


def _held(work: Work, owner: Identity, user_id: UUID, *, keeps_owner: bool) -> Membership:
    """Every owner's row is locked, so that two owners cannot put each other out at the same moment."""
    query = (
        select(Membership).where(Membership.tenant_id == owner.tenant_id).order_by(Membership.user_id).with_for_update()
    )
    members = {row.user_id: row for row in work.session.scalars(query)}
    row = members.get(user_id)
    if row is None:
        raise NotFound("There is no such member in this workspace.")
    owners = [member for member in members.values() if member.role == "owner"]
    if owners == [row] and not keeps_owner:
        raise Conflict("This is the last owner. Make somebody else an owner first.")
    return row
