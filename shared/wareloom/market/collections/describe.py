"""Give a collection another name or description. What is not said stays."""

from uuid import UUID

from wareloom.accounts.identity import Identity
from wareloom.kit.work import Work
from wareloom.market.collections import name as names
from wareloom.market.collections.models import Collection
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace


def describe(
    work: Work, who: Identity, collection_id: UUID, *, name: str | None = None, description: str | None = None
) -> Collection:
    row = held(work, who, collection_id, to="change")
    was = {"name": row.name, "description": row.description}
    if name is not None:
        rename(work, row, name)
    if description is not None:
        row.description = description
    changed = sorted(field for field, value in was.items() if getattr(row, field) != value)
    if changed:
        leave_trace(work, who, row, "describe", {"changed": changed})
    return row


def rename(work: Work, row: Collection, name: str) -> None:
    written = names.spelled(name)
    names.leave_to(work, row.tenant_id, written, except_for=row.id)
    row.name, row.key = written, names.key(written)
