"""Collections from a terminal: made, filled by hand, by a pipe and by a filter, shared, and undone."""

import csv
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.functions.colleague import colleague
from tests.support.api import Api
from tests.support.command import Command, Ran
from tests.support.factories import an_offer, at
from wareloom.kit.ids import new_id
from wareloom.market.ingest import ingest


@pytest.fixture
def shelf(emptied: Engine, wareloom: Command) -> list[str]:
    """The ids of five offers, each dearer than the one before."""
    offers = [an_offer(number, price=Decimal(number)) for number in range(1, 6)]
    with Session(emptied) as session, session.begin():
        ingest(session, "sample", offers, at=at("2026-11-01"), task_id=None)
    return [offer["id"] for offer in wareloom("offers", "--sort", "price", "--json").json]


def made(wareloom: Command, *asked: str) -> str:
    ran = wareloom("collections", "create", *(asked or ("Mugs",)))
    assert ran.status == 0, ran.err
    return ran.out.strip()


def facts(ran: Ran) -> dict[str, str]:
    return dict(line.split("\t") for line in ran.out.splitlines())


def held(wareloom: Command, collection_id: str) -> list[dict[str, Any]]:
    return wareloom("collections", "offers", collection_id, "--sort", "price", "--json").json


def test_a_collection_is_made_listed_changed_and_put_away(wareloom: Command) -> None:
    mugs = made(wareloom, "Mugs", "--description", "Warm ones")
    assert "Mugs\t0\t0\t\tAda\tmaker\t" in wareloom("collections").out
    told = facts(wareloom("collections", "change", mugs, "--name", "Cups", "--visible-to", "workspace"))
    assert (told["name"], told["description"], told["seen by"]) == ("Cups", "Warm ones", "workspace")
    assert wareloom("collections", "create", "CUPS").status == 1
    assert wareloom("collections", "change", mugs).status == 2
    assert wareloom("collections", "archive", mugs).status == 0
    assert wareloom("collections", "--json").json == []
    assert [one["name"] for one in wareloom("collections", "--archived", "--json").json] == ["Cups"]
    made(wareloom, "cups")
    assert wareloom("collections", "restore", mugs).status == 1
    assert facts(wareloom("collections", "restore", mugs, "--name", "Mugs"))["name"] == "Mugs"
    assert [one["name"] for one in wareloom("collections", "list", "mug", "--mine", "--json").json] == ["Mugs"]


def test_offers_are_added_by_hand_and_each_id_that_is_none_is_told(wareloom: Command, shelf: list[str]) -> None:
    mugs, nobody = made(wareloom), str(new_id())
    ran = wareloom("collections", "add", mugs, shelf[0], nobody, shelf[1], "--note", "Cheap")
    assert (ran.status, ran.out) == (1, "")
    assert "2 added. It holds 2 now." in ran.err
    assert f"{nobody} is no offer's id." in ran.err
    ran = wareloom("collections", "add", mugs, shelf[1], shelf[2])
    assert (ran.status, "1 added, 1 were in it before" in ran.err) == (0, True)
    assert [(one["id"], one["note"]) for one in held(wareloom, mugs)] == [
        (shelf[0], "Cheap"),
        (shelf[1], "Cheap"),
        (shelf[2], None),
    ]
    told = facts(wareloom("collections", "show", mugs))
    assert (told["offers"], told["marketplaces"], told["you may"]) == ("3", "sample 3", "decide")


def test_what_a_search_prints_can_be_piped_in(wareloom: Command, shelf: list[str]) -> None:
    mugs = made(wareloom)
    printed = wareloom("offers", "camping", "--min-price", "3", "--currency", "USD").out
    assert wareloom("collections", "add", mugs, "-", stdin=printed).status == 0
    assert [one["id"] for one in held(wareloom, mugs)] == shelf[2:]
    assert wareloom("collections", "add", mugs, "-").status == 2


def test_all_that_a_filter_finds_goes_in_and_out(wareloom: Command, shelf: list[str]) -> None:
    mugs = made(wareloom)
    told = wareloom("collections", "add", mugs, "--where", "query=camping", "--where", "max_price=4", "--json").json
    assert (told["added"], told["more"]) == (4, False)
    ran = wareloom("collections", "remove", mugs, "--where", "min_price=2")
    assert (ran.status, "3 removed" in ran.err) == (0, True)
    assert [one["id"] for one in held(wareloom, mugs)] == shelf[:1]
    assert wareloom("collections", "offers", mugs, "--where", "min_price=2", "--json").json == []


@pytest.mark.parametrize(
    "asked", [[], ["--where", "query"], ["--where", "colour=red"], ["mug"], ["--where", "query=x", "mug"]]
)
def test_a_choice_that_makes_no_sense_is_status_2(wareloom: Command, asked: list[str]) -> None:
    mugs = made(wareloom)
    ran = wareloom("collections", "add", mugs, *asked)
    assert (ran.status, ran.out, "Traceback" in ran.err) == (2, "", False)


def test_what_was_removed_is_put_back_as_it_was_told(wareloom: Command, shelf: list[str]) -> None:
    mugs = made(wareloom)
    wareloom("collections", "add", mugs, *shelf, "--note", "Because")
    ran = wareloom("collections", "remove", mugs, *shelf[1:4])
    (how,) = [line for line in ran.err.splitlines() if line.startswith("Put them back: wareloom ")]
    assert wareloom("collections", "remove", mugs, shelf[1]).status == 1
    assert wareloom(*how.split("wareloom ")[1].split()).status == 0
    assert [(one["id"], one["note"]) for one in held(wareloom, mugs)] == [(one, "Because") for one in shelf]
    assert wareloom("collections", "note", mugs, shelf[0], "Better").status == 0
    assert wareloom("collections", "note", mugs, shelf[1]).status == 0
    assert [one["note"] for one in held(wareloom, mugs)][:3] == ["Better", None, "Because"]
    copied = wareloom("collections", "copy", mugs, "Mine").out.strip()
    assert [one["note"] for one in held(wareloom, copied)][:3] == ["Better", None, "Because"]


def test_a_spreadsheet_gets_the_notes(wareloom: Command, shelf: list[str]) -> None:
    mugs = made(wareloom)
    wareloom("collections", "add", mugs, shelf[0], "--note", "=1+1; cheap")
    (row,) = csv.DictReader(StringIO(wareloom("collections", "offers", mugs, "--csv").out))
    assert (row["id"], row["note"]) == (shelf[0], "=1+1; cheap")
    assert wareloom("collections", "offers", mugs, "--csv", "--json").status == 2


def test_a_colleague_is_let_in_by_their_address_and_out_again(wareloom: Command, owner: Api) -> None:
    other = colleague(owner, "member")
    mugs = made(wareloom)
    assert wareloom("collections", "share", mugs, other.me["email"].upper(), "--may", "change").status == 0
    assert facts(wareloom("collections", "show", mugs))["may change"] == f"Bo <{other.me['email']}>"
    assert other.get(f"/collections/{mugs}").json["may"] == "change"
    assert wareloom("collections", "unshare", mugs, other.me["id"]).status == 0
    assert wareloom("collections", "unshare", mugs, other.me["id"]).status == 2
    assert wareloom("collections", "share", mugs, "nobody@shop.example").status == 2


def test_taking_over_is_for_owners_and_says_how_to_be_one(wareloom: Command, owner: Api) -> None:
    mugs = colleague(owner, "member").post("/collections", {"name": "Mugs", "visibility": "workspace"}).json["id"]
    refused = wareloom("collections", "take-over", mugs)
    assert (refused.status, "wareloom login --role owner" in refused.err) == (1, True)
    key = owner.post("/keys", {"name": "ruling", "role": "owner"}).json["key"]
    assert facts(wareloom("collections", "take-over", mugs, WARELOOM_KEY=key))["by"] == "Ada"
