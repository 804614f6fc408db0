"""What Printful is sent."""

from collections.abc import Mapping, Sequence
from typing import Any

from wareloom.listings.channel import Goods, Variant
from wareloom.listings.channels.printful.answers import Printfiles
from wareloom.listings.channels.printful.catalogue import spelled
from wareloom.listings.channels.printful.facts import DrawnMockups, FoundBlank, FoundBlanks
from wareloom.listings.channels.printful.placement import placed

LONGEST_THUMBNAIL = 250
"""`maxLength` of the thumbnail's address in the API v1 reference: a signed address is longer."""


def mockup_task(goods: Goods, product: str, blank: FoundBlank, printfiles: Printfiles) -> dict[str, Any]:
    """One picture for each colour: a size does not show."""
    shown = list(
        dict.fromkeys(_shown(goods, blank, variant) for variant in goods.variants if variant.product == product)
    )
    placement, position = placed(printfiles, shown[0])
    alike = [number for number in shown if placed(printfiles, number) == (placement, position)]
    return {
        "variant_ids": alike,
        "format": "jpg",
        "files": [{"placement": placement, "image_url": goods.art_url, "position": position}],
    }


def sync_product(goods: Goods, external_id: str, found: FoundBlanks, drawn: DrawnMockups) -> dict[str, Any]:
    previews = [_preview(goods, found, drawn, variant) for variant in goods.variants]
    return {
        "sync_product": {"external_id": external_id, "name": goods.title, **_thumbnail(previews)},
        "sync_variants": [
            {
                "variant_id": found.blanks[variant.product].variants[spelled(variant)],
                "retail_price": f"{variant.price:.2f}",
                # Without a type it is the print file of the blank's usual place.
                "files": [{"url": goods.art_url}, *([{"type": "preview", "url": preview}] if preview else [])],
            }
            for variant, preview in zip(goods.variants, previews, strict=True)
        ],
    }


def _thumbnail(previews: Sequence[str | None]) -> Mapping[str, str]:
    short = next((url for url in previews if url and len(url) <= LONGEST_THUMBNAIL), None)
    return {"thumbnail": short} if short else {}


def _preview(goods: Goods, found: FoundBlanks, drawn: DrawnMockups, variant: Variant) -> str | None:
    number = _shown(goods, found.blanks[variant.product], variant)
    return drawn.pictures.get(str(number)) or goods.mockup_urls.get(variant.product)


def _shown(goods: Goods, blank: FoundBlank, variant: Variant) -> int:
    """The variant that stands for its colour: the first of that colour."""
    alike = (one for one in goods.variants if (one.product, one.colour) == (variant.product, variant.colour))
    return blank.variants[spelled(next(alike))]
