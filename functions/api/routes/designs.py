from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from functions.api.answers import Paged, answer
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from functions.api.routes.design_shapes import (
    DesignChanges,
    DesignCountsOut,
    DesignDetailOut,
    DesignOut,
    Refusal,
    detail,
    shown,
)
from wareloom.designs import queries
from wareloom.designs.approve import approve, reject
from wareloom.designs.edit import Edit, edit
from wareloom.designs.models import Design
from wareloom.kit.work import Work

router = APIRouter(prefix="/designs", tags=["designs"])
Status = Literal["planned", "waiting", "approved", "rejected", "expired", "failed"]


@router.get("", response_model=Paged[DesignOut])
async def list_designs(
    request: Request,
    work: OpenWork,
    who: Viewer,
    status: Annotated[Status | None, Query()] = None,
    run_id: UUID | None = None,
    trend_id: UUID | None = None,
    idea_id: UUID | None = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.designs(
        work.session,
        who.tenant_id,
        status=status,
        run_id=run_id,
        trend_id=trend_id,
        idea_id=idea_id,
        cursor=cursor,
        limit=limit,
    )
    return answer(request, Paged[DesignOut](items=_all(work, page.items), next_cursor=page.next_cursor))


@router.get("/counts", response_model=DesignCountsOut)
async def count_designs(request: Request, work: OpenWork, who: Viewer) -> Response:
    return answer(request, DesignCountsOut(counts=queries.counts(work.session, who.tenant_id)))


@router.get("/{design_id}", response_model=DesignDetailOut)
async def read_design(request: Request, work: OpenWork, who: Viewer, design_id: UUID) -> Response:
    return answer(request, _one(work, queries.design(work.session, who.tenant_id, design_id)))


@router.post("/{design_id}/approve", response_model=DesignDetailOut)
async def approve_design(request: Request, work: OpenWork, who: Member, design_id: UUID) -> Response:
    return answer(request, _one(work, approve(work, tenant_id=who.tenant_id, actor=who.actor, design_id=design_id)))


@router.post("/{design_id}/reject", response_model=DesignDetailOut)
async def reject_design(request: Request, work: OpenWork, who: Member, design_id: UUID, said: Refusal) -> Response:
    row = reject(work, tenant_id=who.tenant_id, actor=who.actor, design_id=design_id, reason=said.reason)
    return answer(request, _one(work, row))


@router.post("/{design_id}/edit", status_code=201, response_model=DesignDetailOut)
async def edit_design(request: Request, work: OpenWork, who: Member, design_id: UUID, said: DesignChanges) -> Response:
    row = edit(work, tenant_id=who.tenant_id, actor=who.actor, design_id=design_id, changes=_changes(said))
    response = answer(request, _one(work, row), 201)
    response.headers["Location"] = f"{request.url.path.removesuffix(f'/{design_id}/edit')}/{row.id}"
    return response


def _changes(said: DesignChanges) -> Edit:
    return Edit(
        **said.model_dump(exclude={"palette", "motifs"}),
        palette=None if said.palette is None else tuple(said.palette),
        motifs=None if said.motifs is None else tuple(said.motifs),
    )


def _one(work: Work, design: Design) -> DesignDetailOut:
    return detail(design, queries.mockups(work.session, [design.id])[design.id])


def _all(work: Work, designs: Sequence[Design]) -> list[DesignOut]:
    mockups = queries.mockups(work.session, [design.id for design in designs])
    return [shown(design, mockups[design.id]) for design in designs]
