"""Archived pages, read again from a terminal."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.support.api import Api
from tests.support.command import Command
from tests.support.factories import at
from tests.support.sample_page import body
from wareloom.kit.work import unit_of_work
from wareloom.market.archive import archive, read_archived
from wareloom.market.keep import keep_page
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.page import Fetched, OfferPage
from wareloom.market.reparse import SLICE

NOON = at("2026-11-01T12:00:00")
SAMPLE = marketplace("sample")
PAGES = SLICE + 2


@pytest.fixture(autouse=True)
def misread(deployment: str) -> None:
    """Pages whose price an older reader took for 1."""
    assert deployment
    with unit_of_work() as work:
        for number in range(PAGES):
            fetched = Fetched(
                url="https://sample.example/1",
                body=body("10"),
                content_type="application/json",
                fetched_at=NOON + timedelta(hours=number),
            )
            page = replace(archive(SAMPLE, fetched), parser_version=SAMPLE.version - 1)
            offers = [offer.model_copy(update={"price": Decimal(1)}) for offer in read_archived(SAMPLE, page).offers]
            keep_page(work.session, page, OfferPage(offers=tuple(offers)), task_id=None)


def test_reparse_goes_slice_by_slice_to_the_end(ruler: Command, owner: Api) -> None:
    ran = ruler("reparse", "sample")
    assert ran.status == 0, ran.err
    assert f"{SLICE} pages read again" in ran.err
    counted = dict(line.split("\t") for line in ran.out.splitlines())
    assert (counted["pages"], counted["offers"], counted["gone"]) == (str(PAGES), str(PAGES), "0")
    assert owner.get("/offers").json["items"][0]["price"] == "10"


def test_only_pages_since_a_day_are_read_and_programs_get_json(ruler: Command) -> None:
    assert ruler("reparse", "sample", "--since", "2026-11-02T09:00:00", "--json").json["pages"] == 1
    assert ruler("reparse", "sample", "--since", "2026-11-03", "--json").json["pages"] == 0


def test_an_unknown_marketplace_and_a_day_that_is_none_are_refused(ruler: Command) -> None:
    ran = ruler("reparse", "nowhere")
    assert (ran.status, ran.out) == (2, "")
    assert "There is no marketplace" in ran.err
    assert ruler("reparse", "sample", "--since", "yesterday").status == 2
