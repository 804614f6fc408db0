"""What a function writes to its log, read as CloudWatch reads it: from another process, line by line."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.architecture.tree import ROOT
from wareloom.kit.log import MASK

FUNCTION = """
import logging
from types import SimpleNamespace
from wareloom.edge.entrypoint import bind, entrypoint
from wareloom.kit.log import logger

@entrypoint
def handle(event, context):
    if event.get("row"):
        bind(row=event["row"])
    logger("wareloom.test").info(event["says"], extra=event.get("extra", {}))
    if event.get("fails"):
        raise ValueError(event["fails"])

def call(**event):
    try:
        handle(event, SimpleNamespace(function_name="test", aws_request_id=event.get("request", "r1")))
    except ValueError:
        pass
"""


def written(*calls: dict[str, Any], level: str = "INFO") -> tuple[list[dict[str, Any]], str]:
    script = FUNCTION + "".join(f"\ncall(**{event!r})" for event in calls)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "shared"), "POWERTOOLS_LOG_LEVEL": level}
    done = subprocess.run([sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stderr.splitlines()], done.stderr


def test_a_line_is_json_and_says_whose_call_it_belongs_to() -> None:
    (line,), _text = written({"says": "hello", "request": "r7", "extra": {"pages": 3}})
    assert (line["message"], line["function"], line["request_id"], line["pages"]) == ("hello", "test", "r7", 3)
    assert line["timestamp"].endswith("+00:00")


def test_what_one_call_bound_is_not_on_the_next_ones_lines() -> None:
    (first, second), _text = written({"says": "one", "row": "42"}, {"says": "two"})
    assert (first["row"], "row" in second) == ("42", False)


def test_a_call_that_fails_says_so_once_with_its_traceback() -> None:
    lines, _text = written({"says": "begin", "fails": "no such shop"})
    assert [line["message"] for line in lines] == ["begin", "failed: ValueError"]
    assert "no such shop" in lines[1]["exception"]


@pytest.mark.parametrize(
    "event",
    [
        {"says": "GET /ws?ticket=sesame-open"},
        {"says": "x", "extra": {"headers": {"authorization": "Bearer sesame-open"}}},
        {"says": "x", "extra": {"password": "sesame-open", "headers": {"cookie": "session=sesame-open"}}},
        {"says": "x", "fails": "password=sesame-open"},
        {"says": "x", "row": "wl_0123456789ab_sesame-open"},
    ],
)
def test_no_secret_reaches_the_log(event: dict[str, Any]) -> None:
    lines, text = written(event)
    assert "sesame-open" not in text
    assert MASK in repr(lines)


def test_the_level_is_the_deployments_to_choose() -> None:
    assert written({"says": "hello"}, level="WARNING")[0] == []
