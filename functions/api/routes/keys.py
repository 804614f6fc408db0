from datetime import datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from functions.api.answers import Listing, Out, answer
from functions.api.dependencies import OpenWork, Viewer
from wareloom.accounts import queries
from wareloom.accounts.issue_key import issue_key, revoke_key

router = APIRouter(prefix="/keys", tags=["keys"])
Role = Literal["owner", "member", "viewer"]


class KeyOut(Out):
    model_config = ConfigDict(title="Key")

    id: UUID
    name: str
    role: Role
    lookup: str = Field(description="The part of the key that may be shown")
    created_at: datetime
    used_at: datetime | None
    expires_at: datetime | None
    revoked_at: datetime | None


class NewKeyOut(KeyOut):
    model_config = ConfigDict(title="NewKey")

    key: str = Field(description="The whole key, shown this once")


class NewKey(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
    role: Role = "viewer"
    expires_in_days: Annotated[int, Field(ge=1, le=365)] | None = 90


@router.get("", response_model=Listing[KeyOut])
async def list_keys(request: Request, work: OpenWork, who: Viewer) -> Response:
    items = [KeyOut.model_validate(row) for row in queries.keys(work.session, who.user_id, who.tenant_id)]
    return answer(request, Listing[KeyOut](items=items))


@router.post("", status_code=201, response_model=NewKeyOut)
async def create_key(request: Request, work: OpenWork, who: Viewer, said: NewKey) -> Response:
    lasts = timedelta(days=said.expires_in_days) if said.expires_in_days else None
    row, key = issue_key(work, who, name=said.name, role=said.role, lasts=lasts)
    shown = KeyOut.model_validate(row).model_dump()
    response = answer(request, NewKeyOut(**shown, key=key), 201)
    response.headers["Cache-Control"] = "no-store"
    return response


@router.delete("/{key_id}", status_code=204)
async def delete_key(work: OpenWork, who: Viewer, key_id: UUID) -> None:
    revoke_key(work, who, key_id)
