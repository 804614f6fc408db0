"""One question to an API: at its pace, with its key, and an answer that is whole, or the failure that it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from pydantic import SecretStr, TypeAdapter, ValidationError

from wareloom.kit.errors import Failure, Unavailable
from wareloom.kit.http.conduct import Conduct
from wareloom.kit.http.exchange import Answered, exchange
from wareloom.market.fetchers.official.refusals import failure
from wareloom.market.reading.text import Object

SECONDS = 25.0
_OBJECT = TypeAdapter(Object)


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
    """Of an answer that calls itself a success."""
    hidden: tuple[SecretStr, ...] = ()
    """What no sentence may quote, even if the other side does."""


class Line:
    def __init__(self, conduct: Conduct, *, seconds: float = SECONDS) -> None:
        self._conduct = conduct
        self._seconds = seconds

    def ask(self, question: Question) -> tuple[bytes, Object]:
        """The answer as it was sent, and read."""
        limit, most = question.counted_as, timedelta(seconds=self._seconds)
        self._conduct.check(limit)
        with self._conduct.turn(limit, most, timedelta()):
            method = "GET" if question.body is None else "POST"
            answered = exchange(
                question.who, method, question.url, question.headers, question.body, seconds=self._seconds
            )
            if refused := failure(question.who, answered, question.hidden) or question.refusal(answered):
                raise refused
            read = read_object(answered.body)
            if read is None:
                raise Unavailable(f"{question.who}’s answer broke off, or is no JSON.")
            self._conduct.answered(limit, question.rest(answered))
        return answered.body, read

    def left(self, *limits: str) -> timedelta:
        """Until every one of them may be asked again."""
        return max(self._conduct.wait_for(limit) for limit in limits)


def read_object(body: bytes) -> Object | None:
    try:
        return _OBJECT.validate_json(body)
    except ValidationError:
        return None
