"""Who sells a product and how well it sells, from the smaller print of its page."""

import re
from typing import TYPE_CHECKING

from wareloom.market.marketplaces.amazon.nodes import around, first_said, said, told
from wareloom.market.marketplaces.amazon.page import Page
from wareloom.market.reading.counts import count

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SELLERS = (
    "#sellerProfileTriggerId",
    "#merchantInfoFeature_feature_div .offer-display-feature-text-message",
    "#desktop-merchant-info .offer-display-feature-text-message",
)
_SOLD_BY = re.compile(
    r"sold by|verkauf|vendu par|venduto|vendido|verkocht|sprzedawane|sprzedawca|såld|sat[ıi]c[ıi]"
    r"|販売|销售|البائع|विक्रेता",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"(?:sold by|verkauf(?: und versand)? durch|verkauft und versandt von|vendu par|venduto(?: e spedito)? da"
    r"|vendido(?: [ye] \w+)? por|verkocht(?: en verzonden)? door|sprzedaje|säljs(?: och levereras)? av)\s+"
    r"(.{2,60}?)(?=\s+(?:and|und|et|e|y|en|i|och)\s+\S+|\.\s|\.?$)",
    re.IGNORECASE,
)
_IN_JAPANESE = re.compile(r"この商品は、?(.{2,40}?)\s?が販売")
_FACTS = (
    "#detailBulletsWrapper_feature_div, #detailBullets_feature_div, #productDetails_feature_div, #prodDetails,"
    " #productDetailsTable, #detail-bullets, #SalesRank, #productDetails_detailBullets_sections1,"
    " #productDetails_expanderTables_depthRightSections, #audibleProductDetails"
)
_TO_A_LIST = 'a[href*="/bestsellers"], a[href*="/zgbs"]'
_TOP = re.compile(r"top\s?\d+", re.IGNORECASE)
_MOST_RANK = 2**31 - 1


def seller(page: Page) -> str | None:
    named = first_said(page.tree, *_SELLERS)
    return named or _in_a_table(page) or _in_a_sentence(page)


def _in_a_table(page: Page) -> str | None:
    for node in page.tree.css("[tabular-attribute-name]"):
        if _SOLD_BY.search(told(node, "tabular-attribute-name") or "") and "text" in (told(node, "class") or ""):
            return said(node.css_first(".tabular-buybox-text-message, .a-size-small") or node)
    return None


def _in_a_sentence(page: Page) -> str | None:
    sentence = first_said(page.tree, "#merchant-info", "#merchantInfo") or ""
    found = _IN_WORDS.search(sentence) or _IN_JAPANESE.search(sentence)
    return found[1].strip() if found else None


def rank(page: Page) -> int | None:
    """On the widest shelf, which is named first."""
    for link in (link for place in page.tree.css(_FACTS) for link in place.css(_TO_A_LIST)):
        row: LexborNode | None = next((node for node in around(link) if node.tag in {"li", "tr"}), None)
        number = count(_TOP.sub(" ", said(row, " ") or ""))
        if number and number <= _MOST_RANK:
            return number
    return None
