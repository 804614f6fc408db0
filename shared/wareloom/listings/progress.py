"""How far publications have come: each part of the channel in order, also those still ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.accounts.models import Shop
from wareloom.designs.models import Design
from wareloom.listings.channels.registry import channel
from wareloom.listings.models import Listing, Part


@dataclass(frozen=True)
class PartSeen:
    name: str
    status: str = "ahead"
    tries: int = 0
    claimed_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Progress:
    listing: Listing
    shop_name: str
    thumbnail_key: str | None
    parts: Sequence[PartSeen]


def progress(session: Session, listings: Sequence[Listing]) -> list[Progress]:
    wanted = select(Shop.id, Shop.name).where(Shop.id.in_({one.shop_id for one in listings}))
    shops = dict(session.execute(wanted).all())
    drawn = select(Design.id, Design.thumbnail_key).where(Design.id.in_({one.design_id for one in listings}))
    pictures = dict(session.execute(drawn).all())
    kept: dict[tuple[object, str], PartSeen] = {
        (part.listing_id, part.name): PartSeen(part.name, part.status, part.tries, part.claimed_at, part.ended_at)
        for part in session.scalars(select(Part).where(Part.listing_id.in_([one.id for one in listings])))
    }
    return [
        Progress(
            one,
            shops[one.shop_id],
            pictures[one.design_id],
            [kept.get((one.id, name), PartSeen(name)) for name in channel(one.channel).parts],
        )
        for one in listings
    ]
