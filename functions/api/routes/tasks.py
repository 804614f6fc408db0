from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import ConfigDict

from functions.api.answers import Out, Paged, answer
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from functions.api.routes.watches import Wanted
from wareloom.market import queries
from wareloom.market.cancel import cancel
from wareloom.market.open import open_task
from wareloom.market.retry import retry

router = APIRouter(prefix="/tasks", tags=["market"])
Status = Literal["queued", "running", "succeeded", "failed", "cancelled"]


class TaskOut(Out):
    model_config = ConfigDict(title="Task")

    id: UUID
    marketplace: str
    target: str
    started_by: str
    status: Status
    reason: str | None
    pages_done: int
    pages_total: int | None
    offers_seen: int
    offers_new: int
    offers_changed: int
    tries: int
    retry_at: datetime | None
    created_at: datetime
    started_at: datetime | None
    updated_at: datetime
    ended_at: datetime | None


@router.get("", response_model=Paged[TaskOut])
async def list_tasks(
    request: Request,
    work: OpenWork,
    who: Viewer,
    status: Status | None = None,
    marketplace: Annotated[str | None, Query(max_length=40)] = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.tasks(
        work.session, who.tenant_id, status=status, marketplace=marketplace, cursor=cursor, limit=limit
    )
    items = [TaskOut.model_validate(row) for row in page.items]
    return answer(request, Paged[TaskOut](items=items, next_cursor=page.next_cursor))


@router.post("", status_code=201, response_model=TaskOut)
async def create_task(request: Request, work: OpenWork, who: Member, said: Wanted) -> Response:
    row = open_task(work, tenant_id=who.tenant_id, actor=who.actor, marketplace=said.marketplace, target=said.target)
    response = answer(request, TaskOut.model_validate(row), 201)
    response.headers["Location"] = f"{request.url.path}/{row.id}"
    return response


@router.get("/{task_id}", response_model=TaskOut)
async def read_task(request: Request, work: OpenWork, who: Viewer, task_id: UUID) -> Response:
    return answer(request, TaskOut.model_validate(queries.task(work.session, who.tenant_id, task_id)))


@router.post("/{task_id}/cancel", response_model=TaskOut)
async def cancel_task(request: Request, work: OpenWork, who: Member, task_id: UUID) -> Response:
    row = cancel(work, tenant_id=who.tenant_id, actor=who.actor, task_id=task_id)
    return answer(request, TaskOut.model_validate(row))


@router.post("/{task_id}/retry", response_model=TaskOut)
async def retry_task(request: Request, work: OpenWork, who: Member, task_id: UUID) -> Response:
    row = retry(work, tenant_id=who.tenant_id, actor=who.actor, task_id=task_id)
    return answer(request, TaskOut.model_validate(row))
