"""What the functions and the engine say, as they say it."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from botocore.exceptions import BotoCoreError, ClientError

from infra_cdk.local.clients import Aws

_GROUPS = "/aws/lambda/wareloom-local-"
_LOOK_BACK_S = 600
_EVERY_S = 0.7
_KNOWN = ("timestamp", "function", "aws_request_id", "exception_name", "xray_trace_id")
# Lambda's own bookkeeping, three lines a call: with all functions at once it would bury what they say.
_BOOKKEEPING = ("START RequestId", "END RequestId", "REPORT RequestId", "INIT_START")


def follow(aws: Aws, engine_log: Path, say: Callable[[str], None], *, only: str | None, forever: bool) -> None:
    """All functions and the engine, or one function whole."""
    functions, engine, pause = _Functions(aws, only), _Tail(engine_log), Event()
    while True:
        for name, line in functions.read():
            say(f"{name:<18} {_plain(line)}")
        if only is None:
            for line in engine.read():
                say(f"{'engine':<18} {line}")
        if not forever:
            return
        pause.wait(_EVERY_S)


def _plain(line: str) -> str:
    """For a person: a record's level and words, and the failure as Python writes it, instead of JSON."""
    try:
        record = json.loads(line)
        about = f"{record.pop('level'):<8} {record.pop('message')}"
    except (ValueError, TypeError, KeyError, AttributeError):
        return line
    failure = record.pop("exception", None)
    facts = " ".join(f"{name}={value}" for name, value in record.items() if name not in _KNOWN)
    return "\n".join(part for part in (f"{about}  {facts}".rstrip(), failure) if part)


class _Functions:
    def __init__(self, aws: Aws, only: str | None) -> None:
        self._cloudwatch = aws.client("logs")
        self._only = only
        self._since = int((time.time() - _LOOK_BACK_S) * 1000)
        self._told: Counter[tuple[str, str]] = Counter()

    def read(self) -> list[tuple[str, str]]:
        """Each function's new lines, all in the order of their times."""
        found: list[tuple[int, str, str]] = []
        try:
            for name, group in self._groups():
                found += [(at, name, message) for at, message in self._new_in(group)]
        except (ClientError, BotoCoreError):
            return []  # the engine is just being started or stopped
        said = [(name, line) for _, name, text in sorted(found, key=lambda one: one[0]) for line in text.splitlines()]
        return [(name, line) for name, line in said if self._only or not line.startswith(_BOOKKEEPING)]

    def _groups(self) -> Iterator[tuple[str, str]]:
        for group in self._cloudwatch.describe_log_groups(logGroupNamePrefix=_GROUPS)["logGroups"]:
            name = group["logGroupName"].removeprefix(_GROUPS)
            if self._only in (None, name):
                yield name, group["logGroupName"]

    def _new_in(self, group: str) -> Iterator[tuple[int, str]]:
        """The engine gives events no id, but a stream only grows: what was told of it is a number."""
        seen: Counter[tuple[str, str]] = Counter()
        pages = self._cloudwatch.get_paginator("filter_log_events").paginate(logGroupName=group, startTime=self._since)
        for event in (event for page in pages for event in page["events"]):
            stream = (group, event["logStreamName"])
            seen[stream] += 1
            if seen[stream] > self._told[stream]:
                self._told[stream] = seen[stream]
                yield event["timestamp"], event["message"].rstrip()


class _Tail:
    def __init__(self, file: Path) -> None:
        self._file = file
        self._at = max(0, file.stat().st_size - 4000) if file.exists() else 0

    def read(self) -> list[str]:
        if not self._file.exists():
            return []
        if self._file.stat().st_size < self._at:
            self._at = 0  # begun anew
        with self._file.open("rb") as log:
            log.seek(self._at)
            said = log.read()
        self._at += len(said)
        return said.decode(errors="replace").splitlines()
