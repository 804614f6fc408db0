"""English as far as slogans need it, and what is found in a trend's words."""

import pytest

from tests.unit.ideas.briefs import brief
from wareloom.ideas.grammar.inflect import article, doer, gerund, is_plural, plural, singular
from wareloom.ideas.grammar.noun import noun, read, read_long
from wareloom.ideas.grammar.terms import terms
from wareloom.ideas.grammar.titlecase import titled
from wareloom.kit.errors import Rejected


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("starter jar", "starter jars"),
        ("dry fly", "dry flies"),
        ("torch", "torches"),
        ("wisdom tooth", "wisdom teeth"),
        ("twenty-sided die", "twenty-sided dice"),
        ("rainbow trout", "rainbow trout"),
        ("jellyfish", "jellyfish"),
        ("horse", "horses"),
        ("cheese knife", "cheese knives"),
        ("octopus", "octopuses"),
        ("blanket WIP", "blanket WIPs"),
        ("toe", "toes"),
    ],
)
def test_plural_and_back(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one


@pytest.mark.parametrize("said", ["drop bars", "short legs", "binoculars", "wisdom teeth", "tacos"])
def test_plurals_are_known_as_such(said: str) -> None:
    assert is_plural(said)


@pytest.mark.parametrize("said", ["octopus", "canvas", "chess", "moss", "bus", "tennis", "UFO"])
def test_words_that_only_look_like_plurals(said: str) -> None:
    assert not is_plural(said)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("owl", "an"),
        ("unicorn", "a"),
        ("ukulele", "a"),
        ("heirloom tomato", "an"),
        ("hour", "an"),
        ("RV", "an"),
        ("UFO", "a"),
        ("ER nurse", "an"),
        ("DIY kit", "a"),
        ("8-bit gamer", "an"),
        ("90s kid", "a"),
        ("oak", "an"),
        ("ewe", "a"),
    ],
)
def test_a_or_an(said: str, expected: str) -> None:
    assert article(said) == expected


@pytest.mark.parametrize(
    ("verb", "doing", "who"),
    [
        ("run", "running", "runner"),
        ("bake", "baking", "baker"),
        ("swim", "swimming", "swimmer"),
        ("row", "rowing", "rower"),
        ("knit", "knitting", "knitter"),
        ("cycle", "cycling", "cyclist"),
        ("canoe", "canoeing", "canoeist"),
        ("debug", "debugging", "debugger"),
        ("sketch", "sketching", "sketcher"),
    ],
)
def test_doing_and_doer(verb: str, doing: str, who: str) -> None:
    assert gerund(verb) == doing
    assert doer(verb) == who


@pytest.mark.parametrize(
    ("said", "number", "bare"),
    [
        ("morel", "count", "morels"),
        ("moon phase", "count", "moon phases"),
        ("cold coffee", "mass", "cold coffee"),
        ("drop bars", "plural", "drop bars"),
        ("sea glass", "mass", "sea glass"),
        ("yarn ball", "count", "yarn balls"),
        ("driftwood", "mass", "driftwood"),
        ("steeping", "mass", "steeping"),
        ("フィカ", "mass", "フィカ"),
    ],
)
def test_a_noun_is_counted_or_not(said: str, number: str, bare: str) -> None:
    assert (noun(said).number, noun(said).bare) == (number, bare)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Fossil T-Shirt", "fossil"),
        ("vintage morel", "morel"),
        ("CHALK BAG", "chalk bag"),
        ("bobble hat", "bobble hat"),
        ("IV pole", "IV pole"),
        ("DIY", "DIY"),
        ("DnD dice", "DnD dice"),
        ("  drop   bars!! ", "drop bars"),
        ("#vanlife 🚐", "vanlife"),
        ("tee pad", "tee pad"),
        ("personal best", "personal best"),
    ],
)
def test_a_phrase_is_read_as_its_noun(written: str, said: str) -> None:
    found = read(written)
    assert found is not None
    assert found.given == said


@pytest.mark.parametrize(
    "written", ["", "shirt", "vintage", "!!!", "100", "x" * 60, "cotton tote bag", "cats and dogs"]
)
def test_what_is_no_one_noun_is_left_out(written: str) -> None:
    assert read(written) is None


def test_a_long_name_gives_its_first_noun() -> None:
    found = read_long("gifts for grandpas who love fly fishing")
    assert found is not None
    assert found.given == "grandpas"


def test_a_hunter_offers_what_it_hunts_and_how() -> None:
    found = terms(brief("fossil hunter", "ammonite", "dig site", audience=("museum volunteers", "women")))
    assert [each.bare for each in found.things] == ["ammonites", "fossils", "dig sites"]
    assert [each.given for each in found.pastimes] == ["fossil hunting"]
    assert [each.given for each in found.people] == ["fossil hunter", "museum volunteer"]


def test_a_pastime_offers_who_does_it_and_the_verb() -> None:
    found = terms(brief("trail running", "muddy shoes"))
    assert found.verbs == ("run",)
    assert [each.given for each in found.people] == ["trail runner"]


def test_a_household_is_about_its_animal() -> None:
    found = terms(brief("black cat household", "moon phase", audience=("cat moms",)))
    assert found.subject is not None
    assert found.subject.bare == "black cats"
    assert [each.bare for each in found.pool("animal")] == ["black cats"]


def test_styles_are_no_things() -> None:
    found = terms(brief("beekeeping", "honeycomb", "art deco", styles=("Art Deco",)))
    assert [each.given for each in found.things] == ["honeycomb"]


def test_a_trend_without_a_word_is_refused_with_a_reason() -> None:
    with pytest.raises(Rejected, match="no word"):
        terms(brief("it's for you"))


@pytest.mark.parametrize(
    ("plain", "title"),
    [
        ("came for the morels & stayed", "Came for the Morels & Stayed"),
        ("night-shift nurse", "Night-Shift Nurse"),
        ("day-to-day chalk", "Day-to-Day Chalk"),
        ("i can explain the DnD dice", "I Can Explain the DnD Dice"),
        ("what is it for", "What Is It For"),
        ("drop bars: the life", "Drop Bars: The Life"),
        ("last skein (again)", "Last Skein (Again)"),
        ("día de muertos", "Día de Muertos"),
    ],
)
def test_title_case(plain: str, title: str) -> None:
    assert titled(plain) == title
