"""Access tokens of an application: good for a day, and given up an hour before."""

from base64 import b64encode
from datetime import timedelta

from pydantic import BaseModel, Field, SecretStr, ValidationError

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Unavailable
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.tokens import Granted
from wareloom.social.keys import RedditKey
from wareloom.social.networks.asking import Line, question

_PATH = "/api/v1/access_token"
_EARLY = 0.05


class _Granted(BaseModel):
    access_token: SecretStr
    expires_in: int = Field(default=3600, ge=0, le=10**7)


def granted(key: RedditKey, server: str, line: Line) -> Granted:
    written = f"{key.client_id}:{key.client_secret.get_secret_value()}"
    sent = {
        "Authorization": f"Basic {b64encode(written.encode()).decode()}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    asked = question(
        "Reddit’s sign-in",
        server.rstrip("/") + _PATH,
        timedelta(),
        sent,
        b"grant_type=client_credentials",
        refusal=_refused,
        hidden=(key.client_secret,),
    )
    try:
        told = _Granted.model_validate(line.ask(asked).value)
    except ValidationError:
        raise Unavailable("Reddit’s sign-in gave an answer without a token.") from None
    return Granted(told.access_token, clock.now() + timedelta(seconds=told.expires_in * (1 - _EARLY)))


def _refused(answered: Answered) -> Blocked | None:
    if answered.status in {400, 401}:
        return Blocked("Reddit does not accept our application: check reddit’s part of the secret.")
    return None
