from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from functions.api.answers import Paged, paged
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
    return paged(request, page, PostOut.model_validate)
