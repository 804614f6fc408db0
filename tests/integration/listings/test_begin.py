"""What is drafted of an approved design: only what can be printed, and be read on what it is printed on."""

from decimal import Decimal

import pytest

from tests.support.published import SandboxStall, agreed, one_part, open_shop
from wareloom.designs.models import Design
from wareloom.designs.products import PRODUCTS
from wareloom.ideas.models import Idea
from wareloom.kit.work import unit_of_work
from wareloom.listings.variants import RANGES
from wareloom.trends.models import Trend

pytestmark = pytest.mark.usefixtures("cloud", "joined")


def test_light_inks_are_sold_on_dark_fabric_alone() -> None:
    publication = agreed(products=("tee", "mug", "poster"), on_dark=True)
    one_part(publication)
    listing = publication.listing
    assert {one["product"] for one in listing.variants} == {"tee"}
    assert {one["colour"] for one in listing.variants} == set(RANGES["tee"].dark)
    for unsold in ("mug", "poster"):
        assert unsold not in listing.title.lower()
        assert unsold not in listing.description.lower()
        assert not any(unsold in tag for tag in listing.tags)


def test_dark_inks_are_sold_on_light_fabric_alone() -> None:
    publication = agreed(products=("tee", "mug"))
    one_part(publication)
    colours = {(one["product"], one["colour"]) for one in publication.listing.variants}
    assert colours == {(product, colour) for product in ("tee", "mug") for colour in RANGES[product].light}


@pytest.mark.parametrize("products", [("mug",), ("poster",), ("mug", "phone case")], ids=["mug", "poster", "both"])
def test_light_inks_for_things_that_are_only_white_are_refused_with_a_reason(products: tuple[str, ...]) -> None:
    publication = agreed(products=products, on_dark=True)
    answer = one_part(publication)
    assert (answer["outcome"], answer["more"]) == ("rejected", False)
    assert f"cannot be read on a {' or a '.join(products)}: these come in light colours only" in answer["reason"]
    assert publication.listings == []


def test_what_is_too_small_to_print_is_refused_with_a_reason() -> None:
    publication = agreed()
    with unit_of_work() as work:
        design = work.session.get_one(Design, publication.design_id)
        design.width, design.height, design.ink_box, design.effective_dpi = 90, 108, [0, 0, 90, 108], 6
    answer = one_part(publication)
    assert answer["outcome"] == "rejected"
    assert "not fit to be printed" in answer["reason"]


def test_an_idea_for_something_that_cannot_be_printed_is_sold_on_what_can() -> None:
    publication = agreed(products=("spoon",))
    one_part(publication)
    assert {one["product"] for one in publication.listing.variants} == set(PRODUCTS)


def test_the_price_follows_what_the_niche_costs_in_its_own_currency() -> None:
    dear = agreed(products=("tee",))
    with unit_of_work() as work:
        design = work.session.get_one(Design, dear.design_id)
        trend = work.session.get_one(Trend, design.trend_id)
        trend.price_avg, trend.currency = Decimal("49.00"), "EUR"
    one_part(dear)
    cheap = agreed(products=("tee",))
    with unit_of_work() as work:
        design = work.session.get_one(Design, cheap.design_id)
        trend = work.session.get_one(Trend, design.trend_id)
        trend.price_avg, trend.currency = None, None
    one_part(cheap)
    assert (dear.listing.currency, cheap.listing.currency) == ("EUR", "USD")
    assert dear.listing.price_from > cheap.listing.price_from > 0


def test_drafting_again_drafts_nothing_more() -> None:
    publication = agreed()
    open_shop(publication.owner, SandboxStall(), "One")
    open_shop(publication.owner, SandboxStall(), "Two")
    one_part(publication)
    open_shop(publication.owner, SandboxStall(), "Too late")
    for _ in range(3):
        one_part(publication)
    assert len(publication.listings) == 2


def test_the_ideas_own_words_reach_the_listing() -> None:
    publication = agreed()
    with unit_of_work() as work:
        design = work.session.get_one(Design, publication.design_id)
        idea = work.session.get_one(Idea, design.idea_id)
    one_part(publication)
    assert design.slogan in publication.listing.title
    assert idea.concept.rstrip(".") in publication.listing.description
