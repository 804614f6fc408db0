from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class CollectionChanged(Event):
    """It was made, described, archived, shown to others, or it holds other offers and notes."""

    room: ClassVar[str] = "market"
    collection_id: UUID
