"""One product's page as visitors see it: what it tells search engines, social networks and Shopify's own counters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from wareloom.kit.http.place import Place
from wareloom.market.currencies import code
from wareloom.market.marketplaces.shopify.address import place_of
from wareloom.market.marketplaces.shopify.links import first_image, handle_in, whole_link
from wareloom.market.page import Availability, SeenOffer
from wareloom.market.price import hundredths, parse
from wareloom.market.reading import linked_data
from wareloom.market.reading.text import Object, a_list, an_object, identity, read_json, words

_COUNTED = re.compile(r"\bvar meta\s*=\s*(?=\{)")
_CURRENCY = re.compile(
    r"""ShopifyAnalytics\.meta\.currency\s*=\s*['"]([A-Z]{3})['"]|Shopify\.currency\s*=\s*\{"active":"([A-Z]{3})\""""
)
_PRODUCT_IDS = (
    re.compile(r'"rtyp":"product","rid":(\d+)'),
    re.compile(r'"productId":\s*"?(\d+)'),
    re.compile(r"""data-product-id=["']?(\d+)"""),
)


@dataclass(frozen=True)
class _Page:
    place: Place | None
    products: list[Object]
    """From JSON-LD, the ones about this page's product alone."""
    social: dict[str, str]
    counted: Object
    """What Shopify's own counter knows of the product; its prices are hundredths."""
    text: str
    currency: str | None
    link: str | None


def offer(text: str, place: Place | None) -> SeenOffer | None:
    """None when the page shows no product."""
    page = _page(text, place)
    title = _title(page)
    external_id = _external_id(page)
    if not title or not external_id:
        return None
    price, currency = _price(page)
    stars, reviews = next(
        (found for product in page.products if (found := linked_data.rating(product)) != (None, None)), (None, None)
    )
    return SeenOffer(
        external_id=external_id,
        title=title,
        price=price,
        currency=currency,
        rating=stars,
        reviews_count=reviews,
        image_url=_image(page),
        product_url=page.link,
        seller=_seller(page),
        category=words(page.counted.get("type")) or _first(page, "category"),
        availability=_availability(page),
        details=_details(page),
    )


def _page(text: str, place: Place | None) -> _Page:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(text)
    scripts = [node.text() for node in tree.css('script[type*="ld+json" i]')]
    social = {
        name.lower(): content
        for node in tree.css("meta[content]")
        if (name := node.attributes.get("property") or node.attributes.get("name"))
        and (content := node.attributes.get("content"))
    }
    canonical = tree.css_first('link[rel="canonical"]')
    named = canonical.attributes.get("href") if canonical else None
    counted = an_object(_after(_COUNTED, text).get("product"))
    link = _link([named, social.get("og:url"), place.url if place else None], place)
    found = _CURRENCY.search(text)
    return _Page(
        place=place or (place_of(link) if link else None),
        products=_own(
            linked_data.products(scripts),
            handle_in(link) or handle_in(f"/products/{words(counted.get('handle')) or ''}"),
        ),
        social=social,
        counted=counted,
        text=text,
        currency=code(found[1] or found[2]) if found else None,
        link=link,
    )


def _after(mark: re.Pattern[str], text: str) -> Object:
    """The object that a script assigns."""
    found = mark.search(text)
    try:
        return an_object(read_json(text[found.end() :])) if found else {}
    except ValueError:
        return {}


def _link(candidates: list[str | None], place: Place | None) -> str | None:
    """The product's one address: without the variant or campaign that led here."""
    links = [link for candidate in candidates if (link := whole_link(candidate, place))]
    best = next((link for link in links if handle_in(link)), links[0] if links else None)
    return re.split(r"[?#]", best)[0] if best else None


def _own(products: list[Object], handle: str | None) -> list[Object]:
    """What names another page is a neighbour; of those that name none, the first and its namesakes are ours."""
    silent = [product for product in products if not (handle and any(_handles(product)))]
    own = [product for product in products if handle in _handles(product)] if handle else []
    name = linked_data.title((own or silent or [{}])[0].get("name"))
    namesakes = [product for product in silent if linked_data.title(product.get("name")) == name]
    return [product for product in products if product in own or product in namesakes]


def _handles(product: Object) -> Iterator[str]:
    for name in ("url", "@id"):
        if handle := handle_in(product.get(name)):
            yield handle.partition("#")[0]


def _title(page: _Page) -> str | None:
    named = next((name for product in page.products if (name := linked_data.title(product.get("name")))), None)
    if named or not _about_a_product(page):
        return named
    return linked_data.title(page.social.get("og:title"))


def _about_a_product(page: _Page) -> bool:
    return bool(page.counted) or page.social.get("og:type", "").startswith(("product", "og:product"))


def _external_id(page: _Page) -> str | None:
    """Shopify's number, the same as in the shop's list; the product's name in links where no number is told."""
    told = [product.get(name) for name in ("productGroupID", "productID") for product in page.products]
    numbers = (found for one in (page.counted.get("id"), *told) if (found := identity(one)) and found.isdigit())
    marked = (found[1] for pattern in _PRODUCT_IDS if (found := pattern.search(page.text)))
    return next(numbers, None) or next(marked, None) or handle_in(page.link)


def _price(page: _Page) -> tuple[Decimal | None, str | None]:
    told = [linked_data.lowest_price(product) for product in page.products]
    currency = next((name for _, name in told if name), None) or _social_currency(page) or page.currency
    counted = _counted_price(page.counted)
    claimed = next((price for price, _ in told if price is not None), None)
    if claimed is None and counted is None:
        return _social_price(page, currency), currency
    return _settled(claimed, counted), currency


def _settled(claimed: Decimal | None, counted: Decimal | None) -> Decimal | None:
    """Themes print prices for people into JSON-LD, where “173.000” then means 173: the counter knows better."""
    if claimed is None or counted is None:
        return counted if claimed is None else claimed
    misread = {claimed * 1000, claimed * 100, claimed / 100}
    return counted if counted in misread and claimed else claimed


def _counted_price(counted: Object) -> Decimal | None:
    priced = [counted, *map(an_object, a_list(counted.get("variants")))]
    return min((price for one in priced if (price := hundredths(one.get("price"))) is not None), default=None)


def _social_price(page: _Page, currency: str | None) -> Decimal | None:
    written = (
        page.social.get(name) for name in ("og:price:amount", "product:price:amount", "product:sale_price:amount")
    )
    return next((price for text in written if (price := parse(text, currency).amount) is not None), None)


def _social_currency(page: _Page) -> str | None:
    written = (page.social.get(name) for name in ("og:price:currency", "product:price:currency"))
    return next((name for text in written if (name := code(text))), None)


def _image(page: _Page) -> str | None:
    told = [product.get("image") for product in page.products]
    social = [page.social.get(name) for name in ("og:image:secure_url", "og:image", "twitter:image")]
    return next((link for image in (*told, *social) if (link := first_image(image, page.place))), None)


def _seller(page: _Page) -> str | None:
    brand = next((name for product in page.products if (name := linked_data.named(product.get("brand")))), None)
    return words(page.counted.get("vendor")) or brand or (page.place.authority if page.place else None)


def _first(page: _Page, name: str) -> str | None:
    return next((found for product in page.products if (found := linked_data.named(product.get(name)))), None)


def _availability(page: _Page) -> Availability | None:
    known = [said for product in page.products if (said := linked_data.available(product)) is not None]
    return ("in_stock" if any(known) else "out_of_stock") if known else None


def _details(page: _Page) -> dict[str, Any]:
    variants = [a_list(product.get("hasVariant")) for product in page.products] + [a_list(page.counted.get("variants"))]
    most = max(map(len, variants))
    return {"variants": most} if most else {}
