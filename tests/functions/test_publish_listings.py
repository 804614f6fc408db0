"""A design that was agreed to goes to the shops, part by part; any other goes nowhere."""

from collections.abc import Generator

import pytest
from sqlalchemy import Connection, select

from tests.support import river as rv
from tests.support.cloud import Emulator
from tests.support.published import Publication, SandboxStall, Stall, a_stall, agreed, carry, one_part, open_shop
from wareloom.accounts.models import Shop
from wareloom.audit.models import AuditEntry
from wareloom.designs.models import Design
from wareloom.kit.ids import new_id
from wareloom.kit.work import unit_of_work
from wareloom.listings.channels.registry import channel
from wareloom.listings.channels.sandbox.listed import listed
from wareloom.listings.channels.sandbox.shelf import Fault, misbehave
from wareloom.listings.models import Listing
from wareloom.runs.stop import stop

EVERY = pytest.mark.parametrize("name", ["sandbox", "printful"])


@pytest.fixture
def publication(cloud: Emulator, joined: Connection) -> Publication:
    assert cloud
    assert joined
    return agreed()


@pytest.fixture
def stall(name: str, cloud: Emulator, monkeypatch: pytest.MonkeyPatch) -> Generator[Stall]:
    assert cloud
    with a_stall(name, monkeypatch) as opened:
        yield opened


@EVERY
def test_a_design_is_published_part_by_part_in_order(publication: Publication, stall: Stall) -> None:
    open_shop(publication.owner, stall)
    answers = carry(publication)
    assert [answer["outcome"] for answer in answers] == ["running"] * (len(answers) - 1) + ["done"]
    listing, parts = publication.listing, publication.parts
    assert (listing.status, listing.reason, listing.kind) == ("published", None, None)
    assert listing.url
    assert listing.external_id
    assert listing.published_at
    assert [part.name for part in parts] == list(channel(stall.channel).parts)
    assert {part.status for part in parts} == {"done"}
    assert stall.standing() == [listing.title]
    assert stall.made() == 1
    assert publication.step == ("done", None)
    assert rv.step_of(publication.river.run_id, "publish", publication.design_id).facts["published"] == 1


@EVERY
def test_every_invocation_delivered_twice_publishes_once(publication: Publication, stall: Stall) -> None:
    open_shop(publication.owner, stall)
    for _ in carry(publication):
        one_part(publication)
    again = one_part(publication)
    assert (again["outcome"], again["more"]) == ("done", False)
    assert publication.listing.status == "published"
    assert stall.standing() == [publication.listing.title]
    assert stall.made() == 1


def test_each_invocation_speaks_of_ids_and_counts_alone(publication: Publication) -> None:
    assert {tuple(answer) for answer in carry(publication)} == {("outcome", "ids", "more", "wait")}


def test_publishing_stands_in_the_audit_trail(publication: Publication, joined: Connection) -> None:
    carry(publication)
    acts = joined.scalars(select(AuditEntry.act).where(AuditEntry.subject == f"listing:{publication.listing.id}"))
    assert list(acts) == ["listing.publish"]


def test_without_a_shop_it_is_published_in_a_practice_shop(publication: Publication, joined: Connection) -> None:
    carry(publication)
    (shop,) = joined.execute(select(Shop.name, Shop.channel, Shop.connected_by)).all()
    assert tuple(shop) == ("Practice shop", "sandbox", "wareloom")
    (product,) = listed(f"practice-{publication.owner.tenant_id}")
    assert (product.title, product.on_sale) == (publication.listing.title, True)


def test_a_design_goes_to_every_connected_shop(publication: Publication) -> None:
    first, second = SandboxStall(), SandboxStall()
    open_shop(publication.owner, first)
    open_shop(publication.owner, second)
    carry(publication)
    assert [row.status for row in publication.listings] == ["published", "published"]
    assert first.standing() == second.standing() != []


@pytest.mark.parametrize("refusing", [0, 1])
def test_one_shop_that_refuses_holds_up_no_other(publication: Publication, refusing: int) -> None:
    stalls = [SandboxStall(), SandboxStall()]
    shops = [open_shop(publication.owner, stall) for stall in stalls]
    misbehave(stalls[refusing].shop, [Fault("pictures", "reject")])
    answers = carry(publication)
    assert answers[-1]["outcome"] == "rejected"
    status = {row.shop_id: row.status for row in publication.listings}
    assert status == {shops[refusing].id: "failed", shops[1 - refusing].id: "published"}
    assert [bool(stall.standing()) for stall in stalls] == [refusing == 1, refusing == 0]


@pytest.mark.parametrize("away", [0, 1])
def test_one_shop_that_does_not_answer_holds_up_no_other(publication: Publication, away: int) -> None:
    stalls = [SandboxStall(), SandboxStall()]
    shops = [open_shop(publication.owner, stall) for stall in stalls]
    misbehave(stalls[away].shop, [Fault("product", "unavailable")] * 12)
    with pytest.raises(AssertionError, match="it failed 8 times"):
        carry(publication, patience=8)
    rows = {row.shop_id: row for row in publication.listings}
    assert rows[shops[1 - away].id].status == "published"
    assert rows[shops[1 - away].id].reason is None
    assert rows[shops[away].id].reason == "The practice shop is closed for a moment."
    carry(publication)
    assert {row.status for row in publication.listings} == {"published"}


@pytest.mark.parametrize("status", ["planned", "waiting", "rejected", "expired", "failed"])
def test_what_nobody_approved_is_never_published(publication: Publication, status: str) -> None:
    open_shop(publication.owner, stall := SandboxStall())
    with unit_of_work() as work:
        work.session.get_one(Design, publication.design_id).status = status
    answer = one_part(publication)
    assert (answer["outcome"], answer["more"]) == ("rejected", False)
    assert status in answer["reason"]
    assert publication.listings == []
    assert stall.standing() == []


def test_a_design_that_a_person_rejected_is_not_published_however_often_it_is_asked(
    cloud: Emulator, joined: Connection
) -> None:
    assert cloud
    river = rv.opened()
    (design_id,) = rv.walk(river.run_id, real=False)
    rv.reject(river, design_id)
    assert {rv.publish(river.run_id, design_id)["outcome"] for _ in range(3)} == {"rejected"}
    assert joined.scalars(select(Listing.id)).all() == []


def test_a_design_of_another_run_is_not_published_in_this_one(publication: Publication, joined: Connection) -> None:
    stranger = agreed()
    answer = rv.publish(publication.river.run_id, stranger.design_id)
    assert answer["outcome"] == "rejected"
    assert "no such design" in answer["reason"]
    assert joined.scalars(select(Listing.id)).all() == []


def test_a_design_that_nobody_knows_is_not_published(publication: Publication) -> None:
    assert rv.publish(publication.river.run_id, new_id())["outcome"] == "rejected"


def test_a_run_that_was_stopped_publishes_nothing_more(publication: Publication) -> None:
    one_part(publication)
    owner = publication.owner
    with unit_of_work() as work:
        stop(work, tenant_id=owner.tenant_id, actor=owner.actor, run_id=publication.river.run_id)
    assert one_part(publication)["outcome"] == "skipped"
    assert publication.listing.status == "draft"
