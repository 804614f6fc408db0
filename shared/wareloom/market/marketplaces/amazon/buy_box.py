"""What a product costs and whether it can be had, from the box with the button: all around stand other prices."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from wareloom.market.currencies import code
from wareloom.market.marketplaces.amazon.availability import availability_in, left_in
from wareloom.market.marketplaces.amazon.nodes import has_class, lies_in, said, told
from wareloom.market.marketplaces.amazon.page import Page
from wareloom.market.marketplaces.amazon.prices import NONE, compared, is_struck, price_in
from wareloom.market.page import Availability
from wareloom.market.price import Price, parse, plain
from wareloom.market.reading.text import a_list, an_object, read_json, words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_PLACES = (
    "#corePriceDisplay_desktop_feature_div",
    "#corePriceDisplay_mobile_feature_div",
    "#corePrice_desktop",
    "#corePrice_mobile_feature_div",
    "#apex_offerDisplay_desktop",
    "#apex_desktop",
    "#apex_dp_center_column",
    "#corePrice_feature_div",
)
_TO_PAY = ".priceToPay, .apexPriceToPay, .apex-pricetopay-value, .a-price-range .a-price"
_SPOKEN = "#apex-pricetopay-accessibility-label, .apex-pricetopay-accessibility-label"
_OLDER = (
    "#priceblock_dealprice",
    "#priceblock_saleprice",
    "#priceblock_ourprice",
    "#priceblock_pospromoprice",
    "#price_inside_buybox",
    "#newBuyBoxPrice",
    "#buyNewSection .offer-price",
    "#newOfferAccordionRow .header-price",
    "#buyNewSection .a-color-price",
    "#kindle-price",
    "#buybox .offer-price",
    "#unqualifiedBuyBox .a-color-price",
    "#tmmSwatches .selected .a-color-price",
    "#tmmSwatches .selected .slot-price",
    "#actualPriceValue",
)
_OLDER_LIST = (
    ".priceBlockStrikePriceString",
    "#priceblock_listprice",
    "#listPriceValue",
    "#price .a-text-strike",
    "#buybox .a-text-strike",
    "#buyBoxInner .a-text-strike",
    "#digital-list-price",
)
_OPTIONS = ".twister-plus-buying-options-price-data"
_OWN = "items[0.base][customerVisiblePrice]"
_BUTTONS = "#add-to-cart-button, #buy-now-button, #one-click-button, #rcx-subscribe-submit-button"
_PREORDER = 'input[name="submit.preorder"], #preorder-button, #buybox-preorder'
_SAID_AT = ("#availability", "#availabilityInsideBuyBox_feature_div", "#outOfStock", "#availability_feature_div")


def prices(page: Page) -> tuple[Price, Price]:
    """What it costs, and what is crossed out beside that."""
    price = next(_asked(page), NONE)
    listed = next(_listed(page), NONE)
    return price, compared(price, listed)


def availability(page: Page) -> Availability | None:
    for text in (said(node, " ") for place in _SAID_AT for node in page.tree.css(place)):
        if found := availability_in(text):
            return found
    if page.tree.css_first("#outOfStock"):
        return "out_of_stock"
    if page.tree.css_first(_PREORDER):
        return "preorder"
    return "in_stock" if page.tree.css_first(f"{_BUTTONS}, #availability .a-color-success") else None


def stock(page: Page) -> int | None:
    """“Only 3 left” and no other number: what there is in plenty is not counted out."""
    for text in (said(node, " ") for place in _SAID_AT for node in page.tree.css(place)):
        if availability_in(text):
            return left_in(text)
    return None


def _asked(page: Page) -> Iterator[Price]:
    """As the page tells its own scripts, else as it shows it: 2021's way first, the older ones after."""
    known = (*_told_to_the_cart(page), *_told_to_the_chooser(page))
    shown = (price_in(node, page.hint) for node in _shown(page))
    yield from (price for price in (*known, *shown, *_told_in_passing(page)) if price.amount)


def _listed(page: Page) -> Iterator[Price]:
    for selector in (*_PLACES, "#price"):
        struck = page.tree.css(f'{selector} [data-a-strike="true"], {selector} .basisPrice .a-price')
        yield from (price for node in struck if (price := price_in(node, page.hint)).amount)
    older = (price_in(node, page.hint) for selector in _OLDER_LIST for node in page.tree.css(selector))
    yield from (price for price in older if price.amount)


def _shown(page: Page) -> "Iterator[LexborNode]":
    for place in _PLACES:
        yield from (node for node in page.tree.css(place) for node in _price_nodes(node))
    yield from (node for selector in _OLDER for node in page.tree.css(selector) if not is_struck(node))


def _price_nodes(place: "LexborNode") -> "Iterator[LexborNode]":
    """First what is to be paid; any other price only where it is drawn as one, not as a rate or an instalment."""
    yield from (node for node in place.css(_TO_PAY) if not is_struck(node))
    yield from place.css(_SPOKEN)
    drawn = (node for node in place.css(".a-price") if not is_struck(node) and not has_class(node, "a-text-price"))
    yield from (node for node in drawn if not lies_in(node, "a-popover-preload", "a-carousel", "aok-hidden"))


def _told_to_the_cart(page: Page) -> Iterator[Price]:
    amount = told(page.tree.css_first(f'input[name="{_OWN}[amount]"]'), "value")
    currency = told(page.tree.css_first(f'input[name="{_OWN}[currencyCode]"]'), "value")
    yield Price(plain(amount), code(currency) or page.hint)


def _told_to_the_chooser(page: Page) -> Iterator[Price]:
    """Where it can be had in several ways, as new: not by instalments, used, or in a subscription."""
    for node in page.tree.css(_OPTIONS):
        told_options = _options(node)
        yield from (_priced(option, page.hint) for option in told_options if option.get("buyingOptionType") == "NEW")


def _options(node: "LexborNode") -> list[dict[str, Any]]:
    try:
        told_all = read_json(node.text().strip())
    except ValueError:
        return []
    groups = list(an_object(told_all).values()) or [told_all]
    return [an_object(option) for group in groups for option in a_list(group)]


def _priced(option: dict[str, Any], hint: str | None) -> Price:
    shown = parse(words(option.get("displayPrice")) or words(option.get("currencySymbol")), hint)
    return Price(plain(option.get("priceAmount")), shown.currency)


def _told_in_passing(page: Page) -> Iterator[Price]:
    metrics = page.tree.css_first("#cerberus-data-metrics")
    currency = code(told(metrics, "data-asin-currency-code")) or page.hint
    yield Price(plain(told(metrics, "data-asin-price")), currency)
    for name in ("#twister-plus-price-data-price", "#attach-base-product-price"):
        yield Price(plain(told(page.tree.css_first(name), "value")), currency)
