import json
from typing import Any, ClassVar
from uuid import UUID

import pytest
from pydantic import ValidationError

from tests.support.cloud import BUS, Emulator
from tests.unit.kit.refusing import far_end
from wareloom.kit import clock
from wareloom.kit.events import Event, publish
from wareloom.kit.ids import new_id


class Noticed(Event):
    room: ClassVar[str] = "market"
    row_id: UUID


def some_events(count: int) -> list[Event]:
    tenant = new_id()
    return [Noticed(tenant_id=tenant, row_id=new_id()) for _ in range(count)]


def take_all(_operation: str, said: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    return 200, {"FailedEntryCount": 0, "Entries": [{"EventId": "1"} for _ in said["Entries"]]}


def test_an_event_says_who_what_and_for_whom(cloud: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cloud
    (event,) = some_events(1)
    with far_end(monkeypatch, take_all) as asked:
        publish([event])
    ((operation, said),) = asked
    (entry,) = said["Entries"]
    assert (operation, entry["EventBusName"], entry["Source"]) == ("PutEvents", BUS, "wareloom.market")
    assert entry["DetailType"] == "Noticed"
    assert json.loads(entry["Detail"]) == event.model_dump(mode="json")
    assert entry["Time"] <= clock.now().timestamp()


@pytest.mark.parametrize(("count", "batches"), [(0, []), (10, [10]), (21, [10, 10, 1])])
def test_events_go_in_batches_that_the_bus_takes(
    cloud: Emulator, monkeypatch: pytest.MonkeyPatch, count: int, batches: list[int]
) -> None:
    assert cloud
    with far_end(monkeypatch, take_all) as asked:
        publish(some_events(count))
    assert [len(said["Entries"]) for _operation, said in asked] == batches


def test_the_real_bus_takes_what_we_send(cloud: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    assert cloud
    publish(some_events(11))
    assert "refused" not in caplog.text


def test_events_that_the_bus_refuses_are_logged(
    cloud: Emulator, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert cloud

    def refuse_one(_operation: str, said: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        refused = {"ErrorCode": "ThrottlingException", "ErrorMessage": "slowly"}
        return 200, {"FailedEntryCount": 1, "Entries": [refused, *({"EventId": "1"} for _ in said["Entries"][1:])]}

    with far_end(monkeypatch, refuse_one):
        publish(some_events(3))
    assert "the bus refused 1 of 3 events" in caplog.text


def test_an_event_cannot_be_changed_once_it_is_said() -> None:
    (event,) = some_events(1)
    with pytest.raises(ValidationError, match="frozen"):
        event.tenant_id = new_id()
