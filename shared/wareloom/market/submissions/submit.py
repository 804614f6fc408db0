"""Announce a page that a person saved, and begin to read it when its bytes are there."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.objects import Form
from wareloom.kit.work import Work
from wareloom.market.marketplaces.whose import whose
from wareloom.market.uploads import queries
from wareloom.market.uploads.models import WAITING, SubmittedPage
from wareloom.market.uploads.upload import announce, arrived, enqueue

LARGEST = 20 * 1024 * 1024


def open_page(work: Work, *, tenant_id: UUID, actor: str, url: str, size: int) -> tuple[SubmittedPage, Form]:
    kind = whose(url)
    if not 0 < size <= LARGEST:
        raise Rejected("A saved page has at least one byte and at most 20 MB. Save it as HTML alone, or its JSON.")
    now = clock.now()
    row = SubmittedPage(
        id=new_id(),
        tenant_id=tenant_id,
        uploaded_by=actor,
        marketplace=kind.name,
        url=url,
        size=size,
        status=WAITING,
        created_at=now,
        updated_at=now,
        **dict.fromkeys(("tries", "offers_found", "offers_new", "offers_changed"), 0),
    )
    form = announce(work, row)
    facts = {"marketplace": kind.name, "url": url}
    record(work.session, tenant_id, actor, "submitted-page.open", f"submitted-page:{row.id}", facts)
    return row, form


def start_page(work: Work, *, tenant_id: UUID, actor: str, page_id: UUID) -> SubmittedPage:
    row = queries.upload(work.session, SubmittedPage, tenant_id, page_id, lock=True)
    if row.status != WAITING:
        raise Conflict(f"This page has been handed in already: it is {row.status}.")
    arrived(row, LARGEST)
    row.started_at = clock.now()
    record(work.session, tenant_id, actor, "submitted-page.start", f"submitted-page:{row.id}", {})
    enqueue(work, row, "queued")
    return row
