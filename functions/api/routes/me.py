from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from functions.api.answers import Listing, Out, answer
from functions.api.dependencies import OpenWork, Viewer
from wareloom.accounts import queries
from wareloom.accounts.change_profile import change_password, rename
from wareloom.accounts.sign_out import end_sign_in
from wareloom.kit.work import Work

router = APIRouter(prefix="/me", tags=["me"])
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class TenantOut(Out):
    id: UUID
    name: str


class MeOut(Out):
    model_config = ConfigDict(title="Me")

    id: UUID
    email: str
    name: str
    role: Literal["owner", "member", "viewer"]
    tenant: TenantOut
    created_at: datetime


class SignInOut(Out):
    id: UUID
    device: str
    created_at: datetime
    used_at: datetime
    expires_at: datetime
    current: bool


class ProfileChange(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Name | None = None
    workspace: Name | None = Field(default=None, description="Owners only")


class PasswordChange(BaseModel):
    model_config = ConfigDict(extra="forbid")

    current: Annotated[str, StringConstraints(max_length=200)]
    new: Annotated[str, StringConstraints(max_length=200)]


def me_out(work: Work, user_id: UUID, tenant_id: UUID) -> MeOut:
    found = queries.profile(work.session, user_id, tenant_id)
    return MeOut.model_validate(
        {
            "id": found.user.id,
            "email": found.user.email,
            "name": found.user.name,
            "role": found.role,
            "tenant": {"id": found.tenant.id, "name": found.tenant.name},
            "created_at": found.user.created_at,
        }
    )


@router.get("", response_model=MeOut)
async def read_me(request: Request, work: OpenWork, who: Viewer) -> Response:
    return answer(request, me_out(work, who.user_id, who.tenant_id))


@router.patch("", response_model=MeOut)
async def change_me(request: Request, work: OpenWork, who: Viewer, said: ProfileChange) -> Response:
    rename(work, who, name=said.name, workspace=said.workspace)
    work.session.flush()
    return answer(request, me_out(work, who.user_id, who.tenant_id))


@router.put("/password", status_code=204)
async def change_my_password(work: OpenWork, who: Viewer, said: PasswordChange) -> None:
    change_password(work, who, current=said.current, new=said.new)


@router.get("/sign-ins", response_model=Listing[SignInOut])
async def list_my_sign_ins(request: Request, work: OpenWork, who: Viewer) -> Response:
    items = [
        SignInOut(
            id=row.id,
            device=row.device,
            created_at=row.created_at,
            used_at=row.used_at,
            expires_at=row.expires_at,
            current=row.id == who.sign_in_id,
        )
        for row in queries.open_sign_ins(work.session, who.user_id, who.tenant_id)
    ]
    return answer(request, Listing[SignInOut](items=items))


@router.delete("/sign-ins/{sign_in_id}", status_code=204)
async def end_my_sign_in(work: OpenWork, who: Viewer, sign_in_id: UUID) -> None:
    end_sign_in(work, user_id=who.user_id, tenant_id=who.tenant_id, sign_in_id=sign_in_id)
