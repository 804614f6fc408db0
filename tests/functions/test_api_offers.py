"""What else an offer shows, through the API: filters, dollars, history, and the page that told it."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from functions.api.routes.offers import SightingOut
from tests.support.api import Api
from tests.support.factories import an_offer, at
from wareloom.kit.ids import new_id
from wareloom.market.ingest import ingest
from wareloom.market.models import Rate
from wareloom.market.page import SeenOffer

NOON = at("2026-11-01T12:00:00")
PAGE = new_id()
Item = dict[str, Any]
FILTERS: list[tuple[str, Callable[[Item], bool]]] = [
    ("availability=in_stock", lambda item: item["availability"] == "in_stock"),
    ("availability=preorder", lambda _item: False),
    ("sponsored=true", lambda item: item["sponsored"]),
    ("sponsored=false&availability=low_stock", lambda item: item["availability"] == "low_stock"),
    ("min_price_usd=25", lambda item: item["external_id"] in {"offer-2"}),
    ("max_price_usd=20", lambda item: item["external_id"] in {"offer-1"}),
]


def keep(joined: Connection, *offers: SeenOffer, hours: int = 0) -> None:
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        ingest(session, "sample", offers, at=NOON + timedelta(hours=hours), task_id=None, page_id=PAGE)


@pytest.fixture
def shelf(joined: Connection) -> None:
    later_than_any = at("2050-01-01").date()
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        session.add(Rate(currency="USD", day=later_than_any, per_usd=Decimal(1)))
        session.add(Rate(currency="EUR", day=later_than_any, per_usd=Decimal("0.8")))
    keep(
        joined,
        an_offer(1, price=Decimal(20), list_price=Decimal("24.50"), availability="in_stock", rank=12, stock=5),
        an_offer(2, price=Decimal(20), currency="EUR", availability="low_stock", category_path=("Home", "Mugs")),
        an_offer(3, price=Decimal(20), currency="XTS", sponsored=True),
    )


def the_offer(api: Api, number: int) -> Item:
    (found,) = [item for item in api.get("/offers").json["items"] if item["external_id"] == f"offer-{number}"]
    return api.get(f"/offers/{found['id']}").json


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(("wanted", "holds"), FILTERS)
def test_a_filter_brings_all_that_match_and_nothing_else(api: Api, wanted: str, holds: Callable[[Item], bool]) -> None:
    everything = api.get("/offers").json["items"]
    found = api.get(f"/offers?{wanted}").json["items"]
    assert [item["id"] for item in found] == [item["id"] for item in everything if holds(item)]


@pytest.mark.usefixtures("shelf")
def test_an_offer_tells_what_it_shows_and_which_page_showed_it(api: Api) -> None:
    first, second, third = (the_offer(api, number) for number in (1, 2, 3))
    assert (first["list_price"], first["rank"], first["stock"], first["page_id"]) == ("24.5", 12, 5, str(PAGE))
    assert (second["price"], second["price_usd"], second["rated_on"]) == ("20", "25", "2050-01-01")
    assert second["category_path"] == ["Home", "Mugs"]
    assert (third["price_usd"], third["rated_on"], third["stock"], third["sponsored"]) == (None, None, None, True)


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(("sort", "order"), [("price_usd", [1, 2, 3]), ("-price_usd", [2, 1, 3])])
def test_prices_in_different_currencies_sort_in_dollars_page_by_page(api: Api, sort: str, order: list[int]) -> None:
    seen: list[str] = []
    answer: Item = {"next_cursor": ""}
    while answer["next_cursor"] is not None:
        cursor = f"&cursor={answer['next_cursor']}" if seen else ""
        answer = api.get(f"/offers?limit=1&sort={sort}{cursor}").json
        seen += [item["external_id"] for item in answer["items"]]
    assert seen == [f"offer-{number}" for number in order]


@pytest.mark.usefixtures("shelf")
def test_a_history_tells_each_change_its_page_and_since_when_it_may_hold(api: Api, joined: Connection) -> None:
    same = an_offer(1, price=Decimal(20), list_price=Decimal("24.50"))
    for hours, offer in ((1, same), (2, an_offer(1, price=Decimal(18), availability="out_of_stock"))):
        keep(joined, offer, hours=hours)
    rows = api.get(f"/offers/{the_offer(api, 1)['id']}/history").json["items"]
    assert [SightingOut.model_validate(row).model_dump(mode="json").keys() for row in rows] == [rows[0].keys()] * 2
    before, after = rows
    assert (before["list_price"], before["availability"], before["previous_at"]) == ("24.5", "in_stock", None)
    assert (after["list_price"], after["availability"], after["rank"]) == (None, "out_of_stock", 12)
    assert (before["stock"], after["stock"]) == (5, None)
    assert (after["previous_at"], after["page_id"]) == ("2026-11-01T13:00:00Z", str(PAGE))


@pytest.mark.parametrize("path", ["/offers?availability=gone", "/offers?sponsored=perhaps", "/offers?min_price_usd=-1"])
def test_a_question_that_cannot_be_read_is_refused(api: Api, path: str) -> None:
    assert api.get(path).status == 400
