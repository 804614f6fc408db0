"""Reads of mentions: the trends that a recording speaks of, and the moments in which a workspace's speak of a trend."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import Text, any_, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from wareloom.kit.paging import Page, read_cursor, write_cursor
from wareloom.speech.models import TranscriptSegment
from wareloom.speech.queries import Said, recording, saying, transcript
from wareloom.trends.mentions.spot import Spot, phrases, search, spots
from wareloom.trends.models import Trend
from wareloom.trends.queries import CURRENT, trend

MOST = 200
"""Trends of a recording, and moments of each of them: what is said more often is counted all the same."""
_TOGETHER = 500
_LOOKED_AT = 2_000
_MOMENTS = "moments"
Item = TypeVar("Item")


class Moment(NamedTuple):
    """A segment that speaks of a trend, and the words by which it does, the first of them first."""

    segment: TranscriptSegment
    spots: Sequence[Spot]


class Mention(NamedTuple):
    trend_id: UUID
    name: str
    segments: int
    """In how many."""
    moments: Sequence[Moment]


class SaidMoment(NamedTuple):
    said: Said
    spots: Sequence[Spot]


class _Known(NamedTuple):
    id: UUID
    name: str


def mentions(session: Session, tenant_id: UUID, recording_id: UUID) -> list[Mention]:
    """What is spoken of most comes first."""
    row = recording(session, tenant_id, recording_id)
    found, names = defaultdict[UUID, list[Moment]](list), dict[UUID, str]()
    for some in _lots(transcript(session, row.id), _TOGETHER):
        known = _known(session, [one.shown for one in some])
        names |= {one.id: one.name for one in known.values()}
        for segment in some:
            for trend_id, where in _by_trend(segment.shown, known).items():
                found[trend_id].append(Moment(segment, where))
    by_count = sorted(found.items(), key=lambda item: (-len(item[1]), item[1][0].segment.number, item[0]))
    return [Mention(one, names[one], len(moments), moments[:MOST]) for one, moments in by_count[:MOST]]


def moments(session: Session, tenant_id: UUID, trend_id: UUID, *, cursor: str | None, limit: int) -> Page[SaidMoment]:
    """In the workspace's own recordings, the newest first. A page may hold fewer than asked for, and yet not be the
    last: not all that PostgreSQL finds speaks of it."""
    row = trend(session, trend_id)
    after = tuple(read_cursor(cursor, _MOMENTS, UUID, int)) if cursor else None
    looked = saying(session, tenant_id, search(row.key), after=after, limit=_LOOKED_AT + 1)
    found = list[SaidMoment]()
    for some in _lots(looked[:_LOOKED_AT], max(limit, 50)):
        known = _known(session, [one.segment.shown for one in some], also=row.id)
        for one in some:
            where = _by_trend(one.segment.shown, known).get(row.id)
            if where:
                found.append(SaidMoment(one, where))
            if len(found) == limit:
                return Page(found, _after(one) if one is not looked[-1] else None)
    return Page(found, _after(looked[_LOOKED_AT - 1]) if len(looked) > _LOOKED_AT else None)


def _lots(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _known(session: Session, texts: Sequence[str], *, also: UUID | None = None) -> Mapping[str, _Known]:
    """By key, the trends that these texts may speak of: those that are listed now, and the one that is asked about."""
    keys = sorted(set[str]().union(*map(phrases, texts)))
    wanted = select(Trend.key, Trend.id, Trend.name).where(Trend.key == any_(literal(keys, ARRAY(Text))))
    rows = session.execute(wanted.where(CURRENT if also is None else CURRENT | (Trend.id == also)))
    return {key: _Known(trend_id, name) for key, trend_id, name in rows}


def _by_trend(text: str, known: Mapping[str, _Known]) -> Mapping[UUID, Sequence[Spot]]:
    found = defaultdict[UUID, list[Spot]](list)
    for spot in spots(text, known):
        found[known[spot.key].id].append(spot)
    return found


def _after(found: Said) -> str:
    return write_cursor(_MOMENTS, str(found.segment.recording_id), found.segment.number)
