"""A session in an account's name, opened with an app password and kept for an hour."""

import json
from datetime import timedelta

from pydantic import BaseModel, SecretStr, ValidationError

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Unavailable
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.tokens import Granted
from wareloom.social.keys import BlueskyKey
from wareloom.social.networks.asking import Line, question
from wareloom.social.networks.quotas import since_1970

LONGEST = timedelta(hours=1)
"""Shorter than any token lives: Bluesky opens few sessions a day for one account, so one serves many questions."""
_PATH = "/xrpc/com.atproto.server.createSession"


class _Opened(BaseModel):
    accessJwt: SecretStr  # noqa: N815 - its name in the answer


def opened(key: BlueskyKey, server: str, line: Line) -> Granted:
    asked = {"identifier": key.identifier, "password": key.password.get_secret_value()}
    told = line.ask(
        question(
            "Bluesky’s sign-in",
            server.rstrip("/") + _PATH,
            timedelta(),
            {"Content-Type": "application/json"},
            json.dumps(asked).encode(),
            quota=since_1970,
            refusal=_refused,
            hidden=(key.password,),
        )
    )
    try:
        return Granted(_Opened.model_validate(told.value).accessJwt, clock.now() + LONGEST)
    except ValidationError:
        raise Unavailable("Bluesky’s sign-in gave an answer without a token.") from None


def _refused(answered: Answered) -> Blocked | None:
    if answered.status in {400, 401}:
        return Blocked("Bluesky does not accept our app password: check bluesky’s part of the secret.")
    return None
