"""One product as five marketplaces would word it, and products that only look like it: with the truth, for tests.

What a product is about comes from the sample market's niches; every second one is for fitting, the others for judging.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from wareloom.market.matching.likeness import Likeness, likeness
from wareloom.simulation.niches import Niche, niches

_KINDS = {
    "tee": (("T-Shirt", "Tee", "Graphic Tee", "Unisex Shirt", "Tshirt"), 24),
    "mug": (("Mug", "Ceramic Mug", "Coffee Mug"), 16),
    "hoodie": (("Hoodie", "Pullover Hoodie"), 45),
    "tote": (("Tote Bag", "Canvas Tote"), 20),
    "poster": (("Poster", "Wall Art Print", "Art Print"), 22),
    "sticker": (("Sticker", "Decal"), 4),
}
_COLOURS = ("Black", "Navy", "White", "Sand", "Forest Green")
_BRANDS = ("Copper Heron Press", "Velvet Acorn Studio", "Quiet Magpie Goods", "Amber Kettle Prints", None, None)
_SHOPS = ("Mossy Lantern", "Paper Anchor", "Little Pebble", "Juniper Attic", "Saltwater Bramble")
_FILLING = ("Gift Idea", "Perfect Present", "Funny Gift", "Birthday Gift", "Christmas Gift", "Lover Gift")
_SAYS = (
    "{motif} and {other}",
    "Easily Distracted by {motif} and {other}",
    "{motif} {other} Club",
    "Born for {motif}, {other}",
    "Just One More {motif} {other}",
    "{style} {motif} with {other}",
    "{motif} Season {other} Crew",
)
MARKETPLACES = ("amazon", "etsy", "shopify", "shopee", "tiktok")


@dataclass(frozen=True)
class Product:
    niche: str
    says: str
    kind: str
    colour: str
    pack: int
    number: int | None
    brand: str | None
    audience: str
    price: float
    picture: int


@dataclass(frozen=True)
class Labelled:
    one: Likeness
    other: Likeness
    same: bool
    about: str


def labelled(seed: int, products: int = 60, *, held_out: bool) -> Iterator[Labelled]:
    """Pairs with their truth. `held_out` products are about other niches than those that weights were fitted on."""
    chance = random.Random(seed)  # noqa: S311 - the same pairs for the same seed
    about = [niche for place, niche in enumerate(niches()) if place % 2 == held_out]
    for _ in range(products):
        product = _product(chance, chance.choice(about))
        told = [worded(product, where, chance) for where in chance.sample(MARKETPLACES, 3)]
        for one, other in combinations(told, 2):
            yield Labelled(one, other, same=True, about="worded differently")
        for name, unlike in _unlike(product, chance, about):
            yield Labelled(
                chance.choice(told), worded(unlike, chance.choice(MARKETPLACES), chance), same=False, about=name
            )


def worded(product: Product, marketplace: str, chance: random.Random) -> Likeness:
    called = chance.choice(_KINDS[product.kind][0])
    says = f"{product.says} {product.number}th" if product.number else product.says
    pack = f"Pack of {product.pack}" if product.pack > 1 else ""
    fill = chance.choice(_FILLING)
    size = chance.choice(("S", "M", "L", "XL", "2XL"))
    for_whom = product.audience.title()
    title, details, seller = _titles(product, marketplace, says, called, pack, fill, size, for_whom, chance)
    return likeness(
        marketplace=marketplace,
        external_id=f"{chance.getrandbits(40)}",
        title=title,
        seller=seller,
        details=details,
        price_usd=Decimal(f"{product.price * chance.uniform(0.7, 1.5):.2f}"),
        picture=_retaken(product.picture, chance) if chance.random() < 0.8 else None,
    )


def _titles(
    product: Product, marketplace: str, says: str, called: str, pack: str, fill: str, size: str, for_whom: str,
    chance: random.Random,
) -> tuple[str, dict[str, str], str | None]:  # fmt: skip
    niche, brand, shop = product.niche.title(), product.brand, chance.choice(_SHOPS)
    match marketplace:
        case "amazon":
            words = [f"{brand or ''} {says} {called}", f"{niche} {fill} for {for_whom}", pack, product.colour, size]
            return ", ".join(word.strip() for word in words if word.strip()), {"brand": brand} if brand else {}, shop
        case "etsy":
            words = [f"{says} {called}", f"{niche} {fill}", f"{for_whom} Present", pack, f"{niche} {called}"]
            return ", ".join(word for word in words if word), {}, brand or shop
        case "shopify":
            return f"{says} {called}{f' ({pack})' if pack else ''}", {"colour": product.colour}, brand or shop
        case "shopee":
            return f"[READY STOCK] {called} {says} {niche} {pack} Free Shipping 100% Original", {}, shop
        case _:
            return f"{says.upper()} {called} {pack} #{niche.replace(' ', '')} #fyp #trending", {}, brand or shop


def _product(chance: random.Random, niche: Niche) -> Product:
    kind = chance.choice(sorted(_KINDS))
    return Product(
        niche=niche.name,
        says=_slogan(chance, niche),
        kind=kind,
        colour=chance.choice(_COLOURS),
        pack=chance.choice((1, 1, 1, 1, 2, 3)),
        number=chance.choice((None, None, None, 30, 40)),
        brand=chance.choice(_BRANDS),
        audience=chance.choice(niche.audiences),
        price=_KINDS[kind][1],
        picture=chance.getrandbits(64) - 2**63,
    )


def _slogan(chance: random.Random, niche: Niche) -> str:
    motif, other = chance.sample(niche.motifs, 2)
    filled = {"motif": motif.title(), "other": other.title(), "style": chance.choice(niche.styles).title()}
    return chance.choice(_SAYS).format_map(filled)


def _unlike(product: Product, chance: random.Random, about: list[Niche]) -> Iterator[tuple[str, Product]]:
    """Of another kind, pack, number or slogan; printed on the same blank it may even be photographed alike."""
    niche = next(niche for niche in about if niche.name == product.niche)
    drawn_alike = _retaken(product.picture, chance, most=14)
    kinds = [kind for kind in sorted(_KINDS) if kind != product.kind]
    kind = chance.choice(kinds)
    yield "another garment", replace(product, kind=kind, price=_KINDS[kind][1], picture=drawn_alike)
    yield "another pack", replace(product, pack=product.pack + chance.choice((1, 4)), picture=drawn_alike)
    yield (
        "another number",
        replace(product, number=(product.number or 40) + 10)
        if product.number
        else replace(product, says=_other_slogan(product, chance, niche)),
    )
    yield "another slogan", replace(product, says=_other_slogan(product, chance, niche), picture=chance.getrandbits(64))
    yield (
        "another slogan on the same blank",
        replace(product, says=_other_slogan(product, chance, niche), picture=drawn_alike),
    )
    yield "anything else", _product(chance, chance.choice(about))


def _other_slogan(product: Product, chance: random.Random, niche: Niche) -> str:
    """With another motif: the same two in another frame may well be the same design, and nobody could tell."""
    said = {motif for motif in niche.motifs if motif.title() in product.says}
    while True:
        found = _slogan(chance, niche)
        if not {motif for motif in niche.motifs if motif.title() in found} <= said:
            return found


def _retaken(picture: int, chance: random.Random, most: int = 9) -> int:
    """The same photograph as another shop has it: compressed, resized, cropped a little."""
    for place in chance.sample(range(64), chance.randrange(most)):
        picture ^= 1 << place
    return (picture + 2**63) % 2**64 - 2**63
