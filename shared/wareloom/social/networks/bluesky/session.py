"""A session in an account's name, opened with an app password and kept for an hour."""

import json
from datetime import datetime, timedelta
from threading import Lock

from pydantic import BaseModel, SecretStr, ValidationError

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Unavailable
from wareloom.kit.http.exchange import Answered
from wareloom.social.keys import BlueskyKey
from wareloom.social.networks.asking import Line, Question
from wareloom.social.networks.quotas import since_1970

LONGEST = timedelta(hours=1)
"""Shorter than any token lives: Bluesky opens few sessions a day for one account, so one serves many questions."""
_PATH = "/xrpc/com.atproto.server.createSession"


class _Opened(BaseModel):
    accessJwt: SecretStr  # noqa: N815 - its name in the answer


class Sessions:
    def __init__(self) -> None:
        self._kept: tuple[BlueskyKey, str, SecretStr, datetime] | None = None
        self._lock = Lock()

    def token(self, key: BlueskyKey, server: str, line: Line) -> SecretStr:
        with self._lock:
            if self._kept and self._kept[:2] == (key, server) and clock.now() < self._kept[3]:
                return self._kept[2]
            token = _opened(key, server, line)
            self._kept = key, server, token, clock.now() + LONGEST
            return token

    def forget(self) -> None:
        with self._lock:
            self._kept = None


def _opened(key: BlueskyKey, server: str, line: Line) -> SecretStr:
    asked = {"identifier": key.identifier, "password": key.password.get_secret_value()}
    told = line.ask(
        Question(
            "Bluesky’s sign-in",
            server.rstrip("/") + _PATH,
            timedelta(),
            {"Content-Type": "application/json"},
            json.dumps(asked).encode(),
            since_1970,
            _refused,
            (key.password,),
        )
    )
    try:
        return _Opened.model_validate(told.value).accessJwt
    except ValidationError:
        raise Unavailable("Bluesky’s sign-in gave an answer without a token.") from None


def _refused(answered: Answered) -> Blocked | None:
    if answered.status in {400, 401}:
        return Blocked("Bluesky does not accept our app password: check bluesky’s part of the secret.")
    return None
