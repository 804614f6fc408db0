"""The sample market as the product sees it: asked through its fetcher, read by its marketplace."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wareloom.kit import clock
from wareloom.kit.settings import SampleSettings
from wareloom.market.fetchers.simulation import SimulationFetcher
from wareloom.market.marketplaces.sample.marketplace import SampleMarketplace
from wareloom.market.page import Glimpse, OfferPage, PageRequest, SeenOffer

FIRST = datetime(2026, 5, 1, tzinfo=UTC)
SMALL = SampleSettings(seed=11, first_day=date(2026, 5, 1), offers=240)
SAMPLE = SampleMarketplace()


def after(days: float) -> datetime:
    return FIRST + timedelta(days=days)


def pages(
    at: datetime, *, since: datetime | None = None, target: str = "everything", market: SampleSettings = SMALL
) -> Iterator[OfferPage]:
    fetcher = SimulationFetcher(market)
    request: PageRequest | None = SAMPLE.first_page(target, since)
    with clock.held(at):
        while request:
            fetched = fetcher.fetch(request)
            page = SAMPLE.read(fetched.body, fetched.url)
            yield page
            request = page.next


def offers(
    at: datetime, *, since: datetime | None = None, target: str = "everything", market: SampleSettings = SMALL
) -> dict[str, SeenOffer]:
    seen = [offer for page in pages(at, since=since, target=target, market=market) for offer in page.offers]
    by_id = {offer.external_id: offer for offer in seen}
    assert len(by_id) == len(seen), "an offer was shown twice"
    return by_id


def counted(shown: SeenOffer | Glimpse) -> int:
    return shown.reviews_count or 0


def first_bytes(market: SampleSettings, at: datetime) -> bytes:
    with clock.held(at):
        return SimulationFetcher(market).fetch(SAMPLE.first_page("everything", None)).body


def test_the_same_settings_and_moment_give_the_same_bytes_also_when_they_arrive_as_text() -> None:
    written = SampleSettings(seed="11", first_day="2026-05-01", offers="240")
    assert first_bytes(SMALL, after(33.3)) == first_bytes(written, after(33.3))


def test_another_seed_is_another_world() -> None:
    other = offers(after(33), market=SampleSettings(seed=12, first_day=date(2026, 5, 1), offers=240))
    assert not offers(after(33)).keys() & other.keys()


def test_half_a_year_after_its_first_day_it_shows_about_as_many_offers_as_set() -> None:
    seen = list(pages(after(180), since=after(180), market=SampleSettings()))
    assert sum(len(page.offers) for page in seen) == pytest.approx(2000, rel=0.1)
    assert {page.pages_total for page in seen} == {len(seen)}


@settings(max_examples=20, deadline=None)
@given(
    first=st.integers(0, 150 * 96).map(lambda quarters: quarters / 96),
    later=st.integers(1, 60 * 96).map(lambda quarters: quarters / 96),
)
def test_a_history_asked_for_in_two_parts_is_the_history_asked_for_at_once(first: float, later: float) -> None:
    market = SampleSettings(seed=5, first_day=date(2026, 5, 1), offers=60)
    once, again = after(first), after(first + later)
    one, two, whole = (
        offers(once, market=market),
        offers(again, since=once, market=market),
        offers(again, market=market),
    )
    assert two.keys() == whole.keys()
    for external_id, offer in whole.items():
        before = one[external_id].history if external_id in one else ()
        assert before + two[external_id].history == offer.history
        assert two[external_id].model_copy(update={"history": offer.history}) == offer
        if external_id in one:
            assert one[external_id].title == offer.title
            assert counted(one[external_id]) <= min([counted(point) for point in (*two[external_id].history, offer)])


def test_history_is_one_point_for_each_midnight_after_since_up_to_the_moment() -> None:
    since, now = after(10.5), after(14.0)
    oldest = max(offers(now, since=since).values(), key=lambda offer: len(offer.history))
    assert [glimpse.seen_at for glimpse in oldest.history] == [after(11), after(12), after(13), after(14)]


def test_a_later_page_is_cut_from_the_shelf_of_the_first_and_shows_its_own_moment() -> None:
    fetcher = SimulationFetcher(SMALL)
    with clock.held(after(100)):
        first = SAMPLE.read(fetcher.fetch(SAMPLE.first_page("everything", None)).body, "")
        at_once = [offer.external_id for page in pages(after(100)) for offer in page.offers]
    seen, request = [offer.external_id for offer in first.offers], first.next
    gained = 0
    with clock.held(after(140)):
        while request:
            page = SAMPLE.read(fetcher.fetch(request).body, request.url)
            seen += [offer.external_id for offer in page.offers]
            gained += sum(counted(offer) - counted(offer.history[-1]) for offer in page.offers if offer.history)
            request = page.next
    assert seen == at_once
    assert gained > 0


def test_a_niche_is_collected_alone_and_every_offer_is_of_one_niche() -> None:
    everything = offers(after(50)).keys()
    names = ("retro camping", "night-shift nurse", "mushroom forager")
    alone = [offers(after(50), target=SAMPLE.target(name)).keys() for name in names]
    assert all(ids and ids < everything for ids in alone)
    assert not alone[0] & alone[1] | alone[1] & alone[2] | alone[0] & alone[2]


def test_before_its_first_day_the_shelf_is_empty() -> None:
    (page,) = pages(after(-3))
    assert page.offers == ()


@pytest.mark.parametrize("days", [0.0, 179.6, 760.25])
def test_numbers_stay_within_their_bounds(days: float) -> None:
    for offer in offers(after(days)).values():
        points = [*offer.history, offer]
        assert all(point.price is not None and Decimal(4) <= point.price < 200 for point in points)
        assert {point.currency for point in points} <= {offer.currency} <= {"USD", "EUR", "GBP"}
        assert all((point.rating is None) == (point.reviews_count == 0) for point in points)
        assert all(1 <= point.rating <= 5 for point in points if point.rating is not None)
        counts = [counted(point) for point in points]
        assert all(0 <= earlier <= later for earlier, later in pairwise([0, *counts]))


def test_titles_are_all_different_and_short_enough_to_read() -> None:
    now = after(500)
    titles = [offer.title for page in pages(now, since=now, market=SampleSettings()) for offer in page.offers]
    assert len(set(titles)) == len(titles)
    assert all(20 <= len(title) <= 140 for title in titles)


def test_an_offer_names_its_niche_in_its_words() -> None:
    for name in ("sourdough baker", "vinyl collector", "desert road trip"):
        seen = offers(after(5), target=name).values()
        naming = [offer for offer in seen if name in f"{offer.title} {' '.join(offer.tags)}".casefold()]
        assert len(naming) > 0.7 * len(seen) > 0


def test_there_are_tens_of_sellers_and_each_product_type_is_sold() -> None:
    seen = offers(after(0), market=SampleSettings()).values()
    assert 30 <= len({offer.seller for offer in seen}) <= 60
    kinds = {offer.details["product_type"] for offer in seen}
    assert kinds == {"tee", "hoodie", "mug", "poster", "tote", "phone case"}
    assert {offer.currency for offer in seen} == {"USD", "EUR", "GBP"}
    assert all(offer.image_url is None and offer.product_url is None for offer in seen)


def test_offers_are_put_up_and_taken_down() -> None:
    early, late = offers(after(20)).keys(), offers(after(180)).keys()
    assert len(late - early) > 0.05 * len(late)
    assert len(early - late) > 0.05 * len(early)


def test_prices_move_rarely_and_ratings_slowly_while_reviews_arrive() -> None:
    old = [offer for offer in offers(after(180)).values() if len(offer.history) > 170]
    changes = [sum(a.price != b.price for a, b in pairwise(offer.history)) for offer in old]
    assert 2 < sum(changes) / len(old) < 12
    grown = [offer for offer in old if counted(offer) > counted(offer.history[0])]
    assert len(grown) > 0.95 * len(old)
    known = [offer.rating - rating for offer in old if offer.rating and (rating := offer.history[60].rating)]
    assert 0 < sum(abs(moved) for moved in known) / len(known) < Decimal("0.3")


def test_a_few_offers_have_most_of_the_reviews() -> None:
    counts = sorted((counted(offer) for offer in offers(after(0)).values()), reverse=True)
    assert sum(counts[: len(counts) // 10]) > 0.3 * sum(counts)
