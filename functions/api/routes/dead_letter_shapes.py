"""What the API says of posts that could not be read, and of the queues they came by."""

from datetime import datetime
from uuid import UUID

from pydantic import ConfigDict, Field

from functions.api.answers import Out


class DeadLetterOut(Out):
    """A post whose mood could not be read however often it was tried."""

    model_config = ConfigDict(title="DeadLetter")

    id: UUID
    network: str
    url: str
    text: str
    reason: str | None
    tries: int
    given_up_at: datetime


class QueueOut(Out):
    model_config = ConfigDict(title="Queue")

    queue: str
    waiting: int = Field(description="Messages that nobody has taken yet")
    in_flight: int = Field(description="Messages that are worked on")
    dead: int | None = Field(description="Messages that were given up; they lie there for 14 days and do nothing")


class QueuesOut(Out):
    """As SQS counts them, which is about right."""

    model_config = ConfigDict(title="Queues")

    items: list[QueueOut]
    looked_at: datetime


class RedrivenOut(Out):
    model_config = ConfigDict(title="Redriven")

    posts: int = Field(description="How many are tried again")
