"""Lists of what sells best, is newest, rises or is wished for: a place each, on one shelf of the shop."""

import re
from typing import TYPE_CHECKING, Any

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.amazon.address import next_shelf
from wareloom.market.marketplaces.amazon.links import is_product_id, product_in, product_link
from wareloom.market.marketplaces.amazon.nodes import first_said, href, said, stated, told
from wareloom.market.marketplaces.amazon.page import Page
from wareloom.market.marketplaces.amazon.pictures import picture
from wareloom.market.marketplaces.amazon.prices import NONE, is_struck, price_in
from wareloom.market.marketplaces.amazon.ratings import reviews_in, stars_in
from wareloom.market.marketplaces.amazon.tiles import whole_ones
from wareloom.market.page import OfferPage, PageRequest, SeenOffer, unreadable
from wareloom.market.price import Price
from wareloom.market.reading.linked_data import title as unescaped
from wareloom.market.reading.text import a_list, an_object, whole

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_PLACES = (
    "#gridItemRoot",
    '[id^="p13n-asin-index"]',
    ".zg-item-immersion",
    ".zg_itemImmersion",
    ".zg-carousel-general-faceout",
    ".zg-grid-general-faceout",
)
_MOST = 2**31 - 1
_RANK = ".zg-bdg-text, .zg-badge-text, .zg_rankNumber"
_TITLES = '[class*="line-clamp"], [class*="p13n-sc-truncate"]'
"""Where a script shortened one, its attribute has it whole."""
_PRICES = '[class*="p13n-sc-price"], .a-price, .zg_price .price, .a-color-price'
_NUMBER = re.compile(r"\d[\d.,]*")
_UP = '[class*="zg-browse-up"], .zg_browseUp'
_HERE = '[class*="zg-selected"], .zg_selected'


def offers_of(page: Page) -> OfferPage | None:
    """None when the page is no such list."""
    places = whole_ones(_places(page), page)
    ranks, path = _ranks(page), _shelf(page)
    offers = tuple(offer for place in places if (offer := _offer(place, page, ranks, path)))
    if offers and page.cut_off:
        raise Rejected("The list is cut off: which shelf it ranks may stand after its places.")
    if len(offers) < len(places) / 2:
        raise Rejected("The list ranks products in a form that cannot be read: Amazon may have changed it.")
    skipped = unreadable(len(places) - len(offers))
    return OfferPage(offers=offers, next=_next(page), passed_over=skipped) if offers else None


def _places(page: Page) -> "list[LexborNode]":
    for selector in _PLACES:
        if found := page.tree.css(selector):
            return found
    return []


def _offer(place: "LexborNode", page: Page, ranks: dict[str, int], path: tuple[str, ...]) -> SeenOffer | None:
    external_id, title = _product(place), _title(place)
    if not external_id or not title:
        return None
    price = _price(place, page.hint)
    return SeenOffer(
        external_id=external_id,
        title=title,
        price=price.amount,
        currency=price.currency or page.hint,
        rating=stars_in(place),
        reviews_count=reviews_in(place),
        image_url=next((link for image in place.css("img") if (link := picture(image))), None),
        product_url=product_link(external_id, page.shop),
        category=path[-1] if path else None,
        category_path=path,
        rank=ranks.get(external_id) or _rank(place),
        details=_details(place),
    )


def _product(place: "LexborNode") -> str | None:
    marked = [one for node in place.css("[data-asin], .p13n-sc-uncoverable-faceout[id]") for one in _marks(node)]
    marked += [an_object(stated(node, "data-p13n-asin-metadata")).get("asin") for node in place.css(".p13n-asin")]
    links = (product_in(href(link)) for link in place.css("a[href]"))
    return next((one for one in marked if is_product_id(one)), None) or next((one for one in links if one), None)


def _marks(node: "LexborNode") -> list[str | None]:
    return [told(node, "data-asin"), told(node, "id")]


def _title(place: "LexborNode") -> str | None:
    """The author below it looks the same, and leads elsewhere."""
    links = [link for link in place.css("a[href]") if product_in(href(link)) and "reviews" not in (href(link) or "")]
    drawn = [node for link in links for node in link.css(_TITLES)]
    named = next((text for node in drawn if (text := told(node, "title") or said(node))), None)
    plain = (said(link) for link in links if not link.css_first(_PRICES))
    return named or next((text for text in plain if text), None) or unescaped(told(place.css_first("img"), "alt"))


def _price(place: "LexborNode", hint: str | None) -> Price:
    """Also of “5 offers from …”: it is what the list asks for it."""
    shown = (price_in(node, hint) for node in place.css(_PRICES) if not is_struck(node))
    return next((price for price in shown if price.amount is not None), NONE)


def _rank(place: "LexborNode") -> int | None:
    found = _NUMBER.search(first_said(place, _RANK) or "")
    return (whole(found[0].rstrip(".,"), _MOST) or None) if found else None


def _ranks(page: Page) -> dict[str, int]:
    """As the page tells its own scripts."""
    ranks: dict[str, int] = {}
    for node in page.tree.css("[data-client-recs-list]"):
        for listed in map(an_object, a_list(stated(node, "data-client-recs-list"))):
            rank = whole(an_object(listed.get("metadataMap")).get("render.zg.rank"), _MOST)
            ranks |= {str(listed.get("id")): rank} if rank else {}
    return ranks


def _details(place: "LexborNode") -> dict[str, Any]:
    """On the list of what rises: by how much."""
    found = _NUMBER.search(first_said(place, '[class*="zg-grid-pct-change"], .zg-percent-change') or "")
    change = whole(found[0], _MOST) if found else None
    return {} if change is None else {"rank_change_percent": change}


def _shelf(page: Page) -> tuple[str, ...]:
    """From the widest to the narrowest; the widest of all, “any department”, says nothing."""
    above = [text for node in page.tree.css(_UP) if (text := said(node))]
    here = first_said(page.tree, _HERE)
    names = (text.strip("‹›<> ") for text in (*above[1:], *([here] if here else [])))
    return tuple(name for name in names if name)


def _next(page: Page) -> PageRequest | None:
    link = href(page.tree.css_first("li.a-last a"))
    return next_shelf(link, page.shop) if link and page.shop else None
