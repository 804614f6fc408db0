from collections.abc import Sequence
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from wareloom.trends.audience import Count
from wareloom.trends.describe import Described, MarketOffer, describe
from wareloom.trends.niche import ENOUGH


def offer(number: int, title: str, *tags: str, category: str | None = None) -> MarketOffer:
    return MarketOffer(
        id=UUID(int=number),
        marketplace="sample",
        title=title,
        tags=tags,
        category=category,
        price=None,
        currency=None,
        rating=None,
        reviews_count=None,
    )


def titled(*titles: str) -> list[MarketOffer]:
    return [offer(number, title) for number, title in enumerate(titles)]


def found(offers: Sequence[MarketOffer]) -> dict[str, Described]:
    return {one.key: one for one in describe(offers)}


# Neither the words nor the sentences of the sample market.
SAUNA = titled(
    "Sauna Birch Whisk Towel",
    "Nordic sauna ladle, towel for him",
    "Hot stones & sauna ladle print",
    "SAUNA bucket and birch whisk sweatshirt",
    "Saunas hot stones hoodie",
    "Sauna bucket mug",
)
KNITTING = titled(
    "Cable stitch knitting mug",
    "Knitting needles tote",
    "Knitting: cable stitch hoodie",
    "I'd rather be knitting, wool basket tee",
    "Wool basket knitting poster",
    "Knitting needles, wool sticker",
)
MARKET = [*SAUNA, *[offer(100 + number, one.title) for number, one in enumerate(KNITTING)]]


def test_offers_with_the_same_subject_are_one_niche() -> None:
    assert {key: len(one.evidence) for key, one in found(MARKET).items()} == {"sauna": 6, "knitting": 6}


def test_too_few_offers_are_no_niche() -> None:
    assert len(found(SAUNA[:ENOUGH])) == 1
    assert not found(SAUNA[: ENOUGH - 1])


def test_a_subject_is_one_whatever_its_case_and_number() -> None:
    assert set(found(titled("Badgers tee", "BADGER mug", "a badger", "Badger's", "The Badgers"))) == {"badger"}


def test_an_offer_belongs_to_one_niche_only() -> None:
    everything = [evidence.id for one in describe(MARKET) for evidence, _ in one.evidence]
    assert len(everything) == len(set(everything))


def test_products_styles_and_people_name_no_niche() -> None:
    assert not found(titled(*["Vintage black mug gift for mom, funny cute t-shirt design"] * 9))


def test_a_theme_over_different_subjects_names_no_niche() -> None:
    themed = [offer(number, one.title, "hobby time") for number, one in enumerate(MARKET)]
    assert set(found(themed)) == {"sauna", "knitting"}


def test_what_only_labels_say_is_filing_and_names_no_niche() -> None:
    assert not found([offer(number, f"Title{number}", "warehouse seven") for number in range(20)])


def test_a_niche_is_called_by_the_word_that_always_stands_beside_it() -> None:
    named = found(
        titled("Vintage camping mug", "Vintage Camping", "Tent, vintage camping", "Vintage camping!", "Camping")
    )
    assert [(one.key, one.name) for one in named.values()] == [("camping", "Vintage camping")]


def test_a_style_in_the_name_is_none_that_tells_its_offers_apart() -> None:
    titles = [
        "Vintage camping mug",
        "Vintage camping, groovy",
        "Groovy vintage camping",
        "Vintage camping",
        "Vintage camping",
    ]
    (one,) = describe(titled(*titles))
    assert one.styles == [Count("groovy", 2)]


def test_hyphens_and_plurals_are_spelled_as_sellers_do() -> None:
    (one,) = describe(
        titled(*["Cold-Water Swimmers Club", "Cold-water swimmers club tote", "cold-water swimmers club"] * 2)
    )
    assert (one.key, one.name) == ("cold water swimmer", "Cold-water swimmers club")


def test_words_are_the_most_telling_first_and_never_the_name() -> None:
    sauna = found(MARKET)["sauna"]
    assert {"birch whisk", "ladle", "bucket", "hot stones"} == set(sauna.words)
    assert len(sauna.words) <= 16


def test_evidence_says_which_words_put_an_offer_there() -> None:
    words = {offer.title: words for offer, words in found(MARKET)["sauna"].evidence}
    assert words["Sauna Birch Whisk Towel"] == ["sauna", "birch whisk"]
    assert words["Sauna bucket mug"] == ["sauna", "bucket"]


def test_an_audience_is_counted_by_the_offers_that_say_so() -> None:
    offers = [offer(number, "Sauna mug", "night owls") for number in range(4)]
    offers += [offer(9, "Sauna mug, gift for night owls"), offer(10, "Sauna tee for mom"), offer(11, "Sauna: for mom")]
    (one,) = describe(offers)
    assert one.audience == [Count("night owls", 5), Count("mom", 2)]


def test_a_tag_that_no_gift_is_for_is_a_subject() -> None:
    (one,) = describe([offer(number, "Sauna mug, night owls", "night owls") for number in range(5)])
    assert not one.audience


def test_the_order_of_offers_changes_no_niche() -> None:
    forward = {key: {evidence.id for evidence, _ in one.evidence} for key, one in found(MARKET).items()}
    backward = {key: {evidence.id for evidence, _ in one.evidence} for key, one in found(MARKET[::-1]).items()}
    assert forward == backward


def test_a_market_that_grows_keeps_its_keys() -> None:
    more = [*MARKET, *[offer(200 + number, f"{one.title} no. 2") for number, one in enumerate(MARKET)]]
    assert set(found(more)) == set(found(MARKET))


WORDS = st.sampled_from(
    ["fox", "moon", "nurse", "vintage", "tee", "for", "gift", "moms", "🦊", "–", "7", "猫", "lover"]
)
TITLES = st.lists(WORDS, max_size=8).map(" ".join)


@settings(max_examples=60)
@given(st.lists(TITLES, max_size=30), st.lists(TITLES, max_size=3))
def test_any_market_is_grouped_into_niches_that_are_large_enough(titles: list[str], tags: list[str]) -> None:
    offers = [offer(number, title, *tags) for number, title in enumerate(titles)]
    for one in describe(offers):
        assert len(one.evidence) == one.figures.offers_count >= ENOUGH
        assert one.name
        assert all(words for _, words in one.evidence)
