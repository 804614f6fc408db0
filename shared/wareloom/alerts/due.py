"""Which subjects are to be looked at: whose last day has changed, and hourly whoever has one, for windows move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from wareloom.alerts.models import Look
from wareloom.social.models import Follow

_DUE = text("""
    WITH recent AS (
        SELECT subject_id, md5(string_agg(h::text, ';' ORDER BY network, hour)) AS digest
        FROM social_hours AS h WHERE hour > :since AND hour <= :hour
            AND EXISTS (SELECT FROM social_follows AS f WHERE f.subject_id = h.subject_id)
        GROUP BY subject_id),
    unsettled AS (SELECT DISTINCT subject_id FROM alerts_alerts WHERE left_at IS NULL),
    candidates AS (SELECT subject_id FROM recent UNION SELECT subject_id FROM unsettled)
    SELECT subject_id, coalesce(recent.digest, '') AS digest FROM candidates
    LEFT JOIN recent USING (subject_id) LEFT JOIN alerts_looks AS look USING (subject_id)
    WHERE look.subject_id IS NULL OR look.hour < :hour OR look.digest <> coalesce(recent.digest, '')
    ORDER BY look.looked_at NULLS FIRST, subject_id LIMIT :most
""")
_LAST_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Due:
    subject_id: UUID
    digest: str


def due(session: Session, hour: datetime, *, most: int) -> list[Due]:
    found = session.execute(_DUE, {"since": hour - _LAST_DAY, "hour": hour, "most": most})
    return [Due(row.subject_id, row.digest) for row in found]


def keep_looks(session: Session, looked: Sequence[Due], hour: datetime, now: datetime) -> None:
    rows = [{"subject_id": one.subject_id, "digest": one.digest, "hour": hour, "looked_at": now} for one in looked]
    first = insert(Look)
    changed = {name: first.excluded[name] for name in ("digest", "hour", "looked_at")}
    session.execute(first.on_conflict_do_update(index_elements=["subject_id"], set_=changed), rows)


def look_again(session: Session, tenant_id: UUID) -> None:
    """A rule has changed: what this workspace follows is looked at with the next watch, changed or not."""
    followed = select(Follow.subject_id).where(Follow.tenant_id == tenant_id)
    session.execute(delete(Look).where(Look.subject_id.in_(followed)))
