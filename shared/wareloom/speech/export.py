"""A finished transcript as one file, with what people put right."""

from collections.abc import Sequence

import orjson

from wareloom.kit.errors import Conflict, Rejected
from wareloom.speech.models import Recording, TranscriptSegment
from wareloom.speech.subtitles import Line, plain, srt, vtt

FORMATS = {
    "srt": "text/srt",
    "vtt": "text/vtt",
    "txt": "text/plain",
    "json": "application/json",
}
_WRITERS = {"srt": srt, "vtt": vtt, "txt": plain}


def export(row: Recording, segments: Sequence[TranscriptSegment], format_name: str) -> bytes:
    if row.status != "succeeded":
        raise Conflict(f"There is no transcript yet: this recording is {row.status}.")
    if format_name not in FORMATS:
        raise Rejected(f"There is no format “{format_name[:20]}”. Known: {', '.join(FORMATS)}.")
    if format_name == "json":
        return _json(row, segments)
    return _WRITERS[format_name](Line(one.start, one.end, one.shown) for one in segments).encode()


def _json(row: Recording, segments: Sequence[TranscriptSegment]) -> bytes:
    said = [
        {
            "start": one.start,
            "end": one.end,
            "text": one.shown,
            "language": one.language,
            "confidence": one.confidence,
            "heard": one.text,
            "mood": one.mood,
            "words": one.words,
        }
        for one in segments
    ]
    told = {
        "name": row.name,
        "seconds": row.seconds,
        "language": row.heard_language,
        "transcriber": row.heard_by,
        "segments": said,
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2)
