"""Hear what is said in a file as recordings are heard in production. No server, no database, no sign-in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wareloom.cli.failures import WRONG_INPUT, report
from wareloom.cli.show import Item, print_json
from wareloom.kit.errors import Failure, Rejected
from wareloom.kit.settings import AiSettings, SpeechSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wareloom.kit.mood.mood import Mood
    from wareloom.speech.transcript import Segment

EXAMPLES = (
    "wareloom transcribe talk.mp3\n\n"
    "wareloom transcribe talk.mp3 | jq -r '.segments[].text'\n\n"
    "WARELOOM_SPEECH_WHISPER_MODEL=a-directory wareloom transcribe talk.mp3 --transcriber whisper"
)


def transcribe(
    file: Annotated[Path, typer.Argument(help="A wav, mp3, m4a, ogg, flac, webm or mp4 file.")],
    transcriber: Annotated[
        str, typer.Option(help="Who listens: offline (English alone), whisper, or openai, which is paid for.")
    ] = "offline",
    language: Annotated[str, typer.Option(help="As en; without it the transcriber finds out.")] = "",
) -> None:
    """Print what is said in a file, with its seconds and how it feels, as one JSON document."""
    try:
        print_json(_heard(file, transcriber, language.lower() or None))
    except Failure as failure:
        report(failure)
        raise typer.Exit(WRONG_INPUT) from failure


def _heard(file: Path, name: str, language: str | None) -> Item:
    from wareloom.speech.decode import decode
    from wareloom.speech.join import Spoken, join
    from wareloom.speech.sound import is_silent, seconds
    from wareloom.speech.split import split
    from wareloom.speech.transcribers.listeners import transcriber
    from wareloom.speech.transcribers.registry import must_know
    from wareloom.speech.transcript import Heard

    must_know(name, language)
    by = transcriber(name, SpeechSettings.from_env(), AiSettings.from_env())
    if not file.is_file():
        raise Rejected(f"There is no file {file}.")
    parts, length = list[Spoken](), 0.0
    with file.open("rb") as content:
        for part in split(decode(content)):
            heard = Heard(by="") if is_silent(part.sound) else by.hear(part.sound, language)
            parts.append(Spoken(seconds(part.start), seconds(part.shared), heard))
            length = seconds(part.start + part.length)
    told = [part.heard for part in parts if part.heard.by]
    if not told:
        raise Rejected("There is nothing to hear in it: it is silent from beginning to end.")
    segments = join(parts)
    return {
        "file": file.name,
        "transcriber": told[0].by,
        "language": next((one.language for one in told if one.language), None),
        "seconds": round(length, 3),
        "text": " ".join(one.text for one in segments),
        "segments": [_shown(one, mood) for one, mood in zip(segments, _moods(segments), strict=True)],
    }


def _moods(segments: "Sequence[Segment]") -> "Sequence[Mood | None]":
    """None where there is no model: who asked for words gets them all the same."""
    from wareloom.kit.mood.classifier import classifier
    from wareloom.kit.mood.read import read_moods
    from wareloom.kit.mood.shipped import chosen

    try:
        by = classifier(chosen())
    except Failure as missing:
        report(missing)
        return [None] * len(segments)
    return read_moods([one.text for one in segments], by, [one.language for one in segments])


def _shown(segment: "Segment", mood: "Mood | None") -> Item:
    return {
        "start": round(segment.start, 3),
        "end": round(segment.end, 3),
        "text": segment.text,
        "language": segment.language,
        "confidence": None if segment.confidence is None else round(segment.confidence, 3),
        "mood": mood and mood.model_dump(mode="json"),
        "words": [word.model_dump() | {"text": word.text.strip()} for word in segment.words],
    }
