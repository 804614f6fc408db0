"""Trends, ideas and listings from a terminal: what the river made, and where it is for sale."""

import csv
from io import StringIO
from typing import Any

import pytest

from tests.support import river
from tests.support.command import Command
from tests.support.published import SandboxStall, open_shop
from tests.support.river import River


def names(trends: list[dict[str, Any]]) -> list[str]:
    return [trend["name"] for trend in trends]


def table(out: str) -> list[dict[str, str]]:
    header, *rows = out.splitlines()
    return [dict(zip(header.split("\t"), row.split("\t"), strict=True)) for row in rows]


def test_trends_are_found_in_the_order_and_by_the_words_that_are_asked_for(stream: River, wareloom: Command) -> None:
    river.analyse(stream.run_id)
    assert names(wareloom("trends", "--json").json) == ["Knitting", "Sauna"]
    assert names(wareloom("trends", "--sort", "competition", "--json").json) == ["Sauna", "Knitting"]
    assert names(wareloom("trends", "sauna", "--json").json) == ["Sauna"]
    assert wareloom("trends", "--min-overall", "99.5", "--json").json == []


def test_a_spreadsheet_of_trends_has_every_number(stream: River, wareloom: Command) -> None:
    river.analyse(stream.run_id)
    rows = list(csv.DictReader(StringIO(wareloom("trends", "--sort", "name", "--csv").out)))
    assert [row["name"] for row in rows] == ["Knitting", "Sauna"]
    assert (rows[0]["offers_count"], rows[0]["price_avg"], rows[0]["currency"]) == ("8", "40", "USD")
    assert rows[0]["words"] == "cable stitch;wool basket"
    assert wareloom("trends", "--csv", "--json").status == 2


def test_a_trends_score_is_opened_to_its_formula_and_inputs(stream: River, wareloom: Command) -> None:
    river.analyse(stream.run_id)
    knitting, _ = wareloom("trends", "--json").json
    ran = wareloom("trends", "show", knitting["id"])
    facts, evidence = ran.out.split("\n\n")
    shown = dict(line.split("\t", 1) for line in facts.splitlines())
    assert shown["demand"] == "35 = reviews_avg / 10 + rating_avg × 5 (reviews_avg 100, rating_avg 5)"
    assert shown["growth"] == "100 = rating_avg × 20 + 10, clamped from 110 (rating_avg 5)"
    assert shown["offers"] == "8 (sample 8)"
    assert len(table(evidence)) == 8
    assert "says: recipient\tgrandma (8 of 8)" in ran.out.splitlines()
    assert names(wareloom("trends", "--recipient", "grandma", "--json").json) == ["Knitting"]
    assert wareloom("trends", "--occasion", "Easter", "--json").json == []
    told = wareloom("trends", "show", knitting["id"], "--json").json
    assert [one["offer_id"] for one in told["evidence"]] == [row["id"] for row in table(evidence)]


def test_a_trend_says_where_it_stands_and_what_it_does_not_know(stream: River, wareloom: Command) -> None:
    river.analyse(stream.run_id)
    knitting, _ = wareloom("trends", "--label", "insufficient data", "--sort", "-score", "--json").json
    assert wareloom("trends", "--label", "rising", "--json").json == []
    facts = dict(
        line.split("\t", 1) for line in wareloom("trends", "show", knitting["id"]).out.splitlines() if "\t" in line
    )
    assert facts["stands"].startswith("insufficient data: ")
    assert facts["28 days"].startswith("unknown: ")
    assert facts["season"] == "unknown: two years are not known yet"
    assert facts["outlook: sentiment"].startswith("unknown: Nobody listens")
    assert facts["outlook: competition"].endswith("are seen now.")
    assert facts["score that knows time"].endswith("little evidence")


def test_what_the_parts_weigh_is_shown_and_chosen(ruler: Command) -> None:
    assert ruler("trends", "weights").out.splitlines()[0] == "demand\t0.3, 30% of the score"
    chosen = ruler("trends", "weights", "--demand", "0.6", "--sentiment", "0", "--json").json
    assert (chosen["demand"], chosen["sentiment"], chosen["momentum"]) == (0.6, 0, 0.3)
    assert ruler("trends", "weights", "--demand", "7").status == 2


def test_the_calendar_says_why_it_is_empty(stream: River, wareloom: Command) -> None:
    river.analyse(stream.run_id)
    ran = wareloom("trends", "calendar")
    assert "two years" in ran.out + ran.err
    assert wareloom("trends", "calendar", "--designing", "30", "--json").json == []


def test_ideas_are_found_by_run_trend_and_word(stream: River, wareloom: Command) -> None:
    (trend,) = river.ids(river.analyse(stream.run_id))
    river.ideate(stream.run_id, trend)
    ideas = wareloom("ideas", "--run", str(stream.run_id), "--json").json
    assert ideas
    assert wareloom("ideas", "--trend", str(trend), "--json").json == ideas
    assert wareloom("ideas", "--run", str(trend), "--json").json == []
    slogan = ideas[0]["slogan"]
    assert ideas[0]["id"] in {row["id"] for row in table(wareloom("ideas", *slogan.split()).out)}
    assert f"slogan\t{slogan}\n" in wareloom("ideas", "show", ideas[0]["id"]).out
    assert wareloom("ideas", "show", ideas[0]["id"], "--json").json["brief"]


@pytest.fixture
def listing(stream: River, wareloom: Command) -> dict[str, Any]:
    """In a practice shop, published."""
    open_shop(stream.owner, SandboxStall(), "Market stall")
    design = river.approved(stream, real=True)
    river.publish_all(stream.run_id, design)
    (found,) = wareloom("listings", "--json").json
    return found


def test_a_published_listing_is_shown_and_taken_back(wareloom: Command, listing: dict[str, Any]) -> None:
    id_ = listing["id"]
    (row,) = table(wareloom("listings", "--status", "published", "--channel", "sandbox").out)
    assert (row["id"], row["shop"], row["status"]) == (id_, "Market stall", "published")
    shown = dict(line.split("\t", 1) for line in wareloom("listings", "show", id_).out.splitlines())
    assert shown["shop"] == "Market stall (sandbox)"
    assert shown["part publish"].startswith("done")
    product = listing["variants"][0]["product"]
    assert "USD" in shown[f"sells {product}"]
    assert wareloom("listings", "retry", id_).status == 1, "it is published"
    ran = wareloom("listings", "withdraw", id_)
    assert ran.status == 0
    assert f"wareloom runs follow {listing['run_id']}" in ran.err
    assert [one["id"] for one in wareloom("listings", "--status", "withdrawing", "--json").json] == [id_]
    assert wareloom("listings", "--design", listing["run_id"], "--json").json == []
