"""Parts heard apart become one transcript, with no word lost at a seam and none said twice.

Parts that were cut inside a silence lie end to end. Where there was none, two parts share a few seconds: the same words
are found in both by what they are and when they are said, and the transcript changes over from one to the other at
such a word.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from wareloom.speech.transcript import Heard, Segment, Word, moved, of_words, worded

JITTER_S = 0.6
"""How far apart two hearings of one word may be in time."""
_LETTERS = re.compile(r"\w+", re.UNICODE)


class Spoken(NamedTuple):
    """A part: where it begins in the recording, and how much of its beginning is the end of the part before it."""

    start: float
    shared: float
    heard: Heard


def join(parts: Sequence[Spoken]) -> list[Segment]:
    joined = list[Segment]()
    for part in parts:
        here = [moved(worded(one), part.start) for one in part.heard.segments if one.text.strip()]
        joined = _sewn(joined, here, part.start, part.start + part.shared) if part.shared else [*joined, *here]
    return joined


def _sewn(left: Sequence[Segment], right: Sequence[Segment], start: float, stop: float) -> list[Segment]:
    before, after = _words(left), _words(right)
    tail = [place for place, word in enumerate(before) if word.end > start - JITTER_S]
    head = [place for place, word in enumerate(after) if word.start < stop + JITTER_S]
    pairs = _alike([before[place] for place in tail], [after[place] for place in head])
    middle = (start + stop) / 2
    if pairs:
        here, there = min(pairs, key=lambda pair: abs(_middle(before[tail[pair[0]]]) - middle))
        return [*_kept(left, 0, tail[here] + 1), *_kept(right, head[there] + 1, len(after))]
    last = sum(_middle(word) < middle for word in before)
    first = sum(_middle(word) < middle for word in after)
    return [*_kept(left, 0, last), *_kept(right, first, len(after))]


def _words(segments: Sequence[Segment]) -> list[Word]:
    return [word for segment in segments for word in segment.words]


def _middle(word: Word) -> float:
    return (word.start + word.end) / 2


def _alike(left: Sequence[Word], right: Sequence[Word]) -> list[tuple[int, int]]:
    """Pairs of the same word at the same time, in order: as many, and as close, as can be."""
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + _likeness(left[i], right[j]))
    pairs = list[tuple[int, int]]()
    i = j = 0
    while i < len(left) and j < len(right):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _likeness(left: Word, right: Word) -> float:
    """0 for two words that cannot be one."""
    apart = abs(_middle(left) - _middle(right))
    if apart >= JITTER_S or _plain(left) != _plain(right):
        return 0
    return 1 - apart / JITTER_S


def _plain(word: Word) -> str:
    return "".join(_LETTERS.findall(word.text)).casefold() or word.text.strip()


def _kept(segments: Sequence[Segment], first: int, last: int) -> list[Segment]:
    """Of all words of these segments those from `first` to before `last`; a segment that loses none stays as it is."""
    kept, at = list[Segment](), 0
    for segment in segments:
        words = segment.words[max(0, first - at) : max(0, last - at)]
        at += len(segment.words)
        if len(words) == len(segment.words):
            kept.append(segment)
        elif words:
            kept.append(of_words(words, segment.language))
    return kept
