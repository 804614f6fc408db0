from typing import Self
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import ConfigDict, Field

from functions.api.answers import Listing, Out, Paged, answer
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, OpenWork, Viewer
from wareloom.trends.mentions import queries
from wareloom.trends.mentions.queries import Mention, Moment, SaidMoment
from wareloom.trends.mentions.spot import snippet

router = APIRouter(tags=["trends"])


class MomentOut(Out):
    """A segment that speaks of a trend."""

    model_config = ConfigDict(title="Moment")

    number: int = Field(description="The segment's")
    start: float = Field(description="Seconds from the beginning: play from here")
    end: float
    said: list[str] = Field(description="The words by which it speaks of it, as they stand in the segment")
    snippet: str = Field(description="The segment, or what of it stands around the first of these words")

    @classmethod
    def of(cls, moment: Moment) -> Self:
        segment, spots = moment
        return cls(
            number=segment.number,
            start=segment.start,
            end=segment.end,
            said=list(dict.fromkeys(spot.said for spot in spots)),
            snippet=snippet(segment.shown, spots[0].start),
        )


class MentionOut(Out):
    model_config = ConfigDict(title="Mention")

    trend_id: UUID
    name: str
    count: int = Field(description="In how many segments")
    moments: list[MomentOut] = Field(description=f"In order of time: the first {queries.MOST}")

    @classmethod
    def of(cls, found: Mention) -> Self:
        moments = [MomentOut.of(one) for one in found.moments]
        return cls(trend_id=found.trend_id, name=found.name, count=found.segments, moments=moments)


class HeardMomentOut(MomentOut):
    model_config = ConfigDict(title="HeardMoment")

    recording_id: UUID
    recording_name: str
    sentiment: str | None = Field(description="How the segment feels; null as long as nobody has read it in it")
    uncertain: bool = Field(description="The model was not sure of that, or could not read these words")

    @classmethod
    def heard(cls, found: SaidMoment) -> Self:
        segment, name = found.said
        mood = segment.mood or {}
        return cls(
            **MomentOut.of(Moment(segment, found.spots)).model_dump(),
            recording_id=segment.recording_id,
            recording_name=name,
            sentiment=mood.get("sentiment"),
            uncertain="sentiment" in mood.get("uncertain", ()),
        )


@router.get("/recordings/{recording_id}/mentions", response_model=Listing[MentionOut])
async def list_recording_mentions(request: Request, work: OpenWork, who: Viewer, recording_id: UUID) -> Response:
    """The trends that it speaks of by their own words, those that it speaks of most first."""
    found = queries.mentions(work.session, who.tenant_id, recording_id)
    return answer(request, Listing[MentionOut](items=[MentionOut.of(one) for one in found]))


@router.get("/trends/{trend_id}/mentions", response_model=Paged[HeardMomentOut])
async def list_trend_mentions(
    request: Request,
    work: OpenWork,
    who: Viewer,
    trend_id: UUID,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    """Where the workspace's own recordings speak of it, to the second; the newest recordings first."""
    page = queries.moments(work.session, who.tenant_id, trend_id, cursor=cursor, limit=limit)
    items = [HeardMomentOut.heard(one) for one in page.items]
    return answer(request, Paged[HeardMomentOut](items=items, next_cursor=page.next_cursor))
