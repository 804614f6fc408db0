"""A bug of ours, as whoever called hears of it: a document with an id to ask by, and the rest in the log alone."""

import logging

import pytest
from sqlalchemy import Connection, text

from tests.support.api import Api


@pytest.fixture
def broken(joined: Connection) -> str:
    """What a release looks like whose tables are not there: rolled back with everything else."""
    joined.execute(text("ALTER TABLE trends_weights RENAME TO trends_mislaid"))
    return "/trends/weights"


def test_a_bug_is_answered_with_an_id_and_without_its_details(
    api: Api, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        answer = api.get(broken, x_request_id="asked-by-a-test")
    assert answer.status == 500
    assert answer.json == {
        "type": "about:blank",
        "title": "Our fault",
        "status": 500,
        "detail": "An error of ours. It is logged under this request's id.",
        "instance": "/api/v1/trends/weights",
        "request_id": "asked-by-a-test",
    }
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-request-id"] == "asked-by-a-test"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_bug_is_logged_once_with_its_trace_and_without_the_callers_token(
    api: Api, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        api.get(broken)
    (fault,) = [record for record in caplog.records if record.exc_info]
    assert "trends_weights" in str(fault.exc_info)
    assert api.token
    assert api.token not in caplog.text
