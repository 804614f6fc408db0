"""The offline composer over the whole sample market: varied, distinct, within limits, the same for the same seed."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ideas.briefs import ODD, brief, dice, sample_briefs
from wareloom.ideas.brief import Brief
from wareloom.ideas.grammar.composer import Line, composed, lines
from wareloom.ideas.grammar.expand import PART, Pattern
from wareloom.ideas.grammar.noun import Noun
from wareloom.ideas.grammar.slogans import patterns
from wareloom.ideas.grammar.terms import SLOTS, terms
from wareloom.ideas.grammar.vocabulary import vocabulary
from wareloom.ideas.idea import faults, tidied
from wareloom.ideas.likeness import alike
from wareloom.kit.errors import Rejected

SEEDS = range(6)


def _sets() -> Iterator[list[Line]]:
    for seed in SEEDS:
        for each in sample_briefs():
            yield lines(terms(each), 4, (), dice(f"{seed} {each.niche}"))


@pytest.fixture(scope="module")
def sets() -> list[list[Line]]:
    return list(_sets())


def test_every_niche_gets_as_many_as_are_wanted(sets: list[list[Line]]) -> None:
    assert {len(each) for each in sets} == {4}


def test_no_two_of_one_set_are_alike_or_of_one_family(sets: list[list[Line]]) -> None:
    for made in sets:
        slogans = [line.slogan for line in made]
        assert not any(alike(one, other) for at, one in enumerate(slogans) for other in slogans[:at])
        assert len({line.pattern.family for line in made}) == len(made)


def test_nearly_all_slogans_of_a_market_are_distinct(sets: list[list[Line]]) -> None:
    slogans = [line.slogan for made in sets for line in made]
    assert len(set(slogans)) / len(slogans) >= 0.95


def test_many_patterns_are_used_and_none_of_them_often(sets: list[list[Line]]) -> None:
    used = Counter(line.pattern.text for made in sets for line in made)
    assert len(used) >= 150
    assert max(used.values()) / used.total() < 0.03


def test_different_trends_get_different_figures_from_the_same_seed() -> None:
    first = [composed(each, 3, (), dice(1)).ideas[0] for each in sample_briefs()]
    assert len({(idea.mood, idea.slogan.split()[0]) for idea in first}) > 20


@pytest.mark.parametrize("each", sample_briefs(), ids=lambda each: each.niche)
def test_every_idea_is_fit_as_it_is(each: Brief) -> None:
    for seed in SEEDS:
        for idea in composed(each, 3, (), dice(seed)).ideas:
            assert faults(idea) == []
            assert tidied(idea) == idea
            assert idea.slogan in idea.design_prompt
            assert all(colour in idea.design_prompt for colour in idea.palette)
            assert idea.style in each.styles


def test_the_same_seed_gives_the_same_ideas_and_another_gives_others() -> None:
    gravel = brief("gravel cycling", "drop bars", "chain lube", "dusty socks")
    assert composed(gravel, 3, (), dice(5)) == composed(gravel, 3, (), dice(5))
    assert composed(gravel, 3, (), dice(5)) != composed(gravel, 3, (), dice(6))


def test_ideas_speak_in_the_words_of_their_trend() -> None:
    nurse = brief("night-shift nurse", "stethoscope", "cold coffee", audience=("night nurses",))
    for seed in SEEDS:
        for idea in composed(nurse, 3, (), dice(seed)).ideas:
            assert any(word in idea.slogan.lower() for word in ("nurse", "stethoscope", "cold coffee"))
            assert set(idea.motifs) <= {"stethoscope", "cold coffee"}


def test_what_is_to_be_avoided_is_avoided() -> None:
    coffee = brief("coffee")
    before = [idea.slogan for idea in composed(coffee, 5, (), dice(1)).ideas]
    after = [idea.slogan for idea in composed(coffee, 5, before, dice(1)).ideas]
    assert len(after) == 5
    assert not any(alike(one, other) for one in before for other in after)


@pytest.mark.parametrize("name", sorted(ODD))
def test_odd_niches_get_fit_ideas_too(name: str) -> None:
    for seed in SEEDS:
        made = composed(brief(name, *ODD[name]), 3, (), dice(seed)).ideas
        assert len(made) == 3
        assert [faults(idea) for idea in made] == [[], [], []]


@given(name=st.text(min_size=1, max_size=60), words=st.lists(st.text(max_size=30), max_size=4), seed=st.integers())
@settings(max_examples=60, deadline=None)
def test_any_text_gets_fit_ideas_or_a_reason(name: str, words: list[str], seed: int) -> None:
    try:
        asked = brief(name, *words)
        made = composed(asked, 3, (), dice(seed)).ideas
    except Rejected:
        made = []
    assert [fault for idea in made for fault in faults(tidied(idea))] == []


@pytest.mark.parametrize("pattern", patterns(), ids=lambda each: each.text.encode("ascii", "ignore").decode())
def test_a_pattern_names_only_what_exists(pattern: Pattern) -> None:
    for part in PART.finditer(pattern.text):
        assert part["symbol"] is None or part["symbol"] in vocabulary()
        assert part["slot"] is None or part["slot"] in SLOTS | {"other"}
        assert hasattr(Noun("word", "count", None), part["form"] or "bare")
