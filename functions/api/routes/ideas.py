from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import ConfigDict, Field

from functions.api.answers import Out, Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, OpenWork, Viewer
from wareloom.ideas import queries

router = APIRouter(prefix="/ideas", tags=["ideas"])


class IdeaOut(Out):
    model_config = ConfigDict(title="Idea")

    id: UUID
    run_id: UUID
    trend_id: UUID
    number: int
    slogan: str
    concept: str
    design_prompt: str
    palette: list[str]
    products: list[str]
    tags: list[str]
    style: str
    motifs: list[str]
    mood: str
    made_by: str = Field(description="The model that wrote it")
    created_at: datetime


class IdeaDetailOut(IdeaOut):
    model_config = ConfigDict(title="IdeaDetail")

    brief: dict[str, Any] = Field(description="What the model was told of the trend")


@router.get("", response_model=Paged[IdeaOut])
async def list_ideas(
    request: Request,
    work: OpenWork,
    who: Viewer,
    run_id: UUID | None = None,
    trend_id: UUID | None = None,
    query: Annotated[str | None, Query(max_length=200)] = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.ideas(
        work.session, who.tenant_id, run_id=run_id, trend_id=trend_id, query=query, cursor=cursor, limit=limit
    )
    return paged(request, page, IdeaOut.model_validate)


@router.get("/{idea_id}", response_model=IdeaDetailOut)
async def read_idea(request: Request, work: OpenWork, who: Viewer, idea_id: UUID) -> Response:
    idea = queries.idea(work.session, who.tenant_id, idea_id)
    brief = queries.brief(work.session, who.tenant_id, idea.brief_id)
    return answer(request, IdeaDetailOut(**IdeaOut.model_validate(idea).model_dump(), brief=brief.content))
