"""One suite over all transcribers: each says what it is, and what is missing, or hears the same sound as the others."""

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from tests.support import openai_server
from tests.support.openai_server import OpenAiServer, playing_openai
from tests.support.real_data import DATA
from tests.support.sounds import noise, silence, tone
from wareloom.kit.errors import Blocked, Failure, Rejected, Unavailable
from wareloom.kit.settings import AiSettings, SpeechSettings
from wareloom.speech.decode import whole
from wareloom.speech.transcriber import Transcriber
from wareloom.speech.transcribers.absent import why_absent
from wareloom.speech.transcribers.listeners import transcriber
from wareloom.speech.transcribers.offline import Offline
from wareloom.speech.transcribers.openai import LARGEST, OpenAi
from wareloom.speech.transcribers.registry import TRANSCRIBERS, must_know
from wareloom.speech.transcribers.whisper import Whisper

VERBOSE: dict[str, Any] = {
    "task": "transcribe",
    "language": "english",
    "duration": 2.0,
    "text": "Hello there. Bye.",
    "segments": [
        {"id": 0, "start": 0.1, "end": 1.0, "text": " Hello there.", "avg_logprob": -0.1},
        {"id": 1, "start": 1.2, "end": 1.9, "text": " Bye.", "avg_logprob": -0.5},
    ],
    "words": [
        {"word": "Hello", "start": 0.1, "end": 0.5},
        {"word": "there", "start": 0.5, "end": 1.0},
        {"word": "Bye", "start": 1.2, "end": 1.9},
    ],
}


@pytest.fixture
def provider() -> Generator[OpenAiServer]:
    with playing_openai() as server:
        server.usual = openai_server.sends(json.dumps(VERBOSE).encode())
        yield server


@pytest.fixture(params=["offline", "openai"])
def listener(request: pytest.FixtureRequest, provider: OpenAiServer) -> Transcriber:
    return transcriber(request.param, SpeechSettings(), AiSettings(base_url=provider.address, timeout=2))


def test_each_is_named_and_says_what_it_is() -> None:
    for name, profile in TRANSCRIBERS.items():
        assert profile.name == name
        assert len(profile.about) > 40
    assert SpeechSettings().transcriber in TRANSCRIBERS
    assert TRANSCRIBERS["offline"].languages == ("en",)


@pytest.mark.parametrize("sound", [tone(2), noise(2), silence(2), tone(0.02)], ids=["tone", "noise", "silence", "blip"])
def test_whatever_it_hears_has_its_time_and_its_language(listener: Transcriber, sound: bytes) -> None:
    heard = listener.hear(sound, None)
    assert ":" in heard.by
    for segment in heard.segments:
        assert segment.language == heard.language
        assert segment.text == segment.text.strip()
        assert "".join(word.text for word in segment.words).strip()
        assert segment.words[0].start >= segment.start - 0.01
        assert all(0 <= word.start <= word.end for word in segment.words)
        assert segment.confidence is None or 0 <= segment.confidence <= 1


def test_nobody_by_that_name_is_told_who_there_is() -> None:
    with pytest.raises(Rejected, match="Known: offline, whisper, openai"):
        must_know("parrot", None)


def test_a_language_that_it_does_not_know_is_refused_beforehand() -> None:
    with pytest.raises(Rejected, match="knows en alone, not fr"):
        must_know("offline", "fr")
    with pytest.raises(Rejected, match="English alone"):
        Offline().hear(tone(1), "fr")
    assert must_know("offline", "en-GB").name == "offline"
    assert must_know("openai", "fr").name == "openai"


def test_whisper_without_its_library_or_its_model_says_which(tmp_path: Path) -> None:
    (tmp_path / "model.bin").touch()
    for folder in (None, str(tmp_path), str(tmp_path / "nowhere")):
        absent = Whisper(SpeechSettings(whisper_model=folder)).absent
        assert absent is not None
        assert "faster-whisper" in absent or "Whisper model" in absent
        with pytest.raises(Rejected, match="hoose another transcriber"):
            transcriber("whisper", SpeechSettings(whisper_model=folder), AiSettings())


@pytest.mark.parametrize(
    ("name", "speech", "ai", "beside", "why"),
    [
        ("offline", {}, {}, True, None),
        ("offline", {}, {}, False, None),
        ("whisper", {}, {}, True, "library faster_whisper is not installed"),
        ("whisper", {}, {}, False, "No model directory is named"),
        ("whisper", {"whisper_model": "/opt/whisper"}, {}, False, None),
        ("whisper", {"whisper_model": "s3://models/whisper"}, {}, False, None),
        ("openai", {}, {}, True, "No key for OpenAI is named"),
        ("openai", {}, {"provider": "openai"}, True, None),
        ("openai", {}, {"base_url": "https://models.example"}, False, None),
        ("openai", {"transcriber": "openai"}, {}, False, None),
    ],
)
def test_who_is_absent_says_why_in_a_sentence(
    name: str, speech: dict[str, Any], ai: dict[str, Any], beside: bool, why: str | None
) -> None:
    told = why_absent(name, SpeechSettings(**speech), AiSettings(**ai), beside=beside)
    assert (told is None) if why is None else (told is not None and why in told and told.endswith("."))


def test_a_whisper_model_in_s3_is_looked_at_when_it_is_needed() -> None:
    absent = Whisper(SpeechSettings(whisper_model="s3://models/whisper")).absent
    assert absent is None or "faster-whisper" in absent


def test_openai_is_sent_one_flac_and_its_segments_come_back_with_their_words(provider: OpenAiServer) -> None:
    heard = _openai(provider).hear(tone(2), "en-GB")
    (call,) = provider.calls
    assert call.path == "/v1/audio/transcriptions"
    assert call.body["model"] == "whisper-1"
    assert call.body["language"] == "en"
    assert call.body["response_format"] == "verbose_json"
    assert 0 < call.body["file_bytes"] < LARGEST
    assert [segment.text for segment in heard.segments] == ["Hello there.", "Bye."]
    assert [word.text for word in heard.segments[0].words] == [" Hello", " there"]
    assert heard.language == "en"


@pytest.mark.parametrize(
    ("reply", "failure"),
    [
        (openai_server.refuses(401, "invalid_api_key"), Blocked),
        (openai_server.refuses(429, "insufficient_quota"), Blocked),
        (openai_server.refuses(429, "rate_limit_exceeded"), Unavailable),
        (openai_server.refuses(400, None, "Audio file might be corrupted"), Rejected),
        (openai_server.refuses(500, None), Unavailable),
        (openai_server.sends(b"{}"), Unavailable),
        (openai_server.sends(b"<html>"), Unavailable),
        (openai_server.cuts_short(b'{"segments": ['), Unavailable),
        (openai_server.hangs_up(), Unavailable),
        (openai_server.says_nothing(), Unavailable),
    ],
)  # fmt: skip
def test_what_openai_does_wrong_is_a_failure_that_says_what_to_do(
    provider: OpenAiServer, reply: openai_server.Reply, failure: type[Failure]
) -> None:
    provider.will(reply)
    with pytest.raises(failure):
        _openai(provider, timeout=0.5).hear(tone(1), None)
    assert len(provider.calls) == 1


def _openai(provider: OpenAiServer, *, timeout: float = 5) -> OpenAi:
    return OpenAi(SpeechSettings(), AiSettings(base_url=provider.address, timeout=timeout))


@pytest.mark.real_data("audio/transcripts.tsv")
def test_the_offline_words_are_as_good_as_the_decision_says() -> None:
    wrong = spoken = 0
    for line in (DATA / "audio" / "transcripts.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, language, text, _ = line.split("\t")
        if language != "en":
            continue
        content = (DATA / "audio" / name).read_bytes()
        heard = Offline().hear(content if name.endswith(".raw") else whole(content), "en")
        told = [word.text.strip() for segment in heard.segments for word in segment.words]
        wrong, spoken = wrong + _apart(text.split(), told), spoken + len(text.split())
    assert spoken == 84
    assert wrong <= 21


def _apart(said: list[str], told: list[str]) -> int:
    """How many words were left out, put in or taken for others."""
    row = list(range(len(told) + 1))
    for place, word in enumerate(said, 1):
        above, row = row, [place]
        for at, other in enumerate(told, 1):
            row.append(min(row[-1] + 1, above[at] + 1, above[at - 1] + (word != other)))
    return row[-1]
