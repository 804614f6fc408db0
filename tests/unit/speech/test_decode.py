"""Whatever people bring becomes the same sound, or a reason."""

import io
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.real_data import DATA
from tests.support.sounds import KINDS, RATE, head_alone, recorded, silent_film, talk, tone
from wareloom.kit.errors import NotFound, Rejected
from wareloom.speech.decode import decode, flac, whole
from wareloom.speech.reader import Reader
from wareloom.speech.sound import is_silent


@pytest.mark.parametrize(("kind", "codec"), KINDS, ids=[kind for kind, _ in KINDS])
@pytest.mark.parametrize("rate", [16_000, 48_000])
def test_every_format_that_people_bring_is_read_to_its_end(kind: str, codec: str, rate: int) -> None:
    if codec == "libopus" and rate != 48_000:
        rate = 24_000
    heard = whole(recorded(tone(3.0), kind, codec, rate=rate))
    assert abs(len(heard) / 2 / RATE - 3.0) < 0.2
    assert not is_silent(heard)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no sound that can be read"),
        (b"An honest letter, and no sound at all. " * 100, "no sound that can be read"),
        (b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n", "no sound that can be read"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "no sound that can be read"),
        (b"ID3" + bytes(5000), "no sound that can be read"),
        (head_alone(), "not a single sample"),
    ],
    ids=["nothing", "a letter", "a playlist", "a list of files", "a tag alone", "a head alone"],
)
def test_what_is_no_sound_is_turned_away(content: bytes, why: str) -> None:
    with pytest.raises(Rejected, match=why):
        whole(content)


def test_a_film_without_sound_says_so() -> None:
    with pytest.raises(Rejected, match="film without sound"):
        whole(silent_film())


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    content = recorded(tone(10.0), "mp3", "libmp3lame")
    heard = whole(content[: len(content) // 2])
    assert 3 < len(heard) / 2 / RATE < 7


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_read_or_turned_away(place: int, damage: bytes) -> None:
    content = bytearray(_MP3)
    at = place % len(content)
    content[at : at + len(damage)] = damage
    with suppress(Rejected):
        assert whole(bytes(content))


_MP3 = recorded(tone(1.0), "mp3", "libmp3lame")


def test_a_part_comes_back_sample_for_sample() -> None:
    sound = talk(12)
    kept = flac(sound)
    assert whole(kept) == sound
    assert len(kept) < len(sound)


def test_a_long_file_is_never_held_whole() -> None:
    content = recorded(talk(1200), "flac", "flac")
    tracemalloc.start()
    try:
        length = sum(len(piece) for piece in decode(io.BytesIO(content)))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert length > 2 * RATE * 1200
    assert most < length / 8


@pytest.mark.parametrize(("kind", "codec"), [("wav", "pcm_s16le"), ("mp4", "aac")])
def test_a_file_in_pieces_is_the_same_file(kind: str, codec: str) -> None:
    content = recorded(talk(200), kind, codec)
    asked = list[tuple[int, int]]()

    def fetch(start: int, stop: int) -> bytes:
        asked.append((start, stop))
        return content[start:stop]

    assert b"".join(decode(Reader(fetch, len(content)))) == whole(content)
    assert all(stop - start <= 4 * 1024 * 1024 for start, stop in asked)


def test_what_stops_the_reading_is_what_is_told() -> None:
    def gone(_start: int, _stop: int) -> bytes:
        raise NotFound("nothing is kept there")

    with pytest.raises(NotFound, match="nothing is kept there"):
        list(decode(Reader(gone, 1000)))


@pytest.mark.real_data("audio/hostile/*.wav")
@pytest.mark.parametrize("name", ["awful", "bad", "null"])
def test_files_broken_on_purpose_are_turned_away(name: str) -> None:
    with pytest.raises(Rejected):
        whole((DATA / "audio" / "hostile" / f"{name}.wav").read_bytes())


@pytest.mark.real_data("audio/formats/*")
@pytest.mark.parametrize("name", ["audio-mono-8-bit-44100Hz.wav", "audio-stereo-24-bit-44100Hz.flac"])
def test_awkward_formats_are_read(name: str) -> None:
    file: Path = DATA / "audio" / "formats" / name
    heard = whole(file.read_bytes())
    assert len(heard) / 2 / RATE > 1
    assert not is_silent(heard)
