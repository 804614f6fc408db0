"""A workspace's tasks and watches, as its people ask for them, and a page for whoever asks."""

from dataclasses import dataclass, field

from tests.support.database import Overheard
from tests.support.sample_page import body
from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.market.collect import collect
from wareloom.market.models import Task, Watch
from wareloom.market.open import Limits, open_task
from wareloom.market.page import Fetched, PageRequest
from wareloom.market.watch import Wish, watch


def asks(work: Overheard, owner: Identity, target: str = "everything", limits: Limits | None = None) -> Task:
    return open_task(
        work, tenant_id=owner.tenant_id, actor=owner.actor, marketplace="sample", target=target, limits=limits
    )


def watches(work: Overheard, owner: Identity, target: str = "everything", wish: Wish | None = None) -> Watch:
    return watch(work, tenant_id=owner.tenant_id, actor=owner.actor, marketplace="sample", target=target, wish=wish)


@dataclass
class Shelf:
    """Answers every request with the same shelf."""

    prices: list[str]
    further: str | None = None
    asked: list[PageRequest] = field(default_factory=list[PageRequest])

    def fetch(self, request: PageRequest) -> Fetched:
        self.asked.append(request)
        return Fetched(
            url=request.url,
            body=body(*self.prices, further=self.further),
            content_type="application/json",
            fetched_at=clock.now(),
        )


def visited(work: Overheard, task: Task, *prices: str) -> Task:
    collect(work, task.id, fetcher=Shelf(list(prices)))
    return task
