"""Shops that do not let us in, are gone, or were waited for too long: nothing is lost, and a person goes on."""

from collections.abc import Callable, Generator

import pytest
from sqlalchemy import Connection, select

from tests.support import river as rv
from tests.support.cloud import Emulator
from tests.support.printful_shop import Mischief
from tests.support.published import (
    PrintfulStall,
    Publication,
    SandboxStall,
    agreed,
    carry,
    one_part,
    open_shop,
    practising_printful,
    take_back,
    try_again,
)
from wareloom.accounts.connect_shop import disconnect_shop
from wareloom.accounts.models import Shop
from wareloom.kit.work import unit_of_work
from wareloom.listings.channels.sandbox.shelf import Fault, misbehave
from wareloom.runs.models import Run
from wareloom.runs.resume import resume

UNAVAILABLE = '{"errorType": "Unavailable", "errorMessage": "The practice shop is closed for a moment."}'


@pytest.fixture
def publication(cloud: Emulator, joined: Connection) -> Publication:
    assert cloud
    assert joined
    return agreed()


@pytest.fixture
def printful(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> Generator[PrintfulStall]:
    with practising_printful(monkeypatch) as server:
        stall = PrintfulStall(server, server.opens("tok_first"))
        open_shop(publication.owner, stall)
        yield stall


def shops() -> list[tuple[str, str | None]]:
    with unit_of_work() as work:
        return [(row.status, row.reason) for row in work.session.scalars(select(Shop).order_by(Shop.id))]


def disconnect(publication: Publication) -> None:
    owner = publication.owner
    with unit_of_work() as work:
        shop_id = work.session.scalars(select(Shop.id).where(Shop.status != "disconnected")).one()
        disconnect_shop(work, tenant_id=owner.tenant_id, actor=owner.actor, shop_id=shop_id)


def resumed(publication: Publication) -> None:
    owner = publication.owner
    with unit_of_work() as work:
        run = work.session.get_one(Run, publication.river.run_id)
        resume(work, tenant_id=owner.tenant_id, actor=owner.actor, run_id=run.id)


def give_up(publication: Publication) -> None:
    """The state machine's retries are used up."""
    run_id, design_id = publication.river.run_id, publication.design_id
    rv.record(run_id, "publish", design_id, error="Unavailable", cause=UNAVAILABLE)


@pytest.mark.parametrize("done", [0, 2, 4])
def test_a_token_that_is_refused_fails_the_listing_until_the_shop_is_connected_again(
    publication: Publication, printful: PrintfulStall, done: int
) -> None:
    for _ in range(1 + 2 * done):
        one_part(publication)
    printful.store.token = "tok_rotated_at_printful"
    answers = carry(publication)
    says = "Printful does not accept the token: The access token provided is invalid."
    assert (answers[-1]["outcome"], answers[-1]["reason"]) == ("blocked", says)
    assert (publication.listing.status, publication.listing.kind, publication.listing.reason) == (
        "failed",
        "blocked",
        says,
    )
    assert shops() == [("refused", says)]
    open_shop(publication.owner, printful)  # under the store's own name, as before
    assert shops() == [("disconnected", says), ("connected", None)]
    try_again(publication)
    carry(publication)
    assert (publication.listing.status, publication.listing.reason) == ("published", None)
    assert (len(printful.standing()), publication.step) == (1, ("done", None))


def test_a_shop_that_lets_us_in_again_is_no_longer_called_refused(publication: Publication) -> None:
    open_shop(publication.owner, stall := SandboxStall())
    misbehave(stall.shop, [Fault("pictures", "blocked")])
    assert carry(publication)[-1]["outcome"] == "blocked"
    assert shops() == [("refused", "The practice shop withdrew its permission.")]
    try_again(publication)
    carry(publication)
    assert publication.listing.status == "published"
    assert shops() == [("connected", None)]
    assert stall.made() == 1


def test_what_cannot_be_taken_back_behind_a_wall_says_both(publication: Publication, printful: PrintfulStall) -> None:
    printful.store.files = "failed"
    printful.server.mischief = [Mischief("DELETE", "/store/products", status=403, message="Read only")]
    carry(publication)
    assert publication.listing.kind == "blocked"
    assert publication.listing.reason == (
        "Printful could not read the print file. It could not be taken back:"
        " Printful does not accept the token: Read only."
    )
    take_back(publication)
    carry(publication)
    assert (publication.listing.status, printful.standing()) == ("withdrawn", [])


def test_nothing_is_published_in_a_shop_that_was_disconnected(
    publication: Publication, printful: PrintfulStall
) -> None:
    one_part(publication)
    disconnect(publication)
    asked = len(printful.server.asked)
    assert carry(publication)[-1]["outcome"] == "blocked"
    assert (publication.listing.status, publication.listing.kind) == ("failed", "blocked")
    assert "was disconnected. Connect it again" in (publication.listing.reason or "")
    assert len(printful.server.asked) == asked
    try_again(publication)
    assert carry(publication)[-1]["outcome"] == "blocked"
    open_shop(publication.owner, printful)
    try_again(publication)
    carry(publication)
    assert (publication.listing.status, len(printful.standing())) == ("published", 1)


def test_a_published_design_is_withdrawn_through_the_shop_that_took_the_place_of_its_own(
    publication: Publication, printful: PrintfulStall
) -> None:
    carry(publication)
    disconnect(publication)
    open_shop(publication.owner, printful)
    take_back(publication)
    carry(publication)
    assert (publication.listing.status, printful.standing()) == ("withdrawn", [])


def test_a_practice_shop_after_a_disconnected_one_is_another(publication: Publication) -> None:
    carry(publication)
    disconnect(publication)
    second = agreed(publication.owner)
    carry(second)
    assert second.listing.status == "published"
    assert [status for status, _ in shops()] == ["disconnected", "connected"]


@pytest.mark.parametrize("goes_on", [try_again, resumed], ids=["listing retried", "run resumed"])
def test_a_publication_that_was_given_up_goes_on_when_a_person_wants_it(
    publication: Publication, goes_on: Callable[[Publication], None]
) -> None:
    open_shop(publication.owner, stall := SandboxStall())
    misbehave(stall.shop, [Fault("pictures", "unavailable")])
    with pytest.raises(AssertionError, match="it failed 1 times"):
        carry(publication, patience=1)
    give_up(publication)
    says = "The practice shop is closed for a moment."
    assert (publication.listing.status, publication.listing.reason) == ("failed", says)
    assert publication.step == ("failed", says)
    assert rv.finish(publication.river.run_id) == {"status": "failed"}
    goes_on(publication)
    carry(publication)
    assert (publication.listing.status, stall.made()) == ("published", 1)
    assert publication.step == ("done", None)


def test_a_way_back_that_was_given_up_goes_on_when_the_run_is_resumed(publication: Publication) -> None:
    open_shop(publication.owner, stall := SandboxStall())
    misbehave(stall.shop, [Fault("publish", "reject"), Fault("pictures", "unavailable", "undo")])
    with pytest.raises(AssertionError, match="it failed 1 times"):
        carry(publication, patience=1)
    give_up(publication)
    rv.finish(publication.river.run_id)
    resumed(publication)
    carry(publication)
    assert publication.listing.status == "failed"
    assert publication.listing.reason == "The practice shop refuses the publish, as it was told to."
    assert stall.standing() == []
