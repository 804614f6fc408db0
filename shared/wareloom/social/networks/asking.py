"""One question to a network's API: at its pace, with its key, and an answer that is whole, or the failure it means."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import SystemRandom
from typing import Any

from pydantic import SecretStr

from wareloom.kit import clock
from wareloom.kit.errors import Failure, Unavailable
from wareloom.kit.http.conduct import Conduct, Manners
from wareloom.kit.http.exchange import Answered, exchange
from wareloom.social.heard import Quota
from wareloom.social.networks.quotas import no_quota
from wareloom.social.networks.refusals import failure

SECONDS = 25.0


@dataclass(frozen=True)
class Question:
    who: str
    """Whom a sentence about a failure names."""
    url: str
    apart: timedelta
    """How long to leave the API alone after an answer."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    body: bytes | None = field(default=None, repr=False)
    quota: Callable[[Mapping[str, str]], Quota | None] = no_quota
    refusal: Callable[[Answered], Failure | None] = lambda _answered: None
    """What a status means at this API, where it means something else than at others."""
    hidden: tuple[SecretStr, ...] = ()
    """What no sentence may quote, even if the other side does."""


@dataclass(frozen=True)
class Told:
    value: Any
    headers: Mapping[str, str]
    quota: Quota | None


class Line:
    """Paces and circuits stay in the process."""

    def __init__(self, wait: Callable[[float], object] | None = None) -> None:
        self._conduct = Conduct(Manners(), SystemRandom(), wait)

    def ask(self, question: Question) -> Told:
        who, most = question.who, timedelta(seconds=SECONDS)
        self._conduct.check(who)
        with self._conduct.turn(who, most, timedelta()):
            method = "GET" if question.body is None else "POST"
            answered = exchange(who, method, question.url, question.headers, question.body, seconds=SECONDS)
            quota = question.quota(answered.headers)
            if refused := question.refusal(answered) or failure(who, answered, quota, question.hidden):
                raise refused
            told = Told(_read(who, answered.body), answered.headers, quota)
            self._conduct.answered(who, _rest(question.apart, quota))
        return told


def _read(who: str, body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Unavailable(f"{who}’s answer broke off, or is no JSON.") from None


def _rest(apart: timedelta, quota: Quota | None) -> timedelta:
    """Until there is something left again, where nothing is."""
    if quota and quota.left == 0 and quota.resets_at:
        return max(apart, quota.resets_at - clock.now())
    return apart
