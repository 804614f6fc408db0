from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.designs.products import PRODUCTS
from wareloom.kit.errors import Rejected
from wareloom.listings.channel import Limits
from wareloom.listings.draft import CARE, DISCLOSURE, NAMES, Story, compose, description, tags, title

ETSY_LIKE = Limits(title=140, description=5000, tags=13, tag=20, source="for tests")
STORY = Story(
    slogan="Powered by Coffee & Chaos",
    concept="a steaming mug that spills over into a tidy little storm",
    tags=("Nurse Life", "#coffee", "nurse life", "funny nurse gift for the whole night shift"),
    niche="night shift nurse shirts",
    audience=("nurses", "night owls"),
    styles=("Retro", "hand-drawn"),
    products=("tee", "mug"),
    drawn_by_model=True,
)
ODD = st.text(max_size=60) | st.sampled_from(
    [
        "👩‍👩‍👧‍👦" * 9,
        "👍🏽" * 20,
        "e\u0301" * 40,
        "x" * 300,
        "a " * 90,
        "\u200d",
        "\x00\n\t",
        " – ",
        "the of and",
        "ﷺ" * 30,
    ]
)
STORIES = st.builds(
    Story,
    slogan=ODD,
    concept=ODD,
    tags=st.lists(ODD, max_size=20).map(tuple),
    niche=ODD,
    audience=st.lists(ODD, max_size=4).map(tuple),
    styles=st.lists(ODD, max_size=4).map(tuple),
    products=st.lists(st.sampled_from(PRODUCTS), max_size=7).map(tuple),
    drawn_by_model=st.booleans(),
)


def like(**changes: Any) -> Story:
    return replace(STORY, **changes)


def test_a_draft_reads_as_a_person_would_have_written_it() -> None:
    draft = compose(STORY, ETSY_LIKE, currency="USD", average=None)
    assert draft.title == "Powered by Coffee & Chaos – Night Shift Nurse T-Shirt and Mug, Gift for Nurses"
    assert draft.description == (
        "“Powered by Coffee & Chaos”\n"
        "A steaming mug that spills over into a tidy little storm.\n\n"
        "Made for nurses and night owls, in a retro and hand-drawn style.\n\n"
        "Available as a t-shirt or a mug.\n\n"
        "Care:\n"
        "• T-shirt: wash inside out in cold water, and do not iron the print.\n"
        "• Mug: washing by hand keeps the print bright the longest.\n\n"
        "Printed for you when you order.\n\n"
        "The artwork was made with the help of AI and chosen by a person."
    )
    assert draft.tags == (
        "nurse life", "coffee", "funny nurse gift", "night shift nurse", "gift for nurses", "nurses",
        "gift for night owls", "night owls", "retro", "hand-drawn",
    )  # fmt: skip
    assert list(draft.prices) == ["tee", "mug"]
    assert draft.price_from == min(price.amount for price in draft.prices.values())


@pytest.mark.parametrize(
    ("most", "written"),
    [
        (100, "Powered by Coffee & Chaos – Night Shift Nurse T-Shirt and Mug, Gift for Nurses"),
        (70, "Powered by Coffee & Chaos – Night Shift Nurse T-Shirt and Mug"),
        (60, "Powered by Coffee & Chaos – Night Shift Nurse T-Shirt"),
        (45, "Powered by Coffee & Chaos – T-Shirt and Mug"),
        (36, "Powered by Coffee & Chaos – T-Shirt"),
        (30, "Powered by Coffee – T-Shirt"),
        (20, "Powered by Coffee"),
        (8, "Powered"),
        (3, "Pow"),
    ],
)
def test_a_shorter_title_says_less_and_never_half_a_word(most: int, written: str) -> None:
    assert title(STORY, most) == written


@pytest.mark.parametrize(
    ("changes", "written"),
    [
        ({"slogan": ""}, "Night Shift Nurse T-Shirt"),
        ({"slogan": "", "niche": "", "products": ()}, "Original Design"),
        ({"niche": "coffee mugs"}, "Powered by Coffee & Chaos – T-Shirt and Mug, Gift for Nurses"),
        ({"niche": "", "audience": (), "products": ()}, "Powered by Coffee & Chaos"),
        ({"products": ("tee",) * 2, "audience": ()}, "Powered by Coffee & Chaos – Night Shift Nurse T-Shirt"),
    ],
    ids=["no slogan", "nothing", "niche that is said already", "slogan alone", "a product twice"],
)
def test_what_is_missing_or_said_already_leaves_no_trace(changes: dict[str, Any], written: str) -> None:
    assert title(like(**changes), 140) == written


def test_a_short_description_keeps_what_must_be_said() -> None:
    whole = description(STORY, None)
    for most in range(160, len(whole)):
        written = description(STORY, most)
        assert len(written) <= most
        assert written.endswith(DISCLOSURE)
        assert written.startswith("“Powered by Coffee & Chaos”")
    assert description(STORY, len(whole)) == whole
    assert "Care:" in whole
    assert "Care:" not in description(STORY, len(whole) - 1)
    assert description(STORY, 70) == DISCLOSURE


def test_art_that_no_model_drew_is_not_said_to_be() -> None:
    assert "AI" not in description(like(drawn_by_model=False), None)


def test_tags_are_told_apart_by_more_than_case_and_plural() -> None:
    story = like(tags=("Nurse", "nurses", " NURSE "), niche="", audience=(), styles=(), products=(), slogan="")
    assert tags(story, 13, 20) == ("nurse",)


def test_a_slogan_is_a_tag_when_all_of_it_fits() -> None:
    assert "but first tea" in tags(like(slogan="But First, Tea"), 13, 20)
    assert "powered by coffee" not in tags(STORY, 13, 20)


def test_a_tag_that_is_one_endless_word_is_left_out() -> None:
    story = like(tags=("Donaudampfschifffahrt", "tea"), niche="", audience=(), styles=(), products=(), slogan="")
    assert tags(story, 13, 20) == ("tea",)


@given(STORIES, st.integers(1, 200))
def test_a_title_is_never_longer_than_allowed_and_never_empty(story: Story, most: int) -> None:
    written = title(story, most)
    assert 0 < len(written) <= most
    assert written == written.strip()
    assert written.isprintable() or "\u200d" in written or "\u200c" in written


@given(STORIES, st.integers(1, 800))
def test_a_description_is_never_longer_than_allowed(story: Story, most: int) -> None:
    written = description(story, most)
    assert len(written) <= most
    assert not story.drawn_by_model or most < len(DISCLOSURE) or DISCLOSURE in written


@given(STORIES, st.integers(0, 13), st.integers(1, 30))
def test_tags_are_few_short_lower_and_distinct(story: Story, most: int, longest: int) -> None:
    written = tags(story, most, longest)
    assert len(written) <= most
    assert all(0 < len(tag) <= longest and tag == tag.strip() for tag in written)
    assert len({tag.casefold() for tag in written}) == len(written)


@given(STORIES)
def test_the_same_story_is_told_the_same_way(story: Story) -> None:
    assert (title(story, 80), description(story, 500), tags(story, 13, 20)) == (
        title(story, 80),
        description(story, 500),
        tags(story, 13, 20),
    )


@pytest.mark.parametrize(("products", "said"), [((), "nothing to sell"), (("kettle",), "sell a kettle")])
def test_there_must_be_something_to_sell(products: tuple[str, ...], said: str) -> None:
    with pytest.raises(Rejected, match=said):
        compose(like(products=products), ETSY_LIKE, currency="USD", average=None)


def test_every_product_has_a_name_and_its_care() -> None:
    assert set(NAMES) == set(CARE) == set(PRODUCTS)
