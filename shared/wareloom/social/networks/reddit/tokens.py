"""Access tokens of an application: good for a day, and given up an hour before."""

from base64 import b64encode
from datetime import datetime, timedelta
from threading import Lock

from pydantic import BaseModel, Field, SecretStr, ValidationError

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Unavailable
from wareloom.kit.http.exchange import Answered
from wareloom.social.keys import RedditKey
from wareloom.social.networks.asking import Line, Question

_PATH = "/api/v1/access_token"
_EARLY = 0.05


class _Granted(BaseModel):
    access_token: SecretStr
    expires_in: int = Field(default=3600, ge=0, le=10**7)


class Tokens:
    def __init__(self) -> None:
        self._kept: tuple[RedditKey, str, SecretStr, datetime] | None = None
        self._lock = Lock()

    def of(self, key: RedditKey, server: str, line: Line) -> SecretStr:
        with self._lock:
            if self._kept and self._kept[:2] == (key, server) and clock.now() < self._kept[3]:
                return self._kept[2]
            granted = _granted(key, server, line)
            until = clock.now() + timedelta(seconds=granted.expires_in * (1 - _EARLY))
            self._kept = key, server, granted.access_token, until
            return granted.access_token

    def forget(self) -> None:
        with self._lock:
            self._kept = None


def _granted(key: RedditKey, server: str, line: Line) -> _Granted:
    told = f"{key.client_id}:{key.client_secret.get_secret_value()}"
    sent = {
        "Authorization": f"Basic {b64encode(told.encode()).decode()}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    body = b"grant_type=client_credentials"
    question = Question(
        "Reddit’s sign-in",
        server.rstrip("/") + _PATH,
        timedelta(),
        sent,
        body,
        refusal=_refused,
        hidden=(key.client_secret,),
    )
    try:
        return _Granted.model_validate(line.ask(question).value)
    except ValidationError:
        raise Unavailable("Reddit’s sign-in gave an answer without a token.") from None


def _refused(answered: Answered) -> Blocked | None:
    if answered.status in {400, 401}:
        return Blocked("Reddit does not accept our application: check reddit’s part of the secret.")
    return None
