"""The unit of work: one transaction, and what is to be said once it has committed.

Domain code adds rows, announces facts and enqueues nudges; the edge opens the unit and so commits it, once.
"""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.orm import Session

from wareloom.kit import database, events, machines, queues
from wareloom.kit.errors import Unavailable
from wareloom.kit.log import logger

_log = logger(__name__)


class Work:
    def __init__(self, session: Session) -> None:
        self.session = session
        self._events: list[events.Event] = []
        self._nudges: list[queues.Nudge] = []
        self._machines: list[machines.Message] = []

    def announce(self, event: events.Event) -> None:
        self._events.append(event)

    def enqueue(self, queue: str, row_id: UUID, *, delay: timedelta = timedelta()) -> None:
        self._nudges.append(queues.Nudge(queue, row_id, delay))

    def ask_machine(self, message: machines.Message) -> None:
        self._machines.append(message)

    def tell(self) -> None:
        """Send what was said during the work. The rows are committed, so AWS's trouble here costs time, never data.

        A bug of ours, a queue without an address say, is not caught: it must be seen.
        """
        if not (self._nudges or self._machines or self._events):
            return  # a read need not load what only senders need
        from botocore.exceptions import BotoCoreError, ClientError

        for send, messages in (
            (queues.send, self._nudges),
            (machines.send, self._machines),
            (events.publish, self._events),
        ):
            if not messages:
                continue
            try:
                send(messages)  # pyright: ignore[reportArgumentType] - each list has its sender beside it
            except (BotoCoreError, ClientError):
                _log.exception(
                    "committed, but %s messages were not sent: the sweep will find their rows", len(messages)
                )


@contextmanager
def unit_of_work() -> Generator[Work]:
    try:
        with database.new_session() as session:
            work = Work(session)
            with session.begin():
                yield work
    except (OperationalError, InterfaceError) as error:
        # The server is away, too busy or took too long: nothing was committed, and soon it may work.
        raise Unavailable("The database does not answer just now.") from error
    work.tell()
