"""What Printful does wrong, and what kind of failure it becomes. Nothing is sold twice and no token is told."""

import threading
from collections.abc import Generator
from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from tests.support.ports import free_port
from tests.support.printful_server import serving_printful
from tests.support.printful_shop import Mischief, Printful
from tests.support.selling import Seller, some_goods
from wareloom.kit.errors import Blocked, Failure, NotFound, Rejected, Unavailable
from wareloom.kit.outside import PrintfulSettings
from wareloom.listings.channels.printful import answers
from wareloom.listings.channels.printful.channel import PrintfulChannel, PrintfulCredentials
from wareloom.listings.channels.printful.line import LOCKOUT, Line

TOKEN = "tok_5up3r-s3cret"
MAKE = ("POST", "/store/products")


@pytest.fixture
def printful() -> Generator[Printful]:
    with serving_printful() as shop:
        yield shop


def selling(printful: Printful, token: str = TOKEN, **credentials: Any) -> Seller:
    channel = PrintfulChannel(PrintfulSettings(base_url=printful.address))
    counter = channel.open(PrintfulCredentials(token=SecretStr(token), **credentials))
    return Seller(channel, counter, some_goods())


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Rejected),
        (401, Blocked),
        (403, Blocked),
        (404, Rejected),
        (408, Unavailable),
        (409, Rejected),
        (422, Rejected),
        (429, Unavailable),
        (500, Unavailable),
        (502, Unavailable),
        (503, Unavailable),
        (302, Rejected),
    ],
)
def test_a_status_becomes_the_kind_of_failure_that_says_what_to_do(
    printful: Printful, status: int, kind: type[Failure]
) -> None:
    store = printful.opens(TOKEN)
    printful.mischief = [Mischief(*MAKE, status=status, message=f"No product name, says {TOKEN}")]
    with pytest.raises(kind, match=r"No product name, says …") as failure:
        selling(printful).sell()
    assert type(failure.value) is kind
    assert not store.products


@pytest.mark.parametrize(
    ("headers", "message", "wait"),
    [
        ({"Retry-After": "17"}, "Slow down", timedelta(seconds=17)),
        ({}, "You've sent too many requests. Please try again after 42 seconds.", timedelta(seconds=42)),
        ({}, "Slow down", LOCKOUT),
    ],
    ids=["header", "sentence", "neither"],
)
def test_slowing_down_takes_as_long_as_printful_says(
    printful: Printful, headers: dict[str, str], message: str, wait: timedelta
) -> None:
    printful.opens(TOKEN)
    printful.mischief = [Mischief(*MAKE, status=429, headers=headers, message=message)]
    with pytest.raises(Unavailable) as failure:
        selling(printful).sell()
    assert failure.value.retry_after == wait


@pytest.mark.parametrize("how", ["hang up", "truncate"])
def test_an_answer_lost_after_the_work_was_done_is_found_and_not_done_twice(printful: Printful, how: Any) -> None:
    store = printful.opens(TOKEN)
    printful.mischief = [Mischief(*MAKE, how=how, after=True)]
    seller = selling(printful)
    with pytest.raises(Unavailable):
        seller.sell()
    (product,) = store.products.values()
    assert seller.find("product") == {
        "id": product["sync_product"]["id"],
        "external_id": seller.goods.listing_id.hex,
    }
    seller.sell()
    assert list(store.products.values()) == [product]
    assert [one.target for one in printful.asked if one.method == "POST"].count("/store/products") == 1


def test_a_call_that_arrives_late_and_is_refused_as_known_is_a_success(printful: Printful) -> None:
    store = printful.opens(TOKEN)
    seller = selling(printful)
    seller.sell(until="product")
    printful.mischief = [Mischief("GET", "/store/products/@", status=404)]
    assert seller.part("product") == seller.find("product")
    assert len(store.products) == 1


def test_what_was_never_made_is_not_found_and_is_easily_taken_back(printful: Printful) -> None:
    printful.opens(TOKEN)
    seller = selling(printful)
    assert [seller.find(part) for part in seller.channel.parts] == [None] * 5
    seller.undo_all()


def test_a_product_deleted_by_hand_ends_the_publication(printful: Printful) -> None:
    store = printful.opens(TOKEN)
    seller = selling(printful)
    seller.sell(until="product")
    store.products.clear()
    with pytest.raises(Rejected):
        seller.part("files")


@pytest.mark.parametrize("how", ["silent", "drip", "hang up", "truncate"])
def test_what_is_never_answered_is_given_up_in_time(printful: Printful, how: Any) -> None:
    printful.opens(TOKEN)
    printful.mischief = [Mischief("GET", "/stores", how=how, after=True)]
    line = Line(printful.address, SecretStr(TOKEN), seconds=0.3)
    with pytest.raises(Unavailable):
        line.get("/stores", answers.Stores)


def test_the_token_is_not_carried_to_where_an_answer_points(printful: Printful) -> None:
    with serving_printful() as elsewhere:
        there = {"Location": f"{elsewhere.address}/stores"}
        printful.mischief = [Mischief("GET", "/stores", status=302, headers=there)]
        with pytest.raises(Rejected):
            Line(printful.address, SecretStr(TOKEN)).get("/stores", answers.Stores)
        assert not elsewhere.asked


def test_nobody_at_the_address_is_unavailable() -> None:
    line = Line(f"http://127.0.0.1:{free_port()}", SecretStr(TOKEN))
    with pytest.raises(Unavailable, match="did not answer"):
        line.get("/stores", answers.Stores)


def test_an_answer_of_another_shape_is_not_taken_for_success(printful: Printful) -> None:
    printful.opens(TOKEN)
    line = Line(printful.address, SecretStr(TOKEN))
    with pytest.raises(Unavailable, match="cannot be understood"):
        line.get("/stores", answers.Task)


def test_what_is_not_there_is_not_found(printful: Printful) -> None:
    with pytest.raises(NotFound):
        Line(printful.address, SecretStr(TOKEN)).get("/nowhere", answers.Task)


def test_a_shop_is_known_by_its_name_before_it_is_connected(printful: Printful) -> None:
    store = printful.opens(TOKEN, name="Paper Fox Prints")
    assert selling(printful).counter.check() == "Paper Fox Prints"
    assert selling(printful, store_id=str(store.id)).counter.check() == "Paper Fox Prints"


@pytest.mark.parametrize(
    ("kinds", "store_id", "said"),
    [
        ([], None, "does not accept the token"),
        (["shopify"], None, "belongs to shopify"),
        (["native", "native"], None, "several stores"),
        (["native"], "1", "reaches no store 1"),
    ],
    ids=["unknown token", "another kind of store", "which store", "not this store"],
)
def test_credentials_that_cannot_sell_are_refused_when_they_are_given(
    printful: Printful, kinds: list[str], store_id: str | None, said: str
) -> None:
    for kind in kinds:
        printful.opens(TOKEN, type=kind)
    with pytest.raises(Rejected, match=said):
        selling(printful, store_id=store_id).counter.check()


@pytest.mark.parametrize("token", ["", "  ", "two words", "a\r\nX-Evil: 1", "tökén"])
def test_a_token_that_could_break_out_of_its_header_is_refused_and_not_repeated(token: str) -> None:
    with pytest.raises(ValidationError) as failure:
        PrintfulCredentials.model_validate({"token": token})
    assert "Evil" not in str(failure.value)
    assert "tökén" not in str(failure.value)


def test_two_shops_that_sell_at_the_same_time_never_cross(printful: Printful) -> None:
    tokens = ["token-of-ada", "token-of-grace"]
    stores = [printful.opens(token) for token in tokens]
    sellers = [selling(printful, token) for token in tokens]
    threads = [threading.Thread(target=seller.sell) for seller in sellers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for token, store, seller in zip(tokens, stores, sellers, strict=True):
        assert list(store.products) == [seller.goods.listing_id.hex]
        mine = [one for one in printful.asked if seller.goods.listing_id.hex in f"{one.target}{one.body}"]
        assert len(mine) >= 3
        assert {one.headers["Authorization"] for one in mine} == {f"Bearer {token}"}
        assert token not in str(seller.before)
