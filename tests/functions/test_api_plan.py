"""What a workspace lets its runs spend: read by everybody in it, changed by its owner."""

from decimal import Decimal
from typing import Any

import pytest

from tests.functions.colleague import colleague
from tests.support.api import Api, signed_in

PLAN = {
    "daily": True,
    "trends": 3,
    "run_money": "2.50",
    "run_tokens": 1000,
    "month_money": "20",
    "month_tokens": 5000,
}


def test_everybody_begins_with_a_careful_plan(api: Api) -> None:
    plan = api.get("/plan").json
    assert (plan["daily"], plan["trends"], plan["run_money"], plan["month_money"]) == (False, 5, "5", "50")
    assert (Decimal(plan["spent_money"]), plan["spent_tokens"]) == (0, 0)


def test_an_owner_changes_the_plan_and_the_trail_says_so(api: Api) -> None:
    answer = api.call("PUT", "/plan", PLAN)
    assert answer.status == 200
    assert answer.json == api.get("/plan").json
    assert (answer.json["daily"], answer.json["trends"], Decimal(answer.json["run_money"])) == (True, 3, Decimal("2.5"))
    (entry,) = [one for one in api.get("/audit").json["items"] if one["act"] == "plan.change"]
    assert entry["facts"] == {
        "daily": True,
        "trends": 3,
        "run": "$2.50 and 1,000 tokens",
        "month": "$20 and 5,000 tokens",
    }


def test_a_plan_is_a_workspaces_own(api: Api) -> None:
    api.call("PUT", "/plan", PLAN)
    assert signed_in().get("/plan").json["daily"] is False


@pytest.mark.parametrize("role", ["viewer", "member"])
def test_only_an_owner_changes_what_may_be_spent(api: Api, role: str) -> None:
    other = colleague(api, role)
    assert other.call("PUT", "/plan", PLAN).status == 403
    assert other.get("/plan").json["daily"] is False


@pytest.mark.parametrize(
    "change",
    [
        {"trends": 0},
        {"trends": 61},
        {"run_money": "-1"},
        {"run_money": "0.001"},
        {"month_money": "100001"},
        {"run_tokens": -1},
        {"daily": None},
        {"gift": 1},
    ],
    ids=lambda change: f"{next(iter(change))}={next(iter(change.values()))}",
)
def test_a_plan_that_makes_no_sense_is_refused(api: Api, change: dict[str, Any]) -> None:
    assert api.call("PUT", "/plan", PLAN | change).status == 400
    assert api.get("/plan").json["trends"] == 5
