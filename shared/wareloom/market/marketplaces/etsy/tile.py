"""One tile as a visitor sees it."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from wareloom.market.marketplaces.etsy import cost, links, phrases
from wareloom.market.marketplaces.etsy.document import Document, said
from wareloom.market.marketplaces.etsy.tiles import Tile
from wareloom.market.marketplaces.etsy.told import written
from wareloom.market.page import Availability, SeenOffer
from wareloom.market.reading.counts import count, stars
from wareloom.market.reading.text import words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TITLE = "[class*='listing-card__titl'], [id^='listing-title-'], .card-title, h3, h2"
_PRICE = "[class*='listing-card__price'], .lc-price, [class*='currency-value'], .card-price, .price"
_SHOP = (
    "[data-seller-name-container], .clickable-shop-name, [class*='shop-name'], .v2-listing-card__shop, .card-shop-name"
)
_INTRODUCED = re.compile(
    r"\b(?:by|von|par|shop|boutique|tienda|negozio|winkel|sklepu|loja|butiken) (\w{2,40})$", re.IGNORECASE
)
_ONE_WORD = re.compile(r"\w{2,40}")
_IN_PARENTHESES = re.compile(r"\(\s*\d[^()<>%]{0,20}\)(?=\s*<)")
_IN_A_CLASS = re.compile(r"star-rating-([1-5])(?:-([05]))?(?![\w-])")
_LAZY = ("src", "data-src", "data-preload-lp-src", "srcset", "data-srcset")


def offer(tile: Tile, document: Document) -> SeenOffer | None:
    """None when it has no title: a picture alone, or a layout that we do not know."""
    title = _title(tile)
    if not title:
        return None
    place = tile.node.css_first(_PRICE)
    asked = cost.read(place, document) if place else cost.Cost()
    rating, reviews = _rating(tile.node)
    shop_id = tile.node.css_first("[data-shop-id]")
    beside = said(tile.node).replace(" ".join(title.split()), " ")
    facts = {
        "shop_id": words(shop_id.attributes.get("data-shop-id")) if shop_id else None,
        "price_max": f"{asked.high:f}" if asked.high is not None else None,
        "rating_of": "shop" if (rating, reviews) != (None, None) else None,
    }
    return SeenOffer(
        external_id=tile.number,
        title=title,
        price=asked.price,
        list_price=asked.before,
        currency=asked.currency,
        rating=rating,
        reviews_count=reviews,
        image_url=_image(tile.node),
        product_url=links.listing_link(tile.link.attributes.get("href")),
        seller=_seller(tile.node),
        availability=_availability(beside, sold=asked.price is None),
        stock=phrases.left(beside),
        sponsored=is_paid_for(tile),
        details={name: fact for name, fact in facts.items() if fact is not None},
    )


def _title(tile: Tile) -> str | None:
    for node in tile.node.css(_TITLE):
        if title := written(node.attributes.get("title")) or words(said(node)):
            return title
    picture = tile.node.css_first("img[alt]")
    return written(tile.link.attributes.get("title")) or (written(picture.attributes.get("alt")) if picture else None)


def is_paid_for(tile: Tile) -> bool:
    """From the link: in words every tile says “ad by” somewhere, and style sheets hide it where it is not true."""
    asked = parse_qs((tile.link.attributes.get("href") or "").partition("?")[2])
    if "ls" in asked:
        return asked["ls"][0] == "a"
    gallery = asked.get("ref", [""])[0].startswith("sc_gallery")
    marked = tile.node.css_first("[data-ad-label], input[name='is_pl'][value='true']")
    return gallery or "plkey" in asked or marked is not None


def _seller(node: "LexborNode") -> str | None:
    """The name stands alone and in “ad by …” and “from shop …”, in the page's language; no shop's name has a space."""
    for named in node.css(_SHOP):
        texts = [said(part) for part in (named, *named.iter())]
        alone = [text for text in texts if _ONE_WORD.fullmatch(text)]
        if alone:
            return max(reversed(alone), key=lambda name: sum(name in text.split() for text in texts))
        if introduced := _INTRODUCED.search(said(named)):
            return introduced[1]
    shop = node.css_first('a[href*="/shop/"]')
    return links.shop_name(shop.attributes.get("href")) if shop else None


def _rating(node: "LexborNode") -> tuple[Decimal | None, int | None]:
    """Told by attributes where there are any; else by the label for those who cannot see the stars."""
    drawn = node.css_first("[review-count-text], [rating]")
    if drawn:
        return stars(drawn.attributes.get("rating")), count(drawn.attributes.get("review-count-text"))
    markup = node.html or ""
    label = next((text for one in node.css("[aria-label]") if stars(text := one.attributes.get("aria-label"))), None)
    rating = _stars(node, markup) or stars(label)
    return rating, count(_alone(markup) or label) if rating else None


def _alone(markup: str) -> str | None:
    """What is in parentheses and has a node to itself: a title may hold some too."""
    found = [one for one in _IN_PARENTHESES.finditer(markup) if markup[: one.start()].rstrip().endswith(">")]
    return found[0][0] if found else None


def _stars(node: "LexborNode", markup: str) -> Decimal | None:
    exact = (one.attributes.get("value") for one in node.css("input[name='rating'], input[name='initial-rating']"))
    told = next((rating for value in exact if (rating := stars(value))), None)
    classed = _IN_A_CLASS.search(markup)
    return told or (Decimal(classed[1]) + (Decimal("0.5") if classed[2] == "5" else 0) if classed else None)


def _image(node: "LexborNode") -> str | None:
    pictures = node.css("img[data-listing-card-listing-image]") or node.css("img")
    named = (picture.attributes.get(name) for picture in pictures for name in _LAZY)
    written_links = (link.split()[0] for link in named if link and link.strip())
    return next((found for link in written_links if (found := links.image(link))), None)


def _availability(beside: str, *, sold: bool) -> Availability | None:
    if phrases.few_left(beside):
        return "low_stock"
    return "out_of_stock" if sold and phrases.sold_out(beside) else None
