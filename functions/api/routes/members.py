from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict

from functions.api.answers import Listing, Out, answer
from functions.api.dependencies import OpenWork, Owner, Viewer
from functions.api.routes.keys import Role
from wareloom.accounts import queries
from wareloom.accounts.change_role import change_role, remove

router = APIRouter(prefix="/members", tags=["members"])


class MemberOut(Out):
    model_config = ConfigDict(title="Member")

    id: UUID
    name: str
    email: str
    role: Role
    joined_at: datetime


class RoleChange(BaseModel):
    model_config = ConfigDict(extra="forbid")

    role: Role


@router.get("", response_model=Listing[MemberOut])
async def list_members(request: Request, work: OpenWork, who: Viewer) -> Response:
    items = [MemberOut.model_validate(row) for row in queries.members(work.session, who.tenant_id)]
    return answer(request, Listing[MemberOut](items=items))


@router.patch("/{member_id}", response_model=MemberOut)
async def change_member(request: Request, work: OpenWork, who: Owner, member_id: UUID, said: RoleChange) -> Response:
    change_role(work, who, member_id, said.role)
    work.session.flush()
    changed = next(row for row in queries.members(work.session, who.tenant_id) if row.id == member_id)
    return answer(request, MemberOut.model_validate(changed))


@router.delete("/{member_id}", status_code=204)
async def remove_member(work: OpenWork, who: Owner, member_id: UUID) -> None:
    remove(work, who, member_id)
