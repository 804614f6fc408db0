"""Designs that were agreed to, places to sell them at, and a look at what stands there.

Needs `cloud`, and `emptied` or `joined`.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

import pytest

from tests.support import river as rv
from tests.support.api import Api
from tests.support.printful_server import serving_printful
from tests.support.printful_shop import Printful, Store
from tests.support.river import Answer, River
from wareloom.accounts.identity import Identity
from wareloom.accounts.models import Shop
from wareloom.designs.models import Design
from wareloom.ideas.models import Idea
from wareloom.kit import clock
from wareloom.kit.errors import Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.outside import PrintfulSettings
from wareloom.kit.work import unit_of_work
from wareloom.listings import queries
from wareloom.listings.channels.sandbox.listed import listed
from wareloom.listings.connect import connect
from wareloom.listings.models import Listing, Part
from wareloom.listings.retry import retry, withdraw

_BETWEEN = timedelta(seconds=1)


class Stall(Protocol):
    """A place to sell at, as its owner sees it."""

    channel: str

    @property
    def credentials(self) -> dict[str, Any]: ...

    def standing(self) -> list[str]:
        """The titles of what is there."""
        ...

    def made(self) -> int:
        """How often a product was made there: more than once is a duplicate, even if it is gone again."""
        ...


@dataclass
class SandboxStall:
    shop: str = field(default_factory=lambda: f"shop-{new_id().hex}")
    token: str = "a-word-for-practice"
    channel: str = "sandbox"

    @property
    def credentials(self) -> dict[str, Any]:
        return {"shop": self.shop, "token": self.token}

    def standing(self) -> list[str]:
        return [one.title for one in listed(self.shop)]

    def made(self) -> int:
        return sum(one.asked for one in listed(self.shop))


@dataclass
class PrintfulStall:
    server: Printful
    store: Store
    channel: str = "printful"

    @property
    def credentials(self) -> dict[str, Any]:
        return {"token": self.store.token}

    def standing(self) -> list[str]:
        return [one["sync_product"]["name"] for one in self.store.products.values()]

    def made(self) -> int:
        made = [one for one in self.server.asked if (one.method, one.target) == ("POST", "/store/products")]
        return sum(one.status == 200 and one.answer is not None for one in made if self._ours(one.headers))

    def _ours(self, headers: Any) -> bool:
        return headers["Authorization"] == f"Bearer {self.store.token}"


@contextmanager
def practising_printful(monkeypatch: pytest.MonkeyPatch) -> Generator[Printful]:
    """The product finds a Printful of ours where it looks for the real one."""
    with serving_printful() as server:
        for name, value in PrintfulSettings(base_url=server.address).to_env().items():
            monkeypatch.setenv(name, value)
        yield server


@contextmanager
def a_stall(channel: str, monkeypatch: pytest.MonkeyPatch) -> Generator[Stall]:
    if channel == "sandbox":
        yield SandboxStall()
        return
    with practising_printful(monkeypatch) as server:
        yield PrintfulStall(server, server.opens(f"tok_{new_id().hex}"))


@dataclass(frozen=True)
class Publication:
    """An approved design on its way to the shops."""

    river: River
    design_id: UUID

    @property
    def owner(self) -> Identity:
        return self.river.owner

    @property
    def listings(self) -> list[Listing]:
        with unit_of_work() as work:
            return list(queries.listings_of(work.session, self.design_id))

    @property
    def listing(self) -> Listing:
        (only,) = self.listings
        return only

    @property
    def parts(self) -> list[Part]:
        with unit_of_work() as work:
            return list(queries.parts(work.session, self.listing.id))

    @property
    def step(self) -> tuple[str, str | None]:
        row = rv.step_of(self.river.run_id, "publish", self.design_id)
        return row.status, row.reason


def agreed(
    owner: Identity | None = None, *, products: tuple[str, ...] = ("tee", "mug"), on_dark: bool = False
) -> Publication:
    """A design that a person said yes to, for those products. Chance chooses neither them nor the ink."""
    river = rv.opened(owner=owner)
    design_id = rv.approved(river)
    with unit_of_work() as work:
        design = work.session.get_one(Design, design_id)
        design.wanted = design.wanted | {"on_dark": on_dark}
        work.session.get_one(Idea, design.idea_id).products = list(products)
    return Publication(river, design_id)


def identity(api: Api) -> Identity:
    """Of whoever registered there."""
    return Identity(UUID(api.me["id"]), UUID(api.me["tenant"]["id"]), "owner")


def open_shop(owner: Identity, stall: Stall, name: str = "") -> Shop:
    with unit_of_work() as work:
        return connect(
            work,
            tenant_id=owner.tenant_id,
            actor=owner.actor,
            channel=stall.channel,
            name=name,
            given=stall.credentials,
        )


def try_again(publication: Publication) -> None:
    """A person retries its listing."""
    owner = publication.owner
    with unit_of_work() as work:
        retry(work, tenant_id=owner.tenant_id, actor=owner.actor, listing_id=publication.listing.id)


def take_back(publication: Publication) -> None:
    """A person withdraws its listing."""
    owner = publication.owner
    with unit_of_work() as work:
        withdraw(work, tenant_id=owner.tenant_id, actor=owner.actor, listing_id=publication.listing.id)


def one_part(publication: Publication) -> Answer:
    return rv.publish(publication.river.run_id, publication.design_id)


def carry(publication: Publication, *, patience: int = 20) -> list[Answer]:
    """To the end, as the state machine does: what is Unavailable is tried again, and where time is wanted it passes."""
    walk = walking(publication, patience=patience)
    answers: list[Answer] = []
    while not answers or answers[-1]["more"]:
        answers.append(next(walk))
    return answers


def walking(publication: Publication, *, patience: int = 20) -> Generator[Answer]:
    """The same, one invocation at a time. A second passes between two."""
    now: datetime = clock.now()
    failures = 0
    while failures < patience:
        now += _BETWEEN
        try:
            with clock.held(now):
                answer = one_part(publication)
        except Unavailable:
            failures += 1
            continue
        now += timedelta(seconds=answer["wait"])
        if not_now(answer):
            failures += 1
            continue
        yield answer
    raise AssertionError(f"it failed {failures} times: {publication.step}")


def not_now(answer: Answer) -> bool:
    """The other side wants time, and is asked again after it."""
    return answer["more"] and "reason" in answer
