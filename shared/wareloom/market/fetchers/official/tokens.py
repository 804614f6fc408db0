"""Access tokens of Login with Amazon: bought with the refresh token, used until shortly before they end."""

from datetime import datetime, timedelta
from threading import Lock
from urllib.parse import urlencode

from pydantic import BaseModel, SecretStr, ValidationError

from wareloom.kit import clock
from wareloom.kit.errors import Rejected, Unavailable
from wareloom.market.fetchers.official.line import Line, Question
from wareloom.market.keys import AmazonKey
from wareloom.market.official import WayClosed

WHO = "Login with Amazon"
_EARLY = timedelta(minutes=5)
_LIMIT = "api.amazon.com/auth"


class _Granted(BaseModel):
    access_token: SecretStr
    expires_in: int = 3600


class Tokens:
    """One per process: an hour's token serves every page of that hour."""

    def __init__(self, server: str) -> None:
        self._address = f"{server.rstrip('/')}/auth/o2/token"
        self._kept: tuple[AmazonKey, SecretStr, datetime] | None = None
        self._lock = Lock()

    def of(self, key: AmazonKey, line: Line) -> SecretStr:
        with self._lock:
            if self._kept and self._kept[0] == key and clock.now() < self._kept[2]:
                return self._kept[1]
            granted = self._bought(key, line)
            self._kept = key, granted.access_token, clock.now() + timedelta(seconds=granted.expires_in) - _EARLY
            return granted.access_token

    def forget(self) -> None:
        """One that was refused before its time."""
        with self._lock:
            self._kept = None

    def _bought(self, key: AmazonKey, line: Line) -> _Granted:
        secrets = {name: getattr(key, name) for name in ("refresh_token", "client_id", "client_secret")}
        asked = {"grant_type": "refresh_token", **{name: one.get_secret_value() for name, one in secrets.items()}}
        question = Question(
            WHO,
            _LIMIT,
            self._address,
            lambda _answered: timedelta(),
            {"Content-Type": "application/x-www-form-urlencoded"},
            urlencode(asked).encode(),
            hidden=tuple(secrets.values()),
        )
        try:
            _, granted = line.ask(question)
        except Rejected:  # 400 is how it says that a token or an application is none of its own
            raise WayClosed(f"{WHO} does not accept our key: check amazon’s part of the secret.") from None
        try:
            return _Granted.model_validate(granted)
        except ValidationError:
            raise Unavailable(f"{WHO} gave an answer without a token.") from None
