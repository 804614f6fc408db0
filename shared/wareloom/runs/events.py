from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class _RunEvent(Event):
    room: ClassVar[str] = "runs"
    run_id: UUID


class RunOpened(_RunEvent):
    """Somebody, or the schedule, asked for a run."""


class RunProgressed(_RunEvent):
    """A step began, ended, or waits."""

    verb: str
    subject_id: UUID


class RunEnded(_RunEvent):
    """It succeeded, failed or was stopped: the row says which."""


class PlanChanged(Event):
    """What runs may do by themselves, or spend, is different from now on."""

    room: ClassVar[str] = "runs"
