"""What turns in the talk, as a person sees it: it appears by itself, is taken care of, closed, and opened again."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import URL, create_engine
from sqlalchemy.orm import Session

from infra_cdk.local.waiting import until
from tests.e2e.tabs import tab_of
from tests.support.engine import LocalCloud
from tests.support.said import a_post, a_subject, an_hour
from tests.support.visitor import Visitor
from wareloom.kit import clock

WATCH = "wareloom-local-watch_alerts"


def grumble(cloud: LocalCloud, owner: Visitor, words: str) -> None:
    """Nine of ten posts about it are negative, and the watch finds that."""
    server, now = cloud.postgres, clock.now()
    url = URL.create("postgresql+psycopg", server.user, server.password, "127.0.0.1", server.port, server.database)
    engine = create_engine(url)
    with Session(engine) as session, session.begin():
        tenant = UUID(owner.get("/me")["tenant"]["id"])
        subject = a_subject(session, words, tenant, since=now - timedelta(days=9))
        an_hour(session, subject, now, negative=90, neutral=10, anger=90)
        a_post(session, subject, now, text=f"Never again {words}", likes=12)
    engine.dispose()
    cloud.aws.client("lambda").invoke(FunctionName=WATCH, Payload=b"{}")


@pytest.mark.usefixtures("with_site")
def test_an_alert_appears_by_itself_is_taken_care_of_closed_and_opened_again(
    browser: Browser, cloud: LocalCloud, owner: Visitor
) -> None:
    with tab_of(browser, cloud.address, owner) as page:
        page.get_by_role("link", name="Alerts").first.click()
        expect(page.get_by_text("Nothing is followed yet")).to_be_visible()
        expect(page.get_by_text("Live", exact=True).first).to_be_visible()
        page.evaluate("window.neverReloaded = true")

        grumble(cloud, owner, "paper fox")
        row = page.get_by_test_id("alert")
        expect(row).to_contain_text("90 of the 100 posts that say how they feel are negative")
        expect(page.get_by_test_id("alerts-mark").first).to_contain_text("1 alert open")
        expect(page.get_by_text("Alert about “paper fox”")).to_be_visible()

        row.get_by_role("link", name="paper fox").press("Enter")
        expect(page.get_by_role("heading", name="“paper fox”")).to_be_visible()
        expect(page.get_by_role("img", name=re.compile("Negative share 90%; it opens over 50%"))).to_be_visible()
        expect(page.get_by_role("list", name="Posts")).to_contain_text("Never again paper fox")
        expect(page.get_by_role("link", name="Open the post")).to_have_attribute("rel", "noopener noreferrer")

        page.get_by_role("button", name="Acknowledge").press("Enter")
        expect(page.get_by_text("Acknowledged by you")).to_be_visible()
        expect(page.get_by_test_id("alerts-mark")).to_have_count(0)
        page.get_by_role("button", name="Close", exact=True).press("Enter")
        page.get_by_label("Why").fill("An old joke")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Closed by you")).to_be_visible()
        expect(page.get_by_role("button", name="Open it again")).to_be_visible()
        page.get_by_role("button", name="Undo").press("Enter")
        expect(page.get_by_text("Closed by you")).to_have_count(0)
        assert page.evaluate("window.neverReloaded") is True
        # The page shows at once what it has asked for.
        until(lambda: owner.get("/alerts")["items"][0]["state"] == "acknowledged", within_s=30)
    (alert,) = owner.get("/alerts")["items"]
    assert alert["reason"] is None
    acts = [entry["act"] for entry in owner.get("/audit")["items"] if entry["act"].startswith("alert")]
    assert acts == ["alert.reopen", "alert.close", "alert.acknowledge"]


@pytest.mark.usefixtures("with_site")
def test_a_rule_is_changed_refused_in_words_and_put_back(browser: Browser, cloud: LocalCloud, owner: Visitor) -> None:
    with tab_of(browser, cloud.address, owner) as page:
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto("/alerts/rules")
        rules = page.get_by_role("list", name="Negative share")
        rules.get_by_role("button", name="Change").click()
        form = page.get_by_role("form", name="Negative share")
        form.get_by_label("Opens over").fill("30")
        form.get_by_role("button", name="Save").click()
        expect(form.get_by_text("An alert must be left at less than it is entered at")).to_be_visible()
        form.get_by_label("Opens over").fill("60")
        form.get_by_role("button", name="Save").click()
        expect(rules).to_contain_text("Opens over 60%, closes under 40%")
        rules.get_by_role("button", name="Reset").click()
        expect(rules).to_contain_text("Opens over 50%")
        page.get_by_role("button", name="Undo").last.click()
        expect(rules).to_contain_text("Opens over 60%")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    (negative,) = [rule for rule in owner.get("/alert-rules")["items"] if rule["kind"] == "negative"]
    assert negative["enter"] == 0.6
