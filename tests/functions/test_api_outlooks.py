"""Where trends stand, over HTTP: weighed as each workspace likes, and opened to what it is made of."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, delete
from sqlalchemy.orm import Session

from functions.api.routes.outlook_shapes import LaunchOut, OutlookOut, SignalOut
from tests.functions.colleague import colleague
from tests.integration.trends.market import NOON, as_saunas, furnish, keep
from tests.support.api import Api, signed_in
from tests.support.factories import an_offer
from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.trends.analyse import analyse
from wareloom.trends.outlook.models import Outlook

DAYS = 60
USUAL = {"demand": 0.3, "momentum": 0.3, "competition": 0.2, "profitability": 0.15, "sentiment": 0.05}


@pytest.fixture
def session(joined: Connection) -> Session:
    return Session(joined, join_transaction_mode="create_savepoint")


@pytest.fixture
def market(session: Session) -> dict[str, str]:
    """Saunas whose reviews come faster every day, and knitting that nobody reviews."""
    with session.begin():
        furnish(session)
        for day in range(1, DAYS):
            grown = [
                an_offer(n, title="Sauna ladle mug", tags=("sauna",), reviews_count=day * day // 2) for n in range(6)
            ]
            keep(session, *grown, when=NOON + timedelta(days=day))
        work = Work(session)
        analyse(work, at=NOON + timedelta(days=DAYS - 1))
    return {}


@pytest.fixture
def trends(market: dict[str, str], api: Api) -> dict[str, dict[str, Any]]:
    assert market == {}
    return {trend["key"]: trend for trend in api.get("/trends").json["items"]}


def rising(trends: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return next(trend for key, trend in trends.items() if key.startswith("sauna"))


def test_a_trend_that_grows_says_so_and_one_of_which_little_is_known_says_that(
    trends: dict[str, dict[str, Any]],
) -> None:
    sauna, knitting = rising(trends), trends["knitting"]
    assert sauna["label"] in {"rising", "emerging"}
    assert sauna["grew"] > 0.5
    assert sauna["q"] < 0.05
    assert (sauna["moved"]["by"], sauna["moved"]["without_season"]) == ("day", False)
    assert 28 < sauna["moved"]["days"] < DAYS
    assert sauna["moved"]["low"] < sauna["moved"]["growth"] < sauna["moved"]["high"]
    assert sauna["score"] > (knitting["score"] or 0)
    assert (knitting["label"], knitting["grew"], knitting["q"]) == ("insufficient data", None, None)
    assert knitting["moved"] is None
    assert knitting["low_evidence"] is True


def test_an_outlook_opens_to_its_windows_its_parts_and_what_comes_next(
    api: Api, trends: dict[str, dict[str, Any]]
) -> None:
    told = OutlookOut.model_validate(api.get(f"/trends/{rising(trends)['id']}/outlook").json)
    assert [window.days for window in told.windows] == [7, 28, 90]
    assert told.windows[2].reason == "it does not reach 90 days back"
    assert told.why
    assert told.moved
    assert told.moved.days == rising(trends)["moved"]["days"]
    assert set(told.parts) == set(USUAL)
    assert told.parts["sentiment"].value is None
    assert told.parts["momentum"].value is not None
    assert told.parts["momentum"].value > 95
    assert told.sales
    assert told.sales.low < told.sales.mid < told.sales.high
    assert [way.name for way in told.sales.ways] == ["reviews"]
    assert told.season is None


def test_signals_are_told_day_by_day(api: Api, trends: dict[str, dict[str, Any]]) -> None:
    path = f"/trends/{rising(trends)['id']}/signals"
    rows = [SignalOut.model_validate(row) for row in api.get(path).json["items"]]
    assert len(rows) == DAYS
    assert rows[0].day == NOON.date()
    assert rows[40].reviews_gained == pytest.approx(6 * 40, rel=0.2)
    since = NOON.date() + timedelta(days=50)
    assert api.get(f"{path}?since={since}").json["items"][0]["day"] == str(since)


def test_what_a_trend_came_of_is_told_from_both_sides(api: Api, session: Session) -> None:
    with session.begin():
        furnish(session)
        analyse(Work(session), at=NOON)
        keep(session, *as_saunas(), when=NOON + timedelta(days=1))
        analyse(Work(session), at=NOON + timedelta(days=1))
    (sauna,) = api.get("/trends").json["items"]
    (heir,) = api.get(f"/trends/{sauna['id']}/kinships").json["items"]
    assert (heir["kind"], heir["key_before"], heir["offers"], heir["other_name"]) == (
        "merged",
        "knitting",
        8,
        "Knitting",
    )
    (gone,) = api.get(f"/trends/{heir['before_id']}/kinships").json["items"]
    assert gone["other_name"] == sauna["name"]


def test_a_workspace_weighs_as_it_likes_and_no_other_is_moved_by_it(
    api: Api, trends: dict[str, dict[str, Any]]
) -> None:
    assert api.get("/trends/weights").json == USUAL
    only = {**dict.fromkeys(USUAL, 0.0), "momentum": 1.0}
    assert api.call("PUT", "/trends/weights", only).json == only
    sauna = rising(trends)
    weighed = api.get(f"/trends/{sauna['id']}").json
    parts = api.get(f"/trends/{sauna['id']}/outlook").json["parts"]
    assert weighed["score"] == pytest.approx(parts["momentum"]["value"])
    assert api.get(f"/trends/{trends['knitting']['id']}").json["score"] is None
    assert api.get("/trends?sort=-score").json["items"][-1]["key"] == "knitting"
    other = signed_in()
    assert other.get("/trends/weights").json == USUAL
    assert other.get(f"/trends/{sauna['id']}").json["score"] == sauna["score"]
    (entry, *_) = api.get("/audit").json["items"]
    assert (entry["act"], entry["facts"]["after"]["momentum"]) == ("trends.weigh", 1.0)


@pytest.mark.parametrize("said", [dict.fromkeys(USUAL, 0.0), {"demand": -1}, {"demand": 2}, {"luck": 1}])
def test_weights_that_weigh_nothing_are_refused(api: Api, said: dict[str, float]) -> None:
    assert api.call("PUT", "/trends/weights", said).status == 400


def test_owners_weigh_and_everybody_reads(api: Api) -> None:
    member = colleague(api, "member")
    assert member.call("PUT", "/trends/weights", USUAL).status == 403
    assert member.get("/trends/weights").status == 200


def test_trends_are_found_by_where_they_stand_and_how_sure_that_is(api: Api, trends: dict[str, dict[str, Any]]) -> None:
    sauna = rising(trends)
    assert [one["id"] for one in api.get(f"/trends?label={sauna['label']}").json["items"]] == [sauna["id"]]
    assert [one["key"] for one in api.get("/trends?label=insufficient data").json["items"]] == ["knitting"]
    sure = api.get(f"/trends?min_confidence={sauna['confidence']:.3f}".replace("0.", "0.", 1)).json["items"]
    assert all(one["confidence"] >= round(sauna["confidence"], 3) for one in sure)
    assert api.get("/trends?label=lucky").status == 400


def test_the_calendar_counts_back_from_each_peak_and_is_in_the_order_of_haste(
    api: Api, trends: dict[str, dict[str, Any]], session: Session
) -> None:
    assert api.get("/trends/calendar").json["items"] == []
    today = clock.now().date()
    peaks = [today + timedelta(days=100), today + timedelta(days=20)]
    with session.begin():
        for trend, peak in zip(trends.values(), peaks, strict=True):
            row = session.get_one(Outlook, trend["id"])
            last = date(peak.year - 1, peak.month, min(peak.day, 28))
            row.season = {"every": "year", "strength": 0.8, "peak": "June", "peak_on": str(last)}
    plans = [LaunchOut.model_validate(one) for one in api.get("/trends/calendar").json["items"]]
    assert [plan.begin_by for plan in plans] == sorted(plan.begin_by for plan in plans)
    assert [plan.state for plan in plans] == ["publish now", "later"]
    (slow, _) = api.get("/trends/calendar?designing=60&being_found=90").json["items"]
    assert slow["begin_by"] < str(plans[0].begin_by)
    assert api.get("/trends/calendar?designing=-1").status == 400


def test_a_trend_that_was_never_judged_says_so(api: Api, trends: dict[str, dict[str, Any]], session: Session) -> None:
    with session.begin():
        session.execute(delete(Outlook))
    answer = api.get(f"/trends/{trends['knitting']['id']}/outlook")
    assert (answer.status, "not judged yet" in answer.json["detail"]) == (404, True)
    (one, *_) = api.get("/trends?sort=-score").json["items"]
    assert (one["score"], one["label"], one["low_evidence"]) == (None, None, True)
    assert api.get(f"/trends/{new_id()}/outlook").status == 404
