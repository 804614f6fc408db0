from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from functions.api.answers import Paged, answer
from functions.api.dependencies import OpenWork, Viewer
from functions.api.routes.social_shapes import PostFilter, PostOut
from wareloom.social.queries import Wanted, posts

router = APIRouter(prefix="/posts", tags=["social"])


@router.get("", response_model=Paged[PostOut])
async def list_posts(request: Request, work: OpenWork, who: Viewer, wanted: Annotated[PostFilter, Query()]) -> Response:
    """Posts about the subjects that this workspace follows: the newest first, or those that people did most with."""
    page = posts(
        work.session,
        who.tenant_id,
        Wanted(**wanted.model_dump(exclude={"order", "cursor", "limit"})),
        order=wanted.order,
        cursor=wanted.cursor,
        limit=wanted.limit,
    )
    items = [PostOut.model_validate(row) for row in page.items]
    return answer(request, Paged[PostOut](items=items, next_cursor=page.next_cursor))
