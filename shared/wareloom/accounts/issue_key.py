"""API keys for programs: shown once, kept as a digest, never stronger than the person who made them."""

import secrets
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from wareloom.accounts import opaque
from wareloom.accounts.events import KeysChanged
from wareloom.accounts.identity import KEY_PREFIX, Identity
from wareloom.accounts.models import ApiKey
from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import NotFound
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work


def issue_key(work: Work, owner: Identity, *, name: str, role: str, lasts: timedelta | None) -> tuple[ApiKey, str]:
    """The row, and the key itself for the only time."""
    owner.must_be(role)
    lookup = secrets.token_hex(6)
    key = f"{KEY_PREFIX}{lookup}_{opaque.new_token()}"
    now = clock.now()
    row = ApiKey(
        id=new_id(),
        tenant_id=owner.tenant_id,
        user_id=owner.user_id,
        name=name.strip(),
        lookup=lookup,
        digest=opaque.digest(key),
        role=role,
        created_at=now,
        expires_at=now + lasts if lasts else None,
    )
    work.session.add(row)
    work.session.flush()
    record(work.session, owner.tenant_id, owner.actor, "key.issue", f"key:{row.id}", {"name": row.name, "role": role})
    work.announce(KeysChanged(tenant_id=owner.tenant_id, key_id=row.id))
    return row, key


def revoke_key(work: Work, owner: Identity, key_id: UUID) -> None:
    query = select(ApiKey).where(
        ApiKey.id == key_id,
        ApiKey.tenant_id == owner.tenant_id,
        ApiKey.user_id == owner.user_id,
        ApiKey.revoked_at.is_(None),
    )
    row = work.session.scalar(query.with_for_update())
    if row is None:
        raise NotFound("There is no such key of yours, or it is revoked already.")
    row.revoked_at = clock.now()
    record(work.session, owner.tenant_id, owner.actor, "key.revoke", f"key:{row.id}", {"name": row.name})
    work.announce(KeysChanged(tenant_id=owner.tenant_id, key_id=row.id))
