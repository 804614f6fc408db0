"""Make an account: with a workspace of its own, or in the workspace that an invitation names."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from wareloom.accounts import opaque, passwords
from wareloom.accounts.events import MembersChanged
from wareloom.accounts.models import Invitation, Membership, Tenant, User
from wareloom.accounts.sign_in import Tokens, begin, spelled
from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work


def register(work: Work, *, email: str, password: str, name: str, workspace: str, device: str) -> Tokens:
    user_id = _make_user(work, email, password, name)
    tenant = Tenant(id=new_id(), name=workspace.strip(), created_at=clock.now())
    work.session.add(tenant)
    work.session.flush()
    _join(work, tenant.id, user_id, "owner", {"workspace": tenant.name})
    return begin(work, user_id=user_id, tenant_id=tenant.id, device=device)


def join(work: Work, *, email: str, password: str, name: str, invitation: str, device: str) -> Tokens:
    query = select(Invitation).where(Invitation.digest == opaque.digest(invitation)).with_for_update()
    found = work.session.scalar(query)
    if found is None or found.settled_at or found.expires_at <= clock.now():
        raise Rejected("This invitation has been used, withdrawn or has expired. Ask for a new one.")
    if found.email != spelled(email):
        raise Rejected("This invitation was made for another e-mail address.")
    user_id = _make_user(work, email, password, name)
    found.settled_at = clock.now()
    _join(work, found.tenant_id, user_id, found.role, {"role": found.role})
    work.announce(MembersChanged(tenant_id=found.tenant_id, user_id=user_id))
    return begin(work, user_id=user_id, tenant_id=found.tenant_id, device=device)


def _make_user(work: Work, email: str, password: str, name: str) -> UUID:
    email = spelled(email)
    passwords.check_strength(password, email=email)
    row = {
        "id": new_id(),
        "email": email,
        "name": name.strip(),
        "password_hash": passwords.hashed(password),
        "created_at": clock.now(),
    }
    made = work.session.scalar(
        insert(User).values(row).on_conflict_do_nothing(index_elements=["email"]).returning(User.id)
    )
    if made is None:
        raise Conflict("An account with this e-mail address exists already. Sign in instead.")
    return made


def _join(work: Work, tenant_id: UUID, user_id: UUID, role: str, facts: dict[str, str]) -> None:
    work.session.add(Membership(tenant_id=tenant_id, user_id=user_id, role=role, joined_at=clock.now()))
    work.session.flush()
    record(work.session, tenant_id, f"user:{user_id}", "member.join", f"user:{user_id}", facts)
