"""Let a person in, and slow down whoever guesses."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import case, delete, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.accounts import access, opaque, passwords
from wareloom.accounts.models import FailedAttempt, Membership, RefreshToken, SignIn, User
from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Failure, Overused, Unauthenticated
from wareloom.kit.ids import new_id
from wareloom.kit.settings import TokenSettings
from wareloom.kit.work import Work

WRONG_ALLOWED = 10
WINDOW = timedelta(minutes=15)


@dataclass(frozen=True)
class Tokens:
    """What a browser gets. The refresh token is seen here once; we keep its digest."""

    access: access.Access
    access_token: str
    refresh_token: str
    refresh_expires_in: timedelta


def sign_in(work: Work, *, email: str, password: str, device: str) -> Tokens | Failure:
    """A refusal is returned rather than raised: the attempt it counts must be committed."""
    email = spelled(email)
    attempt = _attempts(work, email)
    if attempt and attempt.count >= WRONG_ALLOWED:
        left = attempt.since + WINDOW - clock.now()
        return Overused("Too many wrong passwords for this address. Wait a little, then try again.", retry_after=left)
    user = work.session.scalar(select(User).where(User.email == email))
    if not passwords.matches(password, user.password_hash if user else None) or user is None:
        _count(work, email)
        return Unauthenticated("The e-mail address or the password is wrong.")
    if passwords.outgrown(user.password_hash):
        user.password_hash = passwords.hashed(password)
    work.session.execute(delete(FailedAttempt).where(FailedAttempt.email_digest == opaque.digest(email)))
    memberships = select(Membership).where(Membership.user_id == user.id).order_by(Membership.joined_at).limit(1)
    membership = work.session.scalar(memberships)
    if membership is None:
        return Unauthenticated("This account is no longer a member of any workspace. Ask for an invitation.")
    return begin(work, user_id=user.id, tenant_id=membership.tenant_id, device=device)


def spelled(email: str) -> str:
    return email.strip().lower()


def begin(work: Work, *, user_id: UUID, tenant_id: UUID, device: str) -> Tokens:
    now = clock.now()
    lasts = timedelta(days=TokenSettings.from_env().refresh_days)
    row = SignIn(
        id=new_id(),
        user_id=user_id,
        tenant_id=tenant_id,
        device=device[:200],
        created_at=now,
        used_at=now,
        expires_at=now + lasts,
    )
    work.session.add(row)
    work.session.flush()
    record(work.session, tenant_id, f"user:{user_id}", "session.start", f"session:{row.id}", {"device": row.device})
    return give_tokens(work, row)


def give_tokens(work: Work, row: SignIn) -> Tokens:
    token = opaque.new_token()
    now = clock.now()
    work.session.add(RefreshToken(digest=opaque.digest(token), sign_in_id=row.id, given_at=now))
    holder = access.Access(user_id=row.user_id, tenant_id=row.tenant_id, sign_in_id=row.id)
    return Tokens(holder, access.write(holder), token, row.expires_at - now)


def _attempts(work: Work, email: str) -> FailedAttempt | None:
    row = work.session.get(FailedAttempt, opaque.digest(email))
    return row if row and row.since + WINDOW > clock.now() else None


def _count(work: Work, email: str) -> None:
    now = clock.now()
    first = insert(FailedAttempt).values(email_digest=opaque.digest(email), count=1, since=now)
    old = FailedAttempt.since <= now - WINDOW
    again = first.on_conflict_do_update(
        index_elements=["email_digest"],
        set_={
            "count": case((old, 1), else_=FailedAttempt.count + 1),
            "since": case((old, now), else_=FailedAttempt.since),
        },
    )
    work.session.execute(again)
