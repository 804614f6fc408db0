"""Offers and their histories as files: complete and exact, read back as those who receive them do."""

import re
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from tests.support.api import Api
from tests.support.exporting import Queue, Rows, asked, downloaded, exported
from tests.support.factories import an_offer, at
from wareloom.market.exports.columns import KNOWN
from wareloom.market.ingest import ingest
from wareloom.market.page import SeenOffer

NOON = at("2026-11-01T12:00:00")
NASTY = [
    'He said "two", then; three, four',
    "first line\nsecond line\r\nthird",
    '=HYPERLINK("https://evil.example"; "click")',
    "+1 for cats",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\ttab first",
    "🦊 émoji, 日本語, العربية",
    "x;=WEBSERVICE(A1)",
    "x\t+1",
    "'already quoted",
    "-42",
    " ",
]
FORMULAS = ("=", "+", "-", "@", "\t")
ABSURD = Decimal("9" * 60 + ".123456789012")


def keep(joined: Connection, *offers: SeenOffer, hours: int = 0) -> None:
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        ingest(session, "sample", offers, at=NOON + timedelta(hours=hours), task_id=None)


@pytest.fixture
def shelf(joined: Connection) -> None:
    keep(
        joined,
        *(an_offer(number, title=title, tags=(title, "plain"), seller=title) for number, title in enumerate(NASTY)),
        an_offer(90, price=None, currency=None, rating=None, reviews_count=None, tags=(), seller=None),
        an_offer(91, price=Decimal("0.10"), reviews_count=-3, sponsored=True, category_path=("Home", "Mugs")),
    )


def offers(api: Api) -> Rows:
    """Everything, from the list and the pages of each offer."""
    listed = [api.get(f"/offers/{item['id']}").json for item in api.get("/offers?limit=200").json["items"]]
    wanted = KNOWN["offers"]
    return sorted(({name: item[name] for name in wanted} for item in listed), key=lambda item: item["id"])


def spelled(row: dict[str, Any]) -> dict[str, Any]:
    """A row of any format, as the API would tell it."""
    return {name: _spelled(value) for name, value in row.items()}


def _spelled(value: Any) -> Any:
    match value:
        case Decimal():
            return format(value.normalize(), "f")
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case _:
            return str(value) if hasattr(value, "isoformat") else value


def in_cells(item: dict[str, Any]) -> dict[str, str]:
    """What CSV says of an offer: one text a cell, and no formula among them."""
    return {name: _cell(name, value) for name, value in item.items()}


def _cell(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - JSON has no narrower type
    a_number = re.fullmatch(r"[+-]?\d+(\.\d+)?", text)
    guarded = f"'{text}" if text.startswith(FORMULAS) and not a_number and name != "reviews_count" else text
    return guarded.replace(";=", ";'=").replace("\t+", "\t'+")


@pytest.mark.usefixtures("shelf")
def test_parquet_holds_the_offers_exactly_with_their_types(api: Api, queue: Queue) -> None:
    rows = exported(api, queue, format="parquet")
    assert list(map(spelled, rows)) == offers(api)
    first = next(row for row in rows if row["external_id"] == "offer-0")
    assert first["price"] == Decimal("19.99")
    assert first["last_seen_at"] == NOON
    assert first["tags"] == [NASTY[0], "plain"]


@pytest.mark.usefixtures("shelf")
def test_json_lines_hold_the_offers_exactly(api: Api, queue: Queue) -> None:
    rows = exported(api, queue, format="json")
    for row in rows:
        for name, column in KNOWN["offers"].items():
            if column.kind == "number" and row[name] is not None:
                row[name] = format(Decimal(row[name]).normalize(), "f")
    assert rows == offers(api)


@pytest.mark.usefixtures("shelf")
def test_csv_holds_the_offers_a_cell_each_and_no_formula(api: Api, queue: Queue) -> None:
    rows = exported(api, queue, format="csv")
    for row in rows:
        for name, column in KNOWN["offers"].items():
            if column.kind == "number" and row[name]:
                row[name] = format(Decimal(row[name]).normalize(), "f")
    assert rows == [in_cells(item) for item in offers(api)]
    formulas = [row for row in rows if row["title"].startswith(FORMULAS)]
    assert [row["title"] for row in formulas] == ["-42"], "a number stays one"


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("marked", [True, False])
def test_csv_is_utf8_with_a_byte_order_mark_only_for_who_asks(api: Api, queue: Queue, marked: bool) -> None:
    made = asked(api, columns=["title", "price"], byte_order_mark=marked)
    queue.work_off()
    ((name, body, headers),) = downloaded(api, made["id"])
    assert body.startswith(b"\xef\xbb\xbf") is marked
    assert body.removeprefix(b"\xef\xbb\xbf").startswith(b"title,price\r\n")
    assert re.fullmatch(r"wareloom-offers-[\d-]+\.csv", name)
    assert headers["content-disposition"] == f'attachment; filename="{name}"'
    assert headers["content-type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize("format_", ["csv", "json", "parquet"])
def test_nothing_found_is_a_file_with_nothing_in_it(api: Api, queue: Queue, format_: str) -> None:
    for what in ("offers", "history"):
        assert exported(api, queue, format=format_, what=what) == []


@pytest.mark.usefixtures("shelf")
def test_an_export_holds_what_its_filter_finds_in_the_columns_and_their_order(api: Api, queue: Queue) -> None:
    columns = ["price", "external_id", "title"]
    rows = exported(api, queue, format="json", columns=columns, filter={"sponsored": True, "min_price": "0.05"})
    assert [list(row) for row in rows] == [columns]
    assert rows[0]["external_id"] == "offer-91"
    assert exported(api, queue, format="json", filter={"query": '"two" four'})[0]["title"] == NASTY[0]


@pytest.mark.parametrize("format_", ["csv", "json", "parquet"])
def test_a_history_has_a_row_for_every_move_as_the_offers_page_shows_them(
    api: Api, queue: Queue, joined: Connection, format_: str
) -> None:
    for hours, price in enumerate(["19.99", "21", "21", "18.5"]):
        keep(joined, *(an_offer(number, price=Decimal(price) + number) for number in range(30)), hours=hours * 24)
    keep(joined, an_offer(3, price=Decimal(21) + 3), hours=12)  # late, and then the next move says the same
    rows = exported(api, queue, what="history", format=format_)
    shown = [
        (item["id"], seen["seen_at"], seen["price"], seen["previous_at"])
        for item in sorted(api.get("/offers?limit=200").json["items"], key=lambda item: item["id"])
        for seen in api.get(f"/offers/{item['id']}/history").json["items"]
    ]
    told = [spelled(row) for row in rows]
    for row in told:
        row["price"] = format(Decimal(row["price"]).normalize(), "f")
        row["previous_at"] = row["previous_at"] or None
    assert [(row["offer_id"], row["seen_at"], row["price"], row["previous_at"]) for row in told] == shown
    assert len(shown) >= 90


def test_a_price_that_no_decimal_has_room_for_is_exact_as_text_and_empty_in_parquet(
    api: Api, queue: Queue, joined: Connection
) -> None:
    keep(joined, an_offer(1, price=ABSURD), an_offer(2, price=Decimal("1E-12")), an_offer(3, price=Decimal("7.25")))
    columns = ["external_id", "price"]
    for format_ in ("csv", "json"):
        rows = exported(api, queue, format=format_, columns=columns)
        assert [Decimal(row["price"]) for row in rows] == [ABSURD, Decimal("1E-12"), Decimal("7.25")]
    rows = exported(api, queue, format="parquet", columns=columns)
    assert [row["price"] for row in rows] == [None, Decimal(0), Decimal("7.25")]
