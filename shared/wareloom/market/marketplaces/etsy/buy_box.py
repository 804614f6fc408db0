"""The box on a listing's page that sells it: what visitors are asked to pay, by whom, and how many are left."""

from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from wareloom.market.currencies import code
from wareloom.market.marketplaces.etsy import cost, links, phrases
from wareloom.market.marketplaces.etsy.document import Document, said
from wareloom.market.page import Availability
from wareloom.market.price import plain

_BOX = "#listing-page-cart, [data-selector='listing-page-cart'], .cart-col, [data-buy-box]"
_PRICE = "[data-buy-box-region='price'], [data-selector='price-only'], .override-listing-price, #listing-price"
_OF_A_LISTING = f"{_BOX}, [data-buy-box-region], [data-buy-box-listing-title], h1[data-listing-id]"
_TOLD = (
    ("etsymarketplace:price_value", "etsymarketplace:currency_code"),
    ("product:price:amount", "product:price:currency"),
)
_MOST_PLACES = 400


class BuyBox(NamedTuple):
    price: Decimal | None
    before: Decimal | None
    currency: str | None
    shop: str | None
    availability: Availability | None
    left: int | None


def is_there(document: Document) -> bool:
    return document.tree.css_first(_OF_A_LISTING) is not None


def read(document: Document) -> BuyBox:
    box = document.tree.css_first(_BOX)
    place = document.tree.css_first(_PRICE)
    asked = cost.read(place, document) if place else cost.Cost()
    price, currency = (asked.price, asked.currency) if asked.price is not None else _unseen_price(document)
    shop = box.css_first('a[href*="/shop/"], a[href*=".etsy.com/?"]') if box else None
    named = [shop.attributes.get("href") if shop else None, document.social.get("etsymarketplace:shop")]
    texts = [said(node) for node in islice(box.css("p, span, strong, div, li"), _MOST_PLACES)] if box else []
    short = [text for text in texts if len(text) < 60]
    few = any(map(phrases.few_left, short))
    gone = asked.price is None and any(map(phrases.sold_out, short))
    return BuyBox(
        price=price,
        before=asked.before,
        currency=currency,
        shop=next((name for link in named if (name := links.shop_name(link))), None),
        availability="low_stock" if few else "out_of_stock" if gone else None,
        left=next((count for text in short if (count := phrases.left(text)) is not None), None),
    )


def social_price(document: Document) -> tuple[Decimal, str | None] | None:
    """What social networks are told: in the shop's own currency, whatever visitors are shown."""
    for amount, currency in _TOLD:
        value = plain(document.social.get(amount))
        if value is not None:
            return value, code(document.social.get(currency))
    return None


def _unseen_price(document: Document) -> tuple[Decimal | None, str | None]:
    told = document.tree.css_first("[itemprop='price']")
    value = plain(told.attributes.get("content")) if told else None
    if told is None or value is None:
        return social_price(document) or (None, None)
    named = document.tree.css_first("[itemprop='priceCurrency'], [itemprop='currency']")
    return value, code(named.attributes.get("content")) if named else document.currency
