"""Hold the rules against what is said, slice by slice: open what they find, close what is over. Each is told once.

Whoever watches second while somebody is at it turns away; were there two all the same, the open alert's key takes one.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on, insert
from sqlalchemy.orm import Session

from wareloom.alerts.apply import Applied, rules_for
from wareloom.alerts.decide import Standing, decide
from wareloom.alerts.due import due, keep_looks
from wareloom.alerts.events import AlertChanged, AlertOpened
from wareloom.alerts.evidence import evidence
from wareloom.alerts.judge import JUDGES, judge
from wareloom.alerts.models import Alert, AlertPost
from wareloom.alerts.past import Past, read_past
from wareloom.alerts.verdict import Verdict
from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work

SLICE = 50
Thing = tuple[UUID, str, UUID, str | None]
"""Whose alert, of which kind, about what, on which network."""


def watch_alerts(work: Work, *, most: int = SLICE) -> dict[str, int]:
    """How many subjects were looked at, and what came of it: all zero when nothing has changed."""
    done = {"looked": 0, "opened": 0, "closed": 0}
    if not work.session.scalar(select(func.pg_try_advisory_xact_lock(func.hashtextextended("watch alerts", 0)))):
        return done
    now = clock.now()
    hour = now.replace(minute=0, second=0, microsecond=0)
    looked = due(work.session, hour, most=most)
    if looked:
        keep_looks(work.session, looked, hour, now)
        subjects = [one.subject_id for one in looked]
        done |= _Watch(work, hour, now).hold(subjects, rules_for(work.session, subjects))
    return done


class _Watch:
    def __init__(self, work: Work, hour: datetime, now: datetime) -> None:
        self._work, self._hour, self._now = work, hour, now
        self._verdicts: dict[str, Verdict] = {}

    def hold(self, subjects: Sequence[UUID], rules: Sequence[Applied]) -> dict[str, int]:
        windows = {applied.rule.window_hours for applied in rules}
        pasts = {window: read_past(self._work.session, subjects, self._hour, window) for window in windows}
        last = _last_alerts(self._work.session, subjects)
        opened = closed = 0
        for applied in rules:
            verdict = self._judged(applied, pasts[applied.rule.window_hours][applied.subject_id])
            thing = (applied.tenant_id, applied.rule.kind, applied.subject_id, applied.network)
            alert = last.pop(thing, None)
            move = decide(verdict, Standing(alert.closed_at, alert.left_at) if alert else None, applied.rule, self._now)
            if move == "open":
                opened += self._open(applied, verdict)
            elif alert and move != "none":
                closed += self._leave(alert, "data")
        # What is left has no rule any more: switched off, or no longer followed.
        closed += sum(self._leave(alert, "unwatched") for alert in last.values() if alert.left_at is None)
        return {"looked": len(subjects), "opened": opened, "closed": closed}

    def _judged(self, applied: Applied, past: Past) -> Verdict:
        """Most workspaces have the same rules: each is held against a subject once, however many follow it."""
        rule = applied.rule
        same = f"{applied.subject_id} {applied.network} {rule.model_dump_json()}"
        if same not in self._verdicts:
            watched = past.watched(applied.network, looks_back=JUDGES[rule.kind].looks_back)
            self._verdicts[same] = judge(watched, rule)
        return self._verdicts[same]

    def _open(self, applied: Applied, verdict: Verdict) -> int:
        rule = applied.rule
        row: dict[str, Any] = {
            "id": new_id(),
            "tenant_id": applied.tenant_id,
            "kind": rule.kind,
            "subject_id": applied.subject_id,
            "network": applied.network,
            "sentence": verdict.sentence,
            "figures": {**verdict.figures, "rule": rule.model_dump(exclude={"kind", "enabled"})},
            "opened_at": self._now,
        }
        alert_id = self._work.session.scalar(insert(Alert).values(row).on_conflict_do_nothing().returning(Alert.id))
        if alert_id is None:
            return 0
        posts = evidence(self._work.session, applied, verdict, self._hour)
        self._work.session.add_all(
            AlertPost(alert_id=alert_id, place=place, post_id=post_id) for place, post_id in enumerate(posts)
        )
        self._work.announce(AlertOpened(tenant_id=applied.tenant_id, alert_id=alert_id))
        return 1

    def _leave(self, alert: Alert, why: str) -> int:
        alert.left_at = self._now
        if alert.closed_at is not None:
            return 0
        alert.closed_at, alert.closed_why = self._now, why
        self._work.announce(AlertChanged(tenant_id=alert.tenant_id, alert_id=alert.id))
        return 1


def _last_alerts(session: Session, subjects: Sequence[UUID]) -> dict[Thing, Alert]:
    thing = (Alert.tenant_id, Alert.kind, Alert.subject_id, Alert.network)
    newest = (
        select(Alert.id)
        .ext(distinct_on(*thing))
        .where(Alert.subject_id.in_(subjects))
        .order_by(*thing, Alert.opened_at.desc(), Alert.id.desc())
    )
    rows = session.scalars(select(Alert).where(Alert.id.in_(newest)).with_for_update())
    return {(row.tenant_id, row.kind, row.subject_id, row.network): row for row in rows}
