from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Integer, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from wareloom.kit.database import Base

ROLES = ("viewer", "member", "owner")
_ROLE_CHECK = "role IN ('viewer', 'member', 'owner')"


class Tenant(Base):
    """A workspace: one shop's people and everything that is theirs."""

    __tablename__ = "accounts_tenants"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class User(Base):
    __tablename__ = "accounts_users"
    __table_args__ = (CheckConstraint("email = lower(email)", name="email_lower"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text)
    password_hash: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Membership(Base):
    __tablename__ = "accounts_memberships"
    __table_args__ = (CheckConstraint(_ROLE_CHECK, name="role"),)

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_tenants.id"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id"), primary_key=True, index=True)
    role: Mapped[str] = mapped_column(Text)
    joined_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class SignIn(Base):
    """One browser or terminal that signed in. Ending it ends every token that came from it."""

    __tablename__ = "accounts_sign_ins"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id"), index=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_tenants.id"))
    device: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    used_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    ended_because: Mapped[str | None] = mapped_column(Text)


class RefreshToken(Base):
    """Every refresh token ever given: a spent one that comes back was stolen from somebody."""

    __tablename__ = "accounts_refresh_tokens"

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    sign_in_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_sign_ins.id", ondelete="CASCADE"), index=True)
    given_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    spent_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class ApiKey(Base):
    __tablename__ = "accounts_api_keys"
    __table_args__ = (CheckConstraint(_ROLE_CHECK, name="role"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_tenants.id"), index=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id"))
    name: Mapped[str] = mapped_column(Text)
    lookup: Mapped[str] = mapped_column(Text, unique=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    role: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    used_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    revoked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Invitation(Base):
    """A link that lets one person join a workspace, once."""

    __tablename__ = "accounts_invitations"
    __table_args__ = (CheckConstraint(_ROLE_CHECK, name="role"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_tenants.id"), index=True)
    invited_by: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id"))
    email: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    digest: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    settled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class FailedAttempt(Base):
    """How often a password was wrong for one address lately: what slows a guesser down."""

    __tablename__ = "accounts_failed_attempts"

    email_digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    count: Mapped[int] = mapped_column(Integer)
    since: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Shop(Base):
    """A shop of this workspace on some channel. Its credentials are in Secrets Manager, only there."""

    __tablename__ = "accounts_shops"
    __table_args__ = (CheckConstraint("status IN ('connected', 'refused', 'disconnected')", name="status"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_tenants.id"), index=True)
    channel: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    connected_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    checked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
