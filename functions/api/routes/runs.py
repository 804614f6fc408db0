from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from functions.api.answers import Number, Out, Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from wareloom.kit.work import Work
from wareloom.runs import queries
from wareloom.runs.models import Run
from wareloom.runs.open import open_run
from wareloom.runs.plan import MOST_TRENDS
from wareloom.runs.resume import resume
from wareloom.runs.stop import stop

router = APIRouter(prefix="/runs", tags=["runs"])
Status = Literal["queued", "running", "waiting", "succeeded", "failed", "stopped"]
StepStatus = Literal["queued", "running", "waiting", "done", "rejected", "blocked", "failed"]
Verb = Literal["analyse", "ideate", "generate", "approve", "publish"]


class StageOut(Out):
    model_config = ConfigDict(title="Stage")

    verb: Verb
    title: str
    total: int = Field(description="How many steps are known so far")
    counts: dict[StepStatus, int]
    started_at: datetime | None
    ended_at: datetime | None


class CostOut(Out):
    model_config = ConfigDict(title="Cost")

    money: Number = Field(description="US dollars")
    tokens_in: int
    tokens_out: int
    images: int
    calls: int


class RunOut(Out):
    model_config = ConfigDict(title="Run")

    id: UUID
    started_by: str
    about: str
    trends_wanted: int
    status: Status
    reason: str | None
    attempt: int
    created_at: datetime
    started_at: datetime | None
    updated_at: datetime
    ended_at: datetime | None
    stages: list[StageOut] = Field(description="Every verb of the state machine, in order")
    cost: CostOut


class StepOut(Out):
    model_config = ConfigDict(title="Step")

    id: UUID
    verb: Verb
    subject_id: UUID = Field(description="The run itself, a trend or a design")
    status: StepStatus
    kind: str | None
    reason: str | None
    tries: int
    facts: dict[str, Any]
    created_at: datetime
    started_at: datetime | None
    updated_at: datetime
    ended_at: datetime | None


class RunWanted(BaseModel):
    model_config = ConfigDict(extra="forbid")

    trends: int = Field(default=5, ge=1, le=MOST_TRENDS, description="How many of the best trends to work on")


@router.get("", response_model=Paged[RunOut])
async def list_runs(
    request: Request,
    work: OpenWork,
    who: Viewer,
    status: Status | None = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.runs(work.session, who.tenant_id, status=status, cursor=cursor, limit=limit)
    return answer(request, Paged[RunOut](items=_shown(work, page.items), next_cursor=page.next_cursor))


@router.post("", status_code=201, response_model=RunOut)
async def create_run(request: Request, work: OpenWork, who: Member, said: RunWanted) -> Response:
    run = open_run(work, tenant_id=who.tenant_id, actor=who.actor, trends=said.trends)
    response = answer(request, _one(work, run), 201)
    response.headers["Location"] = f"{request.url.path}/{run.id}"
    return response


@router.get("/{run_id}", response_model=RunOut)
async def read_run(request: Request, work: OpenWork, who: Viewer, run_id: UUID) -> Response:
    return answer(request, _one(work, queries.run(work.session, who.tenant_id, run_id)))


@router.get("/{run_id}/steps", response_model=Paged[StepOut])
async def list_steps(
    request: Request,
    work: OpenWork,
    who: Viewer,
    run_id: UUID,
    verb: Annotated[Verb | None, Query()] = None,
    status: Annotated[StepStatus | None, Query()] = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    run = queries.run(work.session, who.tenant_id, run_id)
    page = queries.steps(work.session, run.id, verb=verb, status=status, cursor=cursor, limit=limit)
    return paged(request, page, StepOut.model_validate)


@router.post("/{run_id}/stop", response_model=RunOut)
async def stop_run(request: Request, work: OpenWork, who: Member, run_id: UUID) -> Response:
    return answer(request, _one(work, stop(work, tenant_id=who.tenant_id, actor=who.actor, run_id=run_id)))


@router.post("/{run_id}/resume", response_model=RunOut)
async def resume_run(request: Request, work: OpenWork, who: Member, run_id: UUID) -> Response:
    return answer(request, _one(work, resume(work, tenant_id=who.tenant_id, actor=who.actor, run_id=run_id)))


def _one(work: Work, run: Run) -> RunOut:
    return _shown(work, [run])[0]


def _shown(work: Work, runs: Sequence[Run]) -> list[RunOut]:
    work.session.flush()
    ids = [run.id for run in runs]
    stages, costs = queries.stages(work.session, ids), queries.costs(work.session, ids)
    own = [column.key for column in Run.__mapper__.column_attrs if column.key in RunOut.model_fields]
    return [
        RunOut.model_validate(
            {**{name: getattr(run, name) for name in own}, "stages": stages[run.id], "cost": costs[run.id]}
        )
        for run in runs
    ]
