from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, EmailStr, Field

from functions.api.answers import Listing, Out, answer
from functions.api.dependencies import OpenWork, Owner
from functions.api.routes.keys import Role
from wareloom.accounts import queries
from wareloom.accounts.invite import invite, withdraw

router = APIRouter(prefix="/invitations", tags=["members"])


class InvitationOut(Out):
    model_config = ConfigDict(title="Invitation")

    id: UUID
    email: str
    role: Role
    created_at: datetime
    expires_at: datetime


class NewInvitationOut(InvitationOut):
    model_config = ConfigDict(title="NewInvitation")

    token: str = Field(description="What the link carries, shown this once")


class NewInvitation(BaseModel):
    model_config = ConfigDict(extra="forbid")

    email: EmailStr
    role: Role = "member"


@router.get("", response_model=Listing[InvitationOut])
async def list_invitations(request: Request, work: OpenWork, who: Owner) -> Response:
    items = [InvitationOut.model_validate(row) for row in queries.open_invitations(work.session, who.tenant_id)]
    return answer(request, Listing[InvitationOut](items=items))


@router.post("", status_code=201, response_model=NewInvitationOut)
async def create_invitation(request: Request, work: OpenWork, who: Owner, said: NewInvitation) -> Response:
    row, token = invite(work, who, email=said.email, role=said.role)
    shown = InvitationOut.model_validate(row).model_dump()
    return answer(request, NewInvitationOut(**shown, token=token), 201)


@router.delete("/{invitation_id}", status_code=204)
async def delete_invitation(work: OpenWork, who: Owner, invitation_id: UUID) -> None:
    withdraw(work, who, invitation_id)
