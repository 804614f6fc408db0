"""Where trends stand, as a person reads it: the board, a trend opened to its days, several compared, the year ahead."""

import re
from collections.abc import Generator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from infra_cdk.local.waiting import until
from tests.e2e.tabs import tab_of
from tests.support.engine import LocalCloud
from tests.support.visitor import Visitor
from wareloom.kit import clock

_PAST = timedelta(days=900)
"""Of the sample market: seasons are told from two years on."""


@pytest.fixture(scope="module")
def cloud() -> Generator[LocalCloud]:
    first = (clock.now().date() - _PAST).isoformat()
    with LocalCloud(with_site=True, context={"sample_first_day": first}) as raised:
        yield raised


@pytest.fixture(scope="module")
def analyst(cloud: LocalCloud) -> Visitor:
    """Their market was collected and analysed."""
    visitor = Visitor(cloud.address).register()
    visitor.task_at_its_end(visitor.start(), within_s=600)
    visitor.post("/runs", {"trends": 1})
    until(lambda: bool(visitor.get("/trends?limit=1")["items"]), within_s=240)
    return visitor


@pytest.fixture
def page(browser: Browser, analyst: Visitor) -> Generator[Page]:
    with tab_of(browser, analyst.address, analyst, width=1440) as page:
        page.get_by_role("link", name="Trends").first.click()
        expect(page.get_by_test_id("trend").first).to_be_visible()
        yield page


def stays_inside(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_board_is_narrowed_by_label_and_saved_as_it_is(page: Page, analyst: Visitor) -> None:
    best = analyst.get("/trends?limit=1&sort=-score")["items"][0]
    expect(page.get_by_test_id("trend").first).to_contain_text(best["name"])
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("combobox", name="Where it stands").click()
    page.get_by_role("option", name="Seasonal").click()
    expect(page).to_have_url(re.compile("label=seasonal"))
    seasonal = analyst.get("/trends?label=seasonal&limit=200")["items"]
    assert seasonal
    expect(page.get_by_test_id("trend")).to_have_count(len(seasonal))
    expect(page.get_by_test_id("trend").first).to_contain_text("Seasonal")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Export CSV").click()
    told = saved.value.path().read_text(encoding="utf-8").splitlines()
    assert told[0].removeprefix("\ufeff").startswith("id,name,label,score,confidence,low_evidence,grew,q,overall")
    assert len(told) == len(seasonal) + 1


def test_a_trend_opens_from_its_label_to_its_days_and_offers(page: Page, analyst: Visitor) -> None:
    trend = analyst.get("/trends?limit=1&label=seasonal&sort=-score")["items"][0]
    outlook = analyst.get(f"/trends/{trend['id']}/outlook")
    page.goto(f"/trends/{trend['id']}")
    stands = page.get_by_role("region", name="Where it stands")
    expect(stands.get_by_text(outlook["why"])).to_be_visible()
    part = stands.get_by_role("button", name=re.compile("^Momentum: "))
    part.click()
    expect(stands.get_by_text(outlook["parts"]["momentum"]["why"])).to_be_visible()
    expect(stands.get_by_role("button", name="Sentiment: not known")).to_be_visible()

    ahead = page.get_by_role("region", name="The next twelve weeks")
    expect(ahead.get_by_role("slider")).to_be_visible()
    ahead.get_by_role("button", name="Show the weeks as a table").click()
    expect(ahead.get_by_role("row")).not_to_have_count(0)
    expect(page.get_by_role("region", name="Season").get_by_text("Every year")).to_be_visible()

    signals = page.get_by_role("region", name="Signals")
    signals.get_by_role("combobox", name="Signal").click()
    page.get_by_role("option", name="Price level").click()
    line = signals.get_by_role("slider", name=re.compile("^Price level of"))
    line.focus()
    page.keyboard.press("ArrowLeft")
    expect(line).to_have_attribute("aria-valuetext", re.compile(r"\$.* to \$"))
    with page.expect_download() as saved:
        signals.get_by_role("button", name="Save days as CSV").click()
    days = analyst.get(f"/trends/{trend['id']}/signals")["items"]
    assert len(saved.value.path().read_text(encoding="utf-8").splitlines()) == len(days) + 1
    expect(page.get_by_role("region", name="Evidence").get_by_role("link").first).to_be_visible()
    expect(page.get_by_role("region", name="Classic score", exact=True)).to_be_visible()


def test_trends_are_compared_by_a_link_that_others_can_open(page: Page, analyst: Visitor) -> None:
    boxes = page.get_by_role("checkbox", name=re.compile("^Select "))
    for number in range(5):
        boxes.nth(number).check()
    expect(boxes.nth(5)).to_be_disabled()
    page.get_by_role("region", name="Selection").get_by_role("link", name="Compare").click()
    table = page.get_by_role("table", name="Compared trends")
    expect(table.get_by_role("columnheader")).to_have_count(6)
    table.get_by_role("button", name=re.compile("^Remove ")).first.click()
    expect(table.get_by_role("columnheader")).to_have_count(5)
    sixth = analyst.get("/trends?limit=6&sort=-score")["items"][5]
    page.get_by_role("combobox", name="Add a trend").fill(sixth["name"])
    page.get_by_role("listbox", name="Add a trend").get_by_role("option").first.click()
    expect(table.get_by_role("columnheader")).to_have_count(6)
    table.get_by_role("button", name=re.compile("^Remove ")).last.click()
    expect(table.get_by_role("columnheader")).to_have_count(5)
    page.reload()
    expect(table.get_by_role("columnheader")).to_have_count(5)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_role("slider")).to_be_visible()
    assert stays_inside(page)
    page.goto("/trends/compare?ids=0198c1a0-0000-7000-8000-000000000400")
    expect(page.get_by_text("One of these trends is not known")).to_be_visible()


def test_the_calendar_counts_back_by_lead_times_and_is_saved(page: Page, analyst: Visitor) -> None:
    page.get_by_role("link", name="Calendar").click()
    launches = page.get_by_test_id("launch")
    expect(launches).to_have_count(len(analyst.get("/trends/calendar")["items"]))
    page.get_by_label("Designing").fill("60")
    expect(page).to_have_url(re.compile("designing=60"))
    counted = {one["name"]: one for one in analyst.get("/trends/calendar?designing=60")["items"]}
    first = next(iter(counted.values()))
    day = datetime.fromisoformat(first["begin_by"])
    row = launches.filter(has_text=first["name"])
    expect(row).to_contain_text(f"{day:%b} {day.day}, {day.year}")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save dates (.ics)").click()
    told = saved.value.path().read_text(encoding="utf-8")
    assert told.startswith("BEGIN:VCALENDAR")
    assert told.count("BEGIN:VEVENT") >= len(counted)
    page.set_viewport_size({"width": 390, "height": 844})
    assert stays_inside(page)


def test_other_weights_are_seen_at_once_and_taken_back(page: Page, analyst: Visitor) -> None:
    page.get_by_role("button", name="How the score is weighed").click()
    form = page.get_by_role("form", name="How the score is weighed")
    for part in ("Demand", "Momentum", "Profitability", "Sentiment"):
        form.get_by_label(f"Weight of {part} in numbers").fill("0")
    expect(form.get_by_label("Competition weighs 100%")).to_be_visible()
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The score is weighed so from now on")).to_be_visible()
    rarest = analyst.get("/trends?limit=1&sort=-score")["items"][0]
    expect(page.get_by_test_id("trend").first).to_contain_text(rarest["name"])
    page.get_by_role("button", name="Undo").click()
    until(lambda: analyst.get("/trends/weights")["demand"] == 0.3, within_s=60)
    best = analyst.get("/trends?limit=1&sort=-score")["items"][0]
    expect(page.get_by_test_id("trend").first).to_contain_text(best["name"])

    # What a colleague changes is heard by whoever looks at the board.
    status, _ = analyst.ask("PUT", "/trends/weights", {"demand": 1, "momentum": 0, "competition": 0,
                                                         "profitability": 0, "sentiment": 0})  # fmt: skip
    assert status == 200
    wanted = analyst.get("/trends?limit=1&sort=-score")["items"][0]
    expect(page.get_by_test_id("trend").first).to_contain_text(wanted["name"])
