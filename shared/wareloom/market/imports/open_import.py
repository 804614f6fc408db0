"""Announce an import: a row that says what is coming, and the form to post its file with."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.objects import Form
from wareloom.kit.work import Work
from wareloom.market.imports.kinds.registry import kind as find_kind
from wareloom.market.uploads.models import Import
from wareloom.market.uploads.upload import announce

LARGEST = 1024**3


def open_import(work: Work, *, tenant_id: UUID, actor: str, kind: str, name: str, size: int) -> tuple[Import, Form]:
    find_kind(kind)
    if not 0 < size <= LARGEST:
        raise Rejected("A file of an import has at least one byte and at most 1 GB. Cut a larger one into parts.")
    now = clock.now()
    row = Import(
        id=new_id(),
        tenant_id=tenant_id,
        uploaded_by=actor,
        kind=kind,
        name=name,
        size=size,
        status="waiting",
        dry_run=False,
        created_at=now,
        updated_at=now,
        **dict.fromkeys(("tries", "read_bytes", "read_rows"), 0),
        **dict.fromkeys(("rows_new", "rows_changed", "rows_unchanged", "rows_bad"), 0),
        skipping=False,
    )
    form = announce(work, row)
    record(work.session, tenant_id, actor, "import.open", f"import:{row.id}", {"kind": kind, "name": name})
    return row, form
