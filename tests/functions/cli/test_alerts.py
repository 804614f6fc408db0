"""Alerts from a terminal."""

from datetime import timedelta
from uuid import UUID

from tests.support.api import Api
from tests.support.command import Command
from tests.support.said import a_post, a_subject, an_hour
from wareloom.alerts.watch import watch_alerts
from wareloom.kit import clock
from wareloom.kit.work import unit_of_work


def test_an_alert_from_its_opening_to_its_end(wareloom: Command, owner: Api) -> None:
    assert "There are no such alerts." in wareloom("alerts").err
    now = clock.now()
    with unit_of_work() as work:
        tenant = UUID(owner.me["tenant"]["id"])
        subject = a_subject(work.session, "paper fox", tenant, since=now - timedelta(days=9))
        an_hour(work.session, subject, now, negative=90, neutral=10, anger=90)
        a_post(work.session, subject, now, text="It fell apart at once.")
        watch_alerts(work)
    (alert,) = wareloom("alerts", "list", "--state", "open", "--json").json
    assert "paper fox" in wareloom("alerts").out
    assert "It fell apart at once." in wareloom("alerts", "show", alert["id"]).out
    assert "acknowledged" in wareloom("alerts", "acknowledge", alert["id"]).err
    assert "closed" in wareloom("alerts", "close", alert["id"], "--reason", "An old joke").err
    assert wareloom("alerts", "show", alert["id"], "--json").json["reason"] == "An old joke"
    again = wareloom("alerts", "close", alert["id"], "--reason", "Twice")
    assert (again.status != 0, "closed already" in again.err) == (True, True)
    assert "acknowledged" in wareloom("alerts", "reopen", alert["id"]).err
