"""What an idea is to be about: a trend's own words, whom it is for, what they pay and when it will sell."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict

from wareloom.ideas.products import PRODUCTS, Product
from wareloom.ideas.season import Season, season
from wareloom.kit.errors import Rejected

PriceLevel = Literal["budget", "middle", "premium"]

MOST_WORDS = 40
LONGEST = 120

# What one US dollar is worth, to the nearest step that matters between budget and premium. Others count as middle.
_PER_DOLLAR = {
    "USD": 1, "EUR": 1, "GBP": 0.8, "CHF": 0.9, "CAD": 1.4, "AUD": 1.5, "NZD": 1.7, "SGD": 1.3, "MYR": 4.4,
    "THB": 34, "PHP": 57, "VND": 25_000, "IDR": 16_000, "TWD": 32, "JPY": 150, "KRW": 1_350, "BRL": 5.4, "MXN": 18,
    "INR": 85, "PLN": 4, "SEK": 10.5, "NOK": 10.7, "DKK": 7, "CNY": 7.2,
}  # fmt: skip
_BUDGET, _PREMIUM = Decimal(18), Decimal(34)
"""Dollars: below is what mugs and sale shirts cost, above what hoodies and framed prints do."""
_FAVOURED: Mapping[PriceLevel, tuple[Product, ...]] = {
    "budget": ("tee", "mug", "tote", "phone case"),
    "middle": ("tee", "hoodie", "mug", "tote"),
    "premium": ("hoodie", "poster", "tee", "tote"),
}


class Brief(BaseModel):
    model_config = ConfigDict(frozen=True)

    niche: str
    words: tuple[str, ...]
    """The trend's words, the most telling first: what ideas are made of."""
    audience: tuple[str, ...]
    styles: tuple[str, ...]
    colours: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    """What its offers are given for, whenever that is."""
    recipients: tuple[str, ...] = ()
    price_level: PriceLevel
    price_avg: Decimal | None
    price_min: Decimal | None
    price_max: Decimal | None
    currency: str | None
    season: Season
    marketplaces: tuple[str, ...]
    """The one with the most offers first."""
    products: tuple[Product, ...]
    """Favoured at this price and by the trend's own words, the likeliest first."""

    @classmethod
    def of(
        cls,
        *,
        name: str,
        day: date,
        words: Iterable[str] = (),
        audience: Iterable[str] = (),
        styles: Iterable[str] = (),
        patterns: Mapping[str, Iterable[str]] | None = None,
        price_avg: Decimal | None = None,
        price_min: Decimal | None = None,
        price_max: Decimal | None = None,
        currency: str | None = None,
        marketplaces: Mapping[str, int] | None = None,
    ) -> Self:
        """From the plain values of a trend; `patterns`, by kind, are what its offers say alike.

        Rejected when there is no word in it to make anything of.
        """
        niche, told = _line(name), _listed(words)
        if not any(map(str.isalnum, "".join((niche, *told)))):
            raise Rejected("The trend has no words to make ideas of.")
        level = price_level(price_avg, currency)
        alike = patterns or {}
        counted = sorted((marketplaces or {}).items(), key=lambda entry: (-entry[1], entry[0]))
        return cls(
            niche=niche,
            words=told,
            audience=_listed(audience),
            styles=_listed(styles),
            colours=_listed(alike.get("colour", ())),
            tones=_listed(alike.get("tone", ())),
            occasions=_listed(alike.get("occasion", ())),
            recipients=_listed(alike.get("recipient", ())),
            price_level=level,
            price_avg=price_avg,
            price_min=price_min,
            price_max=price_max,
            currency=currency,
            season=season(day),
            marketplaces=tuple(place for place, _ in counted),
            products=_favoured(level, (niche, *told)),
        )


def price_level(average: Decimal | None, currency: str | None) -> PriceLevel:
    per_dollar = _PER_DOLLAR.get(currency or "")
    if average is None or per_dollar is None:
        return "middle"
    dollars = average / Decimal(str(per_dollar))
    if dollars < _BUDGET:
        return "budget"
    return "premium" if dollars > _PREMIUM else "middle"


def _favoured(level: PriceLevel, words: Sequence[str]) -> tuple[Product, ...]:
    said = " ".join(words).lower()
    named: list[Product] = [product for product in PRODUCTS if product in said]
    return tuple(dict.fromkeys([*named, *_FAVOURED[level]]))


def _listed(texts: Iterable[str]) -> tuple[str, ...]:
    lines = (_line(text) for text in texts)
    return tuple({line.casefold(): line for line in lines if line}.values())[:MOST_WORDS]


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST].strip()
