"""What the offers of a niche say alike: counted, opened to the offers, and told anew when they say something else."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.integration.trends.market import NOON, furnish, keep
from tests.support.database import Overheard
from tests.support.factories import an_offer
from wareloom.kit.errors import Malformed, NotFound
from wareloom.kit.ids import new_id
from wareloom.market.page import SeenOffer
from wareloom.trends.analyse import analyse
from wareloom.trends.find import TrendSearch, find_trends
from wareloom.trends.models import Trend
from wareloom.trends.patterns.keep_hearings import keep_hearings
from wareloom.trends.patterns.kinds import Kind
from wareloom.trends.patterns.models import Hearing, Pattern
from wareloom.trends.patterns.queries import Choice, choices, in_words, patterns_of, saying, telling

TITLES = (
    "Funny badger mug, gift for dad",
    "Badger mug for dad - Navy blue",
    "Sarcastic badger mug, Father's Day gift",
    "Funny badger mug - rose gold",
    "Badger birthday mug, navy blue",
    "Badger mug with lantern",
)


def badgers(prices: tuple[int, ...] = (10, 12, 14, 16, 18, 40)) -> list[SeenOffer]:
    return [
        an_offer(number, title=title, tags=("badger",), category="mugs", price=Decimal(price), reviews_count=number)
        for number, (title, price) in enumerate(zip(TITLES, prices, strict=True))
    ]


def other_mugs() -> list[SeenOffer]:
    """Stones for comparison: from 11 to 30 dollars."""
    return [
        an_offer(100 + n, title=f"Zeppelin mug {n}", tags=(), category="mugs", price=Decimal(11 + n)) for n in range(20)
    ]


def trend(work: Overheard, key: str = "badger") -> Trend:
    return work.session.scalars(select(Trend).where(Trend.key == key)).one()


def told(work: Overheard, key: str = "badger") -> dict[tuple[str, str], tuple[int, int]]:
    return {(one.kind, one.value): (one.offers, one.of) for one in patterns_of(work.session, trend(work, key).id)}


def opened(work: Overheard, kind: Kind, value: str) -> dict[str, str]:
    page = saying(work.session, trend(work).id, kind, value, limit=50)
    return {row.title: in_words(row, kind) for row in page.items}


def test_what_several_offers_say_is_counted_out_of_all(work: Overheard) -> None:
    keep(work.session, *badgers())
    analyse(work)
    assert told(work) == {
        ("colour", "navy"): (2, 6),
        ("tone", "funny"): (2, 6),
        ("recipient", "dad"): (2, 6),
    }


def test_a_pattern_opens_to_its_offers_and_their_words(work: Overheard) -> None:
    keep(work.session, *badgers())
    analyse(work)
    assert opened(work, "colour", "navy") == {TITLES[4]: "navy blue", TITLES[1]: "Navy blue"}
    assert opened(work, "occasion", "Father's Day") == {TITLES[2]: "Father's Day"}
    assert opened(work, "colour", "gold") == {}


def test_prices_are_told_against_all_of_their_like(work: Overheard) -> None:
    keep(work.session, *badgers(), *other_mugs())
    analyse(work)
    found = told(work)
    assert (found["price", "budget"], found["price", "mid"]) == ((2, 6), (3, 6))
    assert ("price", "premium") not in found, "one offer alone says nothing of its niche"
    assert opened(work, "price", "premium") == {TITLES[5]: "mug: the middle half of 26 offers costs 14 to 25 USD"}


def test_too_few_of_their_like_make_no_price_level(work: Overheard) -> None:
    keep(work.session, *badgers())
    analyse(work)
    assert opened(work, "price", "mid") == {}


def test_prices_of_another_currency_are_no_comparison(work: Overheard) -> None:
    keep(work.session, *badgers(), *(one.model_copy(update={"currency": "EUR"}) for one in other_mugs()))
    analyse(work)
    assert not [kind for kind, _value in told(work) if kind == "price"]


def test_motifs_are_the_niches_own_words_and_open_to_who_says_them(work: Overheard) -> None:
    furnish(work.session)
    analyse(work)
    motifs = {value: said for (kind, value), said in told(work, "sauna").items() if kind == "motif"}
    assert motifs == {"birch whisk": (2, 6), "hot stones": (2, 6), "ladle": (2, 6)}
    page = saying(work.session, trend(work, "sauna").id, "motif", "ladle", limit=50)
    assert {row.title for row in page.items} == {"Vintage sauna ladle mug"}


def test_offers_are_heard_once_and_again_when_they_say_something_else(work: Overheard) -> None:
    keep(work.session, *badgers())
    assert keep_hearings(work.session) == 6
    assert keep_hearings(work.session) == 0
    keep(work.session, badgers()[0].model_copy(update={"price": Decimal(3)}), when=NOON + timedelta(days=1))
    assert keep_hearings(work.session) == 0, "a price is no word"
    changed = badgers()[0].model_copy(update={"title": "Badger mug for grandma", "details": {"colour": "Red"}})
    keep(work.session, changed, when=NOON + timedelta(days=2))
    assert keep_hearings(work.session) == 1
    said = [one.said for one in work.session.scalars(select(Hearing))]
    assert {"recipient": {"grandma": "grandma"}, "colour": {"red": "Red"}} in said


def test_what_is_said_no_more_is_told_no_more(work: Overheard) -> None:
    keep(work.session, *badgers())
    analyse(work)
    plain = [one.model_copy(update={"title": "Badger mug"}) for one in badgers()]
    keep(work.session, *plain, when=NOON + timedelta(days=1))
    analyse(work)
    work.session.expire_all()
    assert told(work) == {}


def test_a_second_analysis_writes_no_pattern_anew(work: Overheard) -> None:
    keep(work.session, *badgers())
    analyse(work)
    versions = select(Pattern.value).add_columns(Pattern.__table__.c.value)
    first = work.session.execute(versions).all()
    places = "SELECT ctid::text FROM trends_patterns ORDER BY kind, value"
    before = work.session.connection().exec_driver_sql(places).all()
    analyse(work)
    assert work.session.connection().exec_driver_sql(places).all() == before
    assert work.session.execute(versions).all() == first


def test_trends_are_found_by_what_a_tenth_of_their_offers_say(work: Overheard) -> None:
    keep(work.session, *badgers(), *other_mugs())
    analyse(work)

    def keys(**asked: str) -> list[str]:
        search = TrendSearch(**asked)  # pyright: ignore[reportArgumentType] - each line names what it asks for
        return [found.trend.key for found in find_trends(work.session, search, limit=9).items]

    assert keys(recipient="dad") == ["badger"]
    assert keys(recipient="dad", colour="navy", tone="funny") == ["badger"]
    assert keys(occasion="Christmas") == keys(recipient="dad", tone="romantic") == []
    assert Choice("recipient", "dad", 1) in choices(work.session)
    assert telling(work.session, trend(work).id)["colour"] == ["navy"]


def test_a_tenth_is_asked_for(work: Overheard) -> None:
    many = [an_offer(n, title="Badger mug" + (" for dad" if n < 2 else ""), tags=()) for n in range(21)]
    keep(work.session, *many)
    analyse(work)
    assert told(work)["recipient", "dad"] == (2, 21)
    assert "recipient" not in telling(work.session, trend(work).id)
    assert find_trends(work.session, TrendSearch(recipient="dad"), limit=9).items == []


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_of_offers_follow_each_other_without_gap_or_repeat(work: Overheard, limit: int) -> None:
    keep(work.session, *[an_offer(n, title="Badger mug for dad", tags=(), reviews_count=n // 2) for n in range(7)])
    analyse(work)
    seen: list[UUID] = []
    cursor: str | None = None
    for _ in range(8):
        page = saying(work.session, trend(work).id, "recipient", "dad", cursor=cursor, limit=limit)
        seen += [row.offer_id for row in page.items]
        if (cursor := page.next_cursor) is None:
            break
    whole = saying(work.session, trend(work).id, "recipient", "dad", limit=50).items
    assert seen == [row.offer_id for row in whole]
    assert len(seen) == 7


def test_a_cursor_of_another_list_and_a_trend_of_nobody_are_refused(work: Overheard) -> None:
    keep(work.session, *badgers())
    analyse(work)
    with pytest.raises(Malformed):
        saying(work.session, trend(work).id, "tone", "funny", cursor="ey", limit=2)
    with pytest.raises(NotFound):
        saying(work.session, new_id(), "tone", "funny", limit=2)
