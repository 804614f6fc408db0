"""Joining: whatever was said is in the transcript once, wherever the cuts fell and however each part was heard."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from wareloom.speech.join import Spoken, join
from wareloom.speech.transcript import Heard, Segment, Word, of_words

SHARED_S = 3.0


@dataclass(frozen=True)
class Said:
    text: str
    start: float
    end: float


def said(words: list[tuple[str, float, float]]) -> list[Said]:
    """Words with their lengths and the pauses after them, laid out in time."""
    laid, at = list[Said](), 0.0
    for text, length, pause in words:
        laid.append(Said(text, at, at + length))
        at += length + pause
    return laid


def heard(truth: list[Said], start: float, stop: float, jitter: list[float]) -> Heard:
    """What who hears this stretch alone hears: whole words, at about their time, and of cut ones nothing or half."""
    words = list[Word]()
    for place, one in enumerate(truth):
        if one.start >= start and one.end <= stop:
            off = jitter[place % len(jitter)]
            words.append(Word(text=f" {one.text}", start=one.start - start + off, end=one.end - start + off))
    segments = [of_words(words[at : at + 7], "en") for at in range(0, len(words), 7)]
    return Heard(by="test", language="en", segments=tuple(segments))


def texts(segments: list[Segment]) -> list[str]:
    return [word.text.strip() for segment in segments for word in segment.words]


Words = st.lists(
    st.tuples(st.sampled_from(["yes", "no", "cup", "very", "tea"]), st.floats(0.12, 0.6), st.floats(0.0, 0.4)),
    min_size=30,
    max_size=90,
)
Jitter = st.lists(st.floats(-0.04, 0.04), min_size=1, max_size=7)


@given(Words, Jitter, Jitter, st.floats(0.3, 0.7))
def test_no_word_is_lost_or_doubled_where_a_cut_goes_through_speech(
    words: list[tuple[str, float, float]], first: list[float], second: list[float], where: float
) -> None:
    truth = said(words)
    stop = truth[-1].end * where + SHARED_S / 2
    start = max(0.0, stop - SHARED_S)
    parts = [
        Spoken(0.0, 0.0, heard(truth, 0.0, stop, first)),
        Spoken(start, stop - start, heard(truth, start, truth[-1].end + 1, second)),
    ]
    assert texts(join(parts)) == [one.text for one in truth]


@given(Words, st.integers(1, 5))
def test_parts_cut_in_silence_lie_end_to_end(words: list[tuple[str, float, float]], count: int) -> None:
    truth = said(words)
    size = len(truth) // count + 1
    parts = list[Spoken]()
    for at in range(0, len(truth), size):
        chunk = truth[at : at + size]
        parts.append(Spoken(chunk[0].start, 0.0, heard(chunk, chunk[0].start, chunk[-1].end, [0.0])))
    assert texts(join(parts)) == [one.text for one in truth]


def test_half_a_word_at_either_edge_gives_way_to_the_whole_one() -> None:
    left = _part(0, 0, ("the", 7.0), ("quick", 7.6), ("brown", 8.2), ("fox", 8.8), ("jum", 9.7))
    right = _part(7, 3, ("ick", 0.5), ("brown", 1.25), ("fox", 1.8), ("jumps", 2.6), ("over", 3.3))
    assert texts(join([left, right])) == ["the", "quick", "brown", "fox", "jumps", "over"]


def test_words_heard_differently_change_over_in_the_middle() -> None:
    left = _part(0, 0, ("one", 6.0), ("two", 7.2), ("tree", 9.2))
    right = _part(7, 3, ("to", 0.2), ("three", 2.2), ("four", 3.2))
    assert texts(join([left, right])) == ["one", "two", "three", "four"]


def test_a_segment_that_loses_nothing_keeps_its_own_words_and_stops() -> None:
    segment = Segment(text="Well, yes.", start=0.0, end=1.0, language="en", confidence=0.9)
    (kept,) = join([Spoken(10.0, 0.0, Heard(by="test", segments=(segment,)))])
    assert (kept.text, kept.start, kept.end) == ("Well, yes.", 10.0, 11.0)
    assert [word.text for word in kept.words] == [" Well,", " yes."]


def test_a_part_in_which_nothing_was_heard_takes_nothing_away() -> None:
    left = _part(0, 0, ("one", 6.0))
    assert texts(join([left, Spoken(7.0, 3.0, Heard(by="")), Spoken(12.0, 0.0, Heard(by=""))])) == ["one"]


def _part(start: float, shared: float, *words: tuple[str, float]) -> Spoken:
    made = [Word(text=f" {text}", start=at, end=at + 0.4) for text, at in words]
    return Spoken(start, shared, Heard(by="test", segments=(of_words(made, "en"),)))
