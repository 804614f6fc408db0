from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class _TaskEvent(Event):
    room: ClassVar[str] = "market"
    task_id: UUID


class TaskOpened(_TaskEvent):
    """Somebody, or the schedule, asked for a collection."""


class TaskProgressed(_TaskEvent):
    """A page was read and its offers are kept."""


class TaskEnded(_TaskEvent):
    """It succeeded, failed or was cancelled: the row says which."""


class WatchChanged(Event):
    """A target is now collected on the schedule, or no longer."""

    room: ClassVar[str] = "market"
    watch_id: UUID


class _ExportEvent(Event):
    room: ClassVar[str] = "market"
    export_id: UUID


class ExportOpened(_ExportEvent):
    """Somebody asked for rows as a file."""


class ExportProgressed(_ExportEvent):
    """Another slice of it is in S3, or a try has failed."""


class ExportEnded(_ExportEvent):
    """It succeeded, failed or was cancelled: the row says which."""


class ExportDeleted(_ExportEvent):
    """Its row and its files are gone."""


class _UploadEvent(Event):
    room: ClassVar[str] = "market"
    upload_id: UUID


class UploadStarted(_UploadEvent):
    """The file of an import or of a submitted page is there, and waits for its turn."""


class UploadProgressed(_UploadEvent):
    """A part of it was read, or could not be read just now."""


class UploadEnded(_UploadEvent):
    """It succeeded, failed, was cancelled or taken back: the row says which."""


class MatchDecided(Event):
    """A person said whether two offers are one product, or took it back."""

    room: ClassVar[str] = "market"
    first_id: UUID
    second_id: UUID
