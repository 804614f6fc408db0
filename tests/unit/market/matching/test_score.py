"""The score: symmetric, sure of equals, never raised by a contradiction, and right on products it was not fitted on."""

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.bench.matching import JUDGED_ON, precision_and_recall
from tests.support.wordings import labelled
from wareloom.market.matching.evidence import compare
from wareloom.market.matching.keys import keys, lead_together
from wareloom.market.matching.likeness import Likeness, likeness
from wareloom.market.matching.score import CONTRADICTIONS, MAYBE, SAME, parts, score, verdict

WORDS = st.sampled_from(
    ("axolotl", "sourdough", "telescope", "banjo", "trilobite", "lantern", "octopus", "tiny", "moon", "Cat", "40th")
)
TITLES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
PICTURES = st.none() | st.integers(-(2**63), 2**63 - 1)
CONTRADICTING: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "kind": ({"details": {"product_type": "Mug"}}, {"details": {"product_type": "Poster"}}),
    "colour": ({"details": {"colour": "Black"}}, {"details": {"colour": "White"}}),
    "brand": ({"details": {"brand": "Acme"}}, {"details": {"brand": "Apex"}}),
    "identifier": ({"details": {"ean": "4006381333931"}}, {"details": {"ean": "5901234123457"}}),
    "pack": ({"more": ", Pack of 2"}, {"more": ", Pack of 3"}),
    "measure": ({"more": ", 11oz"}, {"more": ", 15oz"}),
    "number": ({"more": " 1985"}, {"more": " 1986"}),
    "model": ({"more": " XR200"}, {"more": " XR300"}),
    "style": ({"more": " watercolor"}, {"more": " line art"}),
    "people": ({"more": " women"}, {"more": " kids"}),
    "shop": ({"seller": "Mossy", "marketplace": "etsy"}, {"seller": "Mossy", "marketplace": "etsy"}),
}


def an_offer(title: str, *, marketplace: str = "etsy", more: str = "", **told: Any) -> Likeness:
    return likeness(marketplace=marketplace, external_id=title, title=title + more, **told)


def made(title: str, kind: str, seller: str | None, price: Decimal | None, picture: int | None) -> Likeness:
    return an_offer(f"{title} {kind}", seller=seller, price_usd=price, picture=picture)


LIKENESSES = st.builds(
    made,
    TITLES,
    st.sampled_from(("Mug", "T-Shirt", "Tasse", "")),
    st.sampled_from(("Mossy", "Amber", None)),
    st.none() | st.decimals(1, 500, places=2),
    PICTURES,
)


def scored(one: Likeness, other: Likeness) -> float:
    return score(compare(one, other))


@given(LIKENESSES, LIKENESSES)
def test_nobody_comes_first(one: Likeness, other: Likeness) -> None:
    assert compare(one, other) == compare(other, one)
    assert 0 <= scored(one, other) <= 1


@given(TITLES, PICTURES)
def test_equals_are_the_same_when_they_say_enough(title: str, picture: int | None) -> None:
    one, other = (an_offer(title, marketplace=name, picture=picture) for name in ("etsy", "amazon"))
    assume(compare(one, other).information == 1)
    assert scored(one, other) >= 0.95


@given(TITLES, st.randoms(use_true_random=False))
def test_the_order_of_words_hardly_matters(title: str, chance: random.Random) -> None:
    words = title.split()
    chance.shuffle(words)
    other = an_offer("sourdough banjo octopus kettle mug", marketplace="shopee")
    assert abs(scored(an_offer(title), other) - scored(an_offer(" ".join(words)), other)) < 0.01


@pytest.mark.parametrize("name", CONTRADICTING)
@given(title=TITLES, picture=PICTURES)
def test_a_contradiction_never_raises_the_score(name: str, title: str, picture: int | None) -> None:
    before = scored(
        an_offer(title, marketplace="etsy", picture=picture), an_offer(title, marketplace="amazon", picture=picture)
    )
    both: list[dict[str, Any]] = [
        {"marketplace": where, "picture": picture, **more}
        for where, more in zip(("etsy", "amazon"), CONTRADICTING[name], strict=True)
    ]
    one, other = (an_offer(title, **said) for said in both)
    assert name in compare(one, other).contradicts
    after = scored(one, other)
    assert after <= before
    assert after < SAME


@given(LIKENESSES, LIKENESSES, st.sets(st.sampled_from(sorted(CONTRADICTIONS))))
def test_neither_do_several(one: Likeness, other: Likeness, more: set[str]) -> None:
    evidence = compare(one, other)
    assert score(replace(evidence, contradicts=evidence.contradicts | more)) <= score(evidence)


def test_equal_numbers_decide_and_different_ones_part() -> None:
    details = {"gtin13": "4006381333931"}
    one, other = an_offer("Bee mug", details=details), an_offer("Abeille", marketplace="amazon", details=details)
    assert scored(one, other) == 1.0


def test_titles_that_say_nothing_are_no_evidence() -> None:
    assert scored(an_offer("Funny Gift Mug"), an_offer("Funny Gift Mug", marketplace="amazon")) < SAME
    assert scored(an_offer("Mug"), an_offer("Mug", marketplace="amazon")) < MAYBE


def test_an_absurd_price_lowers_the_score() -> None:
    title = "Easily Distracted by Banjo and Octopus Mug"
    near, far = (
        scored(an_offer(title, price_usd=Decimal(16)), an_offer(title, marketplace="amazon", price_usd=Decimal(price)))
        for price in (21, 400)
    )
    assert far < SAME < near


def test_a_verdict_and_its_parts_can_be_shown() -> None:
    called = [verdict(value) for value in (1, SAME, SAME - 0.001, MAYBE, MAYBE - 0.001)]
    assert called == ["same", "same", "maybe", "maybe", None]
    told = parts(compare(an_offer("Bee mug", picture=-1), an_offer("Bee poster", picture=1)))
    assert (told["picture_distance"], told["contradicts"], told["shared"]) == (63, ["kind"], ["bee"])


def test_whoever_is_the_same_is_led_together() -> None:
    pairs = [pair for seed in range(4) for pair in labelled(seed, held_out=True) if pair.same]
    found = [pair for pair in pairs if scored(pair.one, pair.other) >= SAME]
    missed = [pair for pair in found if not lead_together(keys(pair.one), keys(pair.other))]
    assert len(found) > 400
    assert len(missed) <= len(found) // 100


def test_on_products_that_it_was_not_fitted_on_it_is_right_and_finds_most() -> None:
    pairs = [pair for seed in JUDGED_ON for pair in labelled(seed, held_out=True)]
    precision, recall = precision_and_recall(pairs)
    print(f"precision {precision:.4f}, recall {recall:.4f} on {len(pairs)} pairs")  # noqa: T201 - shown by `pytest -rP`
    assert precision >= 0.995
    assert recall >= 0.75
