"""One question to somebody's API: at its pace, with its key, and an answer that is whole, or the failure it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Generic, TypeVar

from pydantic import SecretStr

from wareloom.kit.errors import Blocked, Failure, Unavailable
from wareloom.kit.http.conduct import Conduct
from wareloom.kit.http.exchange import Answered, exchange
from wareloom.kit.http.refusals import failure

SECONDS = 25.0
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Question:
    who: str
    """Whom a sentence about a failure names."""
    counted_as: str
    """One name for each limit that the API counts by."""
    url: str
    rest: Callable[[Answered], timedelta]
    """How long to leave this limit alone after an answer."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    body: bytes | None = field(default=None, repr=False)
    refusal: Callable[[Answered], Failure | None] = lambda _answered: None
    """What an answer means at this API, where it means something else than at others."""
    hidden: tuple[SecretStr, ...] = ()
    """What no sentence may quote, even if the other side does."""
    wait: Callable[[Answered], timedelta | None] = lambda _answered: None
    """How long to wait where we are told to, but not for how long."""


@dataclass(frozen=True)
class Told(Generic[Answer]):
    value: Answer
    body: bytes
    """As it was sent."""
    headers: Mapping[str, str]


class Line(Generic[Answer]):
    """`read` raises ValueError for what is no answer; `closed` is what a key that is no good is called here."""

    def __init__(
        self,
        conduct: Conduct,
        read: Callable[[bytes], Answer],
        *,
        closed: type[Blocked] = Blocked,
        seconds: float = SECONDS,
    ) -> None:
        self._conduct = conduct
        self._read = read
        self._closed = closed
        self._seconds = seconds

    def ask(self, question: Question) -> Told[Answer]:
        who, limit = question.who, question.counted_as
        self._conduct.check(limit)
        with self._conduct.turn(limit, timedelta(seconds=self._seconds), timedelta()):
            method = "GET" if question.body is None else "POST"
            answered = exchange(who, method, question.url, question.headers, question.body, seconds=self._seconds)
            if refused := question.refusal(answered) or self._refused(question, answered):
                raise refused
            told = Told(self._whole(who, answered.body), answered.body, answered.headers)
            self._conduct.answered(limit, question.rest(answered))
        return told

    def left(self, *limits: str) -> timedelta:
        """Until every one of them may be asked again."""
        return max(self._conduct.wait_for(limit) for limit in limits)

    def _refused(self, question: Question, answered: Answered) -> Failure | None:
        wait = question.wait(answered)
        return failure(question.who, answered, question.hidden, closed=self._closed, wait=wait)

    def _whole(self, who: str, body: bytes) -> Answer:
        try:
            return self._read(body)
        except (ValueError, RecursionError):
            raise Unavailable(f"{who}’s answer broke off, or is no JSON.") from None
