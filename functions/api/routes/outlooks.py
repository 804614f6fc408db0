"""Where trends stand, what comes next, and when to begin: what the score that knows time is made of."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from functions.api.answers import Listing, Number, Out, answer
from functions.api.dependencies import OpenWork, Owner, Viewer
from wareloom.kit import clock
from wareloom.trends.launch import LeadTimes, State, launch
from wareloom.trends.outlook import queries
from wareloom.trends.outlook.models import Outlook
from wareloom.trends.outlook.weigh import weigh
from wareloom.trends.outlook.weights import Weights
from wareloom.trends.series.labels import Label

router = APIRouter(prefix="/trends", tags=["trends"])
Days = Annotated[int, Field(ge=0, le=180)]


class WeightsOut(Weights):
    """What the parts of the score weigh together."""

    model_config = ConfigDict(title="TrendWeights")


class WindowOut(Out):
    """Growth over so many days; null, with the reason, where it cannot be told."""

    model_config = ConfigDict(title="GrowthWindow")

    days: int
    growth: float | None
    low: float | None = None
    high: float | None = Field(default=None, description="The ends of the 95 % confidence interval")
    p: float | None = None
    points: int = 0
    reason: str | None = None


class SeasonOut(Out):
    model_config = ConfigDict(title="TrendSeason")

    every: Literal["year"] | None = Field(description="Null where two years are known and no season is in them")
    strength: float | None = None
    peak: str | None = Field(default=None, description="When it peaks, in words")
    peak_on: date | None = Field(default=None, description="The last time that it did")


class ForecastOut(Out):
    model_config = ConfigDict(title="TrendForecast")

    date: date
    mean: float
    lower: float
    upper: float


class BacktestOut(Out):
    model_config = ConfigDict(title="TrendBacktest")

    mase: float | None = Field(description="Its mean error in the past, by that of repeating the last season")
    against_seasonal_naive: float | None
    origins: int


class WayOut(Out):
    model_config = ConfigDict(title="SalesWay")

    name: str
    units: float
    deviation: float = Field(description="Of the logarithm: 0.7 is a factor of two either way")
    sample: int


class SalesOut(Out):
    """Units in four weeks, an 80 % range."""

    model_config = ConfigDict(title="SalesEstimate")

    low: float
    mid: float
    high: float
    ways: list[WayOut]
    calibrated: bool = Field(description="By the workspace's own sales")


class OutlookPartOut(Out):
    """One part of the score that knows time. A null is not known, and has no say."""

    model_config = ConfigDict(title="OutlookPart")

    value: float | None
    confidence: float
    sample: int
    inputs: dict[str, Any]
    why: str


class LeadOut(Out):
    """Which of two sources moved first. Only where p is small is it more than chance."""

    model_config = ConfigDict(title="TrendLead")

    first: str
    second: str
    days: int = Field(description="By which the first one is ahead; negative where the second one is")
    low: int
    high: int = Field(description="Between them lie 80 % of the draws")
    correlation: float
    p: float


class OutlookOut(Out):
    model_config = ConfigDict(title="Outlook")

    at: datetime
    label: Label
    why: str
    days: int = Field(description="Of which something is known")
    windows: list[WindowOut]
    p: float | None
    q: float | None
    season: SeasonOut | None = Field(description="Null where two years are not known yet")
    forecast: list[ForecastOut] = Field(description="Reviews a week and offer: the next twelve weeks, 80 % intervals")
    model: str | None
    backtest: BacktestOut | None
    sales: SalesOut | None
    parts: dict[str, OutlookPartOut]
    leads: list[LeadOut]
    weights: WeightsOut

    @classmethod
    def of(cls, row: Outlook, weights: Weights) -> Self:
        told = {name: getattr(row, name) for name in cls.model_fields if name != "weights"}
        return cls.model_validate({**told, "weights": weights.model_dump()})


class SignalOut(Out):
    """What one source told of a trend on one day."""

    model_config = ConfigDict(title="TrendSignal")

    source: str
    day: date
    offers: int
    new_offers: int | None
    counted: int
    reviews_gained: float | None
    sellers: int | None
    price_low: Number | None = Field(description="The lower quartile, in dollars")
    price_mid: Number | None
    price_high: Number | None
    rank_mid: float | None


class KinshipOut(Out):
    """How a trend and another one are of one kin."""

    model_config = ConfigDict(title="TrendKinship")

    kind: Literal["renamed", "split", "merged"]
    at: datetime
    offers: int = Field(description="How many were in both")
    key_before: str
    trend_id: UUID
    before_id: UUID
    other_name: str


class LaunchOut(Out):
    """When to do what for a trend that comes back every year."""

    model_config = ConfigDict(title="Launch")

    trend_id: UUID
    name: str
    label: Label
    strength: float
    peak: date
    order_by: date
    publish_by: date
    begin_by: date
    state: State


class LeadTimesIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    designing: Days = LeadTimes().designing
    being_found: Days = LeadTimes().being_found
    printing: Days = LeadTimes().printing
    shipping: Days = LeadTimes().shipping


@router.get("/weights", response_model=WeightsOut)
async def read_weights(request: Request, work: OpenWork, who: Viewer) -> Response:
    return answer(request, _told(queries.weights_of(work.session, who.tenant_id)))


@router.put("/weights", response_model=WeightsOut)
async def replace_weights(request: Request, work: OpenWork, who: Owner, said: Weights) -> Response:
    """Every score of this workspace's lists is weighed so from now on."""
    return answer(request, _told(weigh(work, tenant_id=who.tenant_id, actor=who.actor, weights=said)))


def _told(weights: Weights) -> WeightsOut:
    return WeightsOut(**weights.model_dump())


@router.get("/calendar", response_model=Listing[LaunchOut])
async def read_calendar(
    request: Request,
    work: OpenWork,
    who: Viewer,  # noqa: ARG001 - trends are shared, but only with people who signed in
    times: Annotated[LeadTimesIn, Query()],
) -> Response:
    """What comes back every year, and when one has to begin with it: the most urgent first."""
    today, lead = clock.now().date(), LeadTimes(**times.model_dump())
    plans = [_planned(row, today, lead) for row in queries.seasonal(work.session)]
    return answer(request, Listing[LaunchOut](items=sorted(plans, key=lambda plan: (plan.begin_by, plan.name))))


def _planned(row: Any, today: date, lead: LeadTimes) -> LaunchOut:
    plan = launch(date.fromisoformat(row.season["peak_on"]).timetuple().tm_yday, today, lead)
    return LaunchOut(
        trend_id=row.id,
        name=row.name,
        label=row.label,
        strength=row.season["strength"],
        peak=plan.peak,
        order_by=plan.order_by,
        publish_by=plan.publish_by,
        begin_by=plan.begin_by,
        state=plan.state,
    )


@router.get("/{trend_id}/outlook", response_model=OutlookOut)
async def read_outlook(request: Request, work: OpenWork, who: Viewer, trend_id: UUID) -> Response:
    row = queries.outlook(work.session, trend_id)
    return answer(request, OutlookOut.of(row, queries.weights_of(work.session, who.tenant_id)))


@router.get("/{trend_id}/signals", response_model=Listing[SignalOut])
async def list_signals(
    request: Request,
    work: OpenWork,
    who: Viewer,  # noqa: ARG001 - as above
    trend_id: UUID,
    since: date | None = None,
) -> Response:
    rows = queries.signals(work.session, trend_id, since=since)
    return answer(request, Listing[SignalOut](items=[SignalOut.model_validate(row) for row in rows]))


@router.get("/{trend_id}/kinships", response_model=Listing[KinshipOut])
async def list_kinships(request: Request, work: OpenWork, who: Viewer, trend_id: UUID) -> Response:  # noqa: ARG001 - as above
    """What it came of, and what came of it."""
    rows = queries.kinships(work.session, trend_id)
    return answer(request, Listing[KinshipOut](items=[KinshipOut.model_validate(row) for row in rows]))
