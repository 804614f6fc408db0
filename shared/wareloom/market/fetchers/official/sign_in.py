"""Access tokens of Login with Amazon: bought with the refresh token."""

from datetime import timedelta
from urllib.parse import urlencode

from pydantic import BaseModel, SecretStr, ValidationError

from wareloom.kit import clock
from wareloom.kit.errors import Rejected, Unavailable
from wareloom.kit.http.asking import Question
from wareloom.kit.http.tokens import Granted
from wareloom.market.fetchers.official.line import Line
from wareloom.market.keys import AmazonKey
from wareloom.market.official import WayClosed

WHO = "Login with Amazon"
_EARLY = timedelta(minutes=5)
_LIMIT = "api.amazon.com/auth"


class _Granted(BaseModel):
    access_token: SecretStr
    expires_in: int = 3600


def bought(key: AmazonKey, server: str, line: Line) -> Granted:
    secrets = {name: getattr(key, name) for name in ("refresh_token", "client_id", "client_secret")}
    asked = {"grant_type": "refresh_token", **{name: one.get_secret_value() for name, one in secrets.items()}}
    question = Question(
        WHO,
        _LIMIT,
        f"{server.rstrip('/')}/auth/o2/token",
        lambda _answered: timedelta(),
        {"Content-Type": "application/x-www-form-urlencoded"},
        urlencode(asked).encode(),
        hidden=tuple(secrets.values()),
    )
    try:
        granted = _Granted.model_validate(line.ask(question).value)
    except ValidationError:
        raise Unavailable(f"{WHO} gave an answer without a token.") from None
    except Rejected:  # 400 is how it says that a token or an application is none of its own
        raise WayClosed(f"{WHO} does not accept our key: check amazon’s part of the secret.") from None
    return Granted(granted.access_token, clock.now() + timedelta(seconds=granted.expires_in) - _EARLY)
