"""Facts that a room announces. They carry ids; whoever hears one reads the rows."""

from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from wareloom.kit import aws, clock
from wareloom.kit.log import logger
from wareloom.kit.settings import BusSettings

_log = logger(__name__)
_AT_ONCE = 10


class Event(BaseModel):
    """`room` names who announces; every event belongs to a tenant, for that is who may hear of it."""

    model_config = ConfigDict(frozen=True)

    room: ClassVar[str]
    tenant_id: UUID

    @classmethod
    def source(cls) -> str:
        return f"wareloom.{cls.room}"

    @classmethod
    def name(cls) -> str:
        return cls.__name__


def publish(events: list[Event]) -> None:
    bus = BusSettings.from_env().name
    for start in range(0, len(events), _AT_ONCE):
        entries = [
            {
                "EventBusName": bus,
                "Source": event.source(),
                "DetailType": event.name(),
                "Detail": event.model_dump_json(),
                "Time": clock.now(),
            }
            for event in events[start : start + _AT_ONCE]
        ]
        answer = aws.events().put_events(Entries=entries)  # pyright: ignore[reportArgumentType] - the stub wants a closed literal of keys
        if answer.get("FailedEntryCount"):
            _log.warning("the bus refused %s of %s events", answer["FailedEntryCount"], len(entries))
