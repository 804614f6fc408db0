"""What the shops do wrong, and what a person is told: later, for good, or not let in."""

from collections.abc import Generator

import pytest
from sqlalchemy import Connection

from tests.support.cloud import Emulator
from tests.support.ports import free_port
from tests.support.printful_shop import Mischief
from tests.support.published import (
    PrintfulStall,
    Publication,
    SandboxStall,
    agreed,
    carry,
    open_shop,
    practising_printful,
    take_back,
)
from wareloom.kit.outside import PrintfulSettings
from wareloom.listings.channels.sandbox.channel import SandboxChannel
from wareloom.listings.channels.sandbox.shelf import Fault, misbehave
from wareloom.listings.models import Listing

MAKE = ("POST", "/store/products")
LOOK = ("GET", "/products/")


@pytest.fixture
def printful(
    cloud: Emulator, joined: Connection, monkeypatch: pytest.MonkeyPatch
) -> Generator[tuple[Publication, PrintfulStall]]:
    assert cloud
    assert joined
    with practising_printful(monkeypatch) as server:
        publication, stall = agreed(), PrintfulStall(server, server.opens("tok_first"))
        open_shop(publication.owner, stall)
        yield publication, stall


@pytest.fixture
def sandbox(cloud: Emulator, joined: Connection) -> tuple[Publication, SandboxStall]:
    assert cloud
    assert joined
    publication, stall = agreed(), SandboxStall()
    open_shop(publication.owner, stall)
    return publication, stall


def stuck(publication: Publication, *, tries: int = 1) -> Listing:
    """The listing after so many invocations that could not be done."""
    with pytest.raises(AssertionError, match=f"it failed {tries} times"):
        carry(publication, patience=tries)
    return publication.listing


@pytest.mark.parametrize(
    ("mischief", "says"),
    [
        (Mischief(*MAKE, status=429, headers={"Retry-After": "17"}, message="Too many requests"), "slow down"),
        (Mischief(*MAKE, status=500, message="Oh dear"), "cannot answer now (500): Oh dear"),
        (Mischief(*MAKE, status=503), "cannot answer now (503)"),
        (Mischief(*MAKE, status=408), "cannot answer now (408)"),
        (Mischief(*MAKE, "hang up"), "did not answer"),
        (Mischief(*MAKE, "truncate"), "broke off"),
        (Mischief(*LOOK, status=429, message="Slower"), "slow down"),
        (Mischief("GET", "/mockup-generator/task", status=502), "cannot answer now (502)"),
        (Mischief("GET", "/store/products/@", "hang up"), "did not answer"),
    ],
    ids=["429", "500", "503", "408", "hang up", "truncated", "429 first", "502 mockups", "hang up on look"],
)
def test_what_may_work_soon_is_told_and_done_at_the_next_try(
    printful: tuple[Publication, PrintfulStall], mischief: Mischief, says: str
) -> None:
    publication, stall = printful
    stall.server.mischief = [mischief]
    listing = stuck(publication)
    assert (listing.status, listing.kind) == ("publishing", "unavailable")
    assert says in (listing.reason or "")
    assert publication.step == ("running", listing.reason)
    carry(publication)
    listing = publication.listing
    assert (listing.status, listing.reason, listing.kind) == ("published", None, None)
    assert (stall.standing(), stall.made()) == ([listing.title], 1)


def test_a_printful_that_is_away_is_waited_for(
    printful: tuple[Publication, PrintfulStall], monkeypatch: pytest.MonkeyPatch
) -> None:
    publication, stall = printful
    away = PrintfulSettings(base_url=f"http://127.0.0.1:{free_port()}")
    for name, value in away.to_env().items():
        monkeypatch.setenv(name, value)
    assert "Printful did not answer" in (stuck(publication).reason or "")
    for name, value in PrintfulSettings(base_url=stall.server.address).to_env().items():
        monkeypatch.setenv(name, value)
    carry(publication)
    assert publication.listing.status == "published"


def test_what_printful_refuses_for_good_leaves_nothing_there(printful: tuple[Publication, PrintfulStall]) -> None:
    publication, stall = printful
    stall.store.files = "failed"  # the product is made, then its print file turns out to be unreadable
    answers = carry(publication)
    assert answers[-1]["outcome"] == "rejected"
    assert answers[-1]["reason"] == "Printful could not read the print file."
    listing = publication.listing
    assert (listing.status, listing.kind, listing.url) == ("failed", "rejected", None)
    assert listing.reason == "Printful could not read the print file."
    assert (stall.standing(), stall.made()) == ([], 1)
    assert {part.status for part in publication.parts} == {"undone"}


@pytest.mark.parametrize("part", SandboxChannel.parts)
def test_a_part_refused_for_good_takes_the_parts_before_it_back_in_reverse(
    sandbox: tuple[Publication, SandboxStall], part: str
) -> None:
    publication, stall = sandbox
    misbehave(stall.shop, [Fault(part, "reject")])
    assert carry(publication)[-1]["outcome"] == "rejected"
    assert (publication.listing.status, publication.listing.kind) == ("failed", "rejected")
    assert publication.listing.reason == f"The practice shop refuses the {part}, as it was told to."
    assert stall.standing() == []
    ended = sorted(publication.parts, key=lambda one: one.number)
    assert [one.name for one in ended][-1] == part
    assert [one.ended_at for one in ended] == sorted((one.ended_at for one in ended if one.ended_at), reverse=True)


def test_the_channels_own_sentence_stays_though_taking_back_was_hard(
    sandbox: tuple[Publication, SandboxStall],
) -> None:
    publication, stall = sandbox
    misbehave(stall.shop, [Fault("pictures", "reject"), Fault("product", "unavailable", "undo")])
    listing = stuck(publication)
    assert listing.status == "undoing"
    carry(publication)
    assert publication.listing.reason == "The practice shop refuses the pictures, as it was told to."
    assert (publication.listing.status, stall.standing()) == ("failed", [])


def test_a_part_that_will_not_be_taken_back_holds_up_no_other(sandbox: tuple[Publication, SandboxStall]) -> None:
    publication, stall = sandbox
    misbehave(stall.shop, [Fault("publish", "reject"), Fault("pictures", "reject", "undo")])
    carry(publication)
    reason = publication.listing.reason or ""
    assert reason.startswith("The practice shop refuses the publish, as it was told to.")
    assert "The pictures could not be taken back" in reason
    assert (publication.listing.status, stall.standing()) == ("failed", [])


def test_a_listing_that_will_not_be_taken_back_is_not_called_withdrawn_until_it_is(
    sandbox: tuple[Publication, SandboxStall],
) -> None:
    publication, stall = sandbox
    carry(publication)
    address = publication.listing.url
    misbehave(stall.shop, [Fault("product", "reject", "undo")])
    take_back(publication)
    carry(publication)
    listing = publication.listing
    assert (listing.status, listing.kind, listing.url) == ("failed", "rejected", address)
    assert stall.standing() == [listing.title]
    take_back(publication)
    carry(publication)
    listing = publication.listing
    assert (listing.status, listing.reason, listing.url) == ("withdrawn", None, None)
    assert stall.standing() == []


def test_a_withdrawal_that_had_to_wait_leaves_no_trace_of_it(sandbox: tuple[Publication, SandboxStall]) -> None:
    publication, stall = sandbox
    carry(publication)
    misbehave(stall.shop, [Fault("pictures", "unavailable", "undo")])
    take_back(publication)
    assert stuck(publication).reason == "The practice shop is closed for a moment."
    carry(publication)
    assert (publication.listing.status, publication.listing.reason) == ("withdrawn", None)


def test_a_part_that_got_through_unheard_and_is_refused_after_is_taken_back(
    printful: tuple[Publication, PrintfulStall],
) -> None:
    publication, stall = printful
    stall.server.mischief = [Mischief(*MAKE, "hang up", after=True)]
    stuck(publication)
    assert len(stall.standing()) == 1
    stall.server.mischief = [Mischief("GET", "/store/products/@", status=400, message="Not today")]
    carry(publication)
    assert (publication.listing.status, stall.made(), stall.standing()) == ("failed", 1, [])
