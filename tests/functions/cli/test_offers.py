"""Searching from a terminal, from a pipe and from a program."""

import csv
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.support.command import Command
from tests.support.factories import an_offer, at
from wareloom.market.ingest import ingest
from wareloom.market.models import Rate
from wareloom.market.page import SeenOffer

NOON = at("2026-11-01T12:00:00")
MANY = 230
"""More than one page of the API."""


def keep(database: Engine, *offers: SeenOffer, days: int = 0) -> None:
    with Session(database) as session, session.begin():
        ingest(session, "sample", offers, at=NOON + timedelta(days=days), task_id=None)


@pytest.fixture
def shelf(emptied: Engine, wareloom: Command) -> Command:
    keep(emptied, *[an_offer(number, price=Decimal(number)) for number in range(1, MANY + 1)])
    return wareloom


def test_all_offers_come_whole_and_once_from_every_page(shelf: Command) -> None:
    ran = shelf("offers", "--all", "--json")
    assert (ran.status, ran.err) == (0, "")
    assert {offer["external_id"] for offer in ran.json} == {f"offer-{number}" for number in range(1, MANY + 1)}
    assert len(ran.json) == MANY


def test_filters_words_and_order_are_the_apis(shelf: Command) -> None:
    asked = [
        "camping",
        "tee",
        "--marketplace",
        "sample",
        "--currency",
        "usd",
        "--min-price",
        "9.5",
        "--max-price",
        "13",
    ]
    found = shelf("offers", *asked, "--sort", "-price", "--json").json
    assert [offer["price"] for offer in found] == ["13", "12", "11", "10"]
    assert shelf("offers", "nothing", "like", "this", "--json").json == []


def test_what_is_sold_out_paid_for_or_priced_abroad_is_found_and_told(emptied: Engine, wareloom: Command) -> None:
    with Session(emptied) as session, session.begin():
        for currency, per_usd in (("USD", "1"), ("EUR", "0.8")):
            session.add(Rate(currency=currency, day=date(2050, 1, 1), per_usd=Decimal(per_usd)))
    abroad = an_offer(
        1, price=Decimal(100), list_price=Decimal(120), currency="EUR", availability="low_stock", rank=3, stock=1204
    )
    keep(emptied, abroad, an_offer(2, price=Decimal(100), sponsored=True), an_offer(3, availability="out_of_stock"))

    def ids(*asked: str) -> list[str]:
        return sorted(one["external_id"] for one in wareloom("offers", *asked, "--json").json)

    assert ids("--availability", "out_of_stock") == ["offer-3"]
    assert (ids("--sponsored"), ids("--no-sponsored")) == (["offer-2"], ["offer-1", "offer-3"])
    assert ids("--min-price-usd", "101") == ["offer-1"]
    (offer,) = wareloom("offers", "--availability", "low_stock", "--json").json
    told = dict(line.split("\t") for line in wareloom("offers", "show", offer["id"]).out.splitlines())
    assert (told["crossed out"], told["availability"], told["rank"]) == ("120.00 EUR", "low stock", "3")
    assert told["left in stock"] == "1,204"
    assert told["in US dollars"] == "125.00 USD, by the rates of 2050-01-01"


def test_a_limit_holds_and_says_that_there_is_more(shelf: Command) -> None:
    ran = shelf("offers", "--limit", "3")
    assert len(ran.out.splitlines()) == 1 + 3
    assert "more than these 3" in ran.err
    assert "more than" not in shelf("offers", "--limit", str(MANY)).err


def test_a_pipe_gets_one_line_per_offer_with_tabs_between(shelf: Command) -> None:
    header, first = shelf("offers", "--sort", "price", "--limit", "1").out.splitlines()
    row = dict(zip(header.split("\t"), first.split("\t"), strict=True))
    assert (row["title"], row["price"], row["reviews"]) == ("Retro camping tee no. 1", "1.00 USD", "10")
    assert "\x1b" not in first
    assert shelf("offers", "show", row["id"], "--json").json["external_id"] == "offer-1"


def test_a_spreadsheet_gets_every_field(shelf: Command) -> None:
    rows = list(csv.DictReader(StringIO(shelf("offers", "--sort", "price", "--limit", "2", "--csv").out)))
    assert [(row["external_id"], row["price"], row["tags"]) for row in rows] == [
        ("offer-1", "1", "camping;retro"),
        ("offer-2", "2", "camping;retro"),
    ]
    assert shelf("offers", "--csv", "--json").status == 2


@pytest.mark.parametrize("columns", [60, 80, 110, 160])
def test_a_table_fits_its_terminal_and_no_title_escapes_from_it(
    emptied: Engine, wareloom: Command, columns: int
) -> None:
    keep(emptied, an_offer(title="Tee\x1b]0;owned\x07\x1b[2J\n\u202eevil [bold]loud[/bold] " + "long " * 40))
    ran = wareloom("offers", FORCE_COLOR="1", TERM="xterm-mono", NO_COLOR="1", COLUMNS=str(columns))
    plain = ran.out.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
    assert "19.99 USD" in plain
    assert "Tee ]0;owned" in plain
    assert not {"\x1b", "\x07", "\u202e"} & set(plain)
    assert max(len(line) for line in plain.splitlines()) <= columns
    (offer,) = wareloom("offers", "--json").json
    assert offer["id"] in "".join(plain.split()), "whole, if on two lines"


def test_history_shows_how_an_offer_moved(emptied: Engine, wareloom: Command) -> None:
    for day, price in enumerate(("10.00", "30.00", "20.00")):
        keep(emptied, an_offer(price=Decimal(price), reviews_count=1000 + day), days=day)
    (offer,) = wareloom("offers", "--json").json
    told = dict(line.split("\t") for line in wareloom("offers", "show", offer["id"], "--history").out.splitlines())
    assert (told["lowest"], told["highest"], told["price"]) == ("10.00 USD", "30.00 USD", "20.00 USD")
    assert (told["history"][0], told["history"][24], told["history"][-1]) == ("▁", "█", "▄")
    assert told["reviews then"] == "1,000 → 1,002"
    seen = wareloom("offers", "show", offer["id"], "--history", "--json").json["history"]
    assert [one["price"] for one in seen] == ["10", "30", "20"]


@pytest.mark.parametrize(
    "asked",
    [
        ["show", "no-id"],
        ["show", "../me"],
        ["show", "01930000-0000-7000-8000-000000000000"],
        ["--min-price", "cheap"],
        ["--currency", "dollars"],
        ["--sort", "sideways"],
        ["--limit", "0"],
    ],
)
def test_a_question_that_makes_no_sense_is_status_2(wareloom: Command, asked: list[str]) -> None:
    ran = wareloom("offers", *asked)
    assert (ran.status, ran.out) == (2, "")
    assert "Traceback" not in ran.err
