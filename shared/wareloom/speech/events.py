from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class _RecordingEvent(Event):
    room: ClassVar[str] = "speech"
    recording_id: UUID


class RecordingAnnounced(_RecordingEvent):
    """Somebody is about to upload one."""


class RecordingStarted(_RecordingEvent):
    """Its file is there, or its address is known, and it waits for its turn."""


class RecordingProgressed(_RecordingEvent):
    """It was fetched or cut into parts, another part was heard, or a try has failed."""


class RecordingEnded(_RecordingEvent):
    """It succeeded, failed or was cancelled: the row says which."""


class RecordingDeleted(_RecordingEvent):
    """Its rows are gone, and its file."""


class TranscriptEdited(_RecordingEvent):
    """A person put words right, or took that back."""


class TranscriptRead(_RecordingEvent):
    """Moods were read in what is said in it."""
