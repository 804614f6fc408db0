from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.accounts.models import ApiKey, Invitation, Membership, Shop, SignIn, Tenant, User
from wareloom.kit import clock
from wareloom.kit.errors import NotFound


@dataclass(frozen=True)
class Profile:
    user: User
    tenant: Tenant
    role: str


@dataclass(frozen=True)
class Member:
    id: UUID
    name: str
    email: str
    role: str
    joined_at: datetime


def profile(session: Session, user_id: UUID, tenant_id: UUID) -> Profile:
    query = (
        select(User, Tenant, Membership.role)
        .join(Membership, Membership.user_id == User.id)
        .join(Tenant, Tenant.id == Membership.tenant_id)
        .where(User.id == user_id, Tenant.id == tenant_id)
    )
    user, tenant, role = session.execute(query).one()
    return Profile(user, tenant, role)


def members(session: Session, tenant_id: UUID) -> list[Member]:
    query = (
        select(User.id, User.name, User.email, Membership.role, Membership.joined_at)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.tenant_id == tenant_id)
        .order_by(Membership.joined_at, User.id)
    )
    return [Member(*row) for row in session.execute(query)]


def open_invitations(session: Session, tenant_id: UUID) -> Sequence[Invitation]:
    query = select(Invitation).where(
        Invitation.tenant_id == tenant_id, Invitation.settled_at.is_(None), Invitation.expires_at > clock.now()
    )
    return session.scalars(query.order_by(Invitation.id)).all()


def open_sign_ins(session: Session, user_id: UUID, tenant_id: UUID) -> Sequence[SignIn]:
    query = select(SignIn).where(
        SignIn.user_id == user_id,
        SignIn.tenant_id == tenant_id,
        SignIn.ended_at.is_(None),
        SignIn.expires_at > clock.now(),
    )
    return session.scalars(query.order_by(SignIn.used_at.desc())).all()


def keys(session: Session, user_id: UUID, tenant_id: UUID) -> Sequence[ApiKey]:
    query = select(ApiKey).where(ApiKey.user_id == user_id, ApiKey.tenant_id == tenant_id)
    return session.scalars(query.order_by(ApiKey.id.desc())).all()


def shop(session: Session, tenant_id: UUID, shop_id: UUID) -> Shop:
    found = session.scalar(select(Shop).where(Shop.id == shop_id, Shop.tenant_id == tenant_id))
    if found is None:
        raise NotFound("There is no such shop in this workspace.")
    return found


def shops(session: Session, tenant_id: UUID, *, connected: bool = False) -> Sequence[Shop]:
    query = select(Shop).where(Shop.tenant_id == tenant_id).order_by(Shop.id)
    return session.scalars(query.where(Shop.status != "disconnected") if connected else query).all()
