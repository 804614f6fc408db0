"""Briefs as the sample market's niches give them, and odd ones."""

from datetime import date
from random import Random

from wareloom.ideas.brief import Brief
from wareloom.simulation.niches import niches

DAY = date(2025, 8, 1)

ODD: dict[str, list[str]] = {
    "coffee": [],
    "90s kid": ["vhs tape", "dial-up", "mixtape"],
    "747": [],
    "día de muertos": ["calavera", "marigold"],
    "猫": [],
    "GOTH MOM": ["BAT", "coffin", "BLACK LACE"],
    "gifts for grandpas who love fishing on the lakes of northern minnesota": ["walleye", "pontoon"],
    "supercalifragilisticexpialidocious": [],
    "FUNNY CAT SHIRT": ["cat", "funny", "shirt", "gift for her"],
    "DnD": ["d20", "dungeon master"],
    "ER nurse": ["IV pole", "night shift"],
    "!!! 100": ["!!"],
    "a b": ["🍄", "x" * 200, "100% cotton"],
}


def brief(name: str, *words: str, audience: tuple[str, ...] = (), styles: tuple[str, ...] = ()) -> Brief:
    return Brief.of(name=name, day=DAY, words=words, audience=audience, styles=styles)


def sample_briefs() -> list[Brief]:
    return [brief(each.name, *each.motifs, audience=each.audiences, styles=each.styles) for each in niches()]


def dice(seed: int | str) -> Random:
    return Random(seed)  # noqa: S311 - the same chance in every run, no secret
