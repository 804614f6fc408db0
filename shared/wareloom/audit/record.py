"""Write an act down, for good. The entry carries the hash of the one before it, so a change anywhere shows."""

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from wareloom.audit.models import AuditEntry, AuditHead
from wareloom.kit import clock
from wareloom.kit.log import masked

FIRST = bytes(32)


def record(
    session: Session, tenant_id: UUID, actor: str, act: str, subject: str, facts: dict[str, Any] | None = None
) -> None:
    """In the caller's transaction: the act and its entry are kept together or not at all."""
    head = _hold_head(session, tenant_id)
    entry = AuditEntry(
        tenant_id=tenant_id,
        number=head.number + 1,
        at=clock.now(),
        actor=actor,
        act=act,
        subject=subject,
        facts=orjson.loads(orjson.dumps(masked(facts or {}))),  # as it will be read back, so that the hash is of that
        previous=head.digest,
    )
    entry.digest = digest(entry)
    session.add(entry)
    head.number, head.digest = entry.number, entry.digest
    session.flush()


def digest(entry: AuditEntry) -> bytes:
    said = [entry.number, _spelled(entry.at), entry.actor, entry.act, entry.subject, entry.facts]
    text = orjson.dumps([str(entry.tenant_id), *said], option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
    return hashlib.sha256(entry.previous + text).digest()


def _spelled(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _hold_head(session: Session, tenant_id: UUID) -> AuditHead:
    """The lock that makes the chain one chain: writers of one tenant take turns."""
    first = insert(AuditHead).values(tenant_id=tenant_id, number=0, digest=FIRST).on_conflict_do_nothing()
    session.execute(first)
    held = select(AuditHead).where(AuditHead.tenant_id == tenant_id).with_for_update()
    return session.scalars(held, execution_options={"populate_existing": True}).one()
