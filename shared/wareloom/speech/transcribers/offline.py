"""PocketSphinx, with the English model that lies in its wheel: no key, no download, and many words misheard."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from wareloom.kit.errors import Rejected
from wareloom.speech.sound import RATE
from wareloom.speech.transcript import Heard, Segment, Word, of_words

BY = "offline:pocketsphinx-en-us"
_FRAMES_A_SECOND = 100
_A_PAUSE_S = 0.7
"""Where nobody speaks for so long, a segment ends."""
_LONGEST_S = 12.0
_ABSENT = "The offline transcriber is not installed here: there is no pocketsphinx. Choose another transcriber."


class Offline:
    @property
    def absent(self) -> str | None:
        return None if find_spec("pocketsphinx") else _ABSENT

    def hear(self, sound: bytes, language: str | None) -> Heard:
        if language and language.partition("-")[0] != "en":
            raise Rejected(f"The offline transcriber knows English alone, not {language}.")
        if len(sound) < RATE // 5:  # less than a tenth of a second: no word is so short
            return Heard(by=BY, language="en")
        decoder = _decoder()
        decoder.start_utt()
        decoder.process_raw(sound, full_utt=True)
        decoder.end_utt()
        # Sphinx finds no path through some noise, and then has neither words nor an empty list of them.
        found = [word for said in decoder.seg() or () if (word := _word(said))]
        return Heard(by=BY, language="en", segments=tuple(_segments(found)))


@cache
def _decoder() -> Any:
    """Loaded once for each process: it takes a quarter of a second."""
    library: Any = import_module("pocketsphinx")  # says nothing of its types
    return library.Decoder(samprate=RATE, loglevel="FATAL")


def _word(said: Any) -> Word | None:
    """None for silence, breath and noise, and without the number that tells pronunciations apart: read(2)."""
    text: str = said.word.partition("(")[0]
    if not text or text.startswith(("<", "[", "+")):
        return None
    sure = min(1.0, max(0.0, float(said.prob)))
    start, end = said.start_frame / _FRAMES_A_SECOND, (said.end_frame + 1) / _FRAMES_A_SECOND
    return Word(text=f" {text}", start=start, end=end, confidence=round(sure, 3))


def _segments(words: list[Word]) -> list[Segment]:
    segments, held = list[Segment](), list[Word]()
    for word in words:
        if held and (word.start - held[-1].end > _A_PAUSE_S or word.end - held[0].start > _LONGEST_S):
            segments.append(of_words(held, "en"))
            held = []
        held.append(word)
    return [*segments, of_words(held, "en")] if held else segments
