from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import ConfigDict, Field, field_validator

from functions.api.answers import Out, Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from functions.api.routes.marketplace_shapes import PageOut
from functions.api.routes.watches import NAMES, PRIORITIES, MaxPages, PastRobots, Priority, Wanted
from functions.api.whole import WHOLE
from wareloom.accounts.identity import Identity
from wareloom.market import queries
from wareloom.market.archive import pages_of
from wareloom.market.cancel import cancel
from wareloom.market.open import Limits, open_task
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
    offers_unchanged: int
    offers_rejected: int = Field(description="Seen, and passed over for a reason")
    rejections: dict[str, int] = Field(description="Each reason, and how many it held for")
    watch_id: UUID | None = Field(description="The watch that the schedule opened it for")
    priority: Priority
    max_pages: int | None
    max_offers: int | None
    past_robots: bool
    tries: int
    retry_at: datetime | None
    created_at: datetime
    started_at: datetime | None
    updated_at: datetime
    ended_at: datetime | None

    @field_validator("priority", mode="before")
    @classmethod
    def _in_words(cls, stored: object) -> object:
        return NAMES.get(stored, stored) if isinstance(stored, int) else stored


class TaskIn(Wanted):
    model_config = ConfigDict(title="TaskStart")

    priority: Priority = "normal"
    max_pages: MaxPages = None
    max_offers: Annotated[int, Field(ge=1, le=1_000_000), WHOLE] | None = Field(
        default=None, description="No further than so many offers"
    )
    past_robots: PastRobots = False

    def limits(self, who: Identity) -> Limits:
        if self.past_robots:
            who.must_be("owner")
        return Limits(
            priority=PRIORITIES[self.priority],
            max_pages=self.max_pages,
            max_offers=self.max_offers,
            past_robots=self.past_robots,
        )


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
    return paged(request, page, TaskOut.model_validate)


@router.post("", status_code=201, response_model=TaskOut)
async def create_task(request: Request, work: OpenWork, who: Member, said: TaskIn) -> Response:
    row = open_task(
        work,
        tenant_id=who.tenant_id,
        actor=who.actor,
        marketplace=said.marketplace,
        target=said.target,
        limits=said.limits(who),
    )
    response = answer(request, TaskOut.model_validate(row), 201)
    response.headers["Location"] = f"{request.url.path}/{row.id}"
    return response


@router.get("/{task_id}", response_model=TaskOut)
async def read_task(request: Request, work: OpenWork, who: Viewer, task_id: UUID) -> Response:
    return answer(request, TaskOut.model_validate(queries.task(work.session, who.tenant_id, task_id)))


@router.get("/{task_id}/pages", response_model=Paged[PageOut])
async def list_task_pages(
    request: Request, work: OpenWork, who: Viewer, task_id: UUID, cursor: Cursor = None, limit: Limit = DEFAULT_LIMIT
) -> Response:
    """Every page that it asked for, and what became of it, newest first."""
    task = queries.task(work.session, who.tenant_id, task_id)
    page = pages_of(work.session, task.id, cursor=cursor, limit=limit)
    return paged(request, page, PageOut.of)


@router.post("/{task_id}/cancel", response_model=TaskOut)
async def cancel_task(request: Request, work: OpenWork, who: Member, task_id: UUID) -> Response:
    row = cancel(work, tenant_id=who.tenant_id, actor=who.actor, task_id=task_id)
    return answer(request, TaskOut.model_validate(row))


@router.post("/{task_id}/retry", response_model=TaskOut)
async def retry_task(request: Request, work: OpenWork, who: Member, task_id: UUID) -> Response:
    row = retry(work, tenant_id=who.tenant_id, actor=who.actor, task_id=task_id)
    return answer(request, TaskOut.model_validate(row))
