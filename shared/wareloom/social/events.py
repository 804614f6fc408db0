from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class _SubjectEvent(Event):
    room: ClassVar[str] = "social"
    subject_id: UUID


class SubjectFollowed(_SubjectEvent):
    """The workspace listens to a subject."""


class SubjectUnfollowed(_SubjectEvent):
    """The workspace listens to it no longer."""


class ListeningChanged(_SubjectEvent):
    """A network was heard about it, or could not be: the row says which."""


class PostsRead(_SubjectEvent):
    """Moods of its posts were read, or posts were taken back: told once for all that happened together."""


class PostsGivenUp(_SubjectEvent):
    """A post of it could not be read however often it was tried."""


class PostsRedriven(Event):
    """Somebody had posts tried again that were given up."""

    room: ClassVar[str] = "social"
