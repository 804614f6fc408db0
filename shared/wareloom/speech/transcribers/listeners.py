"""Who listens for each transcriber of the registry."""

from collections.abc import Callable

from wareloom.kit.errors import Rejected
from wareloom.kit.settings import AiSettings, SpeechSettings
from wareloom.speech.transcriber import Transcriber
from wareloom.speech.transcribers.registry import profile


def transcriber(name: str, settings: SpeechSettings, ai: AiSettings) -> Transcriber:
    profile(name)
    found = _LISTENERS[name](settings, ai)
    if found.absent:
        raise Rejected(found.absent)
    return found


def _offline(_settings: SpeechSettings, _ai: AiSettings) -> Transcriber:
    from wareloom.speech.transcribers.offline import Offline

    return Offline()


def _whisper(settings: SpeechSettings, _ai: AiSettings) -> Transcriber:
    from wareloom.speech.transcribers.whisper import Whisper

    return Whisper(settings)


def _openai(settings: SpeechSettings, ai: AiSettings) -> Transcriber:
    from wareloom.speech.transcribers.openai import OpenAi

    return OpenAi(settings, ai)


_LISTENERS: dict[str, Callable[[SpeechSettings, AiSettings], Transcriber]] = {
    "offline": _offline,
    "whisper": _whisper,
    "openai": _openai,
}
