"""Where else a product is sold, from a terminal, and a person's word on it."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.integration.matching.shelves import SLOGANS, compare_all, keep, put, the_offer
from tests.support.command import Command
from wareloom.kit.work import Work
from wareloom.market.models import Rate


@pytest.fixture
def ids(emptied: Engine, wareloom: Command) -> dict[str, str]:
    assert wareloom
    title = f"{SLOGANS[0]} Mug"
    with Session(emptied) as session, session.begin():
        session.add(Rate(currency="USD", day=date(2050, 1, 1), per_usd=Decimal(1)))
        session.flush()
        keep(session, put("etsy", title), put("amazon", f"{title} Gift"))
        keep(session, put("shopify", title, details={"colour": "Black"}), put("shopee", "Chess Clock Rook Poster"))
        keep(session, put("tiktok", title, details={"colour": "White"}))
        compare_all(Work(session))
        return {name: str(the_offer(session, (name, f"{name}-1")).id) for name in ("etsy", "amazon", "shopee")}


def listed(ran: str) -> list[list[str]]:
    return [line.split("\t") for line in ran.splitlines()[1:]]


def test_an_offers_likes_are_listed_with_prices(wareloom: Command, ids: dict[str, str]) -> None:
    ran = wareloom("matches", ids["etsy"])
    assert ran.status == 0, ran.err
    standings = {row[5]: row[1] for row in listed(ran.out)}
    assert standings["etsy"].startswith("this one")
    assert standings["amazon"].startswith("same")
    assert sum("lowest" in standing for standing in standings.values()) == 1
    assert wareloom("matches", "show", ids["etsy"], "--json").json["offer"]["id"] == ids["etsy"]
    alone = wareloom("matches", ids["shopee"])
    assert "Nothing else" in alone.err


def test_a_word_is_said_and_taken_back(wareloom: Command, ids: dict[str, str]) -> None:
    pair = (ids["etsy"], ids["amazon"])
    assert "two products" in wareloom("matches", "decide", *pair, "different").err
    told = {row[5]: row[1] for row in listed(wareloom("matches", ids["etsy"]).out)}
    assert told["amazon"] == "different, as you said"
    assert "Taken back" in wareloom("matches", "undo", *pair).err
    assert wareloom("matches", "undo", *pair).status == 2
    assert wareloom("matches", "decide", *pair, "perhaps").status == 2
    assert wareloom("matches", "decide", ids["etsy"], ids["etsy"], "same").status == 2


def test_pairs_to_review_end_with_what_decide_takes(wareloom: Command, ids: dict[str, str]) -> None:
    assert ids
    assert "No pair wants" in wareloom("matches", "review").err
    ran = wareloom("matches", "review", "--everybody")
    assert ran.status == 0, ran.err
    pairs = [row[-1].split() for row in listed(ran.out)]
    assert pairs
    for pair in pairs:
        assert wareloom("matches", "decide", *pair, "same").status == 0
    assert wareloom("matches", "review", "--everybody", "--json").json == []
