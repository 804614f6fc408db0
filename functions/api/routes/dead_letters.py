from uuid import UUID

from fastapi import APIRouter, Request, Response

from functions.api.answers import Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from functions.api.routes.dead_letter_shapes import DeadLetterOut, QueueOut, QueuesOut, RedrivenOut
from wareloom.kit import clock
from wareloom.kit.queues import depths
from wareloom.social.scoring.dead_letters import dead_letters
from wareloom.social.scoring.redrive import redrive, redrive_all

router = APIRouter(prefix="/dead-letters", tags=["social"])


@router.get("", response_model=Paged[DeadLetterOut])
async def list_dead_letters(
    request: Request, work: OpenWork, who: Viewer, cursor: Cursor = None, limit: Limit = DEFAULT_LIMIT
) -> Response:
    """Posts whose mood could not be read however often it was tried, with the reason."""
    page = dead_letters(work.session, who.tenant_id, cursor=cursor, limit=limit)
    return paged(request, page, DeadLetterOut.model_validate)


@router.get("/queues", response_model=QueuesOut)
async def list_queues(request: Request, who: Viewer) -> Response:  # noqa: ARG001 - asking needs a sign-in
    """How deep the queues are, all workspaces' work together: what waits, what is worked on, what lies dead."""
    items = [QueueOut.model_validate(depth) for depth in depths()]
    return answer(request, QueuesOut(items=items, looked_at=clock.now()))


@router.post("/redrive", response_model=RedrivenOut)
async def redrive_dead_letters(request: Request, work: OpenWork, who: Member) -> Response:
    """Try them all again, a thousand in one call."""
    return answer(request, RedrivenOut(posts=redrive_all(work, tenant_id=who.tenant_id, actor=who.actor)))


@router.post("/{post_id}/redrive", response_model=RedrivenOut)
async def redrive_dead_letter(request: Request, work: OpenWork, who: Member, post_id: UUID) -> Response:
    """Try one again."""
    redriven = redrive(work, tenant_id=who.tenant_id, actor=who.actor, post_id=post_id)
    return answer(request, RedrivenOut(posts=redriven))
