"""Which of today's niches are yesterday's: told by their offers, whatever they are called."""

from uuid import UUID

from wareloom.trends.lineage import Descent, Overlap, Sizes, descents

FOX, OWL = UUID(int=1), UUID(int=2)


def found(
    *overlaps: tuple[UUID, str, int],
    before: dict[UUID, int],
    now: dict[str, int],
    vanished: tuple[UUID, ...] = (),
    new: tuple[str, ...] = (),
) -> list[tuple[str, UUID, str]]:
    told = [Overlap(*one) for one in overlaps]
    return [(one.kind, one.before, one.now) for one in descents(told, Sizes(before, now), vanished=vanished, new=new)]


def test_most_of_the_same_offers_under_other_words_are_the_same_niche() -> None:
    overlaps = [(FOX, "red fox", 8), (FOX, "owl", 1)]
    told = found(*overlaps, before={FOX: 10}, now={"red fox": 9, "owl": 5}, vanished=(FOX,), new=("red fox",))
    assert told == [("renamed", FOX, "red fox")]


def test_a_niche_that_went_into_a_known_one_was_merged() -> None:
    told = found((FOX, "animals", 9), before={FOX: 10}, now={"animals": 90}, vanished=(FOX,))
    assert told == [("merged", FOX, "animals")]


def test_a_new_niche_that_was_part_of_a_known_one_was_split() -> None:
    told = found(
        (FOX, "red fox", 6), (FOX, "fox", 30), before={FOX: 36}, now={"red fox": 7, "fox": 30}, new=("red fox",)
    )
    assert told == [("split", FOX, "red fox")]


def test_of_two_heirs_the_larger_keeps_the_row_and_the_other_is_a_split() -> None:
    told = found(
        (FOX, "red fox", 10), (FOX, "snow fox", 8), before={FOX: 18}, now={"red fox": 10, "snow fox": 8},
        vanished=(FOX,), new=("red fox", "snow fox"),
    )  # fmt: skip
    assert told == [("renamed", FOX, "red fox"), ("split", FOX, "snow fox")]


def test_two_niches_that_become_one_leave_one_row_and_a_merger() -> None:
    told = found(
        (FOX, "forest", 10), (OWL, "forest", 9), before={FOX: 10, OWL: 9}, now={"forest": 19},
        vanished=(FOX, OWL), new=("forest",),
    )  # fmt: skip
    assert told == [("renamed", FOX, "forest"), ("merged", OWL, "forest")]


def test_a_few_offers_in_common_are_no_kin() -> None:
    told = found((FOX, "owl", 2), before={FOX: 10}, now={"owl": 20}, vanished=(FOX,), new=("owl",))
    assert told == []


def test_how_many_offers_they_share_is_told() -> None:
    (one,) = descents([Overlap(FOX, "owl", 9)], Sizes({FOX: 10}, {"owl": 10}), vanished={FOX}, new={"owl"})
    assert one == Descent("renamed", FOX, "owl", 9)
