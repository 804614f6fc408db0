from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from wareloom.accounts.models import Tenant
from wareloom.edge.entrypoint import Handler
from wareloom.edge.step import step
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Conflict, Malformed, NotFound, Rejected, Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work

pytestmark = pytest.mark.usefixtures("joined")


def a_step(failure: Exception | None = None) -> Handler:
    def act(work: Work, event: dict[str, Any]) -> dict[str, Any]:
        work.session.add(Tenant(id=new_id(), name="kept", created_at=clock.now()))
        work.session.flush()
        if failure:
            raise failure
        return {"ids": event["ids"]}

    return step(act)


def rows(joined: Connection) -> int | None:
    return joined.scalar(select(func.count()).select_from(Tenant))


def test_ids_go_in_and_ids_come_out(joined: Connection) -> None:
    assert a_step()({"ids": ["1"]}, None) == {"outcome": "done", "ids": ["1"]}
    assert rows(joined) == 1


@pytest.mark.parametrize(
    ("failure", "outcome"),
    [
        (Conflict("Done already."), "done"),
        (Rejected("Never."), "rejected"),
        (Malformed("Not readable."), "rejected"),
        (NotFound("Gone."), "rejected"),
        (Blocked("Go away."), "blocked"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_run_goes_on_past_an_item_that_will_not_work(joined: Connection, failure: Exception, outcome: str) -> None:
    assert a_step(failure)({}, None) == {"outcome": outcome, "reason": str(failure)}
    assert rows(joined) == 0


@pytest.mark.parametrize("failure", [Unavailable("Later."), KeyError("a bug")], ids=lambda value: type(value).__name__)
def test_what_the_state_machine_tries_again_is_raised_under_its_own_name(
    joined: Connection, failure: Exception
) -> None:
    with pytest.raises(type(failure)) as raised:
        a_step(failure)({}, None)
    assert type(raised.value).__name__ in {"Unavailable", "KeyError"}
    assert rows(joined) == 0
