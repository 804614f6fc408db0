from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class IdeasMade(Event):
    """A trend has ideas of this run."""

    room: ClassVar[str] = "ideas"
    run_id: UUID
    trend_id: UUID
