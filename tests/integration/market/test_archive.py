"""Every page is kept as it was sent, read or not, and every number leads back to the page that told it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from tests.integration.market.showing import NOON, sightings, the_offer
from tests.support.cloud import BUCKET, Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from tests.support.sample_page import body
from wareloom.kit.errors import Blocked, Failure, NotFound, Rejected, Unavailable
from wareloom.kit.ids import new_id
from wareloom.market.archive import archive, bring_back, page, read_archived
from wareloom.market.collect import collect
from wareloom.market.keep import keep_page
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.models import Fill, RawPage, Task
from wareloom.market.open import open_task
from wareloom.market.page import Fetched, PageRequest
from wareloom.market.settle import settle

SAMPLE = marketplace("sample")


class Bringing:
    def __init__(self, brought: bytes, url: str = "https://sample.example/1", *, hours: int = 0) -> None:
        self.fetched = Fetched(
            url=url, body=brought, content_type="application/json", fetched_at=NOON + timedelta(hours=hours)
        )

    def fetch(self, request: PageRequest) -> Fetched:
        assert request.url
        return self.fetched


class WithAnotherWay(Bringing):
    def __init__(self, brought: bytes) -> None:
        super().__init__(brought)
        self.walls: list[str] = []

    def was_a_wall(self, request: PageRequest) -> None:
        self.walls.append(request.url)


def a_task(work: Overheard, name: str = "sample", target: str = "everything") -> Task:
    owner = an_owner(work)
    return open_task(work, tenant_id=owner.tenant_id, actor=owner.actor, marketplace=name, target=target)


def tried(work: Overheard, task: Task, fetcher: Bringing, failure: type[Failure]) -> RawPage:
    """A try that fails, and what is then known of its page."""
    with pytest.raises(failure) as caught, work.session.begin_nested():
        collect(work, task.id, fetcher=fetcher)
    settle(work, task.id, caught.value)
    return work.session.scalars(select(RawPage)).one()


def objects_in(cloud: Emulator) -> int:
    return len(cloud.kept(BUCKET, "market/pages/"))


@pytest.mark.usefixtures("cloud")
def test_an_offer_and_its_sightings_lead_to_the_bytes_that_told_them(work: Overheard) -> None:
    task, sent = a_task(work), body("9.50", "12")
    collect(work, task.id, fetcher=Bringing(sent))
    row = page(work.session, "sample", the_offer(work.session).page_id or new_id())
    assert (row.outcome, row.offers_found, row.size, row.parser_version) == ("read", 2, len(sent), SAMPLE.version)
    assert (row.task_id, row.url, row.fetched_at) == (task.id, "https://sample.example/1", NOON)
    assert bring_back(row) == sent
    assert [one.page_id for one in sightings(work.session)] == [row.id]
    assert SAMPLE.read(bring_back(row), row.url).offers[0].price == Decimal("9.50")


def test_the_same_bytes_are_kept_once_and_each_of_their_pages_has_a_row(work: Overheard, cloud: Emulator) -> None:
    already = objects_in(cloud)
    for hours in range(2):
        fetched = Bringing(body("7.25"), hours=hours).fetched
        archived = archive(SAMPLE, fetched)
        keep_page(work.session, archived, read_archived(SAMPLE, archived), task_id=None)
    assert objects_in(cloud) == already + 1
    assert work.session.scalar(select(func.count()).select_from(RawPage)) == 2
    assert len({one.page_id for one in sightings(work.session)} | {the_offer(work.session).page_id}) == 2


@pytest.mark.usefixtures("cloud")
def test_a_page_without_offers_is_empty_and_tells_nothing_of_fields(work: Overheard) -> None:
    collect(work, a_task(work).id, fetcher=Bringing(body()))
    assert work.session.scalars(select(RawPage.outcome)).one() == "empty"
    assert work.session.scalar(select(func.count()).select_from(Fill)) == 0


@pytest.mark.usefixtures("cloud")
def test_a_page_that_cannot_be_read_is_kept_with_the_reason(work: Overheard) -> None:
    task = a_task(work)
    row = tried(work, task, Bringing(b"<html>Something else</html>"), Rejected)
    assert (row.outcome, row.offers_found, row.task_id) == ("rejected", 0, task.id)
    assert row.reason == task.reason
    assert bring_back(row) == b"<html>Something else</html>"
    assert (task.status, task.offers_seen) == ("failed", 0)


@pytest.mark.usefixtures("cloud")
def test_a_wall_is_kept_with_the_reason_and_the_task_tries_again(work: Overheard) -> None:
    task = a_task(work, "shopify", "shop.example")
    wall = Bringing(b"<html><body>Opening soon</body></html>", "https://shop.example/password")
    row = tried(work, task, wall, Blocked)
    assert (row.marketplace, row.outcome, row.reason) == ("shopify", "blocked", task.reason)
    assert (task.status, task.tries) == ("running", 1)


@pytest.mark.usefixtures("cloud")
def test_who_is_turned_away_at_the_door_has_no_bytes_to_show_and_is_counted_all_the_same(work: Overheard) -> None:
    task = a_task(work)
    asked = PageRequest.model_validate(task.next_page).url
    settle(work, task.id, Blocked("It answered 403."))
    row = work.session.scalars(select(RawPage)).one()
    assert (row.outcome, row.sha256, row.size, row.url, row.reason) == ("blocked", None, 0, asked, "It answered 403.")
    with pytest.raises(NotFound):
        bring_back(row)


@pytest.mark.usefixtures("cloud")
def test_a_failure_without_a_page_leaves_no_page(work: Overheard) -> None:
    settle(work, a_task(work).id, Unavailable("It timed out."))
    assert work.session.scalar(select(func.count()).select_from(RawPage)) == 0


@pytest.mark.usefixtures("cloud")
def test_a_fetcher_that_has_another_way_is_told_of_the_wall_that_it_brought(work: Overheard) -> None:
    captcha = b"<html><title>Just a moment...</title><script>window._cf_chl_opt={}</script></html>"
    brought = WithAnotherWay(captcha)
    task = a_task(work, "shopify", "shop.example")
    assert tried(work, task, brought, Blocked).outcome == "blocked"
    assert brought.walls == ["https://shop.example/products.json?limit=250&page=1"]
