"""The ways a piece of work fails, named by what to do next.

A room raises one of these and knows nothing of HTTP, SQS or Step Functions; each edge decides what the kind means
there. Anything else that escapes is our own bug.
"""

from datetime import timedelta
from typing import ClassVar


class Failure(Exception):
    """Work that did not happen, with a sentence for the person who asked."""

    kind: ClassVar[str]

    def __init__(self, reason: str, *, retry_after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after


class NotFound(Failure):
    """No such row."""

    kind = "not-found"


class Conflict(Failure):
    """Someone did it already, or is doing it now."""

    kind = "conflict"


class Rejected(Failure):
    """Refused; it will never work as asked."""

    kind = "rejected"


class Blocked(Failure):
    """The other side refuses us: a wall, a ban, a withdrawn permission."""

    kind = "blocked"


class Unavailable(Failure):
    """It did not work now and may soon."""

    kind = "unavailable"


class Malformed(Rejected):
    """What was sent cannot be read at all."""

    kind = "malformed"


class Unauthenticated(Rejected):
    """Nobody we know is asking."""

    kind = "unauthenticated"


class Forbidden(Rejected):
    """We know who asks, and they may not."""

    kind = "forbidden"


class Overused(Rejected):
    """More than is allowed, for now."""

    kind = "overused"
