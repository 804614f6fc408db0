"""Somebody has seen it and takes care of it: the others need not."""

from uuid import UUID

from wareloom.alerts import queries
from wareloom.alerts.events import AlertChanged
from wareloom.alerts.models import Alert
from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work


def acknowledge(work: Work, *, tenant_id: UUID, actor: str, alert_id: UUID) -> Alert:
    row = queries.alert(work.session, tenant_id, alert_id, lock=True)
    if row.closed_at is not None:
        raise Conflict("This alert is closed already: nothing is left to take care of.")
    if row.acknowledged_at is not None:
        raise Conflict("Somebody has acknowledged this alert already.")
    row.acknowledged_at, row.acknowledged_by = clock.now(), actor
    record(work.session, tenant_id, actor, "alert.acknowledge", f"alert:{row.id}")
    work.announce(AlertChanged(tenant_id=tenant_id, alert_id=row.id))
    return row
