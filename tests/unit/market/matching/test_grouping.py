"""Groups depend on the pairs alone, hold nobody who is unlike another member, and bow to people's words."""

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from wareloom.market.matching.grouping import Pair, group, seen_from

Pairs = dict[tuple[int, int], float]
NODES = range(8)
ENDS = list(combinations(NODES, 2))
PAIRS = st.dictionaries(st.sampled_from(ENDS), st.sampled_from((0.5, 0.6, 0.9, 0.95, 1.0)), max_size=28)
PLACE = {node: node for node in NODES}


def grouped(pairs: Pairs, least: float = 0.9) -> set[frozenset[int]]:
    same = [Pair(*ends, score) for ends, score in pairs.items() if score >= least]
    return set(group(same, lambda one, other: (min(one, other), max(one, other)) in pairs, PLACE))


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_makes_no_difference(pairs: Pairs, chance: random.Random) -> None:
    shuffled = list(pairs.items())
    chance.shuffle(shuffled)
    assert grouped(dict(shuffled)) == grouped(pairs)


@given(PAIRS)
def test_every_two_of_a_group_are_alike_and_nobody_is_in_two(pairs: Pairs) -> None:
    groups = grouped(pairs)
    assert all(ends in pairs for members in groups for ends in combinations(sorted(members), 2))
    assert sum(map(len, groups)) == len(frozenset[int]().union(*groups))
    assert all(len(members) > 1 for members in groups)


@given(PAIRS)
def test_what_hangs_together_can_be_grouped_apart_from_the_rest(pairs: Pairs) -> None:
    """So that a change need only group anew what it touches."""
    here = {ends: score for ends, score in pairs.items() if max(ends) < 4}
    there = {ends: score for ends, score in pairs.items() if min(ends) >= 4}
    assert grouped({**here, **there}) == grouped(here) | grouped(there)


def test_a_chain_does_not_tie_its_ends_together() -> None:
    assert grouped({(0, 1): 1.0, (1, 2): 0.9}) == {frozenset({0, 1})}
    assert grouped({(0, 1): 1.0, (1, 2): 0.9, (0, 2): 0.6}) == {frozenset({0, 1, 2})}


def test_whoever_is_kept_apart_is_left_out_of_each_others_view_alone() -> None:
    beside = {node: [0, 1, 2, 3] for node in range(4)}
    views = [seen_from(node, beside, lambda one, other: {one, other} == {0, 1}) for node in range(4)]
    assert views == [{0, 2, 3}, {1, 2, 3}, {0, 2, 3}, {0, 2, 3}]


def test_who_is_left_out_leads_nowhere() -> None:
    beside = {0: [1, 2], 2: [3], 3: [4]}
    assert seen_from(0, beside, lambda one, other: {one, other} == {1, 2}) == {0, 1}
    assert seen_from(0, beside, lambda one, other: {one, other} == {1, 4}) == {0, 1, 2, 3}
    assert seen_from(5, beside, lambda one, other: one == other) == {5}
