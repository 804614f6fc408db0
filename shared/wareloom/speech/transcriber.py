"""Who listens: told a sound, it says which words it heard, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from wareloom.speech.transcript import Heard


@dataclass(frozen=True)
class TranscriberProfile:
    """A transcriber as people choose it. `languages` None is any."""

    name: str
    title: str
    about: str
    offline: bool
    languages: Sequence[str] | None = None
    paid: bool = False


class Transcriber(Protocol):
    @property
    def absent(self) -> str | None:
        """Why it cannot be used here, in a sentence; None when it can."""
        ...

    def hear(self, sound: bytes, language: str | None) -> Heard:
        """At most a part's length, in the form of `sound`. `language` is what the person said it is, if they did."""
        ...
