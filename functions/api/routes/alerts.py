from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from functions.api.answers import Out, Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from wareloom.alerts import queries
from wareloom.alerts.acknowledge import acknowledge
from wareloom.alerts.close import close
from wareloom.alerts.queries import State, Telling, Told
from wareloom.alerts.reopen import reopen
from wareloom.alerts.rule import Kind

router = APIRouter(prefix="/alerts", tags=["alerts"])


class AlertOut(Out):
    model_config = ConfigDict(title="Alert")

    id: UUID
    kind: Kind
    subject_id: UUID
    subject: str = Field(description="The words that it is about")
    network: str | None = Field(description="Null for all networks together")
    state: State
    sentence: str = Field(description="What was found, in words")
    figures: dict[str, Any] = Field(description="The numbers that opened it, and the rule they were held against")
    opened_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    closed_at: datetime | None
    closed_why: str | None = Field(description="data, person, or unwatched: nobody wants to know any more")
    closed_by: str | None
    reason: str | None = Field(description="Why a person closed it")

    @classmethod
    def of(cls, told: Told) -> Self:
        row = told.alert
        names = cls.model_fields.keys() - {"subject", "state"}
        return cls(subject=told.subject, state=told.state, **{name: getattr(row, name) for name in names})


class AlertPostOut(Out):
    model_config = ConfigDict(title="AlertPost")

    id: UUID
    network: str
    url: str
    text: str = Field(description="Empty where its author has deleted it since")
    author: str | None
    posted_at: datetime
    like_count: int | None
    comment_count: int | None
    sentiment: str | None
    emotion: str | None

    @classmethod
    def of(cls, telling: Telling) -> Self:
        row, mood = telling.post, telling.mood
        return cls(
            id=row.id,
            network=row.network,
            url=row.url,
            text="" if row.deleted_at else row.text,
            author=row.author,
            posted_at=row.posted_at,
            like_count=row.like_count,
            comment_count=row.comment_count,
            sentiment=mood.sentiment if mood else None,
            emotion=mood.emotion if mood else None,
        )


class AlertDetailOut(AlertOut):
    model_config = ConfigDict(title="AlertDetail")

    posts: list[AlertPostOut] = Field(description="What it was opened for, the most telling first")


class Closing(BaseModel):
    model_config = ConfigDict(extra="forbid", title="AlertClosing")

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


@router.get("", response_model=Paged[AlertOut])
async def list_alerts(
    request: Request,
    work: OpenWork,
    who: Viewer,
    state: Annotated[State | None, Query()] = None,
    subject: Annotated[UUID | None, Query(description="About this subject alone")] = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.alerts(work.session, who.tenant_id, state=state, subject_id=subject, cursor=cursor, limit=limit)
    return paged(request, page, AlertOut.of)


@router.get("/{alert_id}", response_model=AlertDetailOut)
async def read_alert(request: Request, work: OpenWork, who: Viewer, alert_id: UUID) -> Response:
    row = queries.alert(work.session, who.tenant_id, alert_id)
    shown = AlertOut.of(queries.told(work.session, row)).model_dump()
    posts = [AlertPostOut.of(telling) for telling in queries.posts(work.session, row.id)]
    return answer(request, AlertDetailOut(**shown, posts=posts))


@router.post("/{alert_id}/acknowledge", response_model=AlertOut)
async def acknowledge_alert(request: Request, work: OpenWork, who: Member, alert_id: UUID) -> Response:
    row = acknowledge(work, tenant_id=who.tenant_id, actor=who.actor, alert_id=alert_id)
    return answer(request, AlertOut.of(queries.told(work.session, row)))


@router.post("/{alert_id}/close", response_model=AlertOut)
async def close_alert(request: Request, work: OpenWork, who: Member, alert_id: UUID, said: Closing) -> Response:
    row = close(work, tenant_id=who.tenant_id, actor=who.actor, alert_id=alert_id, reason=said.reason)
    return answer(request, AlertOut.of(queries.told(work.session, row)))


@router.post("/{alert_id}/reopen", response_model=AlertOut)
async def reopen_alert(request: Request, work: OpenWork, who: Member, alert_id: UUID) -> Response:
    row = reopen(work, tenant_id=who.tenant_id, actor=who.actor, alert_id=alert_id)
    return answer(request, AlertOut.of(queries.told(work.session, row)))
