"""A whole market through the real queue while workers are killed all the time: every page is kept, and none twice.

Small by default; `make soak` does it with a hundred thousand offers.
"""

import os
from collections.abc import Generator

import psutil
import pytest

from infra_cdk.local.waiting import until
from tests.support.engine import LocalCloud
from tests.support.inside import ask_database
from tests.support.visitor import Visitor
from wareloom.market.open import MOST_OPEN
from wareloom.simulation.niches import niches

OFFERS = int(os.environ.get("WARELOOM_SOAK_OFFERS", "6000"))
TARGETS = tuple(niche.name for niche in niches())
PAGES_BETWEEN_KILLS = 20
WITHIN_S = 3000
_PAGES = "SELECT count(*) FROM market_pages WHERE task_id IS NOT NULL"

_OPEN = "SELECT count(*) FROM market_tasks WHERE status IN ('queued', 'running')"


@pytest.fixture(scope="module")
def world() -> Generator[LocalCloud]:
    """A young world: its offers bring little history, so that pages come fast and workers die in the midst of them."""
    with LocalCloud(context={"sample_offers": str(OFFERS), "sample_first_day": "2026-11-01"}) as raised:
        yield raised


class Soak:
    def __init__(self, cloud: LocalCloud, owner: Visitor) -> None:
        self._cloud = cloud
        self._owner = owner
        self._waiting = list(TARGETS)
        self._killed_at = 0
        self.kills = 0
        self.tasks: list[str] = []

    def goes_on(self) -> bool:
        """Opens what there is room for, kills a worker now and then, and says whether something is left to do."""
        still_open = ask_database(self._cloud, _OPEN)
        while self._waiting and still_open < MOST_OPEN:
            self.tasks.append(self._owner.start(self._waiting.pop()))
            still_open += 1
        pages = ask_database(self._cloud, _PAGES)
        if pages >= self._killed_at + PAGES_BETWEEN_KILLS:
            self._killed_at = pages
            self._kill_one()
        return bool(self._waiting or still_open)

    def _kill_one(self) -> None:
        scraping = "functions.scrape_market.handler.handle"
        workers = [one for one in self._cloud.engine.workers() if scraping in one.cmdline()]
        if workers:
            victim = workers[self.kills % len(workers)]
            victim.kill()
            psutil.wait_procs([victim], timeout=10)
            self.kills += 1
            print(f"{self._killed_at:,} pages, {self.kills} workers killed")  # noqa: T201 - with -s, for who waits


@pytest.mark.timeout(WITHIN_S + 300)
def test_every_page_is_kept_once_whoever_dies(world: LocalCloud) -> None:
    owner = Visitor(world.address).register()
    soak = Soak(world, owner)
    until(lambda: not soak.goes_on(), within_s=WITHIN_S, every_s=0.5)
    tasks = [owner.sign_in().task(task_id) for task_id in soak.tasks]
    assert soak.kills >= 3
    assert {task["status"] for task in tasks} == {"succeeded"}, [task["reason"] for task in tasks]
    assert all(task["pages_done"] == task["pages_total"] for task in tasks)
    _accounted_for(world, sum(task["pages_done"] for task in tasks), sum(task["offers_seen"] for task in tasks))
    assert sum(task["offers_new"] for task in tasks) == sum(task["offers_seen"] for task in tasks)


def _accounted_for(world: LocalCloud, pages: int, offers: int) -> None:
    assert ask_database(world, _PAGES) == pages
    assert ask_database(world, "SELECT count(DISTINCT (task_id, url)) FROM market_pages") == pages, "none twice"
    assert ask_database(world, "SELECT sum(offers_found) FROM market_pages") == offers
    assert ask_database(world, "SELECT count(*) FROM market_offers") == offers
    assert ask_database(world, "SELECT count(DISTINCT offer_id) FROM market_sightings") == offers
    spent = ask_database(world, "SELECT pages FROM market_visits WHERE marketplace = 'sample'")
    assert spent >= pages, "what died on the way was paid for too"
