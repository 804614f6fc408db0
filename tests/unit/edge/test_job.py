from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from wareloom.accounts.models import Tenant
from wareloom.edge.job import job
from wareloom.kit import clock
from wareloom.kit.errors import Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work


def keep(work: Work, event: dict[str, Any]) -> dict[str, Any]:
    work.session.add(Tenant(id=new_id(), name="kept", created_at=clock.now()))
    work.session.flush()
    if event.get("fail"):
        raise Unavailable("Not now.")
    return {"kept": 1, **event}


def rows(joined: Connection) -> int | None:
    return joined.scalar(select(func.count()).select_from(Tenant))


@pytest.mark.parametrize(("event", "answer"), [({"a": 1}, {"kept": 1, "a": 1}), (None, {"kept": 1}), ({}, {"kept": 1})])
def test_a_schedule_gets_a_small_answer(joined: Connection, event: Any, answer: dict[str, Any]) -> None:
    assert job(keep)(event, None) == answer
    assert rows(joined) == 1


def test_a_failure_is_the_schedulers_to_try_again_and_leaves_nothing(joined: Connection) -> None:
    with pytest.raises(Unavailable):
        job(keep)({"fail": True}, None)
    assert rows(joined) == 0
