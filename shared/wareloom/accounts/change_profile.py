"""What people change about themselves and their workspace."""

from wareloom.accounts import passwords
from wareloom.accounts.identity import Identity
from wareloom.accounts.models import Tenant, User
from wareloom.accounts.sign_out import end_all
from wareloom.audit.record import record
from wareloom.kit.errors import Rejected
from wareloom.kit.work import Work


def rename(work: Work, who: Identity, *, name: str | None, workspace: str | None) -> None:
    if workspace is not None:
        who.must_be("owner")
        tenant = work.session.get_one(Tenant, who.tenant_id, with_for_update=True)
        facts = {"was": tenant.name, "is": workspace.strip()}
        tenant.name = workspace.strip()
        record(work.session, who.tenant_id, who.actor, "workspace.rename", f"tenant:{tenant.id}", facts)
    if name is not None:
        user = work.session.get_one(User, who.user_id, with_for_update=True)
        user.name = name.strip()
        record(work.session, who.tenant_id, who.actor, "profile.rename", f"user:{user.id}", {"is": user.name})


def change_password(work: Work, who: Identity, *, current: str, new: str) -> None:
    """Every other device is signed out: whoever learned the old password is out too."""
    user = work.session.get_one(User, who.user_id, with_for_update=True)
    if not passwords.matches(current, user.password_hash):
        raise Rejected("The current password is wrong.")
    passwords.check_strength(new, email=user.email)
    user.password_hash = passwords.hashed(new)
    end_all(work, user_id=who.user_id, because="the password was changed", except_for=who.sign_in_id)
    record(work.session, who.tenant_id, who.actor, "profile.password", f"user:{user.id}")
