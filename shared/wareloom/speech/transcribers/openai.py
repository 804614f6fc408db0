"""OpenAI's transcriptions, or those of a server that speaks the same language: asked part by part, as FLAC."""

from importlib.util import find_spec
from math import exp

from pydantic import BaseModel, Field, ValidationError

from wareloom.kit.ai import openai_server
from wareloom.kit.errors import Unavailable
from wareloom.kit.settings import AiSettings, SpeechSettings
from wareloom.speech.decode import flac
from wareloom.speech.transcript import Heard, Segment, Word, worded

LARGEST = 25_000_000
"""A file that OpenAI takes. Two minutes of FLAC are less than four."""
_ABSENT = "The library that speaks to OpenAI is not installed here. Choose another transcriber."
_CODES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt",
    "dutch": "nl", "polish": "pl", "russian": "ru", "ukrainian": "uk", "turkish": "tr", "japanese": "ja",
    "korean": "ko", "chinese": "zh", "arabic": "ar", "hindi": "hi", "swedish": "sv", "danish": "da",
    "norwegian": "no", "finnish": "fi", "czech": "cs", "greek": "el", "hebrew": "he", "vietnamese": "vi",
    "indonesian": "id", "thai": "th", "romanian": "ro", "hungarian": "hu",
}  # fmt: skip
"""OpenAI names languages in English; one that is not here is kept as it is named."""


class _Word(BaseModel):
    word: str
    start: float = Field(ge=0)
    end: float = Field(ge=0)


class _Segment(BaseModel):
    text: str
    start: float = Field(ge=0)
    end: float = Field(ge=0)
    avg_logprob: float | None = None


class _Verbose(BaseModel):
    language: str | None = None
    segments: list[_Segment]
    words: list[_Word] = []


class OpenAi:
    def __init__(self, settings: SpeechSettings, ai: AiSettings) -> None:
        self._model = settings.openai_model
        self._ai = ai

    @property
    def absent(self) -> str | None:
        return None if find_spec("openai") else _ABSENT

    def hear(self, sound: bytes, language: str | None) -> Heard:
        asked = {
            "model": self._model,
            "file": ("part.flac", flac(sound), "audio/flac"),
            "response_format": "verbose_json",
            "timestamp_granularities": ["segment", "word"],
            **({"language": language.partition("-")[0]} if language else {}),
        }
        body = openai_server.call(
            self._ai, self._model, lambda client: client.audio.transcriptions.with_raw_response.create, asked
        )
        try:
            said = _Verbose.model_validate_json(body)
        except ValidationError as error:
            raise Unavailable(f"{self._model} gave an answer that cannot be read.") from error
        told = (said.language or language or "").lower() or None
        code = _CODES.get(told or "", told)
        segments = tuple(_read(one, said.words, code) for one in said.segments if one.text.strip())
        return Heard(by=f"openai:{self._model}", language=code, segments=segments)


def _read(said: _Segment, words: list[_Word], language: str | None) -> Segment:
    own = tuple(
        Word(text=f" {word.word.strip()}", start=word.start, end=max(word.start, word.end))
        for word in words
        if said.start <= (word.start + word.end) / 2 < said.end
    )
    sure = None if said.avg_logprob is None else round(min(1.0, exp(said.avg_logprob)), 3)
    segment = Segment(
        text=said.text.strip(),
        start=said.start,
        end=max(said.start, said.end),
        language=language,
        confidence=sure,
        words=own,
    )
    return worded(segment)
