"""A transcript as files that players and people read: SRT, WebVTT, plain text."""

import re
import textwrap
from collections.abc import Callable, Iterable
from typing import NamedTuple

LINE = 42
"""Characters, as broadcasters have them."""
_LINES = 2
_SHORTEST_S = 0.5
_SPACES = re.compile(r"\s+")


class Line(NamedTuple):
    start: float
    end: float
    text: str


class Cue(NamedTuple):
    start: float
    end: float
    lines: list[str]


def cues(said: Iterable[Line]) -> list[Cue]:
    """At most two lines each: a longer segment's time is shared out by the length of what is read in it."""
    made = list[Cue]()
    for one in said:
        wrapped = _wrapped(one.text)
        pairs = [wrapped[place : place + _LINES] for place in range(0, len(wrapped), _LINES)]
        total = sum(len(line) for pair in pairs for line in pair)
        at, lasts = one.start, max(one.end - one.start, _SHORTEST_S)
        for pair in pairs:
            end = at + lasts * sum(map(len, pair)) / total
            made.append(Cue(at, end, pair))
            at = end
    return made


def srt(said: Iterable[Line]) -> str:
    """It knows no escape: a text that would end its cue, or look like the next one's time, must not."""
    blocks = (
        f"{number}\n{_time(cue.start, ',')} --> {_time(cue.end, ',')}\n{_lines(cue, _plain)}\n"
        for number, cue in enumerate(cues(said), 1)
    )
    return "\n".join(blocks)


def vtt(said: Iterable[Line]) -> str:
    blocks = (f"{_time(cue.start, '.')} --> {_time(cue.end, '.')}\n{_lines(cue, _escaped)}\n" for cue in cues(said))
    return "\n".join(("WEBVTT\n", *blocks))


def plain(said: Iterable[Line]) -> str:
    return "".join(f"{_SPACES.sub(' ', one.text).strip()}\n" for one in said if one.text.strip())


def _wrapped(text: str) -> list[str]:
    clean = _SPACES.sub(" ", "".join(c for c in text if c.isprintable() or c.isspace())).strip()
    return textwrap.wrap(clean, LINE, break_on_hyphens=False)


def _lines(cue: Cue, write: Callable[[str], str]) -> str:
    return "\n".join(write(line) for line in cue.lines)


def _plain(line: str) -> str:
    return line.replace("-->", "→")


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _time(seconds: float, point: str) -> str:
    milliseconds = max(0, round(seconds * 1000))
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{point}{rest % 1000:03}"
