"""The client against servers that answer in every way but the hoped-for one."""

import json
from collections.abc import Generator
from itertools import chain, repeat
from socket import socket
from typing import Any

import pytest

from tests.support.ports import free_port
from tests.support.web import Answer, Web, moved, page, raw, serving
from wareloom.cli.client import Client
from wareloom.cli.failures import status_of
from wareloom.kit.errors import Failure, NotFound, Overused, Rejected, Unauthenticated, Unavailable

ME = "/api/v1/me"


@pytest.fixture
def web() -> Generator[Web]:
    with serving() as web:
        yield web


def document(content: Any, status: int = 200, **headers: str) -> Answer:
    written = {name.replace("_", "-"): value for name, value in headers.items()}
    return page(json.dumps(content), status=status, headers=written, kind="application/json")


def problem(status: int, detail: str, **headers: str) -> Answer:
    content = {"title": "Refused", "status": status, "detail": detail, "request_id": "0192-request"}
    written = {name.replace("_", "-"): value for name, value in headers.items()}
    return page(json.dumps(content), status=status, headers=written, kind="application/problem+json")


def in_turn(*answers: Answer) -> Answer:
    """Each once, and the last for ever."""
    waiting = chain(answers, repeat(answers[-1]))

    def answer(connection: socket) -> None:
        next(waiting)(connection)

    return answer


def test_the_key_is_sent_and_the_document_comes_back(web: Web) -> None:
    web.serves(ME, document({"name": "Ada"}))
    assert Client(web.address, "wl_key").get("/me") == {"name": "Ada"}
    (asked,) = web.asked
    assert asked.headers["authorization"] == "Bearer wl_key"
    assert asked.headers["user-agent"].startswith("wareloom/")


def test_a_list_is_followed_from_page_to_page_and_no_further_than_asked(web: Web) -> None:
    web.serves("/api/v1/tasks?limit=2", document({"items": [{"id": 1}, {"id": 2}], "next_cursor": "a b"}))
    web.serves("/api/v1/tasks?limit=2&cursor=a+b", document({"items": [{"id": 3}], "next_cursor": None}))
    web.serves("/api/v1/tasks?limit=200", document({"items": [{"id": 1}, {"id": 2}, {"id": 3}], "next_cursor": None}))
    client = Client(web.address, "wl_key")
    assert [item["id"] for item in client.items("/tasks", most=2)] == [1, 2]
    assert len(web.asked) == 1
    assert [item["id"] for item in client.items("/tasks", most=None)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("answer", "kind", "says"),
    [
        (problem(401, "This API key is unknown."), Unauthenticated, "This API key is unknown. (request 0192-request)"),
        (problem(404, "No such offer."), NotFound, "No such offer."),
        (problem(418, "A teapot."), Rejected, "A teapot."),
        (problem(500, "An error of ours."), Unavailable, "An error of ours. (request 0192-request)"),
        (page("<h1>Bad gateway</h1>", status=502), Unavailable, "cannot answer now (status 502)"),
        (page("<h1>nginx</h1>", status=404), Rejected, "does not answer as Wareloom does"),
        (page("<!doctype html><title>A shop</title>"), Rejected, "does not answer as Wareloom does"),
        (document(["no", "object"]), Rejected, "does not answer as Wareloom does"),
        (moved("https://elsewhere.example/api/v1/me"), Rejected, "sends us on to https://elsewhere.example/api/v1/me"),
        (raw(b"nonsense\r\n\r\n"), Unavailable, "the connection broke"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"), Unavailable, "the connection broke"),
    ],
)
def test_every_refusal_is_a_failure_that_says_why(web: Web, answer: Answer, kind: type[Failure], says: str) -> None:
    web.serves(ME, answer)
    with pytest.raises(kind) as caught:
        Client(web.address, "wl_key").get("/me")
    assert says in caught.value.reason


def test_where_nothing_listens_the_server_cannot_be_reached() -> None:
    with pytest.raises(Unavailable, match="nothing answers there") as caught:
        Client(f"http://127.0.0.1:{free_port()}", "wl_key").get("/me")
    assert status_of(caught.value) == 4


def test_a_read_that_broke_off_is_asked_again(web: Web) -> None:
    web.serves(ME, in_turn(page("busy", status=503), document({"name": "Ada"})))
    assert Client(web.address, "wl_key").get("/me") == {"name": "Ada"}


def test_a_write_is_never_sent_twice(web: Web) -> None:
    web.serves("/api/v1/tasks", in_turn(page("busy", status=503), document({}, status=201)))
    with pytest.raises(Unavailable):
        Client(web.address, "wl_key").post("/tasks")
    assert len(web.asked) == 1


def test_asked_too_often_it_waits_as_long_as_the_server_says(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    web.serves(ME, in_turn(problem(429, "Slower.", Retry_After="1"), document({"name": "Ada"})))
    assert Client(web.address, "wl_key").get("/me") == {"name": "Ada"}
    assert "Slower. (request 0192-request) Waiting 1 s" in capsys.readouterr().err


@pytest.mark.parametrize("answer", [problem(429, "Tomorrow.", Retry_After="86400"), problem(429, "Never.")])
def test_nobody_is_kept_waiting_for_a_day_or_for_an_unknown_time(web: Web, answer: Answer) -> None:
    web.serves(ME, answer)
    with pytest.raises(Overused):
        Client(web.address, "wl_key").get("/me")
    assert len(web.asked) == 1


def test_what_has_not_changed_is_not_sent_again(web: Web) -> None:
    web.serves(ME, in_turn(document({"name": "Ada"}, ETag='"1"'), page(status=304)))
    client = Client(web.address, "wl_key")
    assert client.changed("/me", None) == ({"name": "Ada"}, '"1"')
    assert client.changed("/me", '"1"') == (None, '"1"')
    assert web.asked[-1].headers["if-none-match"] == '"1"'


def test_a_name_under_localhost_is_this_machine_and_is_asked_for_by_that_name(web: Web) -> None:
    web.serves(ME, document({"name": "Ada"}))
    named = f"d1.cloudfront.localhost:{web.port}"
    assert Client(f"http://{named}", "wl_key").get("/me") == {"name": "Ada"}
    assert web.asked[0].headers["host"] == named
