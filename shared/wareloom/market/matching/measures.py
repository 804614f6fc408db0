"""Quantities in a title: how many come together, how large or heavy one is, and which bare numbers stand in it."""

import re
from dataclasses import dataclass

_NUMBER = r"(\d{1,4}(?:[.,]\d{1,2})?)"
_PACKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:pack|set|lot|box|bundle|paquete|pacco|juego|packung|pak) (?:of|de|da|von|mit|van) (\d{1,3})\b",
        r"\b(\d{1,3}) ?(?:er)?[ -]?(?:pack|packs|pk|set|pcs|pc|pieces|piece|stuck|piezas|pezzi|stuks|biji|count|ct)\b",
        r"\b(?:pack|set) (\d{1,3})\b",
    )
)
_IN_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12, "pair": 2, "zwei": 2, "drei": 3}
_SPELLED = re.compile(rf"\b(?:pack|set) of (?:a )?({'|'.join(_IN_WORDS)})\b")
_SIDES = re.compile(rf'\b{_NUMBER} ?(cm|mm|in|inch|")? ?[x×] ?{_NUMBER} ?(cm|mm|inches|inch|in|"|zoll)?(?!\w)')
_UNITS = {
    "ml": ("ml", 1.0), "cl": ("ml", 10.0), "l": ("ml", 1000.0), "oz": ("ml", 29.57), "ounce": ("ml", 29.57),
    "g": ("g", 1.0), "kg": ("g", 1000.0), "lb": ("g", 453.6), "lbs": ("g", 453.6),
    "mm": ("mm", 1.0), "cm": ("mm", 10.0), "inch": ("mm", 25.4), "inches": ("mm", 25.4), "zoll": ("mm", 25.4),
    "gb": ("gb", 1.0), "tb": ("gb", 1000.0), "w": ("w", 1.0), "mah": ("mah", 1.0),
}  # fmt: skip
_MEASURE = re.compile(rf"\b{_NUMBER} ?(?:fl )?({'|'.join(sorted(_UNITS, key=len, reverse=True))})\b")
_ORDINAL = re.compile(r"\b(\d{1,4})(?:st|nd|rd|th)\b")
_SHARE = re.compile(r"\b\d{1,3} ?%")
"""“100 % cotton” is no number of the product."""
_BARE = re.compile(r"\b\d{1,6}\b")
_IN_MM = {"mm": 1.0, "cm": 10.0}
_INCH = 25.4
_MOST = 1000


@dataclass(frozen=True)
class Quantities:
    pack: int = 1
    measures: frozenset[tuple[str, float]] = frozenset()
    """Each in the unit of its kind: millilitres, grams, millimetres."""
    numbers: frozenset[str] = frozenset()
    """Those with no unit: a year, an age, a volume of a series."""


def take(text: str) -> tuple[Quantities, str]:
    """What the title measures, and the rest of it. `text` is plain: lower case, no diacritics."""
    pack, text = _pack(_ORDINAL.sub(r"\1", _SHARE.sub(" ", text)))
    measures: set[tuple[str, float]] = set()

    def keep_sides(found: re.Match[str]) -> str:
        unit = found[4] or found[2]
        scale = _IN_MM.get(unit or "", _INCH)
        sides = sorted(_amount(found[place]) * scale for place in (1, 3))
        measures.update((f"side {place}", round(side, 1)) for place, side in enumerate(sides, 1))
        return " "

    def keep(found: re.Match[str]) -> str:
        kind, scale = _UNITS[found[2]]
        measures.add((kind, round(_amount(found[1]) * scale, 1)))
        return " "

    rest = _MEASURE.sub(keep, _SIDES.sub(keep_sides, text))
    return Quantities(pack, frozenset(measures), frozenset(_BARE.findall(rest))), rest


def _pack(text: str) -> tuple[int, str]:
    for pattern in _PACKS:
        if (found := pattern.search(text)) and 1 <= int(found[1]) < _MOST:
            return int(found[1]), pattern.sub(" ", text)
    if found := _SPELLED.search(text):
        return _IN_WORDS[found[1]], _SPELLED.sub(" ", text)
    return 1, text


def _amount(written: str) -> float:
    return float(written.replace(",", "."))
