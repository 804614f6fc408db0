from fastapi import APIRouter, Request, Response
from pydantic import ConfigDict, Field

from functions.api.answers import Listing, Out, answer
from functions.api.dependencies import Viewer
from wareloom.designs.studios.registry import STUDIOS

router = APIRouter(prefix="/studios", tags=["designs"])


class StudioOut(Out):
    model_config = ConfigDict(title="Studio")

    name: str
    title: str
    offline: bool = Field(description="Works without a model and costs nothing")
    layouts: list[str] = Field(description="What a design may be laid out as; empty where the studio decides")
    fonts: list[str]
    styles: list[str]


@router.get("", response_model=Listing[StudioOut])
async def list_studios(request: Request, who: Viewer) -> Response:  # noqa: ARG001 - the same for everybody who signed in
    items = [
        StudioOut(
            name=name,
            title=studio.title,
            offline=studio.offline,
            layouts=list(studio.layouts),
            fonts=list(studio.fonts),
            styles=list(studio.styles),
        )
        for name, studio in STUDIOS.items()
    ]
    return answer(request, Listing[StudioOut](items=items))
