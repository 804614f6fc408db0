"""Keep a page that was read: its row, its offers with their history, and how much it told."""

from uuid import UUID

from sqlalchemy.orm import Session

from wareloom.market.archive import Archived, note_read
from wareloom.market.fills import add_fills
from wareloom.market.ingest import Kept, ingest
from wareloom.market.page import OfferPage


def keep_page(session: Session, archived: Archived, page: OfferPage, *, task_id: UUID | None) -> Kept:
    at = archived.fetched.fetched_at
    page_id = note_read(session, archived, len(page.offers), task_id=task_id)
    kept = ingest(session, archived.marketplace, page.offers, at=at, task_id=task_id, page_id=page_id)
    add_fills(session, archived.marketplace, archived.parser_version, page.offers, at=at)
    return kept
