"""What every channel of the registry must do; a new one is covered on arrival, once it can be opened for practice."""

import json
from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from decimal import Decimal
from typing import get_args

import pytest
from pydantic import SecretStr

from tests.support.cloud import Emulator
from tests.support.printful_server import serving_printful
from tests.support.selling import Seller, a_variant, some_goods
from wareloom.designs.products import Product
from wareloom.kit import ids
from wareloom.kit.errors import Blocked, Rejected
from wareloom.kit.outside import PrintfulSettings
from wareloom.listings.channel import Channel, Counter, Credentials, Variant
from wareloom.listings.channels.printful.channel import PrintfulChannel, PrintfulCredentials
from wareloom.listings.channels.registry import CHANNELS, channel
from wareloom.listings.channels.sandbox.channel import SandboxChannel, SandboxCredentials
from wareloom.listings.channels.sandbox.listed import listed
from wareloom.listings.draft import Story, compose
from wareloom.listings.variants import variants

TOKEN = "a-token-nobody-may-see"


class Practice:
    """A channel that can be sold at, with good credentials and with bad ones."""

    def __init__(self, channel: Channel, good: Credentials, bad: Credentials, standing: Callable[[], int]) -> None:
        self.channel = channel
        self.counter: Counter = channel.open(good)
        self.stranger: Counter = channel.open(bad)
        self.standing = standing

    def seller(self, *offered: Variant) -> Seller:
        return Seller(self.channel, self.counter, some_goods(*offered))


@contextmanager
def _sandbox() -> Generator[Practice]:
    shop = f"shop-{ids.new_id().hex}"
    good, bad = (SandboxCredentials(shop=shop, token=SecretStr(token)) for token in (TOKEN, "another"))
    yield Practice(SandboxChannel(), good, bad, lambda: len(listed(shop)))


@contextmanager
def _printful() -> Generator[Practice]:
    with serving_printful() as server:
        store = server.opens(TOKEN)
        good, bad = (PrintfulCredentials(token=SecretStr(token)) for token in (TOKEN, "another"))
        there = PrintfulChannel(PrintfulSettings(base_url=server.address))
        yield Practice(there, good, bad, lambda: len(store.products))


PRACTICE: Mapping[str, Callable[[], AbstractContextManager[Practice]]] = {"printful": _printful, "sandbox": _sandbox}
EVERY = pytest.mark.parametrize("name", CHANNELS)


@pytest.fixture
def practice(name: str, cloud: Emulator) -> Generator[Practice]:
    assert cloud
    with PRACTICE[name]() as opened:
        yield opened


@EVERY
def test_it_introduces_itself(name: str) -> None:
    kind = channel(name)
    assert kind.name == name
    assert kind.title
    assert kind.limits.source
    assert len(set(kind.parts)) == len(kind.parts) > 0
    assert set(kind.products) <= set(get_args(Product))
    assert kind.products


@EVERY
def test_its_connect_form_keeps_secrets_secret(name: str) -> None:
    form = channel(name).credentials.model_json_schema()
    assert form["additionalProperties"] is False
    assert all(field["title"] and field["description"] for field in form["properties"].values())
    assert form["properties"]["token"]["format"] == "password"


def test_a_channel_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Rejected, match=r"no channel “ebay”\. Known: printful, sandbox"):
        channel("ebay")


@EVERY
def test_the_registry_can_practise_all_it_lists(name: str) -> None:
    assert name in PRACTICE, "say above how the new channel is opened for practice"


@EVERY
def test_good_credentials_have_a_shop_and_bad_ones_are_refused(practice: Practice) -> None:
    assert practice.counter.check()
    with pytest.raises(Rejected):
        practice.stranger.check()


@EVERY
def test_after_its_last_part_goods_have_an_address(practice: Practice) -> None:
    left = practice.seller().sell()
    facts = left[practice.channel.parts[-1]]
    assert facts["url"].startswith("https://")
    assert facts["external_id"]
    assert practice.standing() == 1


@EVERY
def test_what_it_leaves_can_be_kept_on_a_row_and_holds_no_credential(practice: Practice) -> None:
    seller = practice.seller()
    written = json.dumps(seller.sell())
    assert json.loads(written) == seller.before
    assert TOKEN not in written


@EVERY
def test_doing_everything_twice_makes_one_product(practice: Practice) -> None:
    seller = practice.seller()
    first = dict(seller.sell())
    assert seller.sell() == first
    assert practice.standing() == 1


@EVERY
def test_what_was_done_is_found_as_it_was_left(practice: Practice) -> None:
    seller = practice.seller()
    assert [seller.find(part) for part in practice.channel.parts] == [None] * len(practice.channel.parts)
    left = seller.sell()
    found = {part: facts for part in practice.channel.parts if (facts := seller.find(part)) is not None}
    assert found, "a channel that finds nothing would sell twice"
    assert found.items() <= left.items()


@EVERY
def test_a_publication_broken_off_after_any_part_goes_on_to_one_product(practice: Practice) -> None:
    for part in practice.channel.parts:
        before = practice.standing()
        seller = practice.seller()
        seller.sell(until=part)
        Seller(practice.channel, practice.counter, seller.goods).sell()
        assert practice.standing() == before + 1, part


@EVERY
def test_undoing_leaves_nothing_whether_it_was_done_or_not_and_however_often(practice: Practice) -> None:
    for part in practice.channel.parts:
        seller = practice.seller()
        seller.sell(until=part)
        seller.undo_all()
        seller.undo_all()
        assert practice.standing() == 0, part


@EVERY
def test_what_was_taken_back_can_be_sold_again(practice: Practice) -> None:
    seller = practice.seller()
    seller.sell()
    seller.undo_all()
    seller.before.clear()
    seller.sell()
    assert practice.standing() == 1


@EVERY
def test_another_shops_token_does_nothing(practice: Practice) -> None:
    practice.counter.check()
    seller = practice.seller()
    seller.sell()
    thief = Seller(practice.channel, practice.stranger, seller.goods)
    for act in (thief.sell, thief.undo_all, lambda: [thief.find(part) for part in practice.channel.parts]):
        with pytest.raises(Blocked):
            act()
    assert practice.standing() == 1


@EVERY
@pytest.mark.parametrize("on_dark", [False, True])
def test_what_we_draft_and_offer_is_taken(practice: Practice, on_dark: bool) -> None:
    products = tuple(product for product in get_args(Product) if product in practice.channel.products)
    story = Story("Paper Fox Club", "A fox", ("fox",) * 30, "camping shirts", ("campers",), ("retro",), products, True)
    draft = compose(story, practice.channel.limits, currency="USD", average=None)
    offered = variants({product: price.amount for product, price in draft.prices.items()}, on_dark=on_dark)
    assert offered
    seller = practice.seller(*offered)
    seller.goods = some_goods(*offered, title=draft.title, description=draft.description, tags=draft.tags)
    seller.sell()
    assert practice.standing() == 1


@EVERY
def test_credentials_of_another_channel_open_nothing(name: str) -> None:
    with pytest.raises(TypeError):
        channel(name).open(Credentials())


def test_the_practice_shop_refuses_what_a_real_one_would(cloud: Emulator) -> None:
    assert cloud
    with _sandbox() as practice:
        for wrong in (
            {"title": "x" * 141},
            {"tags": ("x",) * 14},
            {"variants": (Variant("tee", "White", "M", Decimal(0)),)},
        ):
            seller = practice.seller()
            seller.goods = some_goods(**wrong)
            with pytest.raises(Rejected, match="does not take"):
                seller.sell()
        assert practice.standing() == 0
        assert practice.seller(a_variant()).sell()
