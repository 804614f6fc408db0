"""How a design looks in an answer: its row, addresses of its pictures, and whether it may be printed on what."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from functions.api.answers import Out
from wareloom.designs.models import Design, Mockup
from wareloom.designs.readiness import readiness
from wareloom.kit import objects
from wareloom.kit.settings import ArtSettings

Text = Annotated[str | None, Field(max_length=200)]
Colour = Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")]


class MockupOut(Out):
    model_config = ConfigDict(title="Mockup")

    product: str
    colour: str
    url: str = Field(description="Readable for a while")
    width: int
    height: int


class DesignOut(Out):
    model_config = ConfigDict(title="Design")

    id: UUID
    run_id: UUID
    trend_id: UUID
    idea_id: UUID
    parent_id: UUID | None = Field(description="The design that it was edited from")
    variant: int
    status: Literal["planned", "waiting", "approved", "rejected", "expired", "failed"]
    reason: str | None
    studio: str
    slogan: str
    style: str
    palette: list[str]
    motifs: list[str]
    layout: str | None
    font: str | None
    prompt: str
    on_dark: bool = Field(description="Light inks, for dark fabric")
    made_with: dict[str, Any]
    width: int | None
    height: int | None
    dpi: int | None
    effective_dpi: int | None = Field(description="Of the pixels that were really drawn")
    size: int | None = Field(description="Bytes")
    thumbnail_url: str | None
    art_url: str | None
    mockups: list[MockupOut]
    decided_by: str | None
    decided_at: datetime | None
    expires_at: datetime | None
    created_at: datetime
    generated_at: datetime | None
    updated_at: datetime


class FindingOut(Out):
    model_config = ConfigDict(title="Finding")

    severity: str
    text: str
    fix: str


class ReadinessOut(Out):
    model_config = ConfigDict(title="Readiness")

    product: str
    ready: bool
    effective_dpi: int
    area: str = Field(description="The print area, in inches")
    findings: list[FindingOut]


class DesignDetailOut(DesignOut):
    model_config = ConfigDict(title="DesignDetail")

    readiness: list[ReadinessOut] = Field(description="The print specification of each product, and how it is met")


class DesignCountsOut(Out):
    model_config = ConfigDict(title="DesignCounts")

    counts: dict[str, int]


class Refusal(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, Field(min_length=1, max_length=500)]


class DesignChanges(BaseModel):
    """What is to be different; nothing at all draws another take on the same."""

    model_config = ConfigDict(extra="forbid")

    slogan: Annotated[str | None, Field(min_length=1, max_length=120)] = None
    palette: Annotated[list[Colour] | None, Field(min_length=1, max_length=8)] = None
    motifs: Annotated[list[Annotated[str, Field(max_length=60)]] | None, Field(max_length=8)] = None
    style: Text = None
    layout: Text = None
    font: Text = None
    on_dark: bool | None = None
    prompt: Annotated[str | None, Field(max_length=4000)] = None
    studio: Text = None


_WANTED = ("style", "palette", "motifs", "layout", "font", "prompt", "on_dark")
_SEEN_S = 3600


def shown(design: Design, mockups: Sequence[Mockup]) -> DesignOut:
    return DesignOut.model_validate(_facts(design, mockups))


def detail(design: Design, mockups: Sequence[Mockup]) -> DesignDetailOut:
    return DesignDetailOut.model_validate(_facts(design, mockups) | {"readiness": readiness(design)})


def picture_url(key: str | None) -> str | None:
    return objects.link(ArtSettings.from_env().bucket, key, seconds=_SEEN_S) if key else None


def _facts(design: Design, mockups: Sequence[Mockup]) -> dict[str, Any]:
    own = {column.key: getattr(design, column.key) for column in Design.__mapper__.column_attrs}
    pictures = [
        MockupOut(
            product=one.product,
            colour=one.colour,
            url=picture_url(one.key) or "",
            width=one.width,
            height=one.height,
        )
        for one in mockups
    ]
    return {
        **own,
        **{name: design.wanted.get(name) for name in _WANTED},
        "thumbnail_url": picture_url(design.thumbnail_key),
        "art_url": picture_url(design.art_key),
        "mockups": pictures,
    }
