"""Who is asking: found anew for every request, so that what was ended a second ago is worth nothing now."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from wareloom.accounts import access, opaque
from wareloom.accounts.models import ROLES, ApiKey, Membership, SignIn
from wareloom.kit import clock
from wareloom.kit.errors import Forbidden, Unauthenticated

KEY_PREFIX = "wl_"
_USED_EVERY = timedelta(minutes=5)
"""How exactly `used_at` is kept: a write per request would cost more than it tells."""


@dataclass(frozen=True)
class Identity:
    user_id: UUID
    tenant_id: UUID
    role: str
    sign_in_id: UUID | None = None
    key_id: UUID | None = None

    @property
    def actor(self) -> str:
        """How the audit trail names whoever acts."""
        return f"key:{self.key_id}" if self.key_id else f"user:{self.user_id}"

    def must_be(self, role: str) -> None:
        if rank(self.role) < rank(role):
            raise Forbidden(f"This needs the role “{role}”; yours is “{self.role}”.")


def rank(role: str) -> int:
    return ROLES.index(role)


# Built once: putting such a query together costs more than answering it.
_BY_SIGN_IN = (
    select(Membership.role)
    .join(SignIn, (SignIn.user_id == Membership.user_id) & (SignIn.tenant_id == Membership.tenant_id))
    .where(
        SignIn.id == bindparam("sign_in_id"),
        SignIn.ended_at.is_(None),
        Membership.user_id == bindparam("user_id"),
        Membership.tenant_id == bindparam("tenant_id"),
    )
)
_BY_KEY = (
    select(
        ApiKey.id,
        ApiKey.user_id,
        ApiKey.tenant_id,
        ApiKey.role,
        ApiKey.used_at,
        ApiKey.expires_at,
        Membership.role.label("member_role"),
    )
    .join(Membership, (Membership.user_id == ApiKey.user_id) & (Membership.tenant_id == ApiKey.tenant_id))
    .where(ApiKey.lookup == bindparam("lookup"), ApiKey.digest == bindparam("digest"), ApiKey.revoked_at.is_(None))
)


def identify(session: Session, credential: str) -> Identity:
    if credential.startswith(KEY_PREFIX):
        return _by_key(session, credential)
    return _by_access_token(session, credential)


def _by_access_token(session: Session, credential: str) -> Identity:
    known = access.read(credential)
    role = session.scalar(
        _BY_SIGN_IN, {"sign_in_id": known.sign_in_id, "user_id": known.user_id, "tenant_id": known.tenant_id}
    )
    if role is None:
        raise Unauthenticated("This session has ended. Sign in again.")
    return Identity(known.user_id, known.tenant_id, role, sign_in_id=known.sign_in_id)


def _by_key(session: Session, credential: str) -> Identity:
    lookup = credential.removeprefix(KEY_PREFIX).split("_", 1)[0]
    found = session.execute(_BY_KEY, {"lookup": lookup, "digest": opaque.digest(credential)}).one_or_none()
    now = clock.now()
    if found is None or (found.expires_at and found.expires_at <= now):
        raise Unauthenticated("This API key is unknown, revoked or expired.")
    if found.used_at is None or now - found.used_at > _USED_EVERY:
        session.execute(update(ApiKey).where(ApiKey.id == found.id).values(used_at=now))
    # A key never outranks the person who made it, whatever they have become since.
    role = min(found.role, found.member_role, key=rank)
    return Identity(found.user_id, found.tenant_id, role, key_id=found.id)
