"""Which rules hold for whom: a subject's own before the workspace's, and that before the one that holds by itself."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from wareloom.alerts.models import AlertRule
from wareloom.alerts.rule import DEFAULTS, Rule
from wareloom.social.models import Follow

Key = tuple[str, str | None]
"""Its kind and its network."""


@dataclass(frozen=True, slots=True)
class Applied:
    tenant_id: UUID
    subject_id: UUID
    network: str | None
    rule: Rule


def rule_of(row: AlertRule) -> Rule:
    return Rule.model_validate(row, from_attributes=True)


def rules_for(session: Session, subjects: Collection[UUID]) -> list[Applied]:
    """Every rule that is to be held against these subjects, for every workspace that follows them."""
    follows = session.execute(
        select(Follow.tenant_id, Follow.subject_id)
        .where(Follow.subject_id.in_(subjects))
        .order_by(Follow.tenant_id, Follow.subject_id)
    ).all()
    tenants = {follow.tenant_id for follow in follows}
    rows = session.scalars(
        select(AlertRule)
        .where(
            AlertRule.tenant_id.in_(tenants), or_(AlertRule.subject_id.is_(None), AlertRule.subject_id.in_(subjects))
        )
        .order_by(AlertRule.tenant_id)
    ).all()
    said = {tenant: list(theirs) for tenant, theirs in groupby(rows, key=lambda row: row.tenant_id)}
    return [
        Applied(follow.tenant_id, follow.subject_id, network, rule)
        for follow in follows
        for (_kind, network), rule in _holding(said.get(follow.tenant_id, ()), follow.subject_id).items()
        if rule.enabled
    ]


def _holding(rows: Iterable[AlertRule], subject_id: UUID) -> dict[Key, Rule]:
    holding: dict[Key, Rule] = {(kind, None): rule for kind, rule in DEFAULTS.items()}
    mine = [row for row in rows if row.subject_id in (None, subject_id)]
    for row in sorted(mine, key=lambda row: row.subject_id is not None):
        holding[row.kind, row.network] = rule_of(row)
    return holding
