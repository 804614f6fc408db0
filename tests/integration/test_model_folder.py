"""Models that lie in S3: brought once, whole or not at all, another version beside the one before."""

import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest

from tests.support.cloud import BUCKET, Emulator
from tests.support.models import make_two_headed
from tests.support.web import page, raw, serving
from wareloom.kit import aws, objects
from wareloom.kit.errors import NotFound, Rejected, Unavailable
from wareloom.kit.model_folder import forget_models, model_folder
from wareloom.kit.mood.classifier import classifier
from wareloom.kit.mood.read import read_moods
from wareloom.kit.mood.shipped import chosen

FILES = {"model.bin": b"weights" * 300_000, "config.json": b"{}", "tokenizer.json": b"[]"}
ADDRESS = f"s3://{BUCKET}/models/tiny"


@pytest.fixture(autouse=True)
def here(cloud: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Path]:
    """A machine that has no model yet."""
    assert cloud
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    forget_models()
    yield tmp_path / "wareloom-models"
    forget_models()
    for key in objects.names(BUCKET, "models/"):
        objects.delete(BUCKET, key)


def upload(files: dict[str, bytes], under: str = "models/tiny") -> None:
    for name, body in files.items():
        objects.put(BUCKET, f"{under}/{name}", body, content_type="application/octet-stream")


def there(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_directory_of_this_machine_is_itself() -> None:
    assert model_folder("/models/whisper") == Path("/models/whisper")


def test_a_model_in_s3_is_brought_once_for_each_process(here: Path) -> None:
    upload(FILES | {"deeper/ignored.bin": b"x"})
    folder = model_folder(f"{ADDRESS}/")
    assert there(folder) == FILES
    assert [one.name for one in here.iterdir()] == [folder.name], "nothing half made is left beside it"
    for key in objects.names(BUCKET, "models/"):
        objects.delete(BUCKET, key)
    assert model_folder(f"{ADDRESS}/") == folder, "S3 is not asked again"


def test_the_next_process_takes_what_is_whole_and_brings_what_is_not(cloud: Emulator) -> None:
    upload(FILES)
    folder = model_folder(ADDRESS)
    (folder / "model.bin").write_bytes(b"half")
    forget_models()
    assert there(model_folder(ADDRESS)) == FILES
    before = (folder / "model.bin").stat().st_mtime_ns
    forget_models()
    assert model_folder(ADDRESS) == folder
    assert (folder / "model.bin").stat().st_mtime_ns == before
    assert cloud


def test_another_version_is_another_folder() -> None:
    upload(FILES)
    old = model_folder(ADDRESS)
    upload({"model.bin": b"better weights"})
    forget_models()
    new = model_folder(ADDRESS)
    assert new != old
    assert (new / "model.bin").read_bytes() == b"better weights"


def test_one_that_was_uploaded_in_parts_is_whole_by_its_size(cloud: Emulator) -> None:
    client: Any = cloud.client("s3")
    begun = client.create_multipart_upload(Bucket=BUCKET, Key="models/tiny/model.bin")["UploadId"]
    about = {"Bucket": BUCKET, "Key": "models/tiny/model.bin", "UploadId": begun}
    bodies = (b"a" * 5 * 1024 * 1024, b"b")
    tags = [client.upload_part(**about, PartNumber=at, Body=body)["ETag"] for at, body in enumerate(bodies, 1)]
    parts = [{"PartNumber": at, "ETag": tag} for at, tag in enumerate(tags, 1)]
    client.complete_multipart_upload(**about, MultipartUpload={"Parts": parts})
    assert (model_folder(ADDRESS) / "model.bin").read_bytes() == b"".join(bodies)


@pytest.mark.parametrize(
    ("address", "failure", "why"),
    [
        (f"s3://{BUCKET}/models/nothing", NotFound, "No file lies at"),
        ("s3://no-such-bucket-here/models", NotFound, "Nothing lies at"),
        (f"s3://{BUCKET}", Rejected, "s3://bucket/folder"),
        ("s3://", Rejected, "s3://bucket/folder"),
    ],
)
def test_what_is_not_there_says_so(address: str, failure: type[Exception], why: str) -> None:
    with pytest.raises(failure, match=why):
        model_folder(address)


@contextmanager
def another_s3(monkeypatch: pytest.MonkeyPatch, answer: bytes, tag: str) -> Generator[None]:
    """One that lists a model of ten bytes, and gives what the test says."""
    listing = (
        '<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name>'
        f"<IsTruncated>false</IsTruncated><Contents><Key>m/model.bin</Key><Size>10</Size><ETag>{tag}</ETag></Contents>"
        "</ListBucketResult>"
    )
    with serving() as web:
        web.serves(f"/b?list-type=2&prefix={quote('m/', safe='')}&encoding-type=url", page(listing, kind="text/xml"))
        web.serves("/b/m/model.bin", raw(answer))
        with monkeypatch.context() as meanwhile:
            meanwhile.setenv("AWS_ENDPOINT_URL", web.address)
            aws.forget_clients()
            yield
    aws.forget_clients()


def answer(body: bytes, *, length: int = 10, tag: str = '"x"') -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nETag: {tag}\r\nConnection: close\r\n\r\n"
    return head.encode() + body


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (answer(b"half"), "came only in part"),
        (answer(b"half", length=4), "did not come as it lies there"),
        (answer(b"other byte"), "did not come as it lies there"),
        (b"HTTP/1.1 412 Precondition Failed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "was replaced"),
    ],
    ids=["the line breaks", "shorter than listed", "other bytes", "replaced meanwhile"],
)
def test_what_comes_only_in_part_is_never_taken_for_the_whole(
    here: Path, monkeypatch: pytest.MonkeyPatch, given: bytes, why: str
) -> None:
    tag = '"' + "0" * 32 + '"'
    with another_s3(monkeypatch, given, tag), pytest.raises(Unavailable, match=why):
        model_folder("s3://b/m")
    assert list(here.iterdir()) == []


def full(_place: Path) -> SimpleNamespace:
    return SimpleNamespace(free=1_000)


def test_a_model_without_room_says_how_much_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    upload(FILES)
    monkeypatch.setattr(shutil, "disk_usage", full)
    with pytest.raises(Rejected, match="more ephemeral storage"):
        model_folder(ADDRESS)


def test_moods_are_read_by_a_model_from_s3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heads = {"sentiment": {"id2label": dict(enumerate(("negative", "neutral", "positive")))}}
    made = make_two_headed(
        tmp_path / "made", {"love": [0.0, 0.0, 9.0, *[0.0] * 7]}, {"name": "brought-1", "heads": heads}
    )
    upload(there(made), under="models/mood")
    monkeypatch.setenv("WARELOOM_MOOD_FOLDER", f"s3://{BUCKET}/models/mood")
    (mood,) = read_moods(["love"], classifier(chosen()))
    assert (mood.sentiment, mood.model) == ("positive", "brought-1")
