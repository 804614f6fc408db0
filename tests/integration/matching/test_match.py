"""Offers compared slice by slice: the same groups in whatever order they came, and nothing done twice or never."""

from typing import Any

import pytest
from sqlalchemy import select, text, update

from tests.integration.matching.shelves import (
    NOON,
    SLOGANS,
    a_shelf,
    compare_all,
    expected,
    groups,
    keep,
    pairs,
    put,
    shuffled,
    the_offer,
    waiting,
)
from tests.support.database import Overheard
from wareloom.market.ingest import ingest
from wareloom.market.matching.match import MOST_PER_KEY, match
from wareloom.market.matching.models import Match, MatchMember

START_AGAIN = """
    TRUNCATE market_match_keys, market_matches, market_match_members;
    INSERT INTO market_match_waiting SELECT id, last_seen_at FROM market_offers ON CONFLICT DO NOTHING
"""


def from_scratch(work: Overheard) -> tuple[Any, Any]:
    for statement in START_AGAIN.split(";"):
        work.session.execute(text(statement))
    work.session.expire_all()
    compare_all(work)
    return groups(work.session), pairs(work.session)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_does_not_change_groups(work: Overheard, seed: int) -> None:
    for number, one in enumerate(shuffled(a_shelf(), seed)):
        keep(work.session, one)
        if number % (3 + seed) == 0:
            compare_all(work, most=4)
    compare_all(work, most=4)
    assert groups(work.session) == set(expected())


def test_incremental_is_what_from_scratch_is(work: Overheard) -> None:
    shelf = shuffled(a_shelf(), seed=9)
    for start in range(0, len(shelf), 7):
        keep(work.session, *shelf[start : start + 7])
        compare_all(work, most=3)
    keep(work.session, put("etsy", f"{SLOGANS[1]} Mug", number=0), put("amazon", "Quite another thing", number=3))
    compare_all(work, most=3)
    kept = groups(work.session), pairs(work.session)
    assert kept == from_scratch(work)
    assert kept[0] != set(expected())


def test_only_who_is_new_or_says_something_else_is_compared(work: Overheard) -> None:
    keep(work.session, *a_shelf())
    compare_all(work)
    keep(work.session, *a_shelf())
    cheaper = put("etsy", f"{SLOGANS[0]} Mug", number=0, price=None, rating=None)
    keep(work.session, cheaper)
    assert waiting(work.session) == 0
    keep(work.session, put("etsy", f"{SLOGANS[0]} Mug", number=0, image_url="https://cdn.example/1.jpg"))
    keep(work.session, put("shopee", f"{SLOGANS[0]} Mug", number=0, details={"brand": "Acme", "stock": 4}))
    assert waiting(work.session) == 2
    compare_all(work)
    keep(work.session, put("shopee", f"{SLOGANS[0]} Mug", number=0, details={"brand": "Acme", "stock": 3}))
    assert waiting(work.session) == 0


def test_an_offer_that_becomes_another_thing_leaves_its_group(work: Overheard) -> None:
    keep(work.session, *a_shelf())
    compare_all(work)
    keep(work.session, put("etsy", "Chess Clock Rook Ending Poster", number=0))
    compare_all(work)
    here = ("etsy", "etsy-0")
    assert all(here not in members for members in groups(work.session))
    assert all(here not in ends for ends, _, _ in pairs(work.session))
    left = next(iter(sorted(members) for members in groups(work.session) if ("amazon", "amazon-0") in members))
    assert len(left) == 4


def test_a_chain_of_near_likenesses_is_broken_where_two_contradict(work: Overheard) -> None:
    """The one in the middle says nothing of its pack or kind, so it is like both of the others."""
    title = "Easily Distracted by Banjo and Octopus"
    keep(
        work.session,
        put("amazon", f"{title} Mug", number=1),
        put("etsy", title, number=2),
        put("shopify", f"{title} Poster", number=3),
    )
    compare_all(work)
    (members,) = groups(work.session)
    assert len(members) == 2
    assert ("etsy", "etsy-2") in members
    assert {ends for ends, verdict, _ in pairs(work.session) if verdict == "same"} == {
        frozenset({("etsy", "etsy-2"), ("amazon", "amazon-1")}),
        frozenset({("etsy", "etsy-2"), ("shopify", "shopify-3")}),
    }


def test_who_comes_late_may_draw_another_out_of_its_group(work: Overheard) -> None:
    """Between equals the place decides, not who was there first; who is left alone is in no group any more."""
    title = "Easily Distracted by Banjo and Octopus"
    late = put("amazon", f"{title} Mug", number=1)
    for one in (put("etsy", title, number=2), put("shopify", f"{title} Poster", number=3), late):
        keep(work.session, one)
        compare_all(work)
    kept = groups(work.session), pairs(work.session)
    assert kept[0] == {frozenset({("amazon", "amazon-1"), ("etsy", "etsy-2")})}
    assert kept == from_scratch(work)


def test_a_key_that_everybody_has_leads_nowhere(work: Overheard) -> None:
    shelf = [put("etsy", "Octopus Banjo Mug", number=number, seller=f"{number}") for number in range(MOST_PER_KEY + 2)]
    keep(work.session, *shelf)
    compare_all(work)
    assert not pairs(work.session)


def test_a_newer_matcher_compares_everything_again(work: Overheard) -> None:
    keep(work.session, *a_shelf())
    compare_all(work)
    work.session.execute(update(MatchMember).values(version=0))
    work.session.execute(update(Match).values(version=0, score=0.1))
    assert compare_all(work, most=25) == 3
    assert set(work.session.scalars(select(MatchMember.version)).all()) == {1}
    assert min(score for _, _, score in pairs(work.session)) > 0.5
    assert match(work)["offers"] == 0


def test_what_a_pair_is_called_it_has_been_called_since_it_was_first(work: Overheard) -> None:
    keep(work.session, *a_shelf()[:2])
    compare_all(work)
    row = work.session.scalars(select(Match)).one()
    row.decided_at = NOON
    keep(work.session, put("etsy", f"{SLOGANS[0]} Mug Gift", number=0))
    compare_all(work)
    work.session.refresh(row)
    assert (row.verdict, row.decided_at) == ("same", NOON)


def test_titles_that_hold_nothing_are_no_trouble(work: Overheard) -> None:
    for number, title in enumerate(("", "!!!", "Mug", "\u0000x", "猫" * 3000, "Pack of 3")):
        ingest(work.session, "etsy", [put("etsy", title, number=number)[1]], at=NOON, task_id=None)
    compare_all(work)
    assert not pairs(work.session)
    assert the_offer(work.session, ("etsy", "etsy-2"))
