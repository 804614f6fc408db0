from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class AlertOpened(Event):
    """A rule found something. Announced once for each opening: whoever tells people takes it from here."""

    room: ClassVar[str] = "alerts"
    alert_id: UUID


class AlertChanged(Event):
    """It was acknowledged, closed or opened again: the row says which."""

    room: ClassVar[str] = "alerts"
    alert_id: UUID
