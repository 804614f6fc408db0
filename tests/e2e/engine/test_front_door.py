"""One origin for browsers, and no way to the engine for web pages."""

import json
from collections.abc import Generator

import pytest
from urllib3 import BaseHTTPResponse, PoolManager
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from infra_cdk.local.engine import Engine
from infra_cdk.local.state import Ports, State
from tests.support.engine import LocalCloud, free_ports

PAGE = b"<!doctype html><title>a page of ours</title>"


@pytest.fixture(scope="module")
def cloud() -> Generator[LocalCloud]:
    with LocalCloud() as raised:
        bucket = raised.outputs["SiteBucket"]
        raised.aws.client("s3").put_object(Bucket=bucket, Key="index.html", Body=PAGE, ContentType="text/html")
        yield raised


def _get(address: str, **headers: str) -> BaseHTTPResponse:
    with PoolManager(retries=False, timeout=30) as pool:
        answer = pool.request("GET", address, headers={name.replace("_", "-"): said for name, said in headers.items()})
        assert answer.data is not None
        return answer


def test_every_address_of_the_app_is_answered_by_its_page(cloud: LocalCloud) -> None:
    for path in ("/", "/offers", "/offers/01a1fd68-7bbf-769b-acf5-5a47b07d1125"):
        assert _get(cloud.address + path).data == PAGE


def test_the_api_is_on_the_same_origin_and_well(cloud: LocalCloud) -> None:
    answer = _get(f"{cloud.address}/api/v1/health/ready")
    assert (answer.status, json.loads(answer.data)["status"]) == (200, "ok")


def test_the_apis_own_not_found_is_not_turned_into_a_page(cloud: LocalCloud) -> None:
    answer = _get(f"{cloud.address}/api/v1/nothing-here")
    assert (answer.status, answer.headers["content-type"]) == (404, "application/problem+json")


def test_a_socket_without_a_ticket_is_refused_by_our_function(cloud: LocalCloud) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        connect(f"{cloud.address.replace('http', 'ws')}/ws?ticket=never-issued", proxy=None)
    group = f"/aws/lambda/{cloud.outputs['MigrateFunctionName'].replace('migrate_database', 'websocket')}"
    assert cloud.aws.client("logs").filter_log_events(logGroupName=group)["events"]


def test_another_sites_name_does_not_open_the_door(cloud: LocalCloud) -> None:
    assert _get(cloud.address, Host="elsewhere.example").status == 421


def test_a_web_page_cannot_use_the_engine_but_a_program_can(cloud: LocalCloud) -> None:
    health = f"{cloud.aws.address}/_ministack/health"
    assert _get(health, Origin="https://elsewhere.example").status == 403
    assert _get(health).status == 200


def _asked(cloud: LocalCloud, method: str, origin: str, target: str) -> int:
    with PoolManager(retries=False, timeout=30) as pool:
        return pool.request(method, cloud.aws.address + target, headers={"Origin": origin}).status


def test_a_page_of_ours_may_post_a_file_to_the_bucket_of_uploads(cloud: LocalCloud) -> None:
    uploads = f"/{cloud.outputs['RawBucket']}"
    for origin in (cloud.address, cloud.address.replace("127.0.0.1", "localhost")):
        assert _asked(cloud, "OPTIONS", origin, uploads) == 200


_FILE = "/{RawBucket}/recordings/files/01a200fa-6c41-7296-9751-0d73fd566a86/01a200fa-6da8-729e-9db2-15dd50119baa"
_PART = f"{_FILE}?uploadId=u&partNumber=1&X-Amz-Signature=s"


def test_a_page_of_ours_may_put_a_part_of_a_recording(cloud: LocalCloud) -> None:
    part = _PART.format(RawBucket=cloud.outputs["RawBucket"])
    assert _asked(cloud, "OPTIONS", cloud.address, part) == 200
    assert _asked(cloud, "PUT", cloud.address, part) == 404, "S3 knows no such upload; the door was open"


@pytest.mark.parametrize(
    ("method", "origin", "target"),
    [
        ("PUT", "https://elsewhere.example", _PART),
        ("POST", "{app}", _PART),
        ("PUT", "{app}", _FILE),
        ("PUT", "{app}", f"{_PART}&acl"),
        ("PUT", "{app}", _PART.replace("recordings", "pages")),
        ("POST", "https://elsewhere.example", "/{RawBucket}"),
        ("POST", "http://127.0.0.1:1", "/{RawBucket}"),
        ("POST", "null", "/{RawBucket}"),
        ("POST", "{app}", "/{RawBucket}?delete"),
        ("POST", "{app}", "/{SiteBucket}"),
        ("POST", "{app}", "/{RawBucket}/other"),
        ("PUT", "{app}", "/{RawBucket}"),
        ("DELETE", "{app}", "/{RawBucket}"),
        ("GET", "{app}", "/{RawBucket}"),
        ("POST", "{app}", "/"),
    ],
)
def test_no_page_may_do_more_than_that(cloud: LocalCloud, method: str, origin: str, target: str) -> None:
    named = {name: cloud.outputs[name] for name in ("RawBucket", "SiteBucket")}
    assert _asked(cloud, method, origin.format(app=cloud.address), target.format(**named)) == 403


def test_before_the_deployment_the_door_says_to_wait(tmp_path_factory: pytest.TempPathFactory) -> None:
    ports: Ports = free_ports()
    engine = Engine(State(tmp_path_factory.mktemp("engine")), ports)
    try:
        engine.start()
        assert _get(f"http://127.0.0.1:{ports.app}/").status == 503
    finally:
        engine.stop()
