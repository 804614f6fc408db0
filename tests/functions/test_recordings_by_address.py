"""Where a recording's bytes are: brought from somebody's server piece by piece, replaced, gone, or none at all."""

import socket
from collections.abc import Generator

import pytest
from sqlalchemy import Engine

from tests.support import web
from tests.support.api import Api, signed_in
from tests.support.cloud import BUCKET, Emulator
from tests.support.recordings import Recordings, handed_in, now
from tests.support.sounds import recorded, talk
from tests.support.web import Web, serving
from wareloom.kit import multipart


@pytest.fixture
def website() -> Generator[Web]:
    with serving() as running:
        yield running


@pytest.fixture
def queue(cloud: Emulator, emptied: Engine) -> Recordings:
    assert emptied
    return Recordings(cloud)


@pytest.fixture
def owner(queue: Recordings) -> Api:
    assert queue
    return signed_in()


def test_one_by_address_is_brought_in_pieces_and_heard(
    queue: Recordings, owner: Api, website: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = recorded(talk(180))
    monkeypatch.setattr("wareloom.speech.fetch.PART_BYTES", 5 * 1024 * 1024)
    assert len(body) > 5 * 1024 * 1024
    address = website.serves("/talk.wav", ranged(body, website))
    said = {"name": "far away", "url": address}
    recording_id = owner.post("/recordings/by-address", said).json["id"]
    assert queue.work() >= 3
    row = now(owner, recording_id)
    assert (row["status"], row["size"]) == ("succeeded", len(body))
    assert [asked.headers["range"].split("-")[0] for asked in website.asked_for("/talk.wav")] == [
        "bytes=0",
        f"bytes={5 * 1024 * 1024}",
    ]


def ranged(body: bytes, website: Web) -> web.Answer:
    def answer(connection: socket.socket) -> None:
        first, _, last = website.asked[-1].headers["range"].removeprefix("bytes=").partition("-")
        piece = body[int(first) : int(last) + 1]
        told = {"Content-Range": f"bytes {first}-{int(first) + len(piece) - 1}/{len(body)}"}
        web.page(piece, 206, told, "audio/wav")(connection)

    return answer


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (web.page(b"", 404), "There is no page"),
        (web.page(b"", 403), "refuses us"),
        (web.page(b"<h1>A page</h1>"), "This is no sound that can be read"),
        (web.page(b"", kind="audio/wav"), "empty"),
        (web.page(b"xyz", 206, {"Content-Range": "bytes 5-7/20"}), "another piece"),
        (web.page(b"x", 206, {"Content-Range": f"bytes 0-0/{3 * 1024**3}"}), "larger than 2 GB"),
        (web.moved("http://169.254.169.254/latest/meta-data/"), "private network"),
    ],
    ids=["nothing", "a wall", "a page", "an empty one", "another piece", "too large", "our cloud's secrets"],
)
def test_an_address_that_gives_no_recording_ends_with_its_reason(
    queue: Recordings, owner: Api, website: Web, answer: web.Answer, why: str
) -> None:
    address = website.serves("/talk.wav", answer)
    recording_id = owner.post("/recordings/by-address", {"name": "x", "url": address}).json["id"]
    queue.work()
    row = now(owner, recording_id)
    assert row["status"] == "failed"
    assert why in row["reason"]


def test_a_file_that_is_replaced_or_gone_ends_with_a_reason(queue: Recordings, owner: Api, cloud: Emulator) -> None:
    replaced, gone = (handed_in(owner, recorded(talk(5))) for _ in range(2))
    tenant = owner.me["tenant"]["id"]
    cloud.client("s3").put_object(Bucket=BUCKET, Key=f"recordings/files/{tenant}/{replaced}", Body=b"x" * 5000)
    cloud.client("s3").delete_object(Bucket=BUCKET, Key=f"recordings/files/{tenant}/{gone}")
    queue.work()
    assert "replaced" in now(owner, replaced)["reason"]
    assert "no longer there" in now(owner, gone)["reason"]


def test_longer_than_may_be_is_told_so(queue: Recordings, owner: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wareloom.speech.cut.LONGEST_S", 3)
    recording_id = handed_in(owner, recorded(talk(5)))
    queue.work()
    assert "longer than" in now(owner, recording_id)["reason"]


def test_an_upload_in_parts_of_a_real_size_is_whole(queue: Recordings, owner: Api) -> None:
    body = recorded(talk(600))
    assert multipart.parts_of(len(body)) == 2
    recording_id = handed_in(owner, body)
    assert now(owner, recording_id)["size"] == len(body)
    assert queue.receive()
