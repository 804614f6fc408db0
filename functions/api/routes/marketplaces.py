from fastapi import APIRouter, Request, Response
from pydantic import ConfigDict

from functions.api.answers import Listing, Out, answer
from functions.api.dependencies import Viewer
from wareloom.market.marketplaces.registry import MARKETPLACES

router = APIRouter(prefix="/marketplaces", tags=["market"])


class MarketplaceOut(Out):
    model_config = ConfigDict(title="Marketplace")

    name: str
    title: str
    about: str
    offline: bool
    every_hours: float
    target_label: str
    target_example: str


@router.get("", response_model=Listing[MarketplaceOut])
async def list_marketplaces(request: Request, who: Viewer) -> Response:  # noqa: ARG001 - asking needs a sign-in
    items = [
        MarketplaceOut(
            name=kind.name,
            title=kind.title,
            about=kind.about,
            offline=kind.offline,
            every_hours=kind.every.total_seconds() / 3600,
            target_label=kind.target_label,
            target_example=kind.target_example,
        )
        for kind in MARKETPLACES.values()
    ]
    return answer(request, Listing[MarketplaceOut](items=items))
