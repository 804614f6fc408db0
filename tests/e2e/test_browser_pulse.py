"""What a person sees of what is said in public: posts and moods as they come, and the same numbers in every tab."""

import re
from collections.abc import Generator

import pytest
from playwright.sync_api import Browser, Page, expect

from infra_cdk.local.waiting import until
from tests.e2e.tabs import tab_of
from tests.support.engine import LocalCloud
from tests.support.inside import ask_database
from tests.support.visitor import Visitor

PATIENCE_S = 120
COUNTED = ("posts", "negative", "neutral", "positive", "unsure")
COUNTS = """
    SELECT ARRAY[
        coalesce(sum(posts), 0), coalesce(sum(negative), 0), coalesce(sum(neutral), 0), coalesce(sum(positive), 0),
        coalesce(sum(unsure), 0)
    ]::int[]
    FROM social_hours JOIN social_follows USING (subject_id)
    WHERE tenant_id = 'TENANT' AND hour >= date_trunc('day', now(), 'UTC') - interval '6 days'
"""
UNSETTLED = """
    SELECT (
        SELECT count(*) FROM social_listenings JOIN social_follows USING (subject_id)
        WHERE tenant_id = 'TENANT' AND network = 'sample' AND (heard_at IS NULL OR status <> 'waiting')
    ) + (
        SELECT count(*)
        FROM social_follows JOIN social_findings USING (subject_id) JOIN social_posts ON social_posts.id = post_id
        WHERE tenant_id = 'TENANT' AND deleted_at IS NULL AND given_up_at IS NULL
            AND (mood_model IS NULL OR mood_revision < revision)
    )
"""


@pytest.fixture
def page(browser: Browser, with_site: LocalCloud, owner: Visitor) -> Generator[Page]:
    with tab_of(browser, with_site.address, owner) as page:
        yield page


class Told:
    """What the database says of everything that a workspace follows."""

    def __init__(self, cloud: LocalCloud, owner: Visitor) -> None:
        self._cloud = cloud
        self._tenant = str(owner.get("/me")["tenant"]["id"])

    def counts(self) -> list[int]:
        """Of a week, which is what the page shows first."""
        return ask_database(self._cloud, COUNTS.replace("TENANT", self._tenant))

    def settled(self) -> list[int]:
        """As soon as the simulated network was heard of everything, and all that it said is read."""
        assert until(lambda: self._unsettled() == 0, within_s=PATIENCE_S, every_s=0.5) is True
        return self.counts()

    def _unsettled(self) -> int:
        return ask_database(self._cloud, UNSETTLED.replace("TENANT", self._tenant))


def shown(page: Page) -> list[int]:
    numbers = [page.get_by_test_id("pulse-posts").inner_text().replace(",", "")]
    numbers += [page.get_by_test_id(f"pulse-{name}").get_attribute("data-posts") or "" for name in COUNTED[1:]]
    return [int(number) for number in numbers]


def assert_shows(page: Page, told: Told) -> None:
    expect(page.get_by_test_id("pulse-posts")).to_be_visible()
    until(lambda: shown(page) == told.counts(), within_s=PATIENCE_S, every_s=0.5)
    assert shown(page) == told.counts()


def test_posts_and_their_moods_come_without_a_reload(page: Page, with_site: LocalCloud, owner: Visitor) -> None:
    page.get_by_role("link", name="Pulse").first.click()
    page.evaluate("window.neverReloaded = true")
    form = page.get_by_role("form", name="Follow a subject")
    form.get_by_label("Words to listen for").fill("retro camping")
    form.get_by_role("button", name="Follow").click()
    expect(page.get_by_text("Wareloom listens for “retro camping” from now on.")).to_be_visible()
    expect(page.get_by_test_id("post").first).to_be_visible()
    expect(
        page.get_by_test_id("post").first.get_by_text(re.compile("^(Positive|Neutral|Negative|Unsure)$"))
    ).to_be_visible()
    told = Told(with_site, owner)
    assert told.settled()[0] > 0
    assert_shows(page, told)
    assert page.evaluate("window.neverReloaded") is True

    page.get_by_role("link", name="Subjects").click()
    sample = page.get_by_test_id("network").filter(has_text="Sample network")
    expect(sample.get_by_text(re.compile(r"^[1-9][\d,]* posts"))).to_be_visible()
    page.get_by_role("button", name="Stop following retro camping").click()
    expect(page.get_by_text("Nothing is followed yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_test_id("subject")).to_have_count(1)
    until(lambda: len(owner.get("/subjects")["items"]) == 1, within_s=30)
    (subject,) = owner.get("/subjects")["items"]
    assert subject["words"] == "retro camping"


def test_a_tab_that_was_offline_shows_what_the_other_and_the_database_do(
    browser: Browser, with_site: LocalCloud, owner: Visitor
) -> None:
    told = Told(with_site, owner)
    owner.post("/subjects", {"words": "retro camping"})
    before = told.settled()
    with tab_of(browser, with_site.address, owner) as one, tab_of(browser, with_site.address, owner) as other:
        for page in (one, other):
            page.goto("/pulse")
            assert_shows(page, told)
        other.context.set_offline(True)
        expect(other.get_by_text(re.compile("cannot be reached"))).to_be_visible()

        owner.post("/subjects", {"words": "trail running"})
        after = told.settled()
        assert after[0] > before[0]
        assert_shows(one, told)
        one.get_by_role("button", name=re.compile(r"^\d+ new posts?$")).click()
        expect(one.get_by_test_id("post").filter(has_text=re.compile("#TrailRunning")).first).to_be_visible()
        for words in ("retro camping", "trail running"):
            both = one.get_by_role("table", name="By subject")
            expect(both.get_by_role("button", name=f"Only {words}")).to_be_visible()
        expect(one.get_by_role("list", name="Top posts").get_by_test_id("post")).to_have_count(3)
        assert shown(other) == before, "it cannot know"

        other.context.set_offline(False)
        assert_shows(other, told)
        assert shown(one) == shown(other) == told.counts()


def test_the_screens_of_the_pulse_fit_a_phone(page: Page, owner: Visitor) -> None:
    owner.post("/subjects", {"words": "retro camping"})
    page.set_viewport_size({"width": 390, "height": 844})
    for path, there in (("/pulse", "post"), ("/subjects", "network")):
        page.goto(path)
        expect(page.get_by_test_id(there).first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
    page.goto("/dead-letters")
    expect(page.get_by_text("Every post could be read")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
