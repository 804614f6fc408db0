"""Collections when there is much of everything: ten thousand offers at once, and several people at once."""

from collections.abc import Callable, Generator, Sequence
from decimal import Decimal
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, Select, func, select, text

from tests.integration.market.test_collection_figures import counted
from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from tests.support.side_by_side import side_by_side, workers
from wareloom.accounts.change_role import remove as let_go
from wareloom.accounts.identity import Identity
from wareloom.accounts.models import Membership, User
from wareloom.kit import clock
from wareloom.kit.errors import Conflict, Failure, NotFound, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work, unit_of_work
from wareloom.market.collections.add import Added, add, add_found
from wareloom.market.collections.choice import MOST_AT_ONCE
from wareloom.market.collections.create import create
from wareloom.market.collections.describe import describe
from wareloom.market.collections.models import Collection, CollectionOffer, CollectionShare
from wareloom.market.collections.put_back import put_back
from wareloom.market.collections.remove import remove, remove_found
from wareloom.market.collections.share import share
from wareloom.market.models import Offer
from wareloom.market.offers import OfferSearch

MANY = MOST_AT_ONCE + 50
_STOCK = text("""
    INSERT INTO market_offers (id, marketplace, external_id, title, tags, details, price, first_seen_at, last_seen_at)
    SELECT gen_random_uuid(), 'sample', number::text, 'Tee ' || number, '{}', '{}', number, now(), now()
    FROM generate_series(1, :many) AS number
""")


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    return an_owner(work)


def stocked(work: Work, many: int) -> Sequence[UUID]:
    work.session.execute(_STOCK, {"many": many})
    return work.session.scalars(select(Offer.id).order_by(Offer.price)).all()


def writes(sent: Sequence[str], table: str) -> int:
    return sum(any(f"{verb} {table}" in one for verb in ("INSERT INTO", "DELETE FROM")) for one in sent)


def test_ten_thousand_are_added_removed_and_put_back_in_one_statement_each(
    work: Overheard, owner: Identity, joined: Connection
) -> None:
    offers = stocked(work, MANY)
    made = create(work, owner, name="Much")
    with counted(joined) as sent:
        told = add(work, owner, made.id, offers[:MOST_AT_ONCE], note="Many")
    assert (told.added, told.offers_count, writes(sent, "market_collection_offers")) == (MOST_AT_ONCE, MOST_AT_ONCE, 1)
    assert len(sent) < 10
    with counted(joined) as sent:
        gone = remove(work, owner, made.id, offers[:MOST_AT_ONCE])
    assert (gone.removed, gone.offers_count, writes(sent, "market_collection_offers")) == (MOST_AT_ONCE, 0, 1)
    assert gone.removal_id
    with counted(joined) as sent:
        back = put_back(work, owner, made.id, gone.removal_id)
    assert (back.added, back.offers_count, writes(sent, "market_collection_offers")) == (MOST_AT_ONCE, MOST_AT_ONCE, 1)
    assert set(work.session.scalars(select(CollectionOffer.note))) == {"Many"}


def test_more_than_one_act_takes_is_cut_where_the_order_says_and_told(work: Overheard, owner: Identity) -> None:
    offers = stocked(work, MANY)
    made = create(work, owner, name="Much")
    cheapest = OfferSearch(marketplace="sample", sort="price")
    told = add_found(work, owner, made.id, cheapest)
    assert (told.added, told.already, told.more) == (MOST_AT_ONCE, 0, True)
    assert set(work.session.scalars(select(CollectionOffer.offer_id))) == set(offers[:MOST_AT_ONCE])
    told = add_found(work, owner, made.id, OfferSearch(marketplace="sample", sort="-price"))
    assert (told.added, told.already, told.more, told.offers_count) == (50, MOST_AT_ONCE - 50, True, MANY)
    exactly = add_found(
        work, owner, made.id, OfferSearch(query="tee", max_price=work.session.scalar(_ten_thousandth()))
    )
    assert (exactly.added, exactly.already, exactly.more) == (0, MOST_AT_ONCE, False)
    gone = remove_found(work, owner, made.id, OfferSearch(sort="price"))
    assert (gone.removed, gone.more, gone.offers_count) == (MOST_AT_ONCE, True, 50)
    gone = remove_found(work, owner, made.id, OfferSearch())
    assert (gone.removed, gone.more, gone.offers_count) == (50, False, 0)
    for act in (add, remove):
        with pytest.raises(Rejected, match="At most 10,000"):
            act(work, owner, made.id, offers)


def _ten_thousandth() -> Select[Decimal | None]:
    return select(Offer.price).order_by(Offer.price).offset(MOST_AT_ONCE - 1).limit(1)


@pytest.fixture
def beside(cloud: Emulator, emptied: Engine, postgres: DatabaseSettings) -> Generator[Engine]:
    assert cloud
    engine = workers(emptied, postgres)
    yield engine
    engine.dispose()


def opened() -> tuple[Identity, UUID, Sequence[UUID]]:
    with unit_of_work() as work:
        owner = an_owner(work)
        return owner, create(work, owner, name="Mugs").id, stocked(work, 40)


def failing(act: Callable[[Work], object]) -> str | None:
    """What it failed with, if it did."""
    try:
        with unit_of_work() as work:
            act(work)
    except Failure as failure:
        return type(failure).__name__
    return None


def test_of_two_who_take_one_name_at_once_one_is_told_that_it_is_taken(beside: Engine) -> None:
    owner, made, _ = opened()
    acts: list[Callable[[Work], object]] = [
        lambda work: create(work, owner, name="Tees"),
        lambda work: create(work, owner, name="TEES"),
        lambda work: describe(work, owner, made, name="tees"),
    ]
    told = side_by_side(beside, *(partial(failing, act) for act in acts))
    assert sorted(filter(None, told)) == [Conflict.__name__] * 2
    with unit_of_work() as work:
        assert work.session.scalar(select(func.count()).where(Collection.key == "tees")) == 1


def test_several_who_add_and_remove_at_once_leave_a_number_that_is_true(beside: Engine) -> None:
    owner, made, offers = opened()

    def adds(first: int) -> Added | None:
        with unit_of_work() as work:
            return add(work, owner, made, offers[first : first + 20])

    def removes() -> Added | None:
        with unit_of_work() as work:
            remove(work, owner, made, offers[15:25])
        return None

    told = side_by_side(beside, partial(adds, 0), partial(adds, 10), partial(adds, 20), removes)
    assert sum(one.added for one in told if one) >= 40
    with unit_of_work() as work:
        row = work.session.get_one(Collection, made)
        there = select(func.count()).where(CollectionOffer.collection_id == made)
        assert row.offers_count == work.session.scalar(there)


def test_what_is_shared_with_somebody_who_is_leaving_just_now_is_shared_with_nobody(beside: Engine) -> None:
    owner, made, _ = opened()
    with unit_of_work() as work:
        friend = User(id=new_id(), email="bo@shop.example", name="Bo", password_hash="", created_at=clock.now())
        work.session.add(friend)
        work.session.flush()
        belongs = Membership(tenant_id=owner.tenant_id, user_id=friend.id, role="member", joined_at=clock.now())
        work.session.add(belongs)
    told = side_by_side(
        beside,
        partial(failing, lambda work: share(work, owner, made, friend.id, "view")),
        partial(failing, lambda work: let_go(work, owner, friend.id)),
    )
    assert told in ([None, None], [NotFound.__name__, None])
    with unit_of_work() as work:
        assert work.session.scalars(select(CollectionShare)).all() == []
