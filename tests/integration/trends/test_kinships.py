"""A niche keeps its row while its words drift, and what became of the others is on record."""

from datetime import timedelta

from sqlalchemy import select

from tests.integration.trends.market import NOON, as_saunas, furnish, keep
from tests.support.database import Overheard
from tests.support.factories import an_offer
from wareloom.trends.analyse import analyse
from wareloom.trends.models import Kinship, Point, Trend

TOMORROW = NOON + timedelta(days=1)


def ids(work: Overheard) -> dict[str, object]:
    return {row.key: row.id for row in work.session.scalars(select(Trend))}


def kinships(work: Overheard) -> list[tuple[str, str, int]]:
    return [(row.kind, row.key_before, row.offers) for row in work.session.scalars(select(Kinship))]


def test_the_same_offers_under_other_words_are_the_same_trend_with_its_past(work: Overheard) -> None:
    furnish(work.session)
    analyse(work, at=NOON)
    before = ids(work)
    renamed = [an_offer(number, title=f"Crochet {word} tote", tags=("crochet",)) for number, word in
               zip(range(100, 108), ["hook", "yarn"] * 4, strict=True)]  # fmt: skip
    keep(work.session, *renamed, when=TOMORROW)
    analyse(work, at=TOMORROW)
    after = ids(work)
    assert after == {"sauna": before["sauna"], "crochet": before["knitting"]}
    assert kinships(work) == [("renamed", "knitting", 8)]
    points = work.session.scalars(select(Point.day).where(Point.trend_id == after["crochet"]).order_by(Point.day))
    assert list(points) == [NOON.date(), TOMORROW.date()]


def test_a_niche_that_went_into_another_says_so(work: Overheard) -> None:
    furnish(work.session)
    analyse(work, at=NOON)
    keep(work.session, *as_saunas(), when=TOMORROW)
    analyse(work, at=TOMORROW)
    assert kinships(work) == [("merged", "knitting", 8)]
    analyse(work, at=TOMORROW + timedelta(days=1))
    assert len(kinships(work)) == 1, "once, and not on every day after"


def test_a_part_that_takes_a_name_of_its_own_says_where_it_came_from(work: Overheard) -> None:
    many = [
        an_offer(number, title=f"Sauna {('ladle', 'birch')[number % 2]} mug", tags=("sauna",)) for number in range(16)
    ]
    keep(work.session, *many)
    analyse(work, at=NOON)
    before = ids(work)
    assert set(before) == {"sauna"}
    parted = [an_offer(number, title="Zeppelin airship tee", tags=("zeppelin",)) for number in range(6)]
    keep(work.session, *parted, when=TOMORROW)
    analyse(work, at=TOMORROW)
    assert ids(work)["sauna"] == before["sauna"]
    assert kinships(work) == [("split", "sauna", 6)]
