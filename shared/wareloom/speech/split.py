"""A long sound becomes parts that can be heard one beside the other, cut where nobody speaks.

Never more than one part is held. Where two minutes have no silence the cut goes through speech: then the next part
begins a little earlier, and `join` sees to it that no word is lost or doubled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wareloom.speech.sound import BYTES, FRAME, RATE, SILENCE_DB, levels

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHORTEST = 30 * RATE
LONGEST = 120 * RATE
SHARED = 3 * RATE
"""What two parts have in common where the cut goes through speech."""
_A_PAUSE = round(0.6 * RATE / FRAME)
"""Frames of silence that are long enough for the first of them to be taken."""
_A_GAP = round(0.2 * RATE / FRAME)
"""And those without which a silence is none: words have shorter ones inside."""
_TELLING_DB = 12.0
"""Where loud and quiet are closer together than this, quiet means nothing: music, a tone, noise."""


@dataclass(frozen=True)
class Part:
    """`start` and `shared` in samples; `shared` is what its beginning has in common with the part before."""

    number: int
    start: int
    shared: int
    sound: bytes

    @property
    def length(self) -> int:
        return len(self.sound) // BYTES


@dataclass(frozen=True)
class Cut:
    at: int
    in_silence: bool


def split(pieces: Iterable[bytes], *, shortest: int = SHORTEST, longest: int = LONGEST) -> Iterator[Part]:
    held, start, shared, number = bytearray(), 0, 0, 0
    for piece in pieces:
        held += piece
        while len(held) > longest * BYTES:
            found = cut(bytes(held[: longest * BYTES]), shortest)
            yield Part(number, start, shared, bytes(held[: found.at * BYTES]))
            shared = 0 if found.in_silence else SHARED
            gone = found.at - shared
            del held[: gone * BYTES]
            start, number = start + gone, number + 1
    if len(held) > shared * BYTES:
        yield Part(number, start, shared, bytes(held))


def cut(sound: bytes, shortest: int) -> Cut:
    """The first pause after `shortest`, else the longest gap, else the end, which is no silence."""
    loud = levels(sound)
    first = shortest // FRAME
    runs = [run for run in _quiet_runs(loud, first) if run[1] - run[0] >= _A_GAP]
    if not runs:
        return Cut(len(sound) // BYTES, in_silence=False)
    pauses = (run for run in runs if run[1] - run[0] >= _A_PAUSE)
    begin, end = next(pauses, None) or max(runs, key=lambda run: run[1] - run[0])
    return Cut((begin + end) // 2 * FRAME, in_silence=True)


def _quiet_runs(loud: "NDArray[np.float64]", first: int) -> list[tuple[int, int]]:
    """From which frame to before which nothing is said, from `first` on."""
    quiet = [*(loud[first:] < _threshold(loud)).tolist(), False]
    runs, begin = list[tuple[int, int]](), None
    for place, is_quiet in enumerate(quiet, first):
        if is_quiet and begin is None:
            begin = place
        elif not is_quiet and begin is not None:
            runs.append((begin, place))
            begin = None
    return runs


def _threshold(loud: "NDArray[np.float64]") -> float:
    """A quarter of the way up from the room to the voice."""
    import numpy as np

    room, voice = (float(level) for level in np.percentile(loud, (10, 95)))
    return max(SILENCE_DB, room + (voice - room) / 4) if voice - room >= _TELLING_DB else SILENCE_DB
