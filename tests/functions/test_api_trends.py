"""Trends over HTTP: shared by every workspace, opened to what their figures are made of."""

from decimal import Decimal
from typing import Any

import pytest

from tests.support import river
from tests.support.api import Api
from wareloom.kit.ids import new_id


@pytest.fixture
def trends(api: Api) -> dict[str, dict[str, Any]]:
    """Knitting and sauna, analysed by somebody else's run."""
    river.analyse(river.opened(trends=2).run_id)
    return {trend["key"]: trend for trend in api.get("/trends").json["items"]}


def test_trends_are_listed_best_first_with_what_they_are_made_of(trends: dict[str, dict[str, Any]]) -> None:
    assert list(trends) == ["knitting", "sauna"]
    knitting = trends["knitting"]
    assert (knitting["name"], knitting["offers_count"], knitting["marketplaces"]) == ("Knitting", 8, {"sample": 8})
    assert (Decimal(knitting["price_avg"]), knitting["currency"], knitting["priced_count"]) == (40, "USD", 8)
    assert knitting["audience"] == [{"word": "grandmas", "offers": 8}]
    assert trends["sauna"]["styles"] == [{"word": "vintage", "offers": 6}]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("sort=name", ["knitting", "sauna"]),
        ("sort=-offers_count", ["knitting", "sauna"]),
        ("sort=competition", ["sauna", "knitting"]),
        ("query=sauna", ["sauna"]),
        ("style=vintage", ["sauna"]),
        ("audience=grandmas", ["knitting"]),
        ("marketplace=shopify", []),
        ("min_overall=100", []),
    ],
)
@pytest.mark.usefixtures("trends")
def test_a_filter_brings_all_that_match_in_the_order_asked_for(api: Api, wanted: str, found: list[str]) -> None:
    assert [trend["key"] for trend in api.get(f"/trends?{wanted}").json["items"]] == found


@pytest.mark.usefixtures("trends")
@pytest.mark.parametrize("sort", ["-overall", "-demand", "-growth", "competition", "-profitability", "name"])
def test_pages_in_every_order_lose_and_repeat_nothing(api: Api, sort: str) -> None:
    first = api.get(f"/trends?limit=1&sort={sort}").json
    second = api.get(f"/trends?limit=1&sort={sort}&cursor={first['next_cursor']}").json
    assert {first["items"][0]["key"], second["items"][0]["key"]} == {"knitting", "sauna"}
    assert second["next_cursor"] is None
    other = "name" if sort != "name" else "-overall"
    assert api.get(f"/trends?sort={other}&cursor={first['next_cursor']}").status == 400


def test_every_part_of_a_score_is_opened(api: Api, trends: dict[str, dict[str, Any]]) -> None:
    trend = trends["knitting"]
    parts = api.get(f"/trends/{trend['id']}").json["parts"]
    assert parts.keys() == {"demand", "growth", "competition", "profitability", "overall"}
    for name, part in parts.items():
        assert Decimal(part["value"]) == Decimal(trend[name])
        assert part["inputs"]
        assert part["formula"]


def test_a_trend_has_its_history_and_its_evidence(api: Api, trends: dict[str, dict[str, Any]]) -> None:
    address = f"/trends/{trends['knitting']['id']}"
    (point,) = api.get(f"{address}/points").json["items"]
    assert (point["offers_count"], Decimal(point["overall"])) == (8, Decimal(trends["knitting"]["overall"]))
    assert api.get(f"{address}/points?since=2999-01-01").json["items"] == []
    first = api.get(f"{address}/evidence?limit=5").json
    second = api.get(f"{address}/evidence?limit=5&cursor={first['next_cursor']}").json
    titles = [one["title"] for one in [*first["items"], *second["items"]]]
    assert len(titles) == len({one["offer_id"] for one in [*first["items"], *second["items"]]}) == 8
    assert all("Knitting" in title for title in titles)


@pytest.mark.usefixtures("trends")
def test_the_totals_say_how_much_of_the_market_belongs_to_a_trend(api: Api) -> None:
    totals = api.get("/trends/totals").json
    assert (totals["trends"], totals["grouped"], totals["ungrouped"]) == (2, 14, 1)
    assert totals["analysed_at"]


def test_before_the_first_analysis_there_is_nothing(api: Api) -> None:
    assert api.get("/trends").json["items"] == []
    assert api.get("/trends/totals").json["analysed_at"] is None
    assert api.get(f"/trends/{new_id()}").status == 404
    assert api.get(f"/trends/{new_id()}/points").status == 404
    assert api.get(f"/trends/{new_id()}/evidence").status == 404


@pytest.mark.parametrize("question", ["sort=sideways", "min_overall=101", "min_overall=NaN", "cursor=x", "taste=sweet"])
def test_a_question_that_cannot_be_read_is_400(api: Api, question: str) -> None:
    assert api.get(f"/trends?{question}").status == 400
