"""Walk a tenant's chain and say whether it is whole."""

from contextlib import closing
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.audit.models import AuditEntry, AuditHead
from wareloom.audit.record import FIRST, digest


@dataclass(frozen=True)
class Verification:
    intact: bool
    entries: int
    broken_at: int | None


def verify(session: Session, tenant_id: UUID) -> Verification:
    """`broken_at` is the number of the first entry that is missing, changed or out of place."""
    # The head first: entries written while we walk lie beyond it and are the next walk's concern.
    head = session.get(AuditHead, tenant_id)
    last = head.number if head else 0
    entries = select(AuditEntry).where(AuditEntry.tenant_id == tenant_id).order_by(AuditEntry.number)
    within = entries if head is None else entries.where(AuditEntry.number <= last)
    previous, number = FIRST, 0
    with closing(session.scalars(within.execution_options(yield_per=500))) as chain:
        for entry in chain:
            number += 1
            if entry.number != number or entry.previous != previous or entry.digest != digest(entry):
                return Verification(intact=False, entries=number - 1, broken_at=number)
            previous = entry.digest
    whole = number == last and (head is None or head.digest == previous)
    return Verification(intact=whole, entries=number, broken_at=None if whole else number + 1)
