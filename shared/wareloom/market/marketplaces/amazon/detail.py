"""One product's own page."""

from decimal import Decimal
from typing import Any

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.amazon import buy_box, detail_facts
from wareloom.market.marketplaces.amazon.brand import authors, brand
from wareloom.market.marketplaces.amazon.links import is_product_id, product_in, product_link
from wareloom.market.marketplaces.amazon.nodes import first_said, href, said, told
from wareloom.market.marketplaces.amazon.page import Page
from wareloom.market.marketplaces.amazon.pictures import picture
from wareloom.market.marketplaces.amazon.ratings import rating_in, reviews_count
from wareloom.market.page import OfferPage, SeenOffer

_TITLES = ("#productTitle", "#ebooksProductTitle", "#btAsinTitle")
_TITLE_ON_A_PHONE = "span#title, h1#title"
_BUY_FORM = "#dp, #ppd, #dp-container, #buybox, #addToCart"
_OWN_NUMBERS = (
    ("input#ASIN, input[name='ASIN'], input[name='ASIN.0']", "value"),
    ("#averageCustomerReviews[data-asin], #cerberus-data-metrics[data-asin]", "data-asin"),
    ("#title_feature_div[data-csa-c-asin], #dp[data-asin], #ppd[data-asin]", "data-csa-c-asin"),
)
_IMAGES = "#landingImage, #imgBlkFront, #ebooksImgBlkFront, #main-image, #imgTagWrapperId img, #img-canvas img"
_STARS = (
    "#averageCustomerReviews .a-icon-alt",
    "#averageCustomerReviews_feature_div .a-icon-alt",
    '[data-hook="rating-out-of-text"]',
)
_CRUMBS = ("#wayfinding-breadcrumbs_feature_div", "#wayfinding-breadcrumbs_container", "#breadcrumbs")
_FOOTER = "#navFooter, #nav-footer, .nav-footer-line, #rhf"


def offers_of(page: Page) -> OfferPage | None:
    """None when the page shows no product of its own."""
    title = _title(page)
    if not title:
        return None
    external_id = _own_number(page)
    if not external_id:
        raise Rejected("The page shows a product, but says nowhere which number it has at Amazon.")
    if page.cut_off and not page.tree.css_first(_FOOTER):
        raise Rejected("The product's page is cut off: what follows may be its price.")
    return OfferPage(offers=(_offer(page, external_id, title),))


def _offer(page: Page, external_id: str, title: str) -> SeenOffer:
    price, listed = buy_box.prices(page)
    path = _path(page)
    return SeenOffer(
        external_id=external_id,
        title=title,
        price=price.amount,
        list_price=listed.amount,
        currency=price.currency or page.hint,
        rating=_stars(page),
        reviews_count=_reviews(page),
        image_url=next((link for image in page.tree.css(_IMAGES) if (link := picture(image))), None),
        product_url=product_link(external_id, page.shop),
        seller=detail_facts.seller(page),
        category=path[-1] if path else None,
        category_path=path,
        availability=buy_box.availability(page),
        stock=buy_box.stock(page),
        rank=detail_facts.rank(page),
        details=_details(page),
    )


def _title(page: Page) -> str | None:
    if named := first_said(page.tree, *_TITLES):
        return named
    return first_said(page.tree, _TITLE_ON_A_PHONE) if page.tree.css_first(_BUY_FORM) else None


def _own_number(page: Page) -> str | None:
    """What the form would put into the cart; what the page calls its own address else."""
    for selector, name in _OWN_NUMBERS:
        if found := next((one for node in page.tree.css(selector) if is_product_id(one := told(node, name))), None):
            return found
    addresses = [href(page.tree.css_first('link[rel="canonical"]'))]
    addresses += [told(page.tree.css_first('meta[property="og:url"]'), "content"), page.url]
    return next((found for address in addresses if (found := product_in(address))), None)


def _stars(page: Page) -> Decimal | None:
    """Of this product, not of one beside it."""
    written = [told(node, "title") for node in page.tree.css("#acrPopover")]
    return rating_in([*written, *(said(node) for selector in _STARS for node in page.tree.css(selector))])


def _reviews(page: Page) -> int | None:
    shown = page.tree.css('#acrCustomerReviewText, #acrCustomerReviewLink, [data-hook="total-review-count"]')
    written = [text for node in shown for text in (told(node, "aria-label"), said(node)) if text]
    return next((number for text in written if (number := reviews_count(text)) is not None), None)


def _path(page: Page) -> tuple[str, ...]:
    for place in _CRUMBS:
        links = page.tree.css(f"{place} li a")
        names = tuple(text for link in links if link.id != "breadcrumb-back-link" and (text := said(link)))
        if names:
            return names
    return ()


def _details(page: Page) -> dict[str, Any]:
    facts = {"brand": brand(page), "authors": authors(page) or None}
    return {name: fact for name, fact in facts.items() if fact is not None}
