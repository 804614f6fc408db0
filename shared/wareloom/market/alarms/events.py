from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class SourceAlarmed(Event):
    """Something about a source that the workspace collects from got worse, or is well again: the rows say which."""

    room: ClassVar[str] = "market"
    alarm_id: UUID
