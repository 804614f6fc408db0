"""The words that listings are made of, apart from what they are about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Product:
    kind: str
    called: tuple[str, ...]
    department: str
    material: str
    price: tuple[float, float]
    colours: tuple[str, ...]


_FABRIC = ("Black", "Heather Navy", "Forest Green", "Sand", "Mustard", "Rust", "Dusty Rose", "Ash Grey", "Cream")
_PAPER = ("Natural White", "Cream", "Black Frame", "Oak Frame")
_GLAZE = ("White", "Speckled Cream", "Black Handle", "Blue Handle")
_SHELL = ("Clear", "Matte Black", "Sage", "Lilac")

_TEE = Product(
    "tee", ("T-Shirt", "Tee", "Graphic Tee", "Unisex Shirt"), "Tops & T-Shirts", "Combed cotton", (17, 29), _FABRIC
)
_HOODIE = Product("hoodie", ("Hoodie", "Pullover Hoodie"), "Hoodies & Sweatshirts", "Cotton fleece", (36, 58), _FABRIC)
_MUG = Product("mug", ("Mug", "Ceramic Mug"), "Drinkware", "Stoneware", (12, 21), _GLAZE)
_POSTER = Product("poster", ("Poster", "Wall Art Print"), "Wall Art", "Matte paper", (11, 42), _PAPER)
_TOTE = Product("tote", ("Tote Bag", "Canvas Tote"), "Bags", "Cotton canvas", (15, 27), ("Natural", "Black", "Navy"))
_CASE = Product("phone case", ("Phone Case", "Slim Phone Case"), "Phone Cases", "Polycarbonate", (16, 28), _SHELL)

PRODUCTS: dict[str, tuple[Product, ...]] = {
    "outdoors": (_TEE, _HOODIE, _MUG, _POSTER),
    "garden": (_TEE, _TOTE, _MUG, _POSTER),
    "kitchen": (_TEE, _MUG, _TOTE, _POSTER),
    "work": (_TEE, _HOODIE, _MUG, _TOTE),
    "craft": (_TEE, _TOTE, _MUG, _POSTER, _CASE),
    "animals": (_TEE, _HOODIE, _MUG, _CASE),
    "sport": (_TEE, _HOODIE, _TOTE, _CASE),
    "games": (_TEE, _HOODIE, _MUG, _POSTER),
    "music": (_TEE, _HOODIE, _POSTER, _TOTE),
    "science": (_TEE, _MUG, _POSTER, _CASE),
}
"""What a niche's theme is printed on."""

TITLES = (
    "{niche} {product} – {style} {motif} and {other} Design",
    "{style} {motif} {product}, {other} Lover Present, {niche} Gift Idea",
    "{motif} and {other} {product} | {style} {niche} Gift for {audience}",
    "{style} {niche} {product} with {motif} and {other}",
    "{niche} Gift for {audience}: {style} {motif} {other} {product}",
    "{motif} {product} in {style} Style, {other}, Present for {audience}",
    "Funny {niche} {product}, {style} {other} with {motif}",
    "{product} for {audience} – {style} {motif} + {other} | {niche}",
)

TAGS = (
    "{niche}",
    "{motif}",
    "{other}",
    "{style} {kind}",
    "{niche} gift",
    "{audience}",
    "{motif} {kind}",
    "{theme} gift",
)

SHOP_FIRST = ("Copper", "Mossy", "Velvet", "Paper", "Quiet", "Amber", "Crooked", "Little", "Saltwater", "Juniper")
SHOP_SECOND = ("Heron", "Thimble", "Lantern", "Acorn", "Kettle", "Anchor", "Magpie", "Bramble", "Pebble", "Attic")
SHOP_LAST = ("Press", "Prints", "Studio", "Goods", "Workshop", "Supply")

CURRENCIES: dict[str, float] = {"USD": 1.0, "EUR": 0.93, "GBP": 0.8}
"""What shops charge in each currency for what costs one dollar."""
