"""What the offers of trends say alike, over HTTP: told with the trend, opened to its offers, and chosen by."""

from typing import Any

import pytest

from tests.support import river
from tests.support.api import Api
from wareloom.kit.ids import new_id


@pytest.fixture
def knitting(api: Api) -> dict[str, Any]:
    """“Knitting … tote, gift for grandmas”, analysed by somebody else's run."""
    river.analyse(river.opened(trends=2).run_id)
    found = next(trend for trend in api.get("/trends").json["items"] if trend["key"] == "knitting")
    return api.get(f"/trends/{found['id']}").json


def test_a_trend_tells_its_patterns_with_how_many_say_so(knitting: dict[str, Any]) -> None:
    told = {(one["kind"], one["value"]): one for one in knitting["patterns"]}
    assert told["recipient", "grandma"] == {
        "kind": "recipient",
        "value": "grandma",
        "offers": 8,
        "of": 8,
        "share": 1.0,
    }
    assert told["motif", "cable stitch"]["offers"] == 4


def test_a_pattern_opens_to_its_offers_page_by_page(api: Api, knitting: dict[str, Any]) -> None:
    asked = f"/trends/{knitting['id']}/patterns/offers?kind=recipient&value=grandma&limit=5"
    first = api.get(asked).json
    second = api.get(f"{asked}&cursor={first['next_cursor']}").json
    offers = first["items"] + second["items"]
    assert len({one["offer_id"] for one in offers}) == 8
    assert {one["says"] for one in offers} == {"grandmas"}
    assert second["next_cursor"] is None


@pytest.mark.usefixtures("knitting")
def test_trends_are_chosen_by_what_is_on_offer_to_choose_by(api: Api) -> None:
    choices = api.get("/trends/patterns").json["items"]
    assert {"kind": "recipient", "value": "grandma", "trends": 1} in choices
    assert all(one["kind"] != "motif" for one in choices)
    assert [one["key"] for one in api.get("/trends?recipient=grandma").json["items"]] == ["knitting"]
    assert api.get("/trends?recipient=grandma&occasion=Christmas").json["items"] == []


def test_what_is_no_pattern_is_refused_and_what_nobody_says_is_empty(api: Api, knitting: dict[str, Any]) -> None:
    opened = f"/trends/{knitting['id']}/patterns/offers"
    assert api.get(f"{opened}?kind=loudness&value=high").status == 400
    assert api.get(f"{opened}?kind=tone").status == 400
    assert api.get(f"{opened}?kind=tone&value=funny").json == {"items": [], "next_cursor": None}
    assert api.get(f"/trends/{new_id()}/patterns/offers?kind=tone&value=funny").status == 404
