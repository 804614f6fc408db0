"""A person closes an alert. It opens again only after what opened it was over once, and rested."""

from uuid import UUID

from wareloom.alerts import queries
from wareloom.alerts.events import AlertChanged
from wareloom.alerts.models import Alert
from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work


def close(work: Work, *, tenant_id: UUID, actor: str, alert_id: UUID, reason: str) -> Alert:
    row = queries.alert(work.session, tenant_id, alert_id, lock=True)
    if row.closed_at is not None:
        raise Conflict("This alert is closed already.")
    row.closed_at, row.closed_why, row.closed_by, row.reason = clock.now(), "person", actor, reason
    record(work.session, tenant_id, actor, "alert.close", f"alert:{row.id}", {"reason": reason})
    work.announce(AlertChanged(tenant_id=tenant_id, alert_id=row.id))
    return row
