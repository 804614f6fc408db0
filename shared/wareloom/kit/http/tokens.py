"""Access tokens that a key buys: kept until shortly before they end, and bought again when they end earlier."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Generic, TypeVar

from pydantic import SecretStr

from wareloom.kit import clock
from wareloom.kit.errors import Blocked

Key = TypeVar("Key")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Granted:
    token: SecretStr
    until: datetime
    """When it is given up, which is earlier than its end."""


class Tokens(Generic[Key]):
    """One per process: a token serves every question of its time. `ended` says that it was taken back before that."""

    def __init__(self, ended: type[Blocked]) -> None:
        self._ended = ended
        self._kept: tuple[Key, Granted] | None = None
        self._lock = Lock()

    def with_one(self, key: Key, grant: Callable[[Key], Granted], ask: Callable[[SecretStr], Result]) -> Result:
        token = self._token(key, grant)
        try:
            return ask(token)
        except self._ended:
            with self._lock:
                self._kept = None
            return ask(self._token(key, grant))

    def _token(self, key: Key, grant: Callable[[Key], Granted]) -> SecretStr:
        with self._lock:
            if self._kept is None or self._kept[0] != key or clock.now() >= self._kept[1].until:
                self._kept = key, grant(key)
            return self._kept[1].token
