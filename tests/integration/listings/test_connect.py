"""A shop and its secret come to be together, or not at all; and one name is one shop, however many ask at once."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, select, text

from tests.support.cloud import SHOPS, Emulator
from tests.support.factories import an_owner
from tests.support.full_disk import full_disk
from tests.support.published import (
    PrintfulStall,
    SandboxStall,
    agreed,
    carry,
    one_part,
    open_shop,
    practising_printful,
)
from tests.support.side_by_side import a_worker, side_by_side, workers
from wareloom.accounts.connect_shop import LONGEST_NAME, connect_shop
from wareloom.accounts.identity import Identity
from wareloom.accounts.models import Shop
from wareloom.kit.errors import Conflict, Rejected, Unavailable
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work, unit_of_work
from wareloom.listings.channels.sandbox.listed import listed
from wareloom.listings.publish import publish

WORDS = {"shop": "corner", "token": "a-word"}


def readable(emulator: Emulator, tenant_id: UUID) -> list[str]:
    """The names of this workspace's secrets that are not deleted."""
    pages = emulator.client("secretsmanager").get_paginator("list_secrets").paginate()
    names = [one["Name"] for page in pages for one in page["SecretList"] if not one.get("DeletedDate")]
    return [name for name in names if name.startswith(f"{SHOPS}/{tenant_id}/")]


def keep(work: Work, owner: Identity, name: str = "Corner shop") -> Shop:
    told: dict[str, Any] = {"tenant_id": owner.tenant_id, "actor": owner.actor, "channel": "sandbox"}
    return connect_shop(work, **told, name=name, credentials=WORDS)


@pytest.fixture
def owner(cloud: Emulator, joined: Connection) -> Identity:
    assert cloud
    assert joined
    with unit_of_work() as work:
        return an_owner(work)


def test_a_shop_has_a_secret_under_its_own_id(cloud: Emulator, owner: Identity) -> None:
    with unit_of_work() as work:
        shop = keep(work, owner)
    assert readable(cloud, owner.tenant_id) == [f"{SHOPS}/{owner.tenant_id}/{shop.id}"]


def test_an_act_that_fails_after_connecting_leaves_no_secret(cloud: Emulator, owner: Identity) -> None:
    def fail() -> None:
        with unit_of_work() as work:
            keep(work, owner)
            assert len(readable(cloud, owner.tenant_id)) == 1
            raise Rejected("Something after it was refused.")

    with pytest.raises(Rejected):
        fail()
    assert readable(cloud, owner.tenant_id) == []


def test_a_row_that_the_database_does_not_keep_leaves_no_secret(cloud: Emulator, emptied: Engine) -> None:
    with unit_of_work() as work:
        owner = an_owner(work)
    with full_disk(emptied, "accounts_shops"), pytest.raises(Unavailable):
        open_shop(owner, SandboxStall())
    assert readable(cloud, owner.tenant_id) == []
    open_shop(owner, SandboxStall())
    assert len(readable(cloud, owner.tenant_id)) == 1


def test_a_practice_shop_that_came_to_nothing_leaves_no_secret(cloud: Emulator, joined: Connection) -> None:
    assert joined
    publication = agreed(products=("mug",), on_dark=True)
    assert one_part(publication)["outcome"] == "rejected"
    assert readable(cloud, publication.owner.tenant_id) == []


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "x" * (LONGEST_NAME + 1)], ids=["no", "blank", "unseen", "long"])
def test_a_name_that_cannot_be_read_is_refused_and_nothing_is_kept(cloud: Emulator, owner: Identity, name: str) -> None:
    with pytest.raises(Rejected, match="name"), unit_of_work() as work:
        keep(work, owner, name)
    assert readable(cloud, owner.tenant_id) == []


@pytest.mark.parametrize(
    ("called", "shown"), [("x" * 300, "x" * LONGEST_NAME), ("", "Printful")], ids=["very long", "nothing"]
)
def test_a_store_with_a_name_that_does_not_fit_is_connected_all_the_same(
    owner: Identity, monkeypatch: pytest.MonkeyPatch, called: str, shown: str
) -> None:
    with practising_printful(monkeypatch) as server:
        stall = PrintfulStall(server, server.opens("tok_named", called))
        assert open_shop(owner, stall).name == shown


def test_one_name_connected_twice_at_once_is_one_shop(
    cloud: Emulator, emptied: Engine, postgres: DatabaseSettings
) -> None:
    with unit_of_work() as work:
        owner = an_owner(work)

    def connect() -> str:
        try:
            with unit_of_work() as work:
                return keep(work, owner).status
        except Conflict as taken:
            return taken.reason

    said = side_by_side(workers(emptied, postgres), connect, connect)
    assert sorted(said) == ["connected", "“Corner shop” is connected already."]
    assert len(readable(cloud, owner.tenant_id)) == 1


def test_two_designs_published_at_once_open_one_practice_shop(
    cloud: Emulator, emptied: Engine, postgres: DatabaseSettings
) -> None:
    first = agreed()
    second = agreed(first.owner)
    walks = [partial(carry, one, patience=2000) for one in (first, second)]
    side_by_side(workers(emptied, postgres), *walks)
    with unit_of_work() as work:
        assert [shop.name for shop in work.session.scalars(select(Shop))] == ["Practice shop"]
    assert {first.listing.status, second.listing.status} == {"published"}
    assert len(listed(f"practice-{first.owner.tenant_id}")) == 2
    assert len(readable(cloud, first.owner.tenant_id)) == 1


def test_the_second_of_two_publications_finds_the_practice_shop_of_the_first(
    emptied: Engine, postgres: DatabaseSettings, cloud: Emulator
) -> None:
    assert cloud
    first = agreed()
    second = agreed(first.owner)
    with ThreadPoolExecutor(1) as pool:

        def draft() -> None:
            with a_worker(workers(emptied, postgres)):
                one_part(second)

        with unit_of_work() as work:
            publish(work, run_id=first.river.run_id, design_id=first.design_id)
            later = pool.submit(draft)
            waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
            while not work.session.scalar(waiting):
                assert not later.done()
        later.result(timeout=30)
    assert first.listing.shop_id == second.listing.shop_id
    carry(second)
    assert second.listing.status == "published"
