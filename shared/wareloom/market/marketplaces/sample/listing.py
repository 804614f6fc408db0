"""What stays the same about an offer for as long as it is on the shelf: its words, its shop and its appeal."""

from dataclasses import dataclass
from math import exp, gcd
from random import Random

from wareloom.market.marketplaces.sample import words
from wareloom.market.marketplaces.sample.shelf import Place
from wareloom.market.marketplaces.sample.words import Product
from wareloom.simulation.niches import Niche
from wareloom.simulation.world import World, bell, pick

_SHOPS = 48
_SHOPS_PER_NICHE = 9


@dataclass(frozen=True)
class Listing:
    title: str
    seller: str
    category: str
    tags: tuple[str, ...]
    details: dict[str, str]
    currency: str
    first_price: float
    appeal: float
    """Reviews a day while demand is quiet. A few offers have far more than the rest."""
    full_marks: float
    """The share of reviews with five stars."""


def listing(world: World, place: Place) -> Listing:
    chances = world.chances("listing", place.niche.name, place.serial)
    product, template, filled = _combination(world, place)
    filled |= {"audience": pick(chances, place.niche.audiences), "theme": place.niche.theme, "kind": product.kind}
    colour = pick(chances, product.colours)
    currency = _currency(world, place.niche)
    low, high = product.price
    return Listing(
        title=template.format_map({key: _headline(word) for key, word in filled.items()}),
        seller=_seller(world, place.niche, chances),
        category=product.department,
        tags=_tags(filled, chances),
        details={"product_type": product.kind, "colour": colour, "material": product.material},
        currency=currency,
        first_price=(low + (high - low) * chances.random()) * words.CURRENCIES[currency],
        appeal=min(2.5, 0.15 * exp(0.9 * bell(chances))),
        full_marks=min(0.95, 0.25 + 0.7 * max(chances.random(), chances.random())),
    )


def _combination(world: World, place: Place) -> tuple[Product, str, dict[str, str]]:
    """Each serial of a niche gets another combination of words, so that no two titles are the same."""
    niche = place.niche
    products = [(product, called) for product in words.PRODUCTS[niche.theme] for called in product.called]
    pairs = [(motif, other) for motif in niche.motifs for other in niche.motifs if motif != other]
    sizes = (len(words.TITLES), len(products), len(niche.styles), len(pairs))
    title, product, style, pair = _mixed(_shuffled(world, niche, place.serial, sizes), sizes)
    motif, other = pairs[pair]
    filled = {"niche": niche.name, "product": products[product][1], "style": niche.styles[style]}
    return products[product][0], words.TITLES[title], filled | {"motif": motif, "other": other}


def _shuffled(world: World, niche: Niche, serial: int, sizes: tuple[int, ...]) -> int:
    """The serial's place in a long stride around all combinations, which meets each once before any twice."""
    everything = 1
    for size in sizes:
        everything *= size
    stride = world.number("stride", niche.name) % everything
    while gcd(stride, everything) != 1:
        stride += 1
    return (world.number("start", niche.name) + serial * stride) % everything


def _headline(words_of: str) -> str:
    return " ".join(word[0].upper() + word[1:] for word in words_of.split())


def _mixed(number: int, sizes: tuple[int, ...]) -> list[int]:
    digits: list[int] = []
    for size in sizes:
        number, digit = divmod(number, size)
        digits.append(digit)
    return digits


def _tags(filled: dict[str, str], chances: Random) -> tuple[str, ...]:
    kept = [tag.format_map(filled) for tag in words.TAGS]
    for _ in range(int(chances.random() * 4)):
        kept.pop(int(chances.random() * len(kept)))
    return tuple(dict.fromkeys(kept))


def _seller(world: World, niche: Niche, chances: Random) -> str:
    """A niche belongs to a few of the shops, and the first of them have most of it."""
    nth = int(_SHOPS_PER_NICHE * chances.random() ** 1.7)
    shop = world.number("shop", niche.name, nth) % _SHOPS
    named = world.chances("shop", shop)
    # The first two words count through all pairs, so that every shop has a name of its own.
    first, second = shop % len(words.SHOP_FIRST), (shop * 3 + shop // len(words.SHOP_FIRST)) % len(words.SHOP_SECOND)
    return f"{words.SHOP_FIRST[first]} {words.SHOP_SECOND[second]} {pick(named, words.SHOP_LAST)}"


def _currency(world: World, niche: Niche) -> str:
    tenth = world.number("currency", niche.name) % 10
    return {0: "EUR", 1: "GBP"}.get(tenth, "USD")
