"""The watch as the schedule calls it, and two of it at once."""

import threading
from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from sqlalchemy import Engine, create_engine, func, select
from sqlalchemy.orm import Session

from functions.watch_alerts.handler import handle
from tests.support.api import Api
from tests.support.factories import an_owner
from tests.support.said import a_post, a_subject, an_hour
from wareloom.alerts.models import Alert
from wareloom.alerts.watch import watch_alerts
from wareloom.kit import clock
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work, unit_of_work

CONTEXT = SimpleNamespace(
    function_name="watch_alerts", aws_request_id="1", get_remaining_time_in_millis=lambda: 100_000
)


def angry(work: Work, tenant: UUID) -> None:
    now = clock.now()
    subject = a_subject(work.session, "paper fox", tenant, since=now - timedelta(days=9))
    an_hour(work.session, subject, now, negative=90, neutral=10, anger=90)
    a_post(work.session, subject, now)


def test_the_schedule_opens_what_the_rules_find_until_nothing_is_left(api: Api) -> None:
    with unit_of_work() as work:
        angry(work, UUID(api.me["tenant"]["id"]))
    assert handle({}, CONTEXT) == {"looked": 1, "opened": 1, "closed": 0}
    assert handle({}, CONTEXT) == {}
    (alert,) = api.get("/alerts").json["items"]
    assert (alert["kind"], alert["subject"], alert["state"]) == ("negative", "paper fox", "open")


def test_with_no_time_left_it_waits_for_the_next_call(api: Api) -> None:
    with unit_of_work() as work:
        angry(work, UUID(api.me["tenant"]["id"]))
    late = SimpleNamespace(function_name="late", aws_request_id="1", get_remaining_time_in_millis=lambda: 29_000)
    assert handle({}, late) == {}


@pytest.mark.usefixtures("cloud")
def test_two_at_once_open_one(emptied: Engine, postgres: DatabaseSettings) -> None:
    with unit_of_work() as work:
        angry(work, an_owner(work).tenant_id)
    url = emptied.url.set(password=postgres.password.get_secret_value() if postgres.password else None)
    engine = create_engine(url, pool_size=8)
    ready = threading.Barrier(8)
    opened = list[int]()

    def watch() -> None:
        ready.wait()
        with Session(engine) as session, session.begin():
            opened.append(watch_alerts(Work(session))["opened"])

    watchers = [threading.Thread(target=watch) for _ in range(8)]
    for watcher in watchers:
        watcher.start()
    for watcher in watchers:
        watcher.join()
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(Alert)) == sum(opened) == 1
    engine.dispose()
