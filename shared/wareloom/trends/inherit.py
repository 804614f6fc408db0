"""Let today's niches have the rows of yesterday's that they are, and keep how the others came about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import numpy as np
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from wareloom.trends.lineage import Descent, Overlap, Sizes, descents
from wareloom.trends.listen import Market
from wareloom.trends.models import Kinship, Trend
from wareloom.trends.niche import Niche
from wareloom.trends.series.numbers import Integers

_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Inherited:
    kin: tuple[tuple[Descent, str], ...]
    """Each with the key that was before."""
    ids: Mapping[str, UUID]
    """The rows of those niches that have one already, by their keys of today."""


def inherit(session: Session, niches: Sequence[Niche], market: Market) -> Inherited:
    """Before today's are kept: what is the same under other words takes its row's key along."""
    keys: dict[UUID, str] = {row.id: row.key for row in session.execute(select(Trend.id, Trend.key))}
    ids = {key: trend_id for trend_id, key in keys.items()}
    now = {niche.key: len(niche.members) for niche in niches}
    held = np.bincount(market.before[market.before != _NOWHERE], minlength=len(market.trends)).tolist()
    before = dict(zip(market.trends, held, strict=True))
    vanished = {trend_id for trend_id in before if keys[trend_id] not in now}
    new = now.keys() - ids.keys()
    overlaps = [one for one in _overlaps(niches, market) if one.before in vanished or one.now in new]
    found = descents(overlaps, Sizes(before, now), vanished=vanished, new=new)
    for one in found:
        if one.kind == "renamed":
            session.execute(update(Trend).where(Trend.id == one.before).values(key=one.now))
            ids[one.now] = one.before
    kin = tuple((one, keys[one.before]) for one in found)
    return Inherited(kin, {key: ids[key] for key in now if key in ids})


def homes(niches: Sequence[Niche], offers: int) -> Integers:
    """The niche of each offer, by its place among them; −1 for none."""
    home = np.full(offers, _NOWHERE, np.int64)
    for place, niche in enumerate(niches):
        home[niche.members] = place
    return home


def _overlaps(niches: Sequence[Niche], market: Market) -> list[Overlap]:
    home, width = homes(niches, len(market.before)), max(len(niches), 1)
    both = (market.before != _NOWHERE) & (home != _NOWHERE)
    pairs, counts = np.unique(market.before[both] * width + home[both], return_counts=True)
    found: list[list[int]] = np.column_stack([pairs // width, pairs % width, counts]).tolist()
    return [Overlap(market.trends[trend], niches[niche].key, offers) for trend, niche, offers in found]


def keep_kinships(session: Session, kin: Iterable[tuple[Descent, str]], ids: Mapping[str, UUID], at: datetime) -> None:
    rows = [
        {
            "trend_id": ids[one.now],
            "before_id": one.before,
            "at": at,
            "kind": one.kind,
            "key_before": key,
            "offers": one.offers,
        }
        for one, key in kin
    ]
    if rows:
        session.execute(insert(Kinship), rows)
