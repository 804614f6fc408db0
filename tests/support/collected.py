"""A market to collect from, and collections as somebody makes them over the API."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from tests.support.api import Api
from tests.support.factories import an_offer, at
from wareloom.market.ingest import ingest
from wareloom.market.page import SeenOffer

NOON = at("2026-11-01T12:00:00")
Item = dict[str, Any]


def show(joined: Connection, *offers: SeenOffer, when: datetime = NOON, marketplace: str = "sample") -> None:
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        ingest(session, marketplace, offers, at=when, task_id=None)


def shelf(joined: Connection, api: Api, count: int) -> list[str]:
    """So many offers, each dearer than the one before; their ids."""
    show(joined, *(an_offer(number, price=Decimal(number)) for number in range(1, count + 1)))
    return [item["id"] for item in api.get(f"/offers?sort=price&limit={count}").json["items"]]


def collect(api: Api, name: str = "Mugs", *offer_ids: str, **more: str) -> str:
    """The id of a new collection that holds these."""
    made = api.post("/collections", {"name": name, **more})
    assert made.status == 201, made.text
    collection_id: str = made.json["id"]
    if offer_ids:
        assert api.post(f"/collections/{collection_id}/offers", {"offer_ids": offer_ids}).status == 200
    return collection_id


def held(api: Api, collection_id: str, asked: str = "") -> list[str]:
    """The ids of what a collection holds, page by page."""
    found: list[str] = []
    cursor = ""
    while True:
        answer = api.get(f"/collections/{collection_id}/offers?limit=7{asked}{cursor}").json
        found += [item["id"] for item in answer["items"]]
        if answer["next_cursor"] is None:
            return found
        cursor = f"&cursor={answer['next_cursor']}"


def named(api: Api, asked: str = "") -> list[str]:
    return [one["name"] for one in api.get(f"/collections?{asked}").json["items"]]
