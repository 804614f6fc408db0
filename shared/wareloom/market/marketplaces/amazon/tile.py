"""One tile of a search, read."""

import re
from typing import TYPE_CHECKING, Any

from wareloom.market.marketplaces.amazon.availability import left_in, scarcity_in
from wareloom.market.marketplaces.amazon.links import is_paid, product_link
from wareloom.market.marketplaces.amazon.nodes import has_class, href, said, told
from wareloom.market.marketplaces.amazon.page import Page
from wareloom.market.marketplaces.amazon.pictures import picture
from wareloom.market.marketplaces.amazon.prices import NONE, compared, is_hidden, is_struck, price_in
from wareloom.market.marketplaces.amazon.ratings import reviews_in, stars_in
from wareloom.market.marketplaces.amazon.tiles import product_of, title_links
from wareloom.market.page import SeenOffer
from wareloom.market.price import Price
from wareloom.market.reading.counts import count
from wareloom.market.reading.linked_data import title as unescaped

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HEADINGS = "h2, h3, h4, h5"
_IMAGES = "img.s-image, img.s-access-image, img"
_AD = re.compile(r"^[^-–—:]{4,30}(?: [-–—]|:) ")
_BRACKETED = re.compile(r"^\[[^\]]{3,30}\]\s*")
_PAID = '[class*="sponsored-label"], [class*="s-sponsored"], [data-component-type="sp-sponsored-result"]'
_ANOTHER_OFFER = '[data-cy="secondary-offer-recipe"] .a-price'
_SCARCITY = ".a-color-price, span[aria-label]"
_BOUGHT = re.compile(
    r"bought|gekauft|achet|acquist|comprad|gekocht|kupion|köpt|satın al|購入|购买|شراء|खरीद", re.IGNORECASE
)
_A_MONTH = re.compile(r"\d+\s*(?:か月|ヶ月|カ月|个月)")


def offer_in(tile: "LexborNode", page: Page) -> SeenOffer | None:
    """None where the tile shows no product."""
    external_id, title = product_of(tile), _title(tile)
    if not external_id or not title:
        return None
    price, listed = _prices(tile, page.hint)
    scarce = _scarcity(tile)
    return SeenOffer(
        external_id=external_id,
        title=title,
        price=price.amount,
        list_price=listed.amount,
        currency=price.currency or page.hint,
        rating=stars_in(tile),
        reviews_count=reviews_in(tile),
        image_url=next((link for image in tile.css(_IMAGES) if (link := picture(image))), None),
        product_url=product_link(external_id, page.shop),
        availability=scarcity_in(scarce),
        stock=left_in(scarce),
        sponsored=is_sponsored(tile),
        details=_details(tile),
    )


def shows_a_product(tile: "LexborNode") -> bool:
    """Whether there was something to read. Empty places wait for what a script brings later."""
    return bool(tile.css_first("img") or tile.css_first(".a-price"))


def is_sponsored(tile: "LexborNode") -> bool:
    led = any(is_paid(href(link)) for link in title_links(tile))
    marked = told(tile.css_first("[data-dib-organic]"), "data-dib-organic") == "false"
    return led or marked or has_class(tile, "AdHolder") or bool(tile.css_first(_PAID))


def _title(tile: "LexborNode") -> str | None:
    """A heading that leads to the product: the brand above it is a heading too, and leads nowhere."""
    linked = [heading for link in title_links(tile) for heading in (_heading(link),) if heading]
    headings = linked or list(reversed(tile.css("h2")))
    named = next((text for heading in headings if (text := _heading_says(heading))), None)
    return named or _named_by_picture(tile)


def _heading(link: "LexborNode") -> "LexborNode | None":
    return link.css_first(_HEADINGS) or link


def _heading_says(heading: "LexborNode") -> str | None:
    """Ads of old began with a word for those who cannot see."""
    text = said(heading)
    return _BRACKETED.sub("", text) if text and heading.css_first(".a-offscreen") else text


def _named_by_picture(tile: "LexborNode") -> str | None:
    """Pictures of ads begin with “Sponsored Ad - ”, in every language."""
    image = tile.css_first("img.s-image, img.s-access-image")
    text = unescaped(told(image, "alt"))
    return _AD.sub("", text) if text and is_sponsored(tile) else text


def _prices(tile: "LexborNode", hint: str | None) -> tuple[Price, Price]:
    others = {node.mem_id for node in tile.css(_ANOTHER_OFFER)}
    drawn = [node for node in tile.css(".a-price") if node.mem_id not in others and not is_hidden(node)]
    asked = [node for node in drawn if not is_struck(node) and not has_class(node, "a-text-price")]
    struck = [node for node in drawn if told(node, "data-a-strike") == "true"]
    if not drawn:
        asked = [node for node in tile.css(".sx-price, .s-price") if not is_struck(node)]
        struck = tile.css(".a-text-strike")
    price = next((found for node in asked if (found := price_in(node, hint)).amount is not None), NONE)
    listed = next((found for node in struck if (found := price_in(node, hint)).amount is not None), NONE)
    return price, compared(price, listed)


def _scarcity(tile: "LexborNode") -> str | None:
    written = (told(node, "aria-label") or said(node) for node in tile.css(_SCARCITY))
    return next((text for text in written if scarcity_in(text)), None)


def _details(tile: "LexborNode") -> dict[str, Any]:
    facts = {"brand": _brand(tile), "bought_past_month": _bought(tile), "badges": _badges(tile) or None}
    return {name: fact for name, fact in facts.items() if fact is not None}


def _brand(tile: "LexborNode") -> str | None:
    """On clothes and shoes: the heading that leads nowhere."""
    leading = {heading.mem_id for link in title_links(tile) for heading in (link, *link.css(_HEADINGS))}
    alone = [node for node in tile.css("h2, h5") if node.mem_id not in leading and not has_class(node, "s-sponsored")]
    return next((said(node) for node in alone if leading and not node.css_first("a")), None)


def _bought(tile: "LexborNode") -> int | None:
    """“50+ bought in past month”."""
    written = (said(node) or "" for node in tile.css("span.a-color-secondary"))
    return next((count(_A_MONTH.sub("", text)) for text in written if _BOUGHT.search(text)), None)


def _badges(tile: "LexborNode") -> list[str]:
    return list(dict.fromkeys(text for node in tile.css(".a-badge-text") if (text := said(node))))
