"""An export as it is before its first row: when it is opened, tried again, or when S3 has forgotten its parts."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from wareloom.market.exports.estimate import expected_rows
from wareloom.market.exports.models import Export, ExportPart
from wareloom.market.exports.read import Stretch, last_offer
from wareloom.market.exports.search import read


def start(session: Session, export: Export) -> None:
    session.execute(delete(ExportPart).where(ExportPart.export_id == export.id))
    export.until = last_offer(session)
    export.rows_total = expected_rows(session, export.what, Stretch(read(export.search), None, export.until))
    export.attempt = (export.attempt or 0) + 1
    export.rows_done, export.bytes, export.tries = 0, 0, 0
    export.position = export.upload_id = export.reason = None
    export.started_at = export.retry_at = export.ended_at = export.expires_at = None
