from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wareloom.kit.errors import Malformed
from wareloom.kit.paging import cut, read_cursor, write_cursor

MOMENTS = some.datetimes(timezones=some.just(UTC))


@given(some.decimals(allow_nan=False), some.uuids(), MOMENTS, some.integers(), some.none() | some.text())
def test_a_cursor_says_exactly_where_the_page_ended(
    price: Decimal, row_id: UUID, at: datetime, count: int, name: str | None
) -> None:
    cursor = write_cursor("price", str(price), str(row_id), at.isoformat(), count, name)
    read = read_cursor(cursor, "price", Decimal, UUID, datetime.fromisoformat, int, str)
    assert read == [price, row_id, at, count, name]


@given(some.uuids())
def test_a_cursor_can_stand_in_an_address(row_id: UUID) -> None:
    cursor = write_cursor("tasks", str(row_id), "ÿþ?/+&=")
    assert set(cursor) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@given(some.text() | some.text("ABCDEFabcdef0123456789-_=", max_size=80) | some.binary().map(bytes.hex))
def test_whatever_is_sent_as_a_cursor_is_read_or_refused(sent: str) -> None:
    with pytest.raises(Malformed):
        read_cursor(sent, "tasks", UUID)


@given(some.integers(0, 200), some.characters())
def test_a_damaged_cursor_is_read_or_refused(place: int, instead: str) -> None:
    cursor = write_cursor("price", "19.99", "01890a5d-ac96-774b-bcce-b302099a8057")
    damaged = cursor[: place % len(cursor)] + instead + cursor[place % len(cursor) + 1 :]
    try:
        price, row_id = read_cursor(damaged, "price", Decimal, UUID)
    except Malformed:
        return
    assert isinstance(price, Decimal)
    assert isinstance(row_id, UUID)


@pytest.mark.parametrize("order", ["-price", "", "tasks"])
def test_a_cursor_of_another_list_is_refused(order: str) -> None:
    with pytest.raises(Malformed, match="first page"):
        read_cursor(write_cursor("price", "1"), order, Decimal)


@pytest.mark.parametrize("kinds", [(), (Decimal, UUID)])
def test_a_cursor_of_another_length_is_refused(kinds: Sequence[type]) -> None:
    with pytest.raises(Malformed):
        read_cursor(write_cursor("price", "1"), "price", *kinds)


@given(some.lists(some.integers(), max_size=30), some.integers(1, 20))
def test_pages_put_together_are_the_whole_list(rows: list[int], limit: int) -> None:
    seen, start = list[int](), 0
    while True:
        page = cut(rows[start : start + limit + 1], limit, str)
        seen += page.items
        start += limit
        if page.next_cursor is None:
            break
        assert page.next_cursor == str(page.items[-1])
    assert seen == rows
