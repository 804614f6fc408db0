from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.integration.trends.market import NOON, as_saunas, furnish, keep
from tests.support.database import Overheard
from tests.support.factories import an_offer
from wareloom.kit.errors import Malformed, NotFound, Rejected
from wareloom.kit.ids import new_id
from wareloom.market.page import SeenOffer
from wareloom.trends import queries
from wareloom.trends.analyse import analyse
from wareloom.trends.find import SORTS, TrendSearch, find_trends
from wareloom.trends.models import Trend
from wareloom.trends.queries import Totals

SUBJECTS = ("sauna", "knitting", "zeppelin", "badger", "origami")


def crowd() -> list[SeenOffer]:
    """Five niches, some of them equal in every number."""
    return [
        an_offer(100 * place + number, title=f"{subject} tee", tags=(), reviews_count=10 * (place // 2))
        for place, subject in enumerate(SUBJECTS)
        for number in range(5 + place)
    ]


def listed(work: Overheard, **asked: object) -> list[str]:
    search = TrendSearch(**asked)  # pyright: ignore[reportArgumentType] - each test names what it asks for
    return [row.trend.key for row in find_trends(work.session, search, limit=50).items]


def trend(work: Overheard, key: str) -> Trend:
    return work.session.scalars(select(Trend).where(Trend.key == key)).one()


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_follow_each_other_without_gap_or_repeat(work: Overheard, sort: str, limit: int) -> None:
    keep(work.session, *crowd())
    analyse(work)
    search = TrendSearch(sort=sort)
    whole = [row.trend.id for row in find_trends(work.session, search, limit=50).items]
    seen: list[UUID] = []
    cursor: str | None = None
    for _ in range(10):
        page = find_trends(work.session, search, cursor=cursor, limit=limit)
        seen += [row.trend.id for row in page.items]
        if (cursor := page.next_cursor) is None:
            break
    assert seen == whole
    assert len(whole) == len(SUBJECTS)


def test_sorting_puts_the_best_first(work: Overheard) -> None:
    keep(work.session, *crowd())
    analyse(work)
    assert listed(work, sort="name") == sorted(SUBJECTS)
    assert listed(work, sort="-offers_count") == list(SUBJECTS[::-1])
    assert listed(work, sort="competition") == list(SUBJECTS)
    assert listed(work)[0] == "sauna"


def test_another_order_is_refused_by_name(work: Overheard) -> None:
    with pytest.raises(Rejected, match="-overall"):
        listed(work, sort="loudness")


def test_a_cursor_of_another_order_is_refused(work: Overheard) -> None:
    keep(work.session, *crowd())
    analyse(work)
    cursor = find_trends(work.session, TrendSearch(sort="name"), limit=1).next_cursor
    with pytest.raises(Malformed):
        find_trends(work.session, TrendSearch(sort="-overall"), cursor=cursor, limit=1)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"query": "SAU"}, ["sauna"]),
        ({"query": "birch whisk"}, ["sauna"]),
        ({"query": "birch knitting"}, []),
        ({"query": "100%"}, []),
        ({"marketplace": "sample"}, ["knitting", "sauna"]),
        ({"marketplace": "shopify"}, []),
        ({"style": "vintage"}, ["sauna"]),
        ({"style": "vint"}, []),
        ({"style": "groovy"}, ["knitting"]),
        ({"audience": "grandmas"}, ["knitting"]),
        ({"min_overall": Decimal(75)}, ["knitting"]),
        ({"query": "a", "audience": "spa moms"}, ["sauna"]),
    ],
    ids=str,
)
def test_trends_are_found_by_what_they_say(work: Overheard, asked: dict[str, object], found: list[str]) -> None:
    furnish(work.session)
    keep(work.session, *[an_offer(150 + number, title="Groovy knitting tee", tags=()) for number in range(2)])
    analyse(work)
    assert listed(work, **asked) == found


def test_only_trends_of_the_last_analysis_are_listed(work: Overheard) -> None:
    furnish(work.session)
    analyse(work, at=NOON)
    keep(work.session, *as_saunas())
    analyse(work, at=NOON + timedelta(days=1))
    assert set(listed(work)) == {"sauna"}
    assert queries.trend(work.session, trend(work, "knitting").id).offers_count == 8


def test_points_are_told_from_a_day_on(work: Overheard) -> None:
    furnish(work.session)
    for day in range(3):
        analyse(work, at=NOON + timedelta(days=day))
    tomorrow = (NOON + timedelta(days=1)).date()
    points = queries.points(work.session, trend(work, "sauna").id, since=tomorrow)
    assert [point.day for point in points] == [tomorrow, tomorrow + timedelta(days=1)]
    assert len(queries.points(work.session, trend(work, "sauna").id)) == 3


def test_evidence_is_the_most_reviewed_first_and_the_unknown_last(work: Overheard) -> None:
    furnish(work.session)
    keep(work.session, an_offer(50, title="Sauna mug", reviews_count=None, rating=None, tags=()))
    analyse(work)
    trend_id = trend(work, "sauna").id
    seen: list[int | None] = []
    cursor: str | None = None
    for _ in range(10):
        page = queries.evidence(work.session, trend_id, cursor=cursor, limit=2)
        seen += [row.reviews_count for row in page.items]
        if (cursor := page.next_cursor) is None:
            break
    assert seen == [50, 40, 30, 20, 10, 0, None]


def test_evidence_shows_what_each_offer_is(work: Overheard) -> None:
    furnish(work.session)
    analyse(work)
    row = queries.evidence(work.session, trend(work, "knitting").id, limit=1).items[0]
    assert (row.title[:8], row.marketplace, row.seller, row.price) == ("Knitting", "sample", "Paper Fox", 40)


def test_totals_say_how_much_of_the_market_is_grouped(work: Overheard) -> None:
    assert queries.totals(work.session) == Totals(trends=0, grouped=0, ungrouped=0, analysed_at=None)
    furnish(work.session)
    analyse(work, at=NOON)
    assert queries.totals(work.session) == Totals(trends=2, grouped=14, ungrouped=1, analysed_at=NOON)


def test_a_trend_that_never_was_is_not_found(work: Overheard) -> None:
    with pytest.raises(NotFound):
        queries.trend(work.session, new_id())
    with pytest.raises(NotFound):
        queries.points(work.session, new_id())
    with pytest.raises(NotFound):
        queries.evidence(work.session, new_id(), limit=1)
