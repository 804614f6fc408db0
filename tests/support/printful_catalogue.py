"""As much of Printful's catalogue as our products are printed on, in the shape of the API v1 reference."""

from itertools import product
from typing import Any

Json = dict[str, Any]

_TITLES = {
    71: ("T-Shirt", "Unisex Staple T-Shirt | Bella + Canvas 3001"),
    146: ("Hoodie", "Unisex Heavy Blend Hoodie | Gildan 18500"),
    19: ("Mug", "White Glossy Mug"),
    1: ("Poster", "Enhanced Matte Paper Poster (in)"),
    367: ("Bag", "Eco Tote Bag | Econscious EC8000"),
    181: ("iPhone Case", "iPhone Case"),
    13: ("Tank Top", "Ultra Cotton Tank Top"),
}
_WORN = ("S", "M", "L", "XL", "2XL")
_VARIANTS: dict[int, tuple[tuple[str | None, ...], tuple[str, ...]]] = {
    71: (("White", "Natural", "Black", "Navy"), _WORN),
    146: (("White", "Sport Grey", "Black", "Navy"), _WORN),
    19: (("White",), ("11 oz", "15 oz", "20 oz")),
    1: ((None,), ("12″×16″", "18″×24″")),
    367: (("Black", "Oyster"), ("One size",)),
    181: (("White",), ("iPhone 15", "iPhone 15 Pro", "iPhone 16", "iPhone 16 Pro")),
    13: (("White",), _WORN),
}
_AREAS = {
    71: ("front", 1800, 2400),
    146: ("front", 1800, 2400),
    19: ("default", 2700, 1050),
    1: ("default", 2400, 1800),
    367: ("default", 1500, 1500),
    181: ("default", 879, 1830),
    13: ("back", 1800, 2400),
}


def variant_ids(number: int) -> dict[tuple[str | None, str], int]:
    colours, sizes = _VARIANTS[number]
    return {pair: number * 100 + place for place, pair in enumerate(product(colours, sizes), 1)}


def catalogue(number: int) -> Json | None:
    if number not in _TITLES:
        return None
    kind, title = _TITLES[number]
    variants = [
        {"id": id_, "product_id": number, "name": f"{title} ({colour} / {size})", "size": size, "color": colour or ""}
        for (colour, size), id_ in variant_ids(number).items()
    ]
    shown = {"id": number, "type_name": kind, "title": title, "variant_count": len(variants)}
    return {"product": {**shown, "currency": "USD", "is_discontinued": False}, "variants": variants}


def printfiles(number: int) -> Json | None:
    if number not in _AREAS:
        return None
    placement, width, height = _AREAS[number]
    area = {"printfile_id": 1, "width": width, "height": height, "dpi": 150, "fill_mode": "fit"}
    return {
        "product_id": number,
        "available_placements": {placement: "Print"},
        "printfiles": [{**area, "can_rotate": number == 1}],
        # A list of one object, as the schema has it.
        "variant_printfiles": [
            {"variant_id": id_, "placements": [{placement: 1}]} for id_ in variant_ids(number).values()
        ],
    }
