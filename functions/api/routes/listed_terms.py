from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import ConfigDict

from functions.api.answers import Number, Out, Paged, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, OpenWork, Viewer
from wareloom.market.imports.queries import listed_terms

router = APIRouter(prefix="/listed-terms", tags=["market"])
Text = Annotated[str | None, Query(max_length=200)]


class ListedTermOut(Out):
    """A term on one of the workspace's own lists."""

    model_config = ConfigDict(title="ListedTerm")

    id: UUID
    list_name: str
    term: str
    region: str
    day: date
    category: str | None
    language: str | None
    score: Number | None
    rank: int | None
    volume: int | None
    import_id: UUID
    row: int


@router.get("", response_model=Paged[ListedTermOut])
async def list_listed_terms(
    request: Request,
    work: OpenWork,
    who: Viewer,
    list_name: Text = None,
    region: Text = None,
    import_id: UUID | None = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = listed_terms(
        work.session,
        who.tenant_id,
        list_name=list_name,
        region=region,
        import_id=import_id,
        cursor=cursor,
        limit=limit,
    )
    return paged(request, page, ListedTermOut.model_validate)
