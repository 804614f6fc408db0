"""Where trends stand, what comes next, and when to begin: what the score that knows time is made of."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from functions.api.answers import Listing, answer
from functions.api.dependencies import OpenWork, Owner, Viewer
from functions.api.routes.outlook_shapes import (
    KinshipOut,
    LaunchOut,
    LeadTimesIn,
    OutlookOut,
    SignalOut,
    TalkOut,
    WeightsOut,
)
from wareloom.kit import clock
from wareloom.trends.launch import LeadTimes, launch
from wareloom.trends.outlook import queries
from wareloom.trends.outlook.weigh import weigh
from wareloom.trends.outlook.weights import Weights
from wareloom.trends.talk.queries import talk

router = APIRouter(prefix="/trends", tags=["trends"])


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


@router.get("/{trend_id}/talk", response_model=Listing[TalkOut])
async def list_talk(
    request: Request,
    work: OpenWork,
    who: Viewer,  # noqa: ARG001 - as above
    trend_id: UUID,
    since: date | None = None,
) -> Response:
    """Empty as long as nobody follows a subject of the trend's name."""
    rows = talk(work.session, trend_id, since=since)
    return answer(request, Listing[TalkOut](items=[TalkOut.model_validate(row) for row in rows]))


@router.get("/{trend_id}/kinships", response_model=Listing[KinshipOut])
async def list_kinships(request: Request, work: OpenWork, who: Viewer, trend_id: UUID) -> Response:  # noqa: ARG001 - as above
    """What it came of, and what came of it."""
    rows = queries.kinships(work.session, trend_id)
    return answer(request, Listing[KinshipOut](items=[KinshipOut.model_validate(row) for row in rows]))
