from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from functions.api.answers import Listing, Number, Out, Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, OpenWork, Viewer
from functions.api.routes.outlook_shapes import MovementOut
from functions.api.routes.pattern_shapes import PatternOut
from wareloom.trends import queries
from wareloom.trends.estimates.ways import DAYS as FOUR_WEEKS
from wareloom.trends.find import FoundTrend, TrendSearch, find_trends, found_trend
from wareloom.trends.outlook.queries import weights_of
from wareloom.trends.outlook.weights import ENOUGH
from wareloom.trends.patterns.queries import patterns_of
from wareloom.trends.score import parts
from wareloom.trends.series.labels import Label

router = APIRouter(prefix="/trends", tags=["trends"])
Text = Annotated[str | None, Field(max_length=200)]
Told = Annotated[str | None, Field(max_length=80, description="At least a tenth of its offers say so")]
Sort = Literal[
    "-score", "-momentum", "-overall", "-demand", "-growth", "competition", "-competition", "-profitability",
    "-offers_count", "name",
]  # fmt: skip


class SaidOut(Out):
    model_config = ConfigDict(title="Said")

    word: str
    offers: int = Field(description="How many offers say so")


class TrendOut(Out):
    model_config = ConfigDict(title="Trend")

    id: UUID
    key: str
    name: str
    words: list[str]
    marketplaces: dict[str, int]
    offers_count: int
    rating_avg: Number | None
    reviews_avg: Number | None
    currency: str | None = Field(description="Of the prices: the one that most of its offers are sold in")
    price_avg: Number | None
    price_min: Number | None
    price_max: Number | None
    priced_count: int
    demand: Number
    growth: Number
    competition: Number
    profitability: Number
    overall: Number
    audience: list[SaidOut]
    styles: list[SaidOut]
    first_seen_at: datetime
    analysed_at: datetime
    score: float | None = Field(description="The one that knows time, as this workspace weighs its parts")
    confidence: float | None = Field(description="Of the score, 0 to 1")
    low_evidence: bool = Field(description="Too little is known for the score to mean much")
    label: Label | None = Field(description="Where it stands in its life; null before it was judged")
    grew: float | None = Field(description="Over four weeks, as a share of what was before; null where unknown")
    moved: MovementOut | None = Field(description="What its label rests on; null where too little is known")
    q: float | None = Field(description="Of `moved`: the share of false ones among all trends said to move as surely")

    @classmethod
    def of(cls, found: FoundTrend) -> Self:
        row, outlook = found.trend, found.outlook
        windows = outlook.windows if outlook else []
        judged = {
            "score": found.score,
            "confidence": found.confidence,
            "low_evidence": found.confidence is None or found.confidence < ENOUGH,
            "label": outlook.label if outlook else None,
            "grew": next((one["growth"] for one in windows if one["days"] == FOUR_WEEKS), None),
            "moved": outlook.moved if outlook else None,
            "q": outlook.q if outlook else None,
        }
        told = {name: getattr(row, name) for name in TrendOut.model_fields if name not in judged}
        return cls.model_validate({**told, **judged})


class ScorePartOut(Out):
    """One part of the score, opened to what it was computed from."""

    model_config = ConfigDict(title="ScorePart")

    value: Number
    unclamped: Number
    inputs: dict[str, Number | None]
    formula: str


class TrendDetailOut(TrendOut):
    model_config = ConfigDict(title="TrendDetail")

    parts: dict[str, ScorePartOut]
    patterns: list[PatternOut] = Field(description="What its offers say alike; open one with /patterns/offers")


class TrendPointOut(Out):
    model_config = ConfigDict(title="TrendPoint")

    day: date
    offers_count: int
    rating_avg: Number | None
    reviews_avg: Number | None
    price_avg: Number | None
    demand: Number
    growth: Number
    competition: Number
    profitability: Number
    overall: Number


class EvidenceOut(Out):
    """An offer that the figures are made of, as it was when they were."""

    model_config = ConfigDict(title="Evidence")

    offer_id: UUID
    title: str
    marketplace: str
    seller: str | None
    image_url: str | None
    product_url: str | None
    words: list[str]
    price: Number | None
    currency: str | None
    rating: Number | None
    reviews_count: int | None


class TotalsOut(Out):
    model_config = ConfigDict(title="TrendTotals")

    trends: int
    grouped: int = Field(description="Offers that belong to a trend")
    ungrouped: int
    analysed_at: datetime | None


class TrendFilter(BaseModel):
    model_config = ConfigDict(extra="forbid")

    query: Text = None
    marketplace: Text = None
    style: Text = None
    audience: Text = None
    recipient: Told = None
    occasion: Told = None
    tone: Told = None
    colour: Told = None
    label: Label | None = None
    min_confidence: Annotated[float | None, Field(ge=0, le=1)] = None
    min_overall: Annotated[Decimal | None, Field(ge=0, le=100, max_digits=6)] = None
    sort: Sort = "-overall"
    cursor: Cursor = None
    limit: Limit = DEFAULT_LIMIT


@router.get("", response_model=Paged[TrendOut])
async def list_trends(
    request: Request,
    work: OpenWork,
    who: Viewer,
    wanted: Annotated[TrendFilter, Query()],
) -> Response:
    search = TrendSearch(**wanted.model_dump(exclude={"cursor", "limit"}))
    weights = weights_of(work.session, who.tenant_id)
    page = find_trends(work.session, search, weights, cursor=wanted.cursor, limit=wanted.limit)
    return paged(request, page, TrendOut.of)


@router.get("/totals", response_model=TotalsOut)
async def read_totals(request: Request, work: OpenWork, who: Viewer) -> Response:  # noqa: ARG001 - trends are shared, but only with people who signed in
    return answer(request, TotalsOut.model_validate(queries.totals(work.session)))


@router.get("/{trend_id}", response_model=TrendDetailOut)
async def read_trend(request: Request, work: OpenWork, who: Viewer, trend_id: UUID) -> Response:
    found = found_trend(work.session, trend_id, weights_of(work.session, who.tenant_id))
    opened = {name: ScorePartOut.model_validate(part) for name, part in parts(queries.figures_of(found.trend)).items()}
    said = [PatternOut.model_validate(row) for row in patterns_of(work.session, trend_id)]
    return answer(request, TrendDetailOut(**TrendOut.of(found).model_dump(), parts=opened, patterns=said))


@router.get("/{trend_id}/points", response_model=Listing[TrendPointOut])
async def list_points(
    request: Request,
    work: OpenWork,
    who: Viewer,  # noqa: ARG001 - as above
    trend_id: UUID,
    since: date | None = None,
) -> Response:
    rows = queries.points(work.session, trend_id, since=since)
    return answer(request, Listing[TrendPointOut](items=[TrendPointOut.model_validate(row) for row in rows]))


@router.get("/{trend_id}/evidence", response_model=Paged[EvidenceOut])
async def list_evidence(
    request: Request,
    work: OpenWork,
    who: Viewer,  # noqa: ARG001 - as above
    trend_id: UUID,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.evidence(work.session, trend_id, cursor=cursor, limit=limit)
    return paged(request, page, EvidenceOut.model_validate)
