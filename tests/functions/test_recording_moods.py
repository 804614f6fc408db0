"""Moods of what is said, through the real queue: read once each, whatever happens to messages, workers and words."""

import json
from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from functions.sweep_unfinished.handler import handle as sweep
from tests.support.api import Api, signed_in
from tests.support.cloud import Emulator
from tests.support.models import make_two_headed
from tests.support.recordings import Item, Recordings, deliver, handed_in, nudge
from tests.support.side_by_side import side_by_side, workers
from tests.support.sounds import recorded, talk
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import unit_of_work
from wareloom.speech.models import Recording, TranscriptSegment
from wareloom.speech.scoring import score
from wareloom.speech.standing import TRIES
from wareloom.speech.transcribe import take_turn, transcribe

SAID = ("I love this", "hate it", "the shop opens at nine")
FELT = ["positive", "negative", "neutral"]


@pytest.fixture
def queue(cloud: Emulator, emptied: Engine) -> Recordings:
    assert emptied
    return Recordings(cloud)


@pytest.fixture
def owner(queue: Recordings) -> Api:
    assert queue
    return signed_in()


@pytest.fixture(autouse=True)
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small, of English alone, and with a word that it stumbles over: its vocabulary has it, its table does not."""
    labels = {
        "sentiment": ("negative", "neutral", "positive"),
        "emotion": ("anger", "disgust", "fear", "joy", "sadness", "surprise", "neutral"),
    }
    heads = {name: {"id2label": dict(enumerate(those)), "threshold": 0.4} for name, those in labels.items()}
    words = {"love": [0.0, 0.0, 9.0, *[0.0] * 3, 9.0, *[0.0] * 3], "hate": [9.0, 0.0, 0.0, 9.0, *[0.0] * 6]}
    folder = make_two_headed(tmp_path / "tiny", words, {"name": "tiny-1", "languages": ["en"], "heads": heads})
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    tokenizer["model"]["vocab"]["poison"] = 999
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    monkeypatch.setenv("WARELOOM_MOOD_FOLDER", str(folder))
    return folder


def heard(engine: Engine, owner: Api, queue: Recordings, *said: str, language: str | None = "en") -> str:
    """A recording from before there were moods: its words are there, and no message is about it."""
    recording_id = handed_in(owner, b"RIFF of no consequence")
    for record in queue.receive():
        queue.acknowledge(record)
    with Session(engine) as session, session.begin():
        row = session.get_one(Recording, UUID(recording_id))
        row.status, row.seconds, row.heard_by = "succeeded", 3.0 * len(said), "offline:test"
        session.add_all(
            TranscriptSegment(
                recording_id=row.id, number=at, start=at * 3.0, end=at * 3.0 + 2, text=one, language=language, words=[]
            )
            for at, one in enumerate(said)
        )
    return recording_id


def moods(owner: Api, recording_id: str) -> list[Item | None]:
    return [one["mood"] for one in owner.get(f"/recordings/{recording_id}/segments?limit=200").json["items"]]


def felt(owner: Api, recording_id: str) -> list[str | None]:
    return [None if mood is None else mood["sentiment"] for mood in moods(owner, recording_id)]


def test_what_was_just_heard_is_read_in_a_turn_of_its_own(queue: Recordings, owner: Api) -> None:
    recording_id = handed_in(owner, recorded(talk(5), "flac", "flac"))
    queue.work(times=2)
    found = moods(owner, recording_id)
    assert found
    assert {mood["model"] for mood in found if mood} == {"tiny-1"}
    assert None not in found


def test_an_old_transcript_is_found_by_the_sweep_and_read_once_however_often_it_is_asked(
    queue: Recordings, owner: Api, emptied: Engine
) -> None:
    recording_id = heard(emptied, owner, queue, *SAID)
    assert felt(owner, recording_id) == [None, None, None]
    assert sweep({"at_once": True}, None)["transcripts"] == 1
    assert queue.work(times=2) == 1
    assert felt(owner, recording_id) == FELT
    love = moods(owner, recording_id)[0]
    assert love is not None
    assert (love["emotion"], love["language"], love["uncertain"]) == ("joy", "en", [])
    assert sum(love["sentiment_scores"].values()) == pytest.approx(1, abs=1e-5)
    assert sweep({"at_once": True}, None)["transcripts"] == 0
    written = owner.get(f"/recordings/{recording_id}/transcript.json").json["segments"]
    assert [one["mood"]["sentiment"] for one in written] == FELT
    assert "positive" not in owner.get(f"/recordings/{recording_id}/transcript.vtt").text


def test_other_languages_are_marked_and_not_guessed_at(queue: Recordings, owner: Api, emptied: Engine) -> None:
    recording_id = heard(emptied, owner, queue, "love love love", language="nl-BE")
    sweep({"at_once": True}, None)
    queue.work()
    (mood,) = moods(owner, recording_id)
    assert mood is not None
    assert (mood["language"], mood["sentiment"], mood["uncertain"]) == ("nl", "neutral", ["sentiment", "emotion"])
    assert {round(share, 3) for share in mood["sentiment_scores"].values()} == {0.333}


def test_a_language_that_nobody_told_is_found_out_by_the_words(queue: Recordings, owner: Api, emptied: Engine) -> None:
    recording_id = heard(emptied, owner, queue, "ich hate das und die sind nicht gut", "I hate it", language=None)
    sweep({"at_once": True}, None)
    queue.work()
    assert [mood and mood["language"] for mood in moods(owner, recording_id)] == ["de", "en"]
    assert felt(owner, recording_id) == ["neutral", "negative"]


def test_words_that_are_put_right_are_read_again(queue: Recordings, owner: Api, emptied: Engine) -> None:
    recording_id = heard(emptied, owner, queue, *SAID)
    sweep({"at_once": True}, None)
    queue.work()
    owner.call("PUT", f"/recordings/{recording_id}/segments/1", {"text": "love it"})
    assert felt(owner, recording_id) == ["positive", None, "neutral"]
    assert queue.work() == 1
    assert felt(owner, recording_id) == ["positive", "positive", "neutral"]
    owner.call("PUT", f"/recordings/{recording_id}/segments/1", {"text": None})
    queue.work()
    assert felt(owner, recording_id) == FELT


def test_a_long_one_takes_several_turns(
    queue: Recordings, owner: Api, emptied: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(score, "TOGETHER", 2)
    recording_id = heard(emptied, owner, queue, *SAID, *SAID)
    sweep({"at_once": True}, None)
    assert queue.work() == 4, "three that read two each, and one that finds nothing left"
    assert felt(owner, recording_id) == FELT * 2


def test_a_worker_that_dies_before_its_commit_or_after_it_costs_time_alone(
    queue: Recordings, owner: Api, emptied: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(score, "TOGETHER", 2)
    recording_id = heard(emptied, owner, queue, *SAID)
    with unit_of_work() as work:
        assert take_turn(work, UUID(recording_id))
    with suppress(SystemExit), unit_of_work() as work:
        transcribe(work, UUID(recording_id))
        raise SystemExit("killed before its commit")
    assert felt(owner, recording_id) == [None, None, None]
    with unit_of_work() as work:
        transcribe(work, UUID(recording_id))
        work.tell = lambda: None  # its messages never left
    assert felt(owner, recording_id) == ["positive", "negative", None]
    assert queue.receive() == []
    assert sweep({"at_once": True}, None)["transcripts"] == 1
    queue.work()
    assert felt(owner, recording_id) == FELT


def test_many_workers_at_one_recording_read_it_once(
    queue: Recordings, owner: Api, emptied: Engine, postgres: DatabaseSettings
) -> None:
    recording_id = heard(emptied, owner, queue, *SAID)
    acts = [lambda: deliver(nudge(recording_id))] * 4
    assert side_by_side(workers(emptied, postgres), *acts) == [[]] * 4
    assert felt(owner, recording_id) == FELT


def test_what_the_model_stumbles_over_is_given_up_with_the_reason_and_the_words_stay(
    queue: Recordings, owner: Api, emptied: Engine
) -> None:
    recording_id = heard(emptied, owner, queue, "poison")
    sweep({"at_once": True}, None)
    (record,) = queue.receive()
    for _ in range(TRIES):
        with pytest.raises(Exception, match="Gather"):
            deliver(record)
    assert deliver(record) == []
    queue.acknowledge(record)
    row = owner.get(f"/recordings/{recording_id}").json
    assert (row["status"], "could not be read" in row["reason"]) == ("succeeded", True)
    assert owner.get(f"/recordings/{recording_id}/transcript.txt").text == "poison\n"
    assert sweep({"at_once": True}, None)["transcripts"] == 0
    owner.call("PUT", f"/recordings/{recording_id}/segments/0", {"text": "love"})
    queue.work()
    assert felt(owner, recording_id) == ["positive"]
    assert owner.get(f"/recordings/{recording_id}").json["reason"] is None


def test_without_a_model_it_waits_for_one(
    queue: Recordings, owner: Api, emptied: Engine, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recording_id = heard(emptied, owner, queue, *SAID)
    monkeypatch.setenv("WARELOOM_MOOD_FOLDER", str(model.parent / "elsewhere"))
    sweep({"at_once": True}, None)
    (record,) = queue.receive()
    for _ in range(2 * TRIES):
        assert deliver(record) == [record["messageId"]]
    monkeypatch.setenv("WARELOOM_MOOD_FOLDER", str(model))
    assert deliver(record) == []
    assert felt(owner, recording_id) == FELT
