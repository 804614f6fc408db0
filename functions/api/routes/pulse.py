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
from functions.api.routes.social_shapes import MoodsOut, Name, PulseOut, PulsePointOut, SubjectPulseOut
from wareloom.kit import clock
from wareloom.kit.errors import Malformed
from wareloom.social.pulse.count import COUNTED
from wareloom.social.pulse.read import by_subject, points

router = APIRouter(prefix="/pulse", tags=["social"])
USUAL = timedelta(days=7)
LONGEST = {"hour": timedelta(days=31), "day": timedelta(days=366)}


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
