"""An offer as the matcher sees it: read once, compared many times."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from wareloom.market.matching.identifiers import identifiers
from wareloom.market.matching.lexicon import COLOURS
from wareloom.market.matching.wording import Wording, known_kind, plain, read_title

_COLOUR, _KIND = ("colour", "color"), ("product_type", "kind")


@dataclass(frozen=True)
class Likeness:
    marketplace: str
    external_id: str
    wording: Wording
    colours: frozenset[str]
    brand: str | None
    seller: str | None
    numbers: frozenset[tuple[str, str]]
    price_usd: Decimal | None
    picture: int | None
    """The perceptual hash of its picture, where that could be had."""

    @property
    def place(self) -> tuple[str, str]:
        """The same in every database, whenever the offer came: what decides between equals."""
        return self.marketplace, self.external_id


def likeness(
    *,
    marketplace: str,
    external_id: str,
    title: str,
    seller: str | None = None,
    details: Mapping[str, Any] | None = None,
    price_usd: Decimal | None = None,
    picture: int | None = None,
) -> Likeness:
    details = details or {}
    brand = _name(details.get("brand"))
    kind = next((found for name in _KIND if (found := known_kind(details.get(name)))), None)
    wording = read_title(title, maker=brand or seller, kind=kind)
    told = {COLOURS.get(said, said) for name in _COLOUR if (said := _name(details.get(name)))}
    return Likeness(
        marketplace=marketplace,
        external_id=external_id,
        wording=wording,
        colours=frozenset(told) or wording.colours,
        brand=brand,
        seller=_name(seller),
        numbers=identifiers(details, marketplace, external_id, brand),
        price_usd=price_usd,
        picture=picture,
    )


def _name(said: object) -> str | None:
    return (plain(said) or None) if isinstance(said, str) else None
