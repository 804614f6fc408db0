"""Take back that it was closed, while that may still be a slip of the hand."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from wareloom.alerts import queries
from wareloom.alerts.events import AlertChanged
from wareloom.alerts.models import Alert
from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, Rejected
from wareloom.kit.work import Work

WITHIN = timedelta(minutes=15)


def reopen(work: Work, *, tenant_id: UUID, actor: str, alert_id: UUID) -> Alert:
    row = queries.alert(work.session, tenant_id, alert_id, lock=True)
    if row.closed_at is None:
        raise Conflict("This alert is not closed.")
    if row.closed_why != "person" or clock.now() - row.closed_at > WITHIN:
        raise Rejected("Only what a person closed can be opened again, and only within fifteen minutes.")
    if row.left_at is not None or _another(work, row):
        raise Rejected("What this alert was about is over: it opens by itself when it begins again.")
    row.closed_at = row.closed_why = row.closed_by = row.reason = None
    record(work.session, tenant_id, actor, "alert.reopen", f"alert:{row.id}")
    work.announce(AlertChanged(tenant_id=tenant_id, alert_id=row.id))
    return row


def _another(work: Work, row: Alert) -> bool:
    same = (
        Alert.tenant_id == row.tenant_id,
        Alert.kind == row.kind,
        Alert.subject_id == row.subject_id,
        Alert.network.is_not_distinct_from(row.network),
    )
    return bool(work.session.scalar(select(select(Alert.id).where(*same, Alert.closed_at.is_(None)).exists())))
