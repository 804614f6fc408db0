"""The same product elsewhere, through the API: groups and their lowest price, words of a workspace, pairs to decide."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from tests.functions.colleague import colleague
from tests.integration.matching.shelves import NOON, SLOGANS, a_shelf, compare_all, keep, put, the_offer
from tests.support.api import Api, signed_in
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.market.matching.models import Match
from wareloom.market.models import Offer, Rate, RawPage

HERE = "etsy"


@dataclass
class Shelf:
    session: Session

    def id(self, marketplace: str = HERE, number: int = 0) -> str:
        return str(the_offer(self.session, (marketplace, f"{marketplace}-{number}")).id)

    def keep(self, *offers: Any) -> None:
        with self.session.begin_nested():
            keep(self.session, *offers)
            compare_all(Work(self.session))


@pytest.fixture
def shelf(joined: Connection) -> Shelf:
    session = Session(joined, join_transaction_mode="create_savepoint")
    session.add(Rate(currency="USD", day=(NOON + timedelta(days=9999)).date(), per_usd=Decimal(1)))
    session.flush()
    shelf = Shelf(session)
    shelf.keep(*a_shelf())
    return shelf


def names(likes: list[dict[str, Any]]) -> set[str]:
    return {like["offer"]["external_id"] for like in likes}


def matches(api: Api, offer_id: str) -> dict[str, Any]:
    answer = api.get(f"/offers/{offer_id}/matches")
    assert answer.status == 200, answer.text
    return answer.json


OTHERS = {"amazon-0", "shopify-0", "shopee-0", "tiktok-0"}
TEES = {"amazon-1", "etsy-1", "shopify-1", "shopee-1", "tiktok-1"}


def test_an_offer_has_its_group_with_scores_and_what_they_are_made_of(api: Api, shelf: Shelf) -> None:
    found = matches(api, shelf.id())
    assert names(found["group"]) == OTHERS
    assert (found["maybe"], found["apart"]) == ([], [])
    (like, *_) = found["group"]
    assert (like["verdict"], like["override"], like["offer"]["price"], like["offer"]["currency"]) == (
        "same", None, "19.99", "USD",
    )  # fmt: skip
    assert like["score"] >= 0.9
    assert "kind" in like["parts"]["agrees"]


def test_the_lowest_is_the_cheapest_in_dollars_that_is_not_sold_out(api: Api, shelf: Shelf) -> None:
    for marketplace, price, availability in (
        ("amazon", "11", "out_of_stock"),
        ("shopee", "12", None),
        ("tiktok", "13", "in_stock"),
    ):
        given: dict[str, Any] = {"price": Decimal(price), "availability": availability}
        shelf.keep(put(marketplace, f"{SLOGANS[0]} Mug", number=0, **given))
    assert matches(api, shelf.id())["lowest_id"] == shelf.id("shopee")
    shelf.keep(put("shopee", "Something Else Entirely", number=0, price=Decimal(1)))
    assert matches(api, shelf.id())["lowest_id"] == shelf.id("tiktok")
    assert matches(api, shelf.id("shopee"))["lowest_id"] is None


def test_a_word_parts_two_offers_in_this_workspace_alone_and_can_be_taken_back(api: Api, shelf: Shelf) -> None:
    one, other = shelf.id(), shelf.id("amazon")
    said = api.call("PUT", f"/matches/{one}/{other}", {"verdict": "different"})
    assert (said.status, said.json["verdict"], said.json["decided_by"]) == (200, "different", f"user:{api.me['id']}")
    found = matches(api, one)
    assert (names(found["group"]), names(found["apart"])) == (OTHERS - {"amazon-0"}, {"amazon-0"})
    assert found["apart"][0]["override"]["verdict"] == "different"
    stranger = signed_in()
    assert names(matches(stranger, one)["group"]) == OTHERS
    assert stranger.delete(f"/matches/{one}/{other}").status == 404
    assert stranger.call("PUT", f"/matches/{one}/{other}", {"verdict": "same"}).json["verdict"] == "same"
    assert names(matches(api, one)["apart"]) == {"amazon-0"}
    assert api.delete(f"/matches/{other}/{one}").status == 204
    assert names(matches(api, one)["group"]) == OTHERS
    assert api.delete(f"/matches/{one}/{other}").status == 404


def test_a_word_joins_two_groups_and_their_lowest(api: Api, shelf: Shelf) -> None:
    mug, tee = shelf.id(), shelf.id("shopee", 1)
    shelf.keep(put("tiktok", f"{SLOGANS[0]} T-Shirt", number=1, price=Decimal(2)))
    api.call("PUT", f"/matches/{mug}/{tee}", {"verdict": "same"})
    found = matches(api, mug)
    assert names(found["group"]) == OTHERS | TEES
    assert found["lowest_id"] == shelf.id("tiktok", 1)
    (told,) = [like for like in found["group"] if like["offer"]["external_id"] == "shopee-1"]
    assert (told["override"]["verdict"], told["score"]) == ("same", None)
    assert names(matches(signed_in(), mug)["group"]) == OTHERS


def test_a_word_that_joins_two_groups_brings_nobody_who_is_kept_apart(api: Api, shelf: Shelf) -> None:
    mug, tee = shelf.id(), shelf.id(number=1)
    api.call("PUT", f"/matches/{shelf.id('amazon')}/{shelf.id('amazon', 1)}", {"verdict": "different"})
    api.call("PUT", f"/matches/{mug}/{tee}", {"verdict": "same"})
    assert names(matches(api, mug)["group"]) == OTHERS | (TEES - {"amazon-1"})


def test_saying_it_twice_is_saying_it_once_and_another_word_replaces_it(api: Api, shelf: Shelf) -> None:
    path = f"/matches/{shelf.id()}/{shelf.id('amazon')}"
    said = [api.call("PUT", path, {"verdict": verdict}).json for verdict in ("different", "different", "same")]
    assert said[0] == said[1]
    assert said[2]["verdict"] == "same"
    trail = [entry for entry in api.get("/audit").json["items"] if entry["act"].startswith("match.")]
    assert [entry["facts"] for entry in trail] == [
        {"verdict": "same", "before": "different"},
        {"verdict": "different", "before": None},
    ]


def test_what_cannot_be_decided_is_refused(api: Api, shelf: Shelf) -> None:
    here = shelf.id()
    assert api.call("PUT", f"/matches/{here}/{here}", {"verdict": "same"}).status == 422
    assert api.call("PUT", f"/matches/{here}/{new_id()}", {"verdict": "same"}).status == 404
    assert api.call("PUT", f"/matches/{here}/{shelf.id('amazon')}", {"verdict": "maybe"}).status == 400
    assert api.get(f"/offers/{new_id()}/matches").status == 404
    viewer = colleague(api, "viewer")
    assert viewer.call("PUT", f"/matches/{here}/{shelf.id('amazon')}", {"verdict": "same"}).status == 403
    assert names(matches(viewer, here)["group"]) == OTHERS


def doubtful(shelf: Shelf, count: int) -> None:
    """Pairs that differ in colour alone."""
    for number in range(count):
        title = f"{SLOGANS[number]} Poster"
        shelf.keep(
            put("etsy", title, number=100 + number, details={"colour": "Black"}),
            put("amazon", title, number=100 + number, details={"colour": "White"}),
        )


def test_pairs_that_want_a_person_are_listed_page_by_page_until_somebody_decides(api: Api, shelf: Shelf) -> None:
    doubtful(shelf, 5)
    listed: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = api.get(f"/matches?verdict=maybe&ours=false&limit=2{f'&cursor={cursor}' if cursor else ''}")
        assert answer.status == 200, answer.text
        listed += answer.json["items"]
        cursor = answer.json["next_cursor"]
    assert len(listed) == len({one["first"]["id"] for one in listed}) == 5
    assert {tuple(one["parts"]["contradicts"]) for one in listed} == {("colour",)}
    pair = listed[0]
    assert names(matches(api, pair["first"]["id"])["maybe"]) == {pair["second"]["external_id"]}
    api.call("PUT", f"/matches/{pair['first']['id']}/{pair['second']['id']}", {"verdict": "same"})
    assert len(api.get("/matches?ours=false").json["items"]) == 4
    assert names(matches(api, pair["first"]["id"])["group"]) == {pair["second"]["external_id"]}
    assert len(signed_in().get("/matches?ours=false").json["items"]) == 5


def test_a_workspace_is_asked_of_what_its_own_tasks_saw(api: Api, shelf: Shelf) -> None:
    doubtful(shelf, 2)
    task_id = UUID(api.post("/tasks", {"marketplace": "sample", "target": "everything"}).json["id"])
    raw = RawPage(
        id=new_id(), marketplace="etsy", url="https://etsy.example", size=1, content_type="text/html", fetched_at=NOON,
        task_id=task_id, parser_version=1, outcome="read", offers_found=1,
    )  # fmt: skip
    shelf.session.add(raw)
    match = shelf.session.scalars(select(Match).where(Match.verdict == "maybe")).first()
    assert match
    shelf.session.get_one(Offer, match.second_id).page_id = raw.id
    shelf.session.flush()
    (pair,) = api.get("/matches").json["items"]
    assert pair["second"]["id"] == str(match.second_id)
    assert signed_in().get("/matches").json["items"] == []


def test_a_cursor_of_another_list_is_refused(api: Api, shelf: Shelf) -> None:
    doubtful(shelf, 2)
    cursor = api.get("/matches?ours=false&limit=1").json["next_cursor"]
    assert api.get(f"/matches?verdict=same&ours=false&cursor={cursor}").status == 400
    assert api.get("/matches?verdict=different").status == 400
