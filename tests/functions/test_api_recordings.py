"""Recordings through the API: announced, uploaded in parts, found, put right, exported, played, deleted."""

from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.orm import Session
from urllib3 import PoolManager

from tests.functions.colleague import colleague
from tests.support.api import Api, signed_in
from tests.support.cloud import BUCKET, Emulator
from tests.support.recordings import Recordings, announced, handed_in, put_part
from tests.support.sounds import recorded, talk
from wareloom.kit.ids import new_id
from wareloom.kit.multipart import PART_BYTES
from wareloom.speech.models import Recording, TranscriptSegment

SAID = ("hello there", "<b>fish & chips</b>", "bye")


@pytest.fixture
def done(api: Api, joined: Connection) -> str:
    """A recording that was heard, with three segments."""
    recording_id = handed_in(api, b"RIFF of no consequence")
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        row = session.get_one(Recording, recording_id)
        row.status, row.seconds, row.heard_by = "succeeded", 9.5, "offline:test"
        for number, said in enumerate(SAID):
            start = number * 3.0
            session.add(
                TranscriptSegment(
                    recording_id=row.id, number=number, start=start, end=start + 2.5, text=said, language="en", words=[]
                )
            )
    return recording_id


@pytest.mark.parametrize(
    ("said", "status", "why"),
    [
        ({"name": "x", "size": 3 * 1024**3}, 422, "at most 2 GB"),
        ({"name": "x", "size": 0}, 400, ""),
        ({"name": " ", "size": 5}, 400, ""),
        ({"name": "x", "size": 5, "transcriber": "parrot"}, 422, "no transcriber “parrot”"),
        ({"name": "x", "size": 5, "transcriber": "offline", "language": "fr"}, 422, "knows en alone"),
        ({"name": "x", "size": 5, "language": "not a language"}, 400, ""),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_uploaded(
    api: Api, said: dict[str, Any], status: int, why: str
) -> None:
    refused = api.post("/recordings", said)
    assert refused.status == status, refused.text
    assert why in refused.text
    assert api.get("/recordings").json["items"] == []


def test_an_upload_that_is_announced_again_with_its_id_is_the_same_one(api: Api, cloud: Emulator) -> None:
    said: dict[str, Any] = {"id": str(new_id()), "name": "talk.wav", "size": 9}
    first, again = api.post("/recordings", said), api.post("/recordings", said)
    assert (first.status, again.status) == (201, 201)
    assert first.json == again.json
    assert first.json["id"] == said["id"]
    assert len(api.get("/recordings").json["items"]) == 1
    assert len([one for one in cloud.unfinished("recordings/") if one["Key"].endswith(said["id"])]) == 1


@pytest.mark.parametrize("other", [{"size": 10}, {"name": "another.wav"}])
def test_an_id_is_good_for_one_recording(api: Api, other: dict[str, Any]) -> None:
    said: dict[str, Any] = {"id": str(new_id()), "name": "talk.wav", "size": 9}
    api.post("/recordings", said)
    refused = api.post("/recordings", said | other)
    assert (refused.status, refused.json["detail"]) == (409, "Another recording has this id. Make a new one.")


def test_an_id_that_was_announced_and_has_ended_or_is_another_workspace_s_is_taken(api: Api) -> None:
    stranger = signed_in()
    said: dict[str, Any] = {"id": str(new_id()), "name": "talk.wav", "size": 9}
    api.post("/recordings", said)
    assert stranger.post("/recordings", said).status == 409
    assert stranger.get("/recordings").json["items"] == []
    api.post(f"/recordings/{said['id']}/cancel")
    assert api.post("/recordings", said).status == 409


@pytest.mark.parametrize(
    ("chosen", "status"), [("019283a0-0000-7000-8000-000000000000", 422), ("f47ac10b-58cc-4372-a567-0e02b2c3d479", 400)]
)
def test_an_id_of_no_moment_or_of_another_day_is_refused(api: Api, chosen: str, status: int) -> None:
    assert api.post("/recordings", {"id": chosen, "name": "talk.wav", "size": 9}).status == status


def test_an_upload_goes_on_where_it_stopped(api: Api) -> None:
    body = b"x" * (PART_BYTES + 7)
    row = announced(api, len(body), name="Board meeting")
    assert (row["status"], row["upload"]) == ("waiting", {"part_bytes": PART_BYTES, "parts": 2})
    place = f"/recordings/{row['id']}"
    put_part(api, row["id"], 2, body[PART_BYTES:])
    assert [part["number"] for part in api.get(f"{place}/parts").json["items"]] == [2]
    early = api.post(f"{place}/finish")
    assert (early.status, early.json["detail"]) == (409, "Part 1 has not been uploaded yet.")
    put_part(api, row["id"], 1, body[:PART_BYTES])
    assert api.post(f"{place}/finish").json["size"] == len(body)
    assert api.post(f"{place}/finish").status == 409
    assert api.post(f"{place}/parts", {"numbers": [1]}).status == 409


def test_a_part_that_the_file_does_not_have_gets_no_address(api: Api) -> None:
    row = announced(api, 5)
    refused = api.post(f"/recordings/{row['id']}/parts", {"numbers": [1, 2]})
    assert (refused.status, "no part 2" in refused.json["detail"]) == (422, True)


def test_a_cancelled_upload_leaves_nothing_in_the_bucket(api: Api, cloud: Emulator) -> None:
    row = announced(api, 5)
    put_part(api, row["id"], 1, b"12345")
    assert api.post(f"/recordings/{row['id']}/cancel").json["status"] == "cancelled"
    assert not [one for one in cloud.unfinished("recordings/") if one["Key"].endswith(row["id"])]
    again = api.post(f"/recordings/{row['id']}/retry", {})
    assert (again.status, "bring it again" in again.json["detail"]) == (409, True)


def test_an_address_must_be_one(api: Api) -> None:
    for url in ("file:///etc/passwd", "nonsense", "ftp://a.example/x.mp3"):
        assert api.post("/recordings/by-address", {"name": "x", "url": url}).status in (400, 422)


def test_the_list_goes_page_by_page_and_by_status(api: Api, done: str) -> None:
    others = [announced(api, 5)["id"] for _ in range(3)]
    first = api.get("/recordings?limit=3").json
    second = api.get(f"/recordings?limit=3&cursor={first['next_cursor']}").json
    assert [row["id"] for row in first["items"] + second["items"]] == [*reversed(others), done]
    assert second["next_cursor"] is None
    assert [row["id"] for row in api.get("/recordings?status=succeeded").json["items"]] == [done]


def test_segments_come_in_order_page_by_page(api: Api, done: str) -> None:
    first = api.get(f"/recordings/{done}/segments?limit=2").json
    second = api.get(f"/recordings/{done}/segments?limit=2&cursor={first['next_cursor']}").json
    assert [one["text"] for one in first["items"] + second["items"]] == list(SAID)


def test_a_person_puts_words_right_and_takes_it_back(api: Api, done: str, joined: Connection) -> None:
    place = f"/recordings/{done}/segments/2"
    edited = api.call("PUT", place, {"text": "goodbye, octopus"}).json
    assert (edited["text"], edited["heard"], edited["edited_by"] is not None) == ("goodbye, octopus", "bye", True)
    assert len(api.get("/recordings/said?words=octopus").json["items"]) == 1
    assert "goodbye, octopus" in api.get(f"/recordings/{done}/transcript.txt").text
    assert api.call("PUT", place, {"text": None}).json["heard"] is None
    assert api.get("/recordings/said?words=octopus").json["items"] == []
    acts = joined.scalars(text("SELECT act FROM audit_entries WHERE subject = :s"), {"s": f"recording:{done}"}).all()
    assert acts.count("recording.edit") == 2
    assert api.call("PUT", f"/recordings/{done}/segments/99", {"text": "x"}).status == 404


def test_exports_are_what_players_read(api: Api, done: str) -> None:
    srt = api.get(f"/recordings/{done}/transcript.srt")
    assert srt.headers["content-type"].startswith("text/srt")
    assert "2\n00:00:03,000 --> 00:00:05,500\n<b>fish & chips</b>\n" in srt.text
    vtt = api.get(f"/recordings/{done}/transcript.vtt").text
    assert vtt.startswith("WEBVTT\n\n00:00:00.000 --> 00:00:02.500\nhello there\n")
    assert "&lt;b&gt;fish &amp; chips&lt;/b&gt;" in vtt
    whole = api.get(f"/recordings/{done}/transcript.json").json
    assert [one["text"] for one in whole["segments"]] == list(SAID)
    assert api.get(f"/recordings/{done}/transcript.docx").status == 400


def test_a_recording_is_played_from_any_byte(api: Api, done: str) -> None:
    url = api.get(f"/recordings/{done}/media").json["url"]
    with PoolManager() as pool:
        answer = pool.request("GET", url, headers={"Range": "bytes=5-6"}, retries=False)
    assert (answer.status, answer.data) == (206, b"of")
    waiting = announced(api, 5)["id"]
    assert api.get(f"/recordings/{waiting}/media").status == 409


def test_a_deleted_recording_leaves_neither_rows_nor_bytes(api: Api, done: str, cloud: Emulator) -> None:
    assert api.delete(f"/recordings/{done}").status == 204
    assert api.get(f"/recordings/{done}").status == 404
    assert api.get("/recordings/said?words=fish").json["items"] == []
    assert not [one for one in cloud.kept(BUCKET, "recordings/files/") if one["Key"].endswith(done)]
    queued = handed_in(api, b"RIFF")
    refused = api.delete(f"/recordings/{queued}")
    assert (refused.status, "Cancel it first" in refused.json["detail"]) == (409, True)


def test_nobody_else_reaches_a_recording(done: str) -> None:
    stranger = signed_in()
    for path in ("", "/segments", "/media", "/parts", "/transcript.srt"):
        assert stranger.get(f"/recordings/{done}{path}").status == 404, path
    for act, said in (("cancel", None), ("retry", {}), ("finish", None), ("parts", {"numbers": [1]})):
        assert stranger.post(f"/recordings/{done}/{act}", said).status == 404, act
    assert stranger.delete(f"/recordings/{done}").status == 404
    assert stranger.call("PUT", f"/recordings/{done}/segments/0", {"text": "x"}).status == 404
    assert stranger.get("/recordings").json["items"] == []
    assert stranger.get("/recordings/said?words=fish").json["items"] == []


def test_who_may_only_look_may_only_look(api: Api, done: str) -> None:
    viewer = colleague(api, "viewer")
    assert viewer.get(f"/recordings/{done}/segments").status == 200
    assert viewer.post("/recordings", {"name": "x", "size": 5}).status == 403
    assert viewer.delete(f"/recordings/{done}").status == 403
    assert viewer.call("PUT", f"/recordings/{done}/segments/0", {"text": "x"}).status == 403


def test_the_transcribers_are_listed_and_one_is_usual(api: Api) -> None:
    known = api.get("/recordings/transcribers").json["items"]
    assert [one["name"] for one in known] == ["offline", "whisper", "openai"]
    assert [one["name"] for one in known if one["usual"]] == ["offline"]
    offline, whisper, openai = known
    assert offline["absent"] is None
    assert "faster_whisper is not installed" in whisper["absent"]
    assert "No key for OpenAI" in openai["absent"]


def test_only_so_many_wait_at_once(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wareloom.speech.announce.MOST_OPEN", 2)
    for _ in range(2):
        announced(api, 5)
    assert api.post("/recordings", {"name": "x", "size": 5}).status == 429


def test_paid_minutes_are_bounded(cloud: Emulator, emptied: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    assert emptied
    monkeypatch.setenv("WARELOOM_SPEECH_PAID_MINUTES", "0")
    owner, queue = signed_in(), Recordings(cloud)
    recording_id = handed_in(owner, recorded(talk(3)), transcriber="openai")
    queue.work()
    row = owner.get(f"/recordings/{recording_id}").json
    assert (row["status"], "0 minutes a month" in row["reason"]) == ("failed", True)
