import pytest
from hypothesis import given
from hypothesis import strategies as st

from wareloom.trends.wording.said import said
from wareloom.trends.wording.words import normal, parts


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Campfires", "campfire"),
        ("berries", "berry"),
        ("cookies", "cookie"),
        ("foxes", "fox"),
        ("tomatoes", "tomato"),
        ("shoes", "shoe"),
        ("glass", "glass"),
        ("Cactus", "cactus"),
        ("women’s", "woman"),
        ("Men's", "man"),
        ("tennis", "tennis"),
        ("canvas", "canvas"),
        ("ties", "tie"),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
    ],
)
def test_case_possessives_and_plurals_are_one_word(word: str, expected: str) -> None:
    assert normal(word) == expected


@given(st.text(alphabet=st.characters(categories=("L",)), min_size=1, max_size=20))
def test_a_word_has_one_normal_form_whatever_its_case(word: str) -> None:
    assert normal(word.casefold()) == normal(word)


def test_dashes_bars_and_commas_part_a_title_and_hyphens_do_not() -> None:
    assert parts("Night-shift nurse – vintage | mug, tea") == ("Night-shift nurse", "vintage ", " mug", " tea")


def test_a_title_is_about_what_is_left_without_products_styles_and_praise() -> None:
    heard = said("Funny Retro Camping T-Shirt – Vintage Campfire and Lantern Design", (), None)
    assert heard.title == (("camping",), ("campfire",), ("lantern",))
    assert heard.styles == {"retro", "vintage"}


@pytest.mark.parametrize(
    ("title", "style"),
    [
        ("Art Deco fox poster", "art deco"),
        ("Hand drawn fox poster", "hand-drawn"),
        ("Watercolour fox poster", "watercolor"),
        ("90s fox poster", "retro"),
        ("Line-art fox poster", "line art"),
        ("Cottagecore fox poster", "cottage"),
    ],
)
def test_a_style_is_known_by_its_other_names(title: str, style: str) -> None:
    heard = said(title, (), None)
    assert heard.styles == {style}
    assert heard.title == (("fox",),)


@pytest.mark.parametrize(
    ("title", "whom"),
    [
        ("Chess mug, gift for school clubs", "school club"),
        ("Chess Gift for Patient Gardeners: oak mug", "patient gardener"),
        ("Present for your mom", "mom"),
        ("Gift idea for nurses", "nurse"),
    ],
)
def test_a_gift_says_for_whom_it_is(title: str, whom: str) -> None:
    heard = said(title, (), None)
    assert heard.gift_for == {whom}
    assert not {word for run in heard.title for word in run} & set(whom.split())


def test_a_gift_for_an_occasion_is_for_nobody() -> None:
    assert not said("Fox mug, gift for Christmas", (), None).gift_for


@pytest.mark.parametrize(
    ("tag", "whom"),
    [
        ("coffee lovers", "coffee lover"),
        ("Dog Moms", "dog mom"),
        ("night nurses", "night nurse"),
        ("teachers", "teacher"),
    ],
)
def test_tags_that_are_people_words_are_an_audience(tag: str, whom: str) -> None:
    assert said("A mug", (tag,), None).people == {whom}


def test_one_nurse_is_a_subject_and_many_are_an_audience() -> None:
    heard = said("Night shift nurse mug", ("night shift nurse",), None)
    assert heard.title == (("night", "shift", "nurse"),)
    assert not heard.people


def test_a_shops_bookkeeping_is_not_read() -> None:
    filed = ("colour => grey", "shop::edition=classic", "YGroup_strider", "x" * 61)
    assert said("Fox", filed, None) == said("Fox", (), None)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "   ",
        "🦊🦊🦊",
        "8 x 10",
        "!!!",
        "\u0000",
        "word " * 400,
        "หมวกปักผ้า ลายแมว",
        "キャンプ Tシャツ",
        "حقيبة قماش",
        "कैंपिंग मग",
    ],
    ids=["empty", "blank", "emoji", "numbers", "marks", "null", "long", "thai", "japanese", "arabic", "hindi"],
)
def test_any_title_can_be_read(title: str) -> None:
    heard = said(title, (title, ""), title)
    assert all(word for run in (*heard.title, *heard.labels) for word in run)


@pytest.mark.parametrize("title", ["หมวกปักผ้า", "कैंपिंग", "قماش", "отдых"], ids=["thai", "hindi", "arabic", "russian"])
def test_a_word_of_another_script_is_one_word(title: str) -> None:
    assert said(title, (), None).title == ((title,),)


@given(st.text(max_size=300), st.lists(st.text(max_size=80), max_size=5), st.none() | st.text(max_size=40))
def test_reading_never_fails_and_repeats_itself(title: str, tags: list[str], category: str | None) -> None:
    assert said(title, tags, category) == said(title, tags, category)
