"""Connected shops, and the channels that shops can be connected at."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from functions.api.answers import Listing, Out, answer
from functions.api.dependencies import OpenWork, Owner, Viewer
from wareloom.accounts import queries
from wareloom.accounts.connect_shop import disconnect_shop
from wareloom.listings.channels.registry import CHANNELS
from wareloom.listings.connect import connect

router = APIRouter(tags=["listings"])


class ShopOut(Out):
    """Its credentials are never shown again, to anybody."""

    model_config = ConfigDict(title="Shop")

    id: UUID
    channel: str
    name: str
    status: Literal["connected", "refused", "disconnected"]
    reason: str | None
    connected_by: str
    created_at: datetime
    checked_at: datetime | None
    ended_at: datetime | None


class ChannelOut(Out):
    model_config = ConfigDict(title="Channel")

    name: str
    title: str
    offline: bool = Field(description="For practice: nothing leaves this machine")
    products: list[str]
    parts: list[str] = Field(description="The calls of one publication, in order")
    limits: dict[str, Any] = Field(description="How long titles, tags and descriptions may be there, and who says so")
    credentials: dict[str, Any] = Field(description="JSON schema of the connect form")


class ShopWanted(BaseModel):
    model_config = ConfigDict(extra="forbid")

    channel: Annotated[str, Field(max_length=40)]
    name: Annotated[str, Field(max_length=100)] = ""
    credentials: dict[str, Annotated[str, Field(max_length=4000)]]


@router.get("/channels", response_model=Listing[ChannelOut])
async def list_channels(request: Request, who: Viewer) -> Response:  # noqa: ARG001 - the same for everybody who signed in
    items = [
        ChannelOut(
            name=name,
            title=channel.title,
            offline=channel.offline,
            products=list(channel.products),
            parts=list(channel.parts),
            limits=vars(channel.limits),
            credentials=channel.credentials.model_json_schema(),
        )
        for name, channel in CHANNELS.items()
    ]
    return answer(request, Listing[ChannelOut](items=items))


@router.get("/shops", response_model=Listing[ShopOut])
async def list_shops(request: Request, work: OpenWork, who: Viewer) -> Response:
    items = [ShopOut.model_validate(row) for row in queries.shops(work.session, who.tenant_id)]
    return answer(request, Listing[ShopOut](items=items))


@router.post("/shops", status_code=201, response_model=ShopOut)
async def create_shop(request: Request, work: OpenWork, who: Owner, said: ShopWanted) -> Response:
    row = connect(
        work,
        tenant_id=who.tenant_id,
        actor=who.actor,
        channel=said.channel,
        name=said.name,
        given=said.credentials,
    )
    return answer(request, ShopOut.model_validate(row), 201)


@router.delete("/shops/{shop_id}", response_model=ShopOut)
async def delete_shop(request: Request, work: OpenWork, who: Owner, shop_id: UUID) -> Response:
    row = disconnect_shop(work, tenant_id=who.tenant_id, actor=who.actor, shop_id=shop_id)
    return answer(request, ShopOut.model_validate(row))
