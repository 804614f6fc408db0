"""faster-whisper, with a model from a directory or from S3: whoever deploys brings it, nothing comes from elsewhere."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from math import exp
from pathlib import Path
from typing import Any

from wareloom.kit.errors import Rejected
from wareloom.kit.model_folder import is_in_s3, model_folder
from wareloom.kit.settings import SpeechSettings
from wareloom.speech.transcript import Heard, Segment, Word, worded

_NO_LIBRARY = "Whisper is not installed here: there is no faster-whisper. Choose another transcriber."
_NO_MODEL = (
    "No Whisper model is at hand: name a directory with model.bin, config.json and tokenizer.json in the settings, "
    "or choose another transcriber."
)
_WHOLE = ("model.bin", "config.json", "tokenizer.json")


class Whisper:
    def __init__(self, settings: SpeechSettings) -> None:
        self._folder = settings.whisper_model
        self._compute = settings.whisper_compute

    @property
    def absent(self) -> str | None:
        if find_spec("faster_whisper") is None:
            return _NO_LIBRARY
        if not self._folder or not (is_in_s3(self._folder) or _is_whole(Path(self._folder))):
            return _NO_MODEL
        return None

    def hear(self, sound: bytes, language: str | None) -> Heard:
        import numpy as np

        samples = np.frombuffer(sound, dtype="<i2").astype(np.float32) / 32768
        told = language.partition("-")[0] if language else None
        # Each part by itself: what was heard before must not talk the model into hearing it again.
        found, about = _model(self._folder or "", self._compute).transcribe(
            samples, language=told, word_timestamps=True, condition_on_previous_text=False, vad_filter=False
        )
        segments = tuple(_segment(one, about.language) for one in found if one.text.strip())
        return Heard(by=f"whisper:{Path(self._folder or '').name}", language=about.language, segments=segments)


@cache
def _model(address: str, compute: str) -> Any:
    folder = model_folder(address)
    if not _is_whole(folder):
        raise Rejected(f"{address} holds no whole Whisper model: there must be {', '.join(_WHOLE)}.")
    library: Any = import_module("faster_whisper")
    return library.WhisperModel(str(folder), device="cpu", compute_type=compute, local_files_only=True)


def _is_whole(folder: Path) -> bool:
    return all((folder / name).is_file() for name in _WHOLE)


def _segment(said: Any, language: str) -> Segment:
    words = tuple(
        Word(text=word.word, start=word.start, end=word.end, confidence=round(word.probability, 3))
        for word in said.words or ()
    )
    sure = round(exp(said.avg_logprob), 3)
    segment = Segment(
        text=said.text.strip(), start=said.start, end=said.end, language=language, confidence=sure, words=words
    )
    return worded(segment)
