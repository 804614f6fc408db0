from uuid import UUID

from fastapi import APIRouter, Request, Response

from functions.api.answers import Listing, answer
from functions.api.dependencies import Member, OpenWork, Viewer
from functions.api.routes.social_shapes import SubjectIn, SubjectOut
from wareloom.kit.work import Work
from wareloom.social.follow import follow
from wareloom.social.queries import followings, listenings
from wareloom.social.unfollow import unfollow

router = APIRouter(prefix="/subjects", tags=["social"])


@router.get("", response_model=Listing[SubjectOut])
async def list_subjects(request: Request, work: OpenWork, who: Viewer) -> Response:
    """What this workspace listens to, and how far each network has been heard."""
    return answer(request, Listing[SubjectOut](items=_shown(work, who.tenant_id)))


@router.post("", status_code=201, response_model=SubjectOut)
async def follow_subject(request: Request, work: OpenWork, who: Member, said: SubjectIn) -> Response:
    """Listen to some words at every network that can be asked. Following twice is following."""
    row = follow(work, tenant_id=who.tenant_id, actor=who.actor, words=said.words)
    (shown,) = [one for one in _shown(work, who.tenant_id) if one.id == row.id]
    return answer(request, shown, 201)


@router.delete("/{subject_id}", status_code=204)
async def unfollow_subject(work: OpenWork, who: Member, subject_id: UUID) -> None:
    unfollow(work, tenant_id=who.tenant_id, actor=who.actor, subject_id=subject_id)


def _shown(work: Work, tenant_id: UUID) -> list[SubjectOut]:
    theirs = followings(work.session, tenant_id)
    rows = listenings(work.session, [subject.id for subject, _follow in theirs])
    return [
        SubjectOut.of(subject, follow, [row for row in rows if row.subject_id == subject.id])
        for subject, follow in theirs
    ]
