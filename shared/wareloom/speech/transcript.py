"""What is said in a recording: segments of words, each with its time, in seconds."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict


class Word(BaseModel):
    """As it is written in its segment, with the space before it where its language has one."""

    model_config = ConfigDict(frozen=True)

    text: str
    start: float
    end: float
    confidence: float | None = None


class Segment(BaseModel):
    """Words that belong together. `confidence` is between 0 and 1; None where the transcriber does not say."""

    model_config = ConfigDict(frozen=True)

    text: str
    start: float
    end: float
    language: str | None = None
    confidence: float | None = None
    words: tuple[Word, ...] = ()


class Heard(BaseModel):
    """What a transcriber heard in one sound, and which one it was."""

    model_config = ConfigDict(frozen=True)

    by: str
    language: str | None = None
    segments: tuple[Segment, ...] = ()


def of_words(words: Sequence[Word], language: str | None) -> Segment:
    told = [word.confidence for word in words if word.confidence is not None]
    return Segment(
        text="".join(word.text for word in words).strip(),
        start=words[0].start,
        end=words[-1].end,
        language=language,
        confidence=sum(told) / len(told) if told else None,
        words=tuple(words),
    )


def worded(segment: Segment) -> Segment:
    """A segment whose transcriber times no words gets its time shared out among them by their length."""
    texts = segment.text.split()
    if segment.words or not texts:
        return segment
    each = (segment.end - segment.start) / sum(map(len, texts))
    words, at = list[Word](), segment.start
    for text in texts:
        words.append(Word(text=f" {text}", start=at, end=at + each * len(text), confidence=segment.confidence))
        at += each * len(text)
    return segment.model_copy(update={"words": tuple(words)})


def moved(segment: Segment, seconds: float) -> Segment:
    words = tuple(
        word.model_copy(update={"start": word.start + seconds, "end": word.end + seconds}) for word in segment.words
    )
    return segment.model_copy(update={"start": segment.start + seconds, "end": segment.end + seconds, "words": words})
