from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class _ListingEvent(Event):
    room: ClassVar[str] = "listings"
    listing_id: UUID
    design_id: UUID


class ListingChanged(_ListingEvent):
    """Drafted, a part further, failed or withdrawn: the row says which."""


class ListingPublished(_ListingEvent):
    """It is at the channel, whole."""
