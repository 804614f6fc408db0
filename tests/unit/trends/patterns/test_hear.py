"""What an offer is heard to say: measured on labelled titles, and shown on those that are easily misheard."""

import csv
import gzip
import json
from collections.abc import Iterator

import pytest

from tests.support.real_data import DATA
from tests.unit.trends.patterns.labelled import labelled
from wareloom.trends.patterns.entries import Asks, by_first_word, edition, phrases
from wareloom.trends.patterns.hear import hear

CATALOGUES = "catalogues/brightdata_*-products.csv.gz"


def heard(title: str, *tags: str, category: str | None = None, colour: str | None = None) -> set[tuple[str, str]]:
    told = hear(title, tags, category, colour=colour)
    return {(kind, value) for kind, values in told.items() if kind != "product" for value in values}


def test_what_is_heard_in_labelled_titles_is_there_and_most_of_what_is_there_is_heard() -> None:
    titles = labelled()
    assert len(titles) >= 150
    right = sum(len(heard(title) & said) for title, said in titles)
    told = sum(len(heard(title)) for title, _said in titles)
    there = sum(len(said) for _title, said in titles)
    assert right / told >= 0.98
    assert right / there >= 0.90


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Orange cat mug", set[tuple[str, str]]()),
        ("Orange mug, cat", {("colour", "orange")}),
        ("Orange", set[tuple[str, str]]()),
        ("Mug in orange", {("colour", "orange")}),
        ("Black and orange mug", {("colour", "black"), ("colour", "orange")}),
        ("Rose gold mug", {("colour", "rose gold")}),
        ("Rose mug", set[tuple[str, str]]()),
        ("Gold - Rose", set[tuple[str, str]]()),
        ("Mother's Day", {("occasion", "Mother's Day")}),
        ("Mother’s Day", {("occasion", "Mother's Day")}),
        ("MOTHERS DAY", {("occasion", "Mother's Day")}),
        ("Mother - Day", {("recipient", "mom")}),
        ("Nurses", {("recipient", "nurse")}),
        ("Nursery", set[tuple[str, str]]()),
        ("Daddies", {("recipient", "dad")}),
        ("For mom and him", {("recipient", "mom"), ("recipient", "men")}),
        ("Cats for a man with a mug", {("recipient", "men")}),
        ("Cats on a boy", set[tuple[str, str]]()),
        ("Dog mom mug", {("recipient", "dog mom")}),
    ],
)
def test_words_are_whole_longer_phrases_win_and_what_may_mean_two_things_asks_for_more(
    title: str, said: set[tuple[str, str]]
) -> None:
    assert heard(title) == said


def test_tags_the_category_and_a_field_are_heard_too_and_a_field_needs_no_company() -> None:
    assert heard("Fox", "gift for nurses", category="Birthday cards", colour="Peach") == {
        ("recipient", "nurse"),
        ("occasion", "birthday"),
        ("colour", "peach"),
    }


def test_the_words_are_kept_as_they_were_written_first() -> None:
    assert hear("Fox mug for Mum", ["mom"], None)["recipient"] == {"mom": "Mum"}


@pytest.mark.parametrize(
    ("title", "product"),
    [
        ("Fox T-Shirt, mug and tote", "tee"),
        ("Fox shirt SVG", "digital file"),
        ("Leopard print skirt", "trousers"),
        ("Fox art print", "poster"),
        ("Fox print", "poster"),
        ("Fox", None),
    ],
)
def test_a_thing_is_what_its_title_names_first(title: str, product: str | None) -> None:
    assert next(iter(hear(title, [], None).get("product", {})), None) == product


def test_nothing_is_nothing_else_and_no_entry_is_out_of_reach() -> None:
    nothing = phrases("nothing")
    assert nothing.isdisjoint(phrases("colour", "tone", "occasion", "recipient", "product", "gift"))
    every = [entry for entries in by_first_word().values() for entry in entries]
    assert len(every) > 1_500
    assert all(len(entry.meanings) == len({one.role for one in entry.meanings}) for entry in every)
    assert {one.asks for entry in every for one in entry.meanings} == set(Asks)


def test_the_edition_is_that_of_the_tables() -> None:
    assert edition() == edition()
    assert len(edition()) == 16


def _titles() -> Iterator[tuple[str, str]]:
    for file in sorted(DATA.glob(CATALOGUES)):
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                yield row.get("title") or row.get("product_name") or "", row.get("color") or ""


@pytest.mark.real_data(CATALOGUES)
def test_real_catalogues_are_heard_the_same_each_time_and_say_no_more_than_their_words() -> None:
    told = 0
    for title, colour in _titles():
        said = hear(title, [], None, colour=colour)
        assert json.dumps(said) == json.dumps(hear(title, [], None, colour=colour))
        for values in said.values():
            told += len(values)
            assert all(words in f"{title}\0{colour}" for words in values.values() if title.isascii())
    assert told > 2_000
