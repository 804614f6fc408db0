from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict
from sqlalchemy import Row

from functions.api.answers import Listing, answer
from functions.api.dependencies import OpenWork, Viewer
from functions.api.routes.social_shapes import (
    MoodsOut,
    Name,
    PulseOut,
    PulsePartOut,
    PulsePointOut,
    PulseStepOut,
    SubjectPulseOut,
)
from wareloom.kit import clock
from wareloom.kit.errors import Malformed
from wareloom.social.listening.ways import listened_to
from wareloom.social.pulse.count import COUNTED
from wareloom.social.pulse.read import By, Per, by_subject, courses, points

router = APIRouter(prefix="/pulse", tags=["social"])
USUAL = timedelta(days=7)
LONGEST = {"hour": timedelta(days=31), "day": timedelta(days=366)}
LONGEST_OF_MANY = {"hour": timedelta(days=2), "day": timedelta(days=366)}
"""Of all that is followed, side by side."""


class PulseFilter(BaseModel):
    """Without a word: the last seven days."""

    model_config = ConfigDict(extra="forbid")

    network: Name = None
    since: datetime | None = None
    until: datetime | None = None

    def period(self, longest: timedelta = LONGEST["day"]) -> tuple[datetime, datetime]:
        until = self.until or clock.now()
        since = self.since or until - USUAL
        if since.tzinfo is None or until.tzinfo is None:
            raise Malformed("A moment needs its time zone, such as 2026-11-22T00:00:00Z.")
        if not timedelta() < until - since <= longest:
            raise Malformed(f"Ask for a time from since to until, and for at most {longest.days} days of it.")
        return since, until


class PulseOfOneFilter(PulseFilter):
    per: Literal["hour", "day"] = "hour"


class PulsePartsFilter(PulseFilter):
    by: By
    subject_id: UUID | None = None
    per: Per = "day"


@router.get("", response_model=Listing[SubjectPulseOut])
async def list_pulses(
    request: Request, work: OpenWork, who: Viewer, wanted: Annotated[PulseFilter, Query()]
) -> Response:
    """How people feel about each subject that is followed, and of which something was said."""
    since, until = wanted.period()
    rows = by_subject(work.session, who.tenant_id, since=since, until=until, network=wanted.network)
    items = [
        SubjectPulseOut(subject_id=row.subject_id, words=row.words, **dict(MoodsOut.of(_sum([row])))) for row in rows
    ]
    return answer(request, Listing[SubjectPulseOut](items=items))


@router.get("/parts", response_model=Listing[PulsePartOut])
async def list_pulse_parts(
    request: Request, work: OpenWork, who: Viewer, wanted: Annotated[PulsePartsFilter, Query()]
) -> Response:
    """The same numbers for each subject, or for each network, with their course, the loudest first."""
    since, until = wanted.period(LONGEST_OF_MANY[wanted.per])
    rows = courses(
        work.session,
        who.tenant_id,
        by=wanted.by,
        per=wanted.per,
        since=since,
        until=until,
        subject_id=wanted.subject_id,
        network=wanted.network,
    )
    steps = dict[UUID | str, list[Row[*tuple[Any, ...]]]]()
    for row in rows:
        steps.setdefault(row.subject_id if wanted.by == "subject" else row.network, []).append(row)
    items = sorted((_part(wanted.by, each) for each in steps.values()), key=lambda part: (-part.posts, part.title))
    return answer(request, Listing[PulsePartOut](items=items))


def _part(by: By, steps: list[Row[*tuple[Any, ...]]]) -> PulsePartOut:
    first = steps[0]
    network = None if by == "subject" else listened_to().get(first.network)
    return PulsePartOut(
        subject_id=first.subject_id if by == "subject" else None,
        network=first.network if by == "network" else None,
        title=first.words if by == "subject" else network.title if network else first.network,
        course=[PulseStepOut.model_validate(step) for step in steps],
        **dict(MoodsOut.of(_sum(steps))),
    )


@router.get("/{subject_id}", response_model=PulseOut)
async def get_pulse(
    request: Request, work: OpenWork, who: Viewer, subject_id: UUID, wanted: Annotated[PulseOfOneFilter, Query()]
) -> Response:
    """How people feel about a subject, by hour or by day."""
    since, until = wanted.period(LONGEST[wanted.per])
    rows = points(
        work.session,
        who.tenant_id,
        subject_id,
        per=wanted.per,
        since=since,
        until=until,
        network=wanted.network,
    )
    networks = {
        name: _sum(row for row in rows if row.network == name) for name in sorted({row.network for row in rows})
    }
    shown = PulseOut(
        subject_id=subject_id,
        per=wanted.per,
        since=since,
        until=until,
        total=MoodsOut.of(_sum(rows)),
        networks={name: MoodsOut.of(counts) for name, counts in networks.items()},
        points=[PulsePointOut.model_validate(row) for row in rows],
    )
    return answer(request, shown)


def _sum(rows: Iterable[Row[*tuple[Any, ...]]]) -> Counter[str]:
    counts = Counter[str]()
    for row in rows:
        counts.update({name: int(getattr(row, name)) for name in COUNTED})
    return counts
