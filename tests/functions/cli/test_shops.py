"""Shops connected from a terminal, where nobody may read a secret over a shoulder, and the plan that runs go by."""

import json

import pytest

from tests.support.command import Command
from tests.support.terminal import at_terminal

SECRET = "a-word-for-practice"
GIVEN = {"shop": "corner", "token": SECRET}


def connected(ruler: Command) -> list[tuple[str, str]]:
    return [(shop["name"], shop["status"]) for shop in ruler("shops", "--json").json]


def test_credentials_are_taken_from_the_environment(ruler: Command) -> None:
    given = {"WARELOOM_SHOP_SHOP": "corner", "WARELOOM_SHOP_TOKEN": SECRET}
    ran = ruler("shops", "connect", "sandbox", "--name", "Corner", **given)
    assert (ran.status, ran.out) == (0, "")
    assert connected(ruler) == [("Corner", "connected")]
    assert "Corner\tsandbox\tconnected" in ruler("shops").out


def test_credentials_are_read_from_standard_input(ruler: Command) -> None:
    asked = ["shops", "connect", "sandbox", "--name", "Corner", "--credentials-stdin", "--json"]
    ran = ruler(*asked, stdin=json.dumps(GIVEN))
    assert ran.json["status"] == "connected"
    assert SECRET not in ran.out + ran.err
    assert ruler(*asked, stdin="token=oops").status == 2


def test_at_a_terminal_each_credential_is_asked_for_and_a_secret_is_not_shown(ruler: Command) -> None:
    terminal = at_terminal(ruler, "shops", "connect", "sandbox", "--name", "Corner")
    terminal.read_until("Shop: ")
    terminal.types("corner")
    terminal.read_until("Token: ")
    terminal.types(SECRET)
    assert terminal.ends() == 0
    assert "corner" in terminal.seen
    assert SECRET not in terminal.seen
    assert connected(ruler) == [("Corner", "connected")]


def test_what_may_be_left_out_is_asked_for_and_left_out(ruler: Command) -> None:
    terminal = at_terminal(ruler, "shops", "connect", "printful")
    terminal.read_until("Private token: ")
    terminal.types("no token, as anybody sees")
    terminal.read_until("Store id (may be left out): ")
    terminal.types("")
    terminal.read_until("Other blanks (may be left out): ")
    terminal.types("")
    assert terminal.ends() == 2
    assert "token: " in terminal.seen, "the channel's form has read it"
    assert "as anybody sees" not in terminal.seen
    assert connected(ruler) == []


def test_without_anybody_to_ask_it_says_how_to_give_what_is_missing(ruler: Command) -> None:
    ran = ruler("shops", "connect", "sandbox", WARELOOM_SHOP_SHOP="corner")
    assert ran.status == 2
    assert "WARELOOM_SHOP_TOKEN" in ran.err


def test_an_unknown_channel_is_told_the_known_ones(ruler: Command) -> None:
    ran = ruler("shops", "connect", "bazaar")
    assert ran.status == 2
    assert "Known: " in ran.err
    known = {channel["name"] for channel in ruler("shops", "channels", "--json").json}
    assert all(name in ran.err for name in known)
    assert "token, [store_id], [blanks]" in ruler("shops", "channels").out


def test_a_disconnected_shop_stays_in_the_list_as_that(ruler: Command) -> None:
    asked = ["shops", "connect", "sandbox", "--name", "Corner", "--credentials-stdin", "--json"]
    shop = ruler(*asked, stdin=json.dumps(GIVEN)).json
    assert ruler("shops", "disconnect", shop["id"]).status == 0
    assert connected(ruler) in ([], [("Corner", "disconnected")])
    assert ruler("shops", "disconnect", shop["id"]).status == 1, "it is disconnected already"


def test_the_plan_changes_in_what_is_said_and_in_nothing_else(ruler: Command) -> None:
    before = ruler("plan", "--json").json
    ran = ruler("plan", "set", "--daily", "--trends", "3", "--run-money", "2.50")
    assert ran.status == 0
    assert "daily run\ton, 3 trends\n" in ran.out
    assert ruler("plan", "show", "--json").json == before | {"daily": True, "trends": 3, "run_money": "2.5"}
    assert "a run may spend\t2.50 USD, 500,000 tokens\n" in ruler("plan").out
    assert ruler("plan", "set", "--no-daily", "--json").json["daily"] is False


@pytest.mark.parametrize("asked", [[], ["--trends", "1000"], ["--run-money", "much"], ["--month-money", "-1"]])
def test_a_plan_that_makes_no_sense_changes_nothing(ruler: Command, asked: list[str]) -> None:
    before = ruler("plan", "--json").json
    assert ruler("plan", "set", *asked).status == 2
    assert ruler("plan", "--json").json == before


@pytest.mark.parametrize(
    "asked",
    [["plan", "set", "--daily"], ["shops", "connect", "sandbox", "--credentials-stdin"]],
    ids=["plan", "connect"],
)
def test_a_members_key_is_told_how_an_owner_signs_in(wareloom: Command, asked: list[str]) -> None:
    ran = wareloom(*asked, stdin=json.dumps(GIVEN))
    assert ran.status == 1
    assert "wareloom login --role owner" in ran.err
