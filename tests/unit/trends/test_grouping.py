"""What is grouped in arrays, to fit a million offers, is what anybody would group by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.plain_grouping import Found, PlainMarket
from tests.unit.trends.planted import planted
from wareloom.trends.niche import group
from wareloom.trends.wording import heard as wording
from wareloom.trends.wording.heard import Heard
from wareloom.trends.wording.said import Said, said

# Few words, so that they meet: some are people, some a style, and no two markets tie alike.
_WORDS = st.sampled_from(["fox", "owl", "lake", "oak", "nurse", "retro", "gift for", "moms", "moss fern", "pine"])
_TEXTS = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)
_OFFERS = st.lists(st.tuples(_TEXTS, st.lists(_TEXTS, max_size=2)), min_size=5, max_size=40)


def in_arrays(offers: list[Said]) -> Found:
    heard = Heard()
    for one in offers:
        heard.hear(one)
    grouping = group(heard)
    assert [niche.key for niche in grouping.niches] == sorted(niche.key for niche in grouping.niches)
    return {niche.key: (niche.places, grouping.words(niche)) for niche in grouping.niches}


@pytest.mark.parametrize(("offers", "seed"), [(600, 1), (2000, 2), (2000, 3), (6000, 4)])
def test_the_sample_market_comes_out_as_by_hand(offers: int, seed: int) -> None:
    heard = [said(one.title, one.tags, one.category) for one in planted(offers=offers, seed=seed).offers]
    by_hand = PlainMarket(heard).found()
    assert len(by_hand) > 50
    assert in_arrays(heard) == by_hand


@given(_OFFERS)
@settings(max_examples=200, deadline=None)
def test_any_market_comes_out_as_by_hand(market: list[tuple[str, list[str]]]) -> None:
    heard = [said(title, tags, None) for title, tags in market]
    assert in_arrays(heard) == PlainMarket(heard).found()


def test_a_market_is_heard_alike_in_one_piece_and_in_many(monkeypatch: pytest.MonkeyPatch) -> None:
    offers = [said(one.title, one.tags, one.category) for one in planted(offers=600, seed=1).offers]
    whole = in_arrays(offers)
    monkeypatch.setattr(wording, "_TOGETHER", 7)
    assert in_arrays(offers) == whole


def test_an_offer_says_what_it_says() -> None:
    offers = [said(one.title, one.tags, one.category) for one in planted(offers=600, seed=1).offers]
    heard = Heard()
    for one in offers:
        heard.hear(one)
    grouping, by_hand = group(heard), PlainMarket(offers)
    for place in range(len(offers)):
        assert {grouping.phrases.all[one] for one in grouping.phrases.said[place]} == by_hand.said[place]


def test_nothing_is_grouped_of_nothing() -> None:
    assert in_arrays([]) == {}
    assert in_arrays([said("", [], None)] * 9) == {}


@given(_OFFERS)
@settings(max_examples=60, deadline=None)
def test_an_unrelated_niche_changes_no_other(market: list[tuple[str, list[str]]]) -> None:
    offers = [said(title, tags, None) for title, tags in market]
    airships = [said(f"Zeppelin {what} mug", ["airship"], None) for what in ("hangar", "mast", "gondola") * 2]
    alone, beside = in_arrays(offers), in_arrays([*offers, *airships])
    assert {key: niche for key, niche in beside.items() if key in alone} == alone
    assert len(beside) > len(alone)
