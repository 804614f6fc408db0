"""Subtitles that players take: whatever was said, no cue is broken, and nothing of it is lost."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wareloom.speech.subtitles import LINE, Line, cues, plain, srt, vtt

_TIME = r"(\d\d+):([0-5]\d):([0-5]\d)[,.](\d{3})"


def test_srt_as_players_know_it() -> None:
    told = srt([Line(0.0, 1.5, "Hello there."), Line(3661.2, 3662, "Bye --> now")])
    assert told == ("1\n00:00:00,000 --> 00:00:01,500\nHello there.\n\n2\n01:01:01,200 --> 01:01:02,000\nBye → now\n")


def test_vtt_escapes_what_would_be_a_tag() -> None:
    told = vtt([Line(0, 2, "<b>Fish & chips</b>")])
    assert told == "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n&lt;b&gt;Fish &amp; chips&lt;/b&gt;\n"


def test_plain_text_is_a_line_a_segment() -> None:
    assert plain([Line(0, 1, " One\n two "), Line(1, 2, " "), Line(2, 3, "three")]) == "One two\nthree\n"


def test_a_long_segment_becomes_several_cues_that_share_its_time() -> None:
    made = cues([Line(10, 20, "word " * 60)])
    assert len(made) > 2
    assert (made[0].start, round(made[-1].end, 6)) == (10, 20)
    assert all(before.end == after.start for before, after in pairwise(made))


@given(st.lists(st.tuples(st.floats(0, 40_000), st.floats(0, 60), st.text(max_size=300)), max_size=8))
def test_no_text_breaks_a_cue(said: list[tuple[float, float, str]]) -> None:
    lines = [Line(start, start + length, text) for start, length, text in said]
    for cue in cues(lines):
        assert 1 <= len(cue.lines) <= 2
        assert all(line.strip() and len(line) <= LINE for line in cue.lines)
        assert cue.end >= cue.start
    for told, head in ((srt(lines), ""), (vtt(lines), "WEBVTT\n\n")):
        blocks = [block for block in told.removeprefix(head.strip()).strip("\n").split("\n\n") if block]
        for block in blocks:
            times = [line for line in block.split("\n") if "-->" in line]
            assert len(times) == 1, block
            assert re.fullmatch(rf"{_TIME} --> {_TIME}", times[0])
