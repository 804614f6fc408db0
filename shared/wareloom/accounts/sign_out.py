"""End a sign-in: its refresh token and every access token that came from it stop at once."""

from uuid import UUID

from sqlalchemy import select

from wareloom.accounts import opaque
from wareloom.accounts.events import SignInEnded
from wareloom.accounts.models import RefreshToken, SignIn
from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import NotFound
from wareloom.kit.work import Work


def sign_out(work: Work, token: str) -> None:
    """By the cookie alone, so that it works after the access token has expired. Signing out twice is signing out."""
    query = select(SignIn).join(RefreshToken).where(RefreshToken.digest == opaque.digest(token)).with_for_update()
    row = work.session.scalar(query)
    if row and not row.ended_at:
        end(work, row, because="signed out")


def end_sign_in(work: Work, *, user_id: UUID, tenant_id: UUID, sign_in_id: UUID) -> None:
    query = select(SignIn).where(
        SignIn.id == sign_in_id, SignIn.user_id == user_id, SignIn.tenant_id == tenant_id, SignIn.ended_at.is_(None)
    )
    row = work.session.scalar(query.with_for_update())
    if row is None:
        raise NotFound("There is no such open session of yours.")
    end(work, row, because="ended from another device")


def end_all(
    work: Work, *, user_id: UUID, because: str, except_for: UUID | None = None, tenant_id: UUID | None = None
) -> None:
    query = select(SignIn).where(SignIn.user_id == user_id, SignIn.ended_at.is_(None)).with_for_update()
    for row in work.session.scalars(query.where(SignIn.tenant_id == tenant_id) if tenant_id else query):
        if row.id != except_for:
            end(work, row, because=because)


def end(work: Work, row: SignIn, *, because: str) -> None:
    row.ended_at, row.ended_because = clock.now(), because
    record(work.session, row.tenant_id, f"user:{row.user_id}", "session.end", f"session:{row.id}", {"because": because})
    work.announce(SignInEnded(tenant_id=row.tenant_id, sign_in_id=row.id))
