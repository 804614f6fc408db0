"""The practice shop misbehaves exactly as it was told to, once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from pydantic import SecretStr, ValidationError

from tests.support.cloud import BUCKET, Emulator
from tests.support.selling import Seller, some_goods
from wareloom.kit import ids
from wareloom.kit.errors import Blocked, Failure, Rejected, Unavailable
from wareloom.listings.channels.sandbox.channel import SandboxChannel, SandboxCredentials
from wareloom.listings.channels.sandbox.listed import listed
from wareloom.listings.channels.sandbox.shelf import Fault, Mischief, misbehave


@pytest.fixture
def shop(cloud: Emulator) -> str:
    assert cloud
    return f"shop-{ids.new_id().hex}"


def a_seller(shop: str, word: str = "a token") -> Seller:
    channel = SandboxChannel()
    return Seller(channel, channel.open(SandboxCredentials(shop=shop, token=SecretStr(word))), some_goods())


@pytest.mark.parametrize(("fault", "kind"), [("unavailable", Unavailable), ("reject", Rejected), ("blocked", Blocked)])
@pytest.mark.parametrize("part", SandboxChannel.parts)
def test_a_fault_is_played_once_and_does_nothing(shop: str, part: str, fault: Mischief, kind: type[Failure]) -> None:
    misbehave(shop, [Fault(part, fault)])
    seller = a_seller(shop)
    with pytest.raises(kind):
        seller.sell()
    assert seller.find(part) is None
    seller.sell()
    (product,) = listed(shop)
    assert product.on_sale


def test_a_lost_answer_is_found_and_need_not_be_asked_for_again(shop: str) -> None:
    misbehave(shop, [Fault("product", "lose_answer")])
    seller = a_seller(shop)
    with pytest.raises(Unavailable, match="lost its answer"):
        seller.part("product")
    found = seller.find("product")
    assert found is not None
    (product,) = listed(shop)
    assert (product.id, product.asked, product.on_sale) == (found["id"], 1, False)


def test_asking_again_instead_of_looking_is_seen_and_makes_no_second_product(shop: str) -> None:
    seller = a_seller(shop)
    assert seller.part("product") == seller.part("product")
    (product,) = listed(shop)
    assert product.asked == 2


def test_a_slow_shop_asks_to_wait_once(shop: str) -> None:
    misbehave(shop, [Fault("pictures", "slow")])
    seller = a_seller(shop)
    seller.sell()
    assert seller.waits == ["pictures"]


def test_faults_of_taking_back_are_played_too(shop: str) -> None:
    misbehave(shop, [Fault("product", "unavailable", act="undo"), Fault("product", "lose_answer", act="undo")])
    seller = a_seller(shop)
    seller.part("product")
    with pytest.raises(Unavailable, match="closed"):
        seller.undo("product")
    assert listed(shop)
    with pytest.raises(Unavailable, match="lost"):
        seller.undo("product")
    assert not listed(shop)
    seller.undo("product")


def test_faults_come_in_their_order_each_to_one_caller(shop: str) -> None:
    misbehave(shop, [Fault("product", "unavailable")] * 3)
    sellers = [a_seller(shop) for _ in range(6)]
    sellers[0].counter.check()
    with ThreadPoolExecutor(6) as pool:
        failed = list(pool.map(_fails, sellers))
    assert failed.count(True) == 3
    assert len(listed(shop)) == 3


def _fails(seller: Seller) -> bool:
    try:
        seller.part("product")
    except Unavailable:
        return True
    return False


def test_new_moods_replace_the_old_ones(shop: str) -> None:
    misbehave(shop, [Fault("product", "reject")])
    misbehave(shop, [])
    assert a_seller(shop).part("product")


def test_two_shops_at_once_keep_their_own_and_refuse_the_others_token(shop: str) -> None:
    ada, grace = a_seller(shop, "of ada"), a_seller(f"{shop}-2", "of grace")
    for seller in (ada, grace):
        seller.sell()
    assert [one.key for one in listed(shop)] == [ada.key("product")]
    assert [one.key for one in listed(f"{shop}-2")] == [grace.key("product")]
    with pytest.raises(Blocked):
        a_seller(shop, "of grace").sell()


def test_the_token_itself_is_not_kept(shop: str, cloud: Emulator) -> None:
    a_seller(shop, "a very secret word").sell()
    s3 = cloud.client("s3")
    kept = [one["Key"] for one in s3.list_objects_v2(Bucket=BUCKET, Prefix=f"sandbox/{shop}/")["Contents"]]
    assert kept
    assert not any(b"secret word" in s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in kept)


def test_pictures_of_a_product_that_is_not_there_are_refused(shop: str) -> None:
    with pytest.raises(Rejected, match="has no product"):
        a_seller(shop).part("pictures")


@pytest.mark.parametrize("name", ["", "../other", "Ada", "a/b", "a" * 64, "-a"])
def test_a_shops_name_stays_in_its_own_folder(name: str) -> None:
    with pytest.raises(ValidationError):
        SandboxCredentials(shop=name, token=SecretStr("a token"))
