"""Archived pages are read again as if every one had come in time and been read by today's reader."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from tests.integration.market.showing import NOON, sightings, stands, the_offer
from tests.support.cloud import BUCKET, Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from tests.support.sample_page import body
from wareloom.kit.errors import Malformed, NotFound
from wareloom.kit.ids import new_id
from wareloom.market.archive import Archived, RejectedPage, archive, note_unread, page_key, read_archived
from wareloom.market.keep import keep_page
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.models import Fill, RawPage, Task
from wareloom.market.page import Fetched, OfferPage
from wareloom.market.reparse import Slice, reparse

SAMPLE = marketplace("sample")
OF_OLD = SAMPLE.version - 1


def archived(hour: int, *prices: str) -> Archived:
    fetched = Fetched(
        url="https://sample.example/1",
        body=body(*prices),
        content_type="application/json",
        fetched_at=NOON + timedelta(hours=hour),
    )
    return replace(archive(SAMPLE, fetched), parser_version=OF_OLD)


def misread(work: Overheard, hour: int, *prices: str, as_price: str | None, rating: int | None = None) -> None:
    """A page as a reader of old read it, which took something else for the price, or saw a rating that is none."""
    page = archived(hour, *prices)
    seen = {"price": Decimal(as_price) if as_price else None, "rating": rating and Decimal(rating)}
    offers = tuple(offer.model_copy(update=seen) for offer in read_archived(SAMPLE, page).offers)
    keep_page(work.session, page, OfferPage(offers=offers), task_id=None)


def unread(work: Overheard, hour: int, *prices: str) -> None:
    """A page that a reader of old could not read."""
    note_unread(work.session, RejectedPage("It is odd.").about(archived(hour, *prices)), Task(id=new_id()))


def a_slice(work: Overheard, name: str = "sample", **asked: Any) -> Slice:
    owner = an_owner(work)
    return reparse(work, name, tenant_id=owner.tenant_id, actor=owner.actor, **asked)


def all_slices(work: Overheard, most: int = 20) -> list[Slice]:
    done = [a_slice(work, most=most)]
    while done[-1].next_cursor:
        done.append(a_slice(work, most=most, cursor=done[-1].next_cursor))
    return done


def prices(work: Overheard, number: int = 1) -> list[tuple[int, Decimal | None]]:
    return [((row.seen_at - NOON) // timedelta(hours=1), row.price) for row in sightings(work.session, number)]


def furnish(work: Overheard) -> None:
    """Not in the order of their moments; the true prices are 10, 12, 12, 10."""
    misread(work, 0, "10", as_price="1")
    misread(work, 9, "10", as_price="10")
    misread(work, 3, "12", as_price=None, rating=5)
    unread(work, 6, "12", "7")


@pytest.mark.usefixtures("cloud")
@pytest.mark.parametrize("most", [1, 2, 20])
def test_the_history_comes_out_as_the_pages_tell_it(work: Overheard, most: int) -> None:
    furnish(work)
    done = all_slices(work, most)
    assert [one.pages for one in done] == ([4] if most == 20 else [most] * (4 // most))
    assert prices(work) == [(0, 10), (3, 12), (9, 10)]
    assert prices(work, 2) == [(6, 7)]
    assert (stands(work.session).price, stands(work.session).rating) == (10, None)
    assert the_offer(work.session).last_seen_at == NOON + timedelta(hours=9)
    rows = work.session.scalars(select(RawPage).order_by(RawPage.fetched_at)).all()
    assert [(row.outcome, row.offers_found, row.parser_version) for row in rows] == [
        ("read", found, SAMPLE.version) for found in (1, 1, 2, 1)
    ]
    assert [row.page_id for row in sightings(work.session)] == [rows[0].id, rows[1].id, rows[3].id]


@pytest.mark.usefixtures("cloud")
def test_a_second_time_changes_nothing(work: Overheard) -> None:
    furnish(work)
    (first,) = all_slices(work)
    assert (first.new, first.unread, first.gone) == (1, 0, 0)
    assert first.changed > 0
    before = prices(work)
    (again,) = all_slices(work)
    assert (again.offers, again.new, again.changed) == (first.offers, 0, 0)
    assert prices(work) == before
    counted = select(Fill.offers).where(Fill.field == "price", Fill.parser_version == SAMPLE.version)
    assert sum(work.session.scalars(counted.execution_options(populate_existing=True))) == first.offers


@pytest.mark.usefixtures("cloud")
def test_only_pages_since_a_moment_are_read_when_one_is_given(work: Overheard) -> None:
    furnish(work)
    assert a_slice(work, since=NOON + timedelta(hours=6)).pages == 2
    assert prices(work)[0] == (0, 1)


@pytest.mark.usefixtures("cloud")
def test_the_last_page_s_misreading_does_not_outlive_it(work: Overheard) -> None:
    misread(work, 0, "10", as_price="10", rating=5)
    all_slices(work)
    assert (stands(work.session).rating, stands(work.session).price) == (None, 10)


def test_pages_that_are_gone_are_counted_and_the_rest_is_read(work: Overheard, cloud: Emulator) -> None:
    misread(work, 0, "10.01", as_price="1")
    misread(work, 1, "10.02", as_price="2")
    lost = work.session.scalars(select(RawPage).order_by(RawPage.fetched_at)).first()
    assert lost
    assert lost.sha256
    cloud.client("s3").delete_object(Bucket=BUCKET, Key=page_key("sample", lost.sha256))
    (done,) = all_slices(work)
    assert (done.pages, done.gone, done.offers) == (2, 1, 1)
    assert stands(work.session).price == Decimal("10.02")


@pytest.mark.usefixtures("cloud")
def test_a_page_that_cannot_be_read_any_more_says_so(work: Overheard) -> None:
    fetched = archived(0).fetched.model_copy(update={"body": b"no page"})
    keep_page(
        work.session, replace(archive(SAMPLE, fetched), parser_version=OF_OLD), OfferPage(offers=()), task_id=None
    )
    (done,) = all_slices(work)
    assert (done.unread, done.offers) == (1, 0)
    row = work.session.scalars(select(RawPage)).one()
    assert (row.outcome, row.parser_version) == ("rejected", SAMPLE.version)
    assert row.reason


@pytest.mark.usefixtures("cloud")
def test_an_unknown_marketplace_and_a_cursor_of_another_list_are_refused(work: Overheard) -> None:
    with pytest.raises(NotFound):
        a_slice(work, "nowhere")
    with pytest.raises(Malformed):
        a_slice(work, cursor=str(new_id()))
