from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class TrendsAnalysed(Event):
    """The market was analysed for a run, and the run knows which trends it works on."""

    room: ClassVar[str] = "trends"
    run_id: UUID


class TrendsWeighed(Event):
    """A workspace weighs the parts of the score in another way."""

    room: ClassVar[str] = "trends"
