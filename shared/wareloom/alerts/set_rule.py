"""A workspace wants a rule otherwise: for all that it follows, or for one subject; on all networks, or on one."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.alerts.due import look_again
from wareloom.alerts.models import AlertRule
from wareloom.alerts.rule import Kind, Rule
from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.social.models import Follow
from wareloom.social.networks.registry import NETWORKS


@dataclass(frozen=True)
class Scope:
    """What a rule is about."""

    kind: Kind
    subject_id: UUID | None = None
    network: str | None = None

    @property
    def spelled(self) -> str:
        return f"alert-rule:{self.kind}:{self.subject_id or 'all'}:{self.network or 'all'}"


def set_rule(work: Work, *, tenant_id: UUID, actor: str, scope: Scope, rule: Rule) -> AlertRule:
    _check(work, tenant_id, scope)
    wanted = {**rule.model_dump(), "updated_by": actor, "updated_at": clock.now()}
    row = insert(AlertRule).values(
        id=new_id(), tenant_id=tenant_id, subject_id=scope.subject_id, network=scope.network, **wanted
    )
    same = ["tenant_id", "kind", "subject_id", "network"]
    kept = row.on_conflict_do_update(index_elements=same, set_=wanted).returning(AlertRule)
    found = work.session.scalars(kept, execution_options={"populate_existing": True}).one()
    look_again(work.session, tenant_id)
    record(work.session, tenant_id, actor, "alert-rule.set", scope.spelled, rule.model_dump(exclude={"kind"}))
    return found


def reset_rule(work: Work, *, tenant_id: UUID, actor: str, scope: Scope) -> None:
    """Back to what holds by itself. Whoever has nothing to take back is told so."""
    mine = (
        AlertRule.tenant_id == tenant_id,
        AlertRule.kind == scope.kind,
        AlertRule.subject_id.is_not_distinct_from(scope.subject_id),
        AlertRule.network.is_not_distinct_from(scope.network),
    )
    if work.session.scalar(delete(AlertRule).where(*mine).returning(AlertRule.id)) is None:
        raise NotFound("This rule is as it is by itself: there is nothing to take back.")
    look_again(work.session, tenant_id)
    record(work.session, tenant_id, actor, "alert-rule.reset", scope.spelled)


def _check(work: Work, tenant_id: UUID, scope: Scope) -> None:
    if scope.network is not None and scope.network not in NETWORKS:
        raise Rejected(f"There is no network “{scope.network[:40]}”. Known: {', '.join(sorted(NETWORKS))}.")
    if scope.subject_id is None:
        return
    followed = select(Follow.subject_id).where(Follow.tenant_id == tenant_id, Follow.subject_id == scope.subject_id)
    if work.session.scalar(followed) is None:
        raise NotFound("This workspace does not follow such a subject.")
