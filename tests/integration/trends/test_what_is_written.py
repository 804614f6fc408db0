"""A day's analysis writes what the day changed: an offer that stands as it stood costs no row."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from tests.integration.trends.market import NOON, keep
from tests.support.database import Overheard
from tests.support.factories import an_offer
from wareloom.market.page import SeenOffer
from wareloom.trends.analyse import analyse

OFFERS, MOVED, TRENDS = 200, 2, 2
LATER = NOON + timedelta(hours=1)
_WRITTEN = text("""
    SELECT relname, n_tup_ins + n_tup_upd + n_tup_del AS rows FROM pg_stat_xact_user_tables
    WHERE relname LIKE 'trends\\_%'
""")


def shelf() -> list[SeenOffer]:
    subjects = ("sauna ladle", "sauna birch whisk", "knitting needles", "knitting wool basket")
    return [an_offer(number, title=f"{subjects[number % 4]} mug", tags=()) for number in range(OFFERS)]


def written(work: Overheard) -> dict[str, int]:
    """So far, in this transaction."""
    return {row.relname.removeprefix("trends_"): row.rows for row in work.session.execute(_WRITTEN)}


def analysed(work: Overheard) -> dict[str, int]:
    """What one more analysis writes."""
    before = written(work)
    assert analyse(work, at=LATER) == TRENDS
    return {table: rows - before.get(table, 0) for table, rows in written(work).items() if rows > before.get(table, 0)}


@pytest.fixture
def known(work: Overheard) -> Overheard:
    keep(work.session, *shelf())
    first = analysed(work)
    assert first["evidence"] == OFFERS
    return work


def test_where_nothing_changed_only_the_time_of_the_analysis_is_written(known: Overheard) -> None:
    assert analysed(known) == {"trends": TRENDS, "outlooks": TRENDS}


def test_where_one_in_a_hundred_moved_so_many_rows_are_written(known: Overheard) -> None:
    moved = [one.model_copy(update={"price": Decimal("99.5"), "reviews_count": 900}) for one in shelf()[:MOVED]]
    keep(known.session, *moved, when=LATER)
    rows = analysed(known)
    assert rows.pop("evidence") == MOVED
    assert rows.pop("patterns") == 2, "more of them are dear, and fewer are not"
    assert rows == {"trends": TRENDS, "outlooks": TRENDS, "points": 1, "signals": 1}, "one trend moved, today"


def test_offers_that_stay_in_their_trend_are_written_once_where_others_leave_it(known: Overheard) -> None:
    moved = [one.model_copy(update={"title": "knitting needles mug"}) for one in shelf()[:MOVED]]
    keep(known.session, *moved, when=LATER)
    rows = analysed(known)
    assert rows["evidence"] == 2 * MOVED, "each leaves one trend and comes to the other"
