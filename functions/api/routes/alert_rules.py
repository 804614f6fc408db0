from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from functions.api.answers import Listing, Out, answer
from functions.api.dependencies import Member, OpenWork, Viewer
from functions.api.whole import WHOLE
from wareloom.alerts import queries
from wareloom.alerts.models import AlertRule
from wareloom.alerts.rule import Kind, Rule
from wareloom.alerts.set_rule import Scope, reset_rule, set_rule
from wareloom.kit.errors import Rejected

router = APIRouter(prefix="/alert-rules", tags=["alerts"])
Subject = Annotated[UUID | None, Query(description="For this subject alone; without it for all that are followed")]
Network = Annotated[str | None, Query(max_length=40, description="On this network alone; without it on all together")]


class RuleIn(BaseModel):
    model_config = ConfigDict(extra="forbid", title="AlertRuleWish")

    enabled: bool = True
    enter: float = Field(description="Over this an alert opens: a share, or for bursts how many usual spreads")
    leave: float = Field(description="Under this it closes; less than `enter`")
    min_sample: Annotated[int, Field(ge=10, le=1_000_000), WHOLE] = Field(description="Of fewer posts nothing is said")
    window_hours: Annotated[int, Field(ge=1, le=24), WHOLE]
    cooldown_hours: Annotated[int, Field(ge=0, le=168), WHOLE] = Field(
        description="So long after closing it does not open again"
    )

    def rule(self, kind: Kind) -> Rule:
        try:
            return Rule(kind=kind, **self.model_dump())
        except ValidationError as error:
            raise Rejected(error.errors()[0]["msg"].removeprefix("Value error, ")) from error


class RuleOut(Out):
    model_config = ConfigDict(title="AlertRule")

    kind: Kind
    subject_id: UUID | None = Field(default=None, description="Null for all that are followed")
    network: str | None = Field(default=None, description="Null for all networks together")
    enabled: bool
    enter: float
    leave: float
    min_sample: int
    window_hours: int
    cooldown_hours: int
    updated_by: str | None = Field(default=None, description="Null where it is as it is by itself")
    updated_at: datetime | None = None

    @classmethod
    def of(cls, row: AlertRule | Rule) -> Self:
        return cls.model_validate(row, from_attributes=True)


@router.get("", response_model=Listing[RuleOut])
async def list_alert_rules(request: Request, work: OpenWork, who: Viewer) -> Response:
    """Those that are there by themselves, and then what this workspace wants otherwise: it goes before them."""
    changed = queries.changed_rules(work.session, who.tenant_id)
    replaced = {row.kind for row in changed if row.subject_id is None and row.network is None}
    standing = [RuleOut.of(rule) for rule in queries.default_rules() if rule.kind not in replaced]
    return answer(request, Listing[RuleOut](items=[*standing, *(RuleOut.of(row) for row in changed)]))


@router.put("/{kind}", response_model=RuleOut)
async def set_alert_rule(
    request: Request,
    work: OpenWork,
    who: Member,
    kind: Kind,
    said: RuleIn,
    subject: Subject = None,
    network: Network = None,
) -> Response:
    scope = Scope(kind, subject, network)
    row = set_rule(work, tenant_id=who.tenant_id, actor=who.actor, scope=scope, rule=said.rule(kind))
    return answer(request, RuleOut.of(row))


@router.delete("/{kind}", status_code=204)
async def reset_alert_rule(
    work: OpenWork, who: Member, kind: Kind, subject: Subject = None, network: Network = None
) -> None:
    reset_rule(work, tenant_id=who.tenant_id, actor=who.actor, scope=Scope(kind, subject, network))
