"""What the API says of where trends stand, and of when to begin."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from functions.api.answers import Number, Out
from wareloom.trends.launch import LeadTimes, State
from wareloom.trends.outlook.models import Outlook
from wareloom.trends.outlook.weights import Weights
from wareloom.trends.series.labels import Label

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


class MovementOut(Out):
    """What the label rests on and q is of: how reviews a day and offer moved, over so many days up to the last."""

    model_config = ConfigDict(title="Movement")

    days: int
    growth: float
    low: float
    high: float = Field(description="The ends of the 95 % confidence interval")
    by: Literal["day", "week"]
    without_season: bool


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
    q: float | None = Field(description="Of `moved`: the share of false ones among all trends that move as surely")
    moved: MovementOut | None = Field(description="What p and q are of; null where neither is known")
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


class TalkOut(Out):
    """What was said of a trend on one network on one day. A day that is left out is one on which nobody listened."""

    model_config = ConfigDict(title="TrendTalk")

    network: str
    day: date
    posts: int
    negative: int
    neutral: int
    positive: int
    engagement: int | None = Field(description="Likes, answers and shares; null where no post tells any")


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
