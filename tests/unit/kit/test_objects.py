import gzip
from concurrent.futures import ThreadPoolExecutor

import pytest
from urllib3 import PoolManager

from tests.support.cloud import BUCKET, Emulator
from wareloom.kit import aws, objects
from wareloom.kit.errors import NotFound, Rejected

PAGE = b"<p>a page of offers</p>" * 100


@pytest.mark.parametrize("compress", [True, False])
def test_bytes_come_back_as_they_were_put(cloud: Emulator, compress: bool) -> None:
    assert cloud
    objects.put(BUCKET, "market/1/00001", PAGE, content_type="text/html", compress=compress)
    assert objects.get(BUCKET, "market/1/00001") == PAGE


def test_what_is_compressed_is_smaller_there_and_the_same_every_time(cloud: Emulator) -> None:
    kept: list[bytes] = []
    for _ in range(2):
        objects.put(BUCKET, "market/2/00001", PAGE, content_type="text/html", compress=True)
        kept.append(cloud.client("s3").get_object(Bucket=BUCKET, Key="market/2/00001")["Body"].read())
    assert kept[0] == kept[1]
    assert len(kept[0]) < len(PAGE) / 10
    assert gzip.decompress(kept[0]) == PAGE


def test_nothing_under_a_key_is_not_found(cloud: Emulator) -> None:
    assert cloud
    with pytest.raises(NotFound, match="market/never"):
        objects.get(BUCKET, "market/never")


def test_a_link_can_be_read_by_whoever_has_it(cloud: Emulator) -> None:
    assert cloud
    objects.put(BUCKET, "art/1.png", b"png", content_type="image/png")
    with PoolManager() as pool:
        answer = pool.request("GET", objects.link(BUCKET, "art/1.png", seconds=60))
    assert (answer.status, answer.data) == (200, b"png")


def test_of_many_who_put_under_a_new_key_one_does(cloud: Emulator) -> None:
    assert cloud
    with ThreadPoolExecutor(8) as pool:
        put = list(pool.map(_claimed, "01234567"))
    assert put.count(True) == 1
    assert objects.get(BUCKET, "claims/1") == str(put.index(True)).encode()


def _claimed(who: str) -> bool:
    return objects.put_new(BUCKET, "claims/1", who.encode(), content_type="text/plain")


def test_parts_in_any_order_become_one_object_when_they_are_ended(cloud: Emulator) -> None:
    assert cloud
    upload = objects.begin_upload(BUCKET, "large/1", content_type="text/csv")
    bodies = {1: b"a" * (5 << 20), 2: b"b" * (5 << 20), 3: b"the rest"}
    receipts = {number: objects.put_part(BUCKET, "large/1", upload, number, bodies[number]) for number in (3, 1, 2, 2)}
    assert objects.names(BUCKET, "large/") == [], "it is there all at once"
    objects.end_upload(BUCKET, "large/1", upload, receipts)
    assert objects.get(BUCKET, "large/1") == b"".join(bodies.values())
    objects.drop_upload(BUCKET, "large/1", upload)
    assert objects.names(BUCKET, "large/") == ["large/1"], "what is whole is not dropped"


def test_a_dropped_upload_takes_no_parts_and_leaves_none(cloud: Emulator) -> None:
    upload = objects.begin_upload(BUCKET, "large/2", content_type="text/csv")
    objects.put_part(BUCKET, "large/2", upload, 1, b"half")
    for _ in range(2):
        objects.drop_upload(BUCKET, "large/2", upload)
    assert cloud.unfinished("large/") == []
    with pytest.raises(NotFound, match="dropped or forgotten"):
        objects.put_part(BUCKET, "large/2", upload, 2, b"the other half")
    with pytest.raises(NotFound):
        objects.end_upload(BUCKET, "large/2", upload, {1: {"ETag": "gone"}})


def test_a_link_can_say_under_what_name_to_save(cloud: Emulator) -> None:
    assert cloud
    objects.put(BUCKET, "art/2.csv", b"a,b", content_type="text/csv")
    with PoolManager() as pool:
        answer = pool.request("GET", objects.link(BUCKET, "art/2.csv", save_as="offers.csv"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="offers.csv"'
    assert objects.link(BUCKET, "art/2.csv") != objects.link(BUCKET, "art/2.csv", save_as="offers.csv")


def test_keys_are_found_by_how_they_begin_until_they_are_deleted(cloud: Emulator) -> None:
    assert cloud
    for key in ("shelf/b", "shelf/a", "other/a"):
        objects.put(BUCKET, key, b"1", content_type="text/plain")
    assert objects.names(BUCKET, "shelf/") == ["shelf/a", "shelf/b"]
    objects.delete(BUCKET, "shelf/a")
    objects.delete(BUCKET, "shelf/a")
    assert objects.names(BUCKET, "shelf/") == ["shelf/b"]


@pytest.mark.parametrize("region", ["us-east-1", "eu-west-1"])
def test_a_form_is_posted_where_the_app_may_post(cloud: Emulator, region: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site's policy names this address, by region and bucket."""
    assert cloud
    monkeypatch.delenv("AWS_ENDPOINT_URL")
    monkeypatch.setenv("AWS_DEFAULT_REGION", region)
    aws.forget_clients()
    assert objects.upload_form(BUCKET, "imports/1", most=5).url == f"https://s3.{region}.amazonaws.com/{BUCKET}"


def test_a_part_is_brought_while_the_bytes_are_still_those(cloud: Emulator) -> None:
    assert cloud
    objects.put(BUCKET, "imports/2", b"0123456789", content_type="text/csv")
    there = objects.standing(BUCKET, "imports/2")
    assert there.size == 10
    assert objects.part(BUCKET, "imports/2", 2, 5, tag=there.tag) == b"234"
    objects.put(BUCKET, "imports/2", b"9876543210", content_type="text/csv")
    with pytest.raises(Rejected, match="replaced"):
        objects.part(BUCKET, "imports/2", 2, 5, tag=there.tag)
    for nothing in (
        lambda: objects.standing(BUCKET, "imports/none"),
        lambda: objects.part(BUCKET, "imports/none", 0, 1, tag="x"),
    ):
        with pytest.raises(NotFound):
            nothing()
