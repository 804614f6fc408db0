"""Recordings through the real queue: cut, heard, joined; repeats, deaths, disorder, and files that are none."""

import json
from contextlib import suppress
from functools import partial
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Engine

from functions.sweep_unfinished.handler import handle as sweep
from tests.functions.test_scrape_market import conninfo
from tests.support.api import Api, signed_in
from tests.support.cloud import Emulator
from tests.support.real_data import DATA
from tests.support.recordings import Recordings, announced, deliver, handed_in, now, nudge
from tests.support.sounds import head_alone, noise, recorded, silence, silent_film, talk, tone
from tests.support.worker import Worker
from wareloom.kit.work import unit_of_work
from wareloom.speech.decode import whole
from wareloom.speech.sound import RATE
from wareloom.speech.split import split
from wareloom.speech.transcribe import take_turn, transcribe

SPOKEN = ("librivox/austen-0870.wav", "librivox/austen-0920.wav")


@pytest.fixture
def queue(cloud: Emulator, emptied: Engine) -> Recordings:
    assert emptied
    return Recordings(cloud)


@pytest.fixture
def owner(queue: Recordings) -> Api:
    assert queue
    return signed_in()


def long_talk() -> bytes:
    """Of some forty seconds."""
    pause = noise(0.9, loudness=0.001)
    spoken = [whole((DATA / "audio" / name).read_bytes()) for name in SPOKEN]
    return b"".join(one + pause for _ in range(3) for one in spoken)


def short() -> bytes:
    return recorded(talk(5), "flac", "flac")


def transcript(owner: Api, recording_id: str) -> list[dict[str, object]]:
    return owner.get(f"/recordings/{recording_id}/segments?limit=200").json["items"]


def spoken(owner: Api, recording_id: str) -> str:
    return owner.get(f"/recordings/{recording_id}/transcript.txt").text


@pytest.mark.real_data(*(f"audio/{name}" for name in SPOKEN))
def test_a_long_recording_is_cut_heard_and_joined_however_its_messages_come(
    queue: Recordings, owner: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Parts of seconds rather than of minutes: what is said in them takes as long to be heard.
    monkeypatch.setattr("wareloom.speech.cut.split", partial(split, shortest=10 * RATE, longest=25 * RATE))
    body = recorded(long_talk(), "flac", "flac")
    plain, doubled = handed_in(owner, body, name="plain"), handed_in(owner, body, name="doubled")
    first, second = queue.receive()
    for record in (first, second):
        assert deliver(record) == []
        queue.acknowledge(record)
    row = now(owner, plain)
    assert (row["status"], row["parts_done"]) == ("running", 0)
    assert row["parts_total"] >= 2
    assert queue.work(times=2, backwards=True) == 2 * row["parts_total"] + 2, "one more each: how it feels"
    rows = [now(owner, one) for one in (plain, doubled)]
    assert [one["status"] for one in rows] == ["succeeded", "succeeded"]
    assert all(one["parts_done"] == one["parts_total"] for one in rows)
    assert rows[0]["heard_language"] == "en"
    assert spoken(owner, plain) == spoken(owner, doubled)
    assert spoken(owner, plain).count("amiable woman") >= 2
    segments = transcript(owner, plain)
    starts = [float(str(one["start"])) for one in segments]
    assert starts == sorted(starts)
    assert starts[-1] > 0.8 * rows[0]["seconds"]


@pytest.mark.real_data(*(f"audio/{name}" for name in SPOKEN))
def test_words_are_found_with_their_second_by_their_own_workspace_alone(queue: Recordings, owner: Api) -> None:
    recording_id = handed_in(owner, recorded(whole((DATA / "audio" / SPOKEN[1]).read_bytes()), "flac", "flac"))
    queue.work()
    (found,) = owner.get('/recordings/said?words="amiable+woman"').json["items"]
    assert found["recording_id"] == recording_id
    assert 0 <= found["segment"]["start"] < 2
    assert owner.get("/recordings/said?words=amiable+octopus").json["items"] == []
    assert signed_in().get("/recordings/said?words=amiable").json["items"] == []


def test_a_worker_killed_before_its_commit_or_after_it_costs_time_and_no_word(queue: Recordings, owner: Api) -> None:
    recording_id = handed_in(owner, short())
    (cutting,) = queue.receive()
    _die_inside(recording_id)
    assert now(owner, recording_id)["parts_total"] is None
    _die_after(recording_id)  # it was cut, and the messages about its parts never left
    assert deliver(cutting) == []
    queue.acknowledge(cutting)
    assert queue.receive() == []
    assert now(owner, recording_id)["status"] == "running"
    assert sweep({"at_once": True}, None)["recordings"] == 1
    (hearing,) = queue.receive()
    part_id = json.loads(hearing["body"])["id"]
    _die_inside(part_id)
    assert now(owner, recording_id)["parts_done"] == 0
    assert deliver(hearing) == deliver(hearing) == []
    queue.acknowledge(hearing)
    assert now(owner, recording_id)["status"] == "succeeded"


def _die_inside(row_id: str) -> None:
    with unit_of_work() as work:
        assert take_turn(work, UUID(row_id))
    with suppress(SystemExit), unit_of_work() as work:
        transcribe(work, UUID(row_id))
        raise SystemExit("killed before its commit")


def _die_after(row_id: str) -> None:
    with unit_of_work() as work:
        transcribe(work, UUID(row_id))
        work.tell = lambda: None  # its messages never left


def test_a_worker_that_is_really_killed_while_it_hears_leaves_the_part_to_the_next(
    queue: Recordings, owner: Api
) -> None:
    recording_id = handed_in(owner, short())
    (cutting,) = queue.receive()
    assert deliver(cutting) == []
    queue.acknowledge(cutting)
    (hearing,) = queue.receive()
    part_id = json.loads(hearing["body"])["id"]
    with psycopg.connect(conninfo()) as kept:
        kept.execute("LOCK TABLE speech_segments IN EXCLUSIVE MODE")  # heard, and no further
        worker = Worker("transcribe_recording", {"Records": [hearing]})
        with psycopg.connect(conninfo(), autocommit=True) as watching:
            waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'speech_segments'::regclass"
            while watching.execute(waiting).fetchone() != (1,):
                pass
        worker.kill()
    with psycopg.connect(conninfo()) as patient:  # until the database has noticed, too
        patient.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"speech:{part_id}"])
    assert (now(owner, recording_id)["status"], transcript(owner, recording_id)) == ("running", [])
    assert deliver(hearing) == []
    queue.acknowledge(hearing)
    assert now(owner, recording_id)["status"] == "succeeded"


def test_a_recording_that_kills_every_worker_is_given_up_with_a_reason(queue: Recordings, owner: Api) -> None:
    recording_id = handed_in(owner, short())
    for _ in range(5):
        with unit_of_work() as work:
            assert take_turn(work, UUID(recording_id))
    (record,) = queue.receive()
    assert deliver(record) == []
    row = now(owner, recording_id)
    assert (row["status"], row["reason"]) == ("failed", "Its workers stopped without saying why. Try again.")


def test_a_second_worker_on_the_same_recording_turns_away(queue: Recordings, owner: Api) -> None:
    recording_id = handed_in(owner, short())
    (record,) = queue.receive()
    with psycopg.connect(conninfo()) as other:
        other.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"speech:{recording_id}"])
        assert deliver(record) == []
    assert now(owner, recording_id)["status"] == "queued"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"No sound, and called one.", "This is no sound that can be read"),
        (b"#EXTM3U\nfile:///etc/passwd\n", "This is no sound that can be read"),
        (head_alone(), "not a single sample"),
        (recorded(silence(40)), "silent from beginning to end"),
        (silent_film(), "film without sound"),
    ],
    ids=["a letter", "a playlist", "a head alone", "silence", "a silent film"],
)
def test_what_cannot_be_heard_ends_with_its_reason(queue: Recordings, owner: Api, body: bytes, why: str) -> None:
    recording_id = handed_in(owner, body, name="talk.mp3")
    assert queue.work() == 1
    row = now(owner, recording_id)
    assert row["status"] == "failed"
    assert why in row["reason"]
    refused = owner.get(f"/recordings/{recording_id}/transcript.srt")
    assert (refused.status, "no transcript yet" in refused.json["detail"]) == (409, True)


def test_a_recording_without_words_succeeds_and_says_so(queue: Recordings, owner: Api) -> None:
    recording_id = handed_in(owner, recorded(silence(5) + tone(0.05, loudness=0.002) + silence(5)))
    queue.work()
    row = now(owner, recording_id)
    assert (row["status"], transcript(owner, recording_id)) == ("succeeded", [])
    assert row["reason"] == "No words were heard in it."


def test_a_transcriber_that_is_not_there_ends_it_and_another_takes_it_up(queue: Recordings, owner: Api) -> None:
    recording_id = handed_in(owner, short(), transcriber="whisper")
    queue.work()
    row = now(owner, recording_id)
    assert (row["status"], "hisper" in row["reason"]) == ("failed", True)
    assert owner.post(f"/recordings/{recording_id}/retry", {"transcriber": "offline"}).json["status"] == "queued"
    queue.work()
    assert now(owner, recording_id)["status"] == "succeeded"


def test_cancelled_is_left_alone_and_retried_goes_on_with_what_is_missing(queue: Recordings, owner: Api) -> None:
    recording_id = handed_in(owner, short())
    (cutting,) = queue.receive()
    assert deliver(cutting) == []
    queue.acknowledge(cutting)
    assert owner.post(f"/recordings/{recording_id}/cancel").json["status"] == "cancelled"
    assert queue.work() == 1
    assert (now(owner, recording_id)["status"], now(owner, recording_id)["parts_done"]) == ("cancelled", 0)
    assert owner.post(f"/recordings/{recording_id}/retry", {}).json["status"] == "running"
    assert queue.work() == 2
    assert now(owner, recording_id)["status"] == "succeeded"


def test_the_sweep_finds_a_lost_message_and_ends_what_never_came(queue: Recordings, owner: Api) -> None:
    recording_id = handed_in(owner, short())
    for record in queue.receive():
        queue.acknowledge(record)
    never = announced(owner, 5)["id"]
    assert sweep({"at_once": True}, None)["recordings"] == 1
    queue.work()
    assert now(owner, recording_id)["status"] == "succeeded"
    with psycopg.connect(conninfo()) as other:
        other.execute("UPDATE speech_recordings SET updated_at = updated_at - interval '2 days' WHERE id = %s", [never])
    sweep({}, None)
    row = now(owner, never)
    assert (row["status"], "not uploaded" in row["reason"]) == ("cancelled", True)


def test_a_message_about_nobody_is_dropped(queue: Recordings, owner: Api) -> None:
    assert queue
    assert deliver(nudge(owner.me["id"])) == []
