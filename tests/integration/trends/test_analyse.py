from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from tests.integration.trends.market import NOON, furnish, keep, knitting, sauna
from tests.support.database import Overheard
from tests.support.factories import an_offer
from wareloom.market.models import Offer, Sighting
from wareloom.trends.analyse import analyse
from wareloom.trends.models import Evidence, Point, Trend
from wareloom.trends.queries import figures_of
from wareloom.trends.score import parts

TOMORROW = NOON + timedelta(days=1)


def trends(work: Overheard) -> dict[str, Trend]:
    return {row.key: row for row in work.session.scalars(select(Trend).order_by(Trend.key))}


def contents(session: Session, table: str) -> list[tuple[Any, ...]]:
    return sorted(tuple(map(str, row)) for row in session.execute(text(f"SELECT * FROM {table}")))  # noqa: S608 - our own tables


def offer_ids(work: Overheard, trend: Trend) -> set[str]:
    query = select(Offer.external_id).join(Evidence, Evidence.offer_id == Offer.id)
    return set(work.session.scalars(query.where(Evidence.trend_id == trend.id)))


def test_niches_are_kept_with_their_figures_and_scores(work: Overheard) -> None:
    furnish(work.session)
    assert analyse(work, at=NOON) == 2
    row = trends(work)["knitting"]
    assert (row.name, row.offers_count, row.marketplaces) == ("Knitting", 8, {"sample": 8})
    assert (row.rating_avg, row.reviews_avg, row.price_avg) == (5, 100, 40)
    assert (row.currency, row.price_min, row.price_max, row.priced_count) == ("USD", 40, 40, 8)
    assert (row.demand, row.growth, row.competition, row.profitability) == (35, 100, 8, 90)
    assert row.overall == Decimal("79.25")
    assert row.audience == [{"word": "grandmas", "offers": 8}]
    assert set(row.words) == {"wool basket", "cable stitch"}
    assert row.first_seen_at == row.analysed_at == NOON


def test_styles_are_counted(work: Overheard) -> None:
    groovy = [an_offer(number, title="Groovy sauna mug", tags=()) for number in (50, 51)]
    keep(work.session, *sauna(), *groovy)
    analyse(work)
    assert trends(work)["sauna"].styles == [{"word": "vintage", "offers": 6}, {"word": "groovy", "offers": 2}]


def test_the_evidence_is_every_offer_as_it_was(work: Overheard) -> None:
    furnish(work.session)
    analyse(work, at=NOON)
    sauna_trend = trends(work)["sauna"]
    assert offer_ids(work, sauna_trend) == {f"offer-{number}" for number in range(6)}
    rows = work.session.scalars(select(Evidence).where(Evidence.trend_id == sauna_trend.id)).all()
    assert {row.reviews_count for row in rows} == {0, 10, 20, 30, 40, 50}
    assert all((row.price, row.currency, row.rating) == (20, "USD", Decimal("4.5")) for row in rows)
    assert all(row.words[0] == "sauna" for row in rows)


def test_analysing_twice_changes_nothing(work: Overheard) -> None:
    furnish(work.session)
    analyse(work, at=NOON)
    tables = ("trends_trends", "trends_points", "trends_evidence")
    before = {table: contents(work.session, table) for table in tables}
    analyse(work, at=NOON)
    assert {table: contents(work.session, table) for table in tables} == before
    assert before["trends_evidence"]


def test_a_trend_keeps_its_id_and_its_beginning_as_the_market_moves(work: Overheard) -> None:
    furnish(work.session)
    analyse(work, at=NOON)
    before = {key: (row.id, row.first_seen_at) for key, row in trends(work).items()}
    keep(work.session, *sauna(9), when=TOMORROW)
    analyse(work, at=TOMORROW)
    after = trends(work)
    assert {key: (row.id, row.first_seen_at) for key, row in after.items()} == before
    assert (after["sauna"].offers_count, after["sauna"].analysed_at) == (9, TOMORROW)


def test_a_day_has_one_point_which_is_that_of_its_last_analysis(work: Overheard) -> None:
    furnish(work.session)
    analyse(work, at=NOON)
    keep(work.session, *sauna(8), when=NOON + timedelta(hours=1))
    analyse(work, at=NOON + timedelta(hours=2))
    analyse(work, at=TOMORROW)
    query = select(Point).where(Point.trend_id == trends(work)["sauna"].id).order_by(Point.day)
    assert [(row.day, row.offers_count) for row in work.session.scalars(query)] == [
        (NOON.date(), 8),
        (TOMORROW.date(), 8),
    ]


def test_a_niche_without_offers_keeps_its_row_and_its_history_and_loses_its_evidence(work: Overheard) -> None:
    furnish(work.session)
    analyse(work, at=NOON)
    _take_away(work, "knitting")
    assert analyse(work, at=TOMORROW) == 1
    gone = trends(work)["knitting"]
    assert (gone.offers_count, gone.analysed_at) == (8, NOON)
    assert not offer_ids(work, gone)
    assert work.session.scalars(select(Point.day).where(Point.trend_id == gone.id)).all() == [NOON.date()]


def test_a_niche_that_comes_back_goes_on_where_it_left_off(work: Overheard) -> None:
    furnish(work.session)
    analyse(work, at=NOON)
    before = trends(work)["knitting"].id
    _take_away(work, "knitting")
    analyse(work, at=TOMORROW)
    keep(work.session, *knitting())
    analyse(work, at=TOMORROW + timedelta(days=1))
    back = trends(work)["knitting"]
    assert (back.id, back.first_seen_at, len(offer_ids(work, back))) == (before, NOON, 8)


def _take_away(work: Overheard, key: str) -> None:
    """Offers are kept for ever today; a trend must not depend on it."""
    theirs = select(Evidence.offer_id).join(Trend, Trend.id == Evidence.trend_id).where(Trend.key == key)
    ids = work.session.scalars(theirs).all()
    work.session.execute(delete(Evidence).where(Evidence.offer_id.in_(ids)))
    work.session.execute(delete(Sighting).where(Sighting.offer_id.in_(ids)))
    work.session.execute(delete(Offer).where(Offer.id.in_(ids)))


def test_an_empty_market_has_no_trends(work: Overheard) -> None:
    assert analyse(work) == 0
    assert not trends(work)


def test_offers_of_several_marketplaces_are_one_niche(work: Overheard) -> None:
    keep(work.session, *sauna(3))
    keep(work.session, *sauna(4), marketplace="shopify")
    analyse(work)
    assert trends(work)["sauna"].marketplaces == {"sample": 3, "shopify": 4}


def test_odd_offers_are_kept_as_they_are(work: Overheard) -> None:
    keep(
        work.session,
        an_offer(1, title="Sauna 🧖 " + "steam and more steam " * 50, price=None, currency=None),
        an_offer(2, title="Sauna サウナ 桑拿", rating=None, reviews_count=None),
        an_offer(3, title='Sauna "quoted" \\ back', price=Decimal("1e40")),
        an_offer(4, title="Sauna", tags=(), category=None, currency="EUR"),
        an_offer(5, title="SAUNA", reviews_count=2**62),
        an_offer(6, title="🧖", tags=()),
    )
    assert analyse(work) == 1
    row = trends(work)["sauna"]
    assert (row.offers_count, row.currency, row.priced_count, row.price_max) == (5, "USD", 3, Decimal("1e40"))
    assert work.session.scalar(select(func.count()).select_from(Evidence).where(Evidence.rating.is_(None))) == 1


def test_a_niche_that_nobody_rates_scores_as_if_rated_nothing(work: Overheard) -> None:
    bare = [an_offer(n, title="Sauna mug", price=None, rating=None, reviews_count=None) for n in range(5)]
    keep(work.session, *bare)
    analyse(work)
    row = trends(work)["sauna"]
    assert (row.rating_avg, row.reviews_avg, row.price_avg, row.currency) == (None, None, None, None)
    assert (row.demand, row.growth, row.profitability, row.overall) == (0, 10, 0, Decimal("26.25"))


def test_averages_are_what_the_database_says_they_are(work: Overheard) -> None:
    furnish(work.session)
    analyse(work)
    query = select(
        Evidence.trend_id, func.avg(Evidence.rating), func.avg(Evidence.reviews_count), func.avg(Evidence.price)
    ).group_by(Evidence.trend_id)
    told = {row[0]: row[1:] for row in work.session.execute(query)}
    for row in trends(work).values():
        assert [row.rating_avg, row.reviews_avg, row.price_avg] == list(told[row.id])


def test_a_kept_trend_opens_to_the_numbers_that_it_was_scored_with(work: Overheard) -> None:
    furnish(work.session)
    analyse(work)
    for row in trends(work).values():
        opened = parts(figures_of(row))
        assert {name: part.value for name, part in opened.items()} == {name: getattr(row, name) for name in opened}
