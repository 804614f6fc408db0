from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class _DesignEvent(Event):
    room: ClassVar[str] = "designs"
    design_id: UUID
    run_id: UUID


class DesignPlanned(_DesignEvent):
    """Somebody edited a design and wants it drawn again."""


class DesignGenerated(_DesignEvent):
    """Its art and mockups are there, or the reason why not; it waits for a person."""


class DesignDecided(_DesignEvent):
    """Approved, rejected or expired: the row says which."""
