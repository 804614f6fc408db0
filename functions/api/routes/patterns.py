"""What the offers of trends say alike, opened to those that do."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from functions.api.answers import Listing, Paged, answer
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, OpenWork, Viewer
from functions.api.routes.pattern_shapes import PatternChoiceOut, SayingOut
from wareloom.trends.patterns import queries
from wareloom.trends.patterns.kinds import Kind

router = APIRouter(prefix="/trends", tags=["trends"])
Value = Annotated[str, Query(min_length=1, max_length=200)]


@router.get("/patterns", response_model=Listing[PatternChoiceOut])
async def list_patterns(request: Request, work: OpenWork, who: Viewer) -> Response:  # noqa: ARG001 - trends are shared, but only with people who signed in
    """What trends can be chosen by: the frequent first, kind by kind."""
    found = queries.choices(work.session)
    return answer(request, Listing[PatternChoiceOut](items=[PatternChoiceOut.model_validate(one) for one in found]))


@router.get("/{trend_id}/patterns/offers", response_model=Paged[SayingOut])
async def list_sayings(
    request: Request,
    work: OpenWork,
    who: Viewer,  # noqa: ARG001 - as above
    trend_id: UUID,
    kind: Kind,
    value: Value,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.saying(work.session, trend_id, kind, value, cursor=cursor, limit=limit)
    items = [SayingOut.of(row, kind) for row in page.items]
    return answer(request, Paged[SayingOut](items=items, next_cursor=page.next_cursor))
