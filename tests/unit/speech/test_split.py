"""Cutting: all of the sound is in the parts, in order, none longer than it may be, and cuts lie where nobody speaks."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.sounds import RATE, noise, silence, talk, tone
from wareloom.speech.sound import is_silent, levels
from wareloom.speech.split import LONGEST, SHARED, SHORTEST, Part, split

SMALL = {"shortest": 4 * RATE, "longest": 10 * RATE}


def pieces(sound: bytes, size: int = 100_000) -> Iterator[bytes]:
    return (sound[start : start + size] for start in range(0, len(sound), size))


def together(parts: list[Part]) -> bytes:
    """Without what two of them share."""
    return b"".join(part.sound[2 * part.shared :] for part in parts)


def test_a_short_sound_is_one_part() -> None:
    (part,) = split(pieces(talk(60)))
    assert (part.number, part.start, part.shared) == (0, 0, 0)


def test_talk_is_cut_in_its_pauses() -> None:
    sound = talk(400)
    parts = list(split(pieces(sound)))
    assert len(parts) > 3
    assert together(parts) == sound
    assert all(part.shared == 0 for part in parts)
    assert all(SHORTEST <= part.length <= LONGEST for part in parts[:-1])
    for part in parts[1:]:
        around = sound[2 * part.start - RATE // 5 : 2 * part.start + RATE // 5]
        assert levels(around).max() < -50, f"cut through a word at {part.start / RATE:.2f} s"


@pytest.mark.parametrize("sound", [tone(300), noise(300)], ids=["a tone", "noise"])
def test_where_there_is_no_pause_parts_share_some_seconds(sound: bytes) -> None:
    parts = list(split(pieces(sound)))
    assert together(parts) == sound
    assert [part.shared for part in parts] == [0, *[SHARED] * (len(parts) - 1)]
    assert all(part.length == LONGEST for part in parts[:-1])


def test_silence_is_known() -> None:
    assert is_silent(silence(3))
    assert is_silent(b"")
    assert not is_silent(tone(0.1, loudness=0.01))
    assert not is_silent(silence(3) + tone(0.05))


Kind = st.sampled_from([tone, noise, silence])


@settings(max_examples=40)
@given(
    st.lists(st.tuples(Kind, st.floats(0.05, 6)), min_size=1, max_size=12),
    st.integers(1, 5000),
)
def test_no_sample_is_lost_or_doubled_whatever_is_said(
    stretches: list[tuple[Callable[[float], bytes], float]], size: int
) -> None:
    sound = b"".join(make(length) for make, length in stretches)
    parts = list(split(pieces(sound, 2 * size), **SMALL))
    assert together(parts) == sound
    assert [part.number for part in parts] == list(range(len(parts)))
    assert all(part.length <= SMALL["longest"] for part in parts)
    for before, after in pairwise(parts):
        assert after.start == before.start + before.length - after.shared
