"""Which blank of Printful's each of our products is printed on, and which of its variants a colour and a size are.

Only the blank's number is written down here. Its variants are looked up in the catalogue at each publication, and the
title found there must speak of the product: a number that one day means something else sells nothing wrong.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wareloom.kit.errors import Rejected
from wareloom.listings.channel import Variant
from wareloom.listings.channels.printful.answers import Catalogue, CatalogueVariant


@dataclass(frozen=True)
class Blank:
    number: int
    name: str
    words: tuple[str, ...]
    """One of them stands in the catalogue's title or type."""
    source: str


BLANKS: Mapping[str, Blank] = {
    "tee": Blank(71, "Bella + Canvas 3001", ("shirt", "tee"), "API v1 reference, mockup generator's example"),
    "hoodie": Blank(146, "Gildan 18500", ("hood",), "shops' public code; confirmed by the look-up"),
    "mug": Blank(19, "White Glossy Mug", ("mug",), "shops' public code; confirmed by the look-up"),
    "poster": Blank(1, "Enhanced Matte Paper Poster", ("poster",), "API v1 reference, orders' example"),
    "tote": Blank(367, "Econscious EC8000", ("tote", "bag"), "shops' public code; confirmed by the look-up"),
    "phone case": Blank(181, "iPhone Case", ("case",), "API v1 reference, catalogue's example"),
}
_WRITTEN = re.compile(r"\s*([a-z][a-z ]*?)\s*=\s*(\d{1,9})\s*")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def written_blanks(text: str) -> dict[str, int]:
    """An owner's own choice: “tee = 586, mug = 300”."""
    found: dict[str, int] = {}
    for entry in filter(str.strip, text.split(",")):
        match = _WRITTEN.fullmatch(entry.lower())
        if match is None or match[1] not in BLANKS:
            raise ValueError(f"write them as “tee = 71, mug = 19”; known are {', '.join(BLANKS)}")
        found[match[1]] = int(match[2])
    return found


def number_of(product: str, chosen: Mapping[str, int]) -> int:
    if product not in BLANKS:
        raise Rejected(f"Printful is not asked to make a {product}.")
    return chosen.get(product, BLANKS[product].number)


def matched(product: str, catalogue: Catalogue, wanted: Iterable[Variant]) -> dict[str, int]:
    """Printful's variant numbers by our `colour/size`."""
    _check(product, catalogue)
    return {spelled(one): _one(product, catalogue, one).id for one in wanted}


def spelled(variant: Variant) -> str:
    return f"{variant.colour}/{variant.size}"


def _check(product: str, catalogue: Catalogue) -> None:
    found = catalogue.product
    shown = f"Printful’s product {found.id} is “{found.title}”"
    if not any(word in f"{found.title} {found.type_name}".lower() for word in BLANKS[product].words):
        raise Rejected(f"{shown}, which is no {product}.")
    if found.is_discontinued:
        raise Rejected(f"{shown}, which is discontinued: choose another blank for the {product}.")


def _one(product: str, catalogue: Catalogue, wanted: Variant) -> CatalogueVariant:
    for variant in catalogue.variants:
        # Paper and the like have no colour in the catalogue: any is theirs.
        colour_fits = not variant.color or _plain(variant.color) == _plain(wanted.colour)
        if colour_fits and _plain(variant.size or "") == _plain(wanted.size):
            return variant
    offered = sorted({f"{one.color or 'any colour'} / {one.size or 'one size'}" for one in catalogue.variants})
    shown = ", ".join(offered[:5]) + (", …" if len(offered) > 5 else "")
    raise Rejected(
        f"Printful’s {catalogue.product.title} does not come in {wanted.colour} / {wanted.size}"
        f" ({product}); it comes in {shown}."
    )


def _plain(written: str) -> str:
    """“18″×24″” and “18x24”, “11 oz” and “11oz”, “One size” and “one-size” are the same."""
    return _NOT_WORDS.sub("", written.lower().replace("×", "x"))
