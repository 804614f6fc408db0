"""A product's picture, wherever this year's page keeps its address."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wareloom.market.marketplaces.amazon.links import image_link
from wareloom.market.marketplaces.amazon.nodes import stated, told
from wareloom.market.reading.text import an_object

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HELD_BY = ("src", "data-src", "data-old-hires", "data-a-hires", "data-image-source", "data-a-image-source")


def picture(image: "LexborNode | None") -> str | None:
    return next((link for written in _written(image) if (link := image_link(written))), None) if image else None


def _written(image: "LexborNode") -> Iterator[str | None]:
    """What is shown first. Books once carried theirs inside the page, and saved pages name files beside them."""
    yield told(image, "src")
    sizes = told(image, "srcset")
    yield sizes.split()[0] if sizes else None
    for name in _HELD_BY[1:]:
        yield told(image, name)
    yield next(iter(an_object(stated(image, "data-a-dynamic-image"))), None)
