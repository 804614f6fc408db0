"""The numbers that a maker gives a product, by which it is known in every shop."""

from collections.abc import Iterable

from wareloom.market.reading.text import Object, a_list, an_object, words

_LONGEST = 64
TOLD = ("gtin", "gtin14", "gtin13", "gtin12", "gtin8", "isbn", "mpn")


def told(products: Iterable[Object]) -> dict[str, str]:
    """As search engines are told them, for the product or for its one variant."""
    things = [thing for product in products for thing in _parts(product)]
    return only((name, thing.get(name)) for thing in things for name in TOLD)


def only(named: Iterable[tuple[str, object]]) -> dict[str, str]:
    """Where variants have numbers of their own, none of them is the product's."""
    found: dict[str, set[str]] = {}
    for name, value in named:
        if (number := words(value)) and len(number) <= _LONGEST:
            found.setdefault(name, set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


def _parts(product: Object) -> Iterable[Object]:
    variants = map(an_object, [*a_list(product.get("hasVariant")), *a_list(product.get("model"))])
    for owner in (product, *variants):
        yield owner
        yield from map(an_object, a_list(owner.get("offers")))
