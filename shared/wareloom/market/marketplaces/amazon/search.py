"""A search: its tiles, how many there are in all, and where the next ones are."""

import re

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.amazon.address import next_search
from wareloom.market.marketplaces.amazon.nodes import first_said, href, outermost, said
from wareloom.market.marketplaces.amazon.page import Page
from wareloom.market.marketplaces.amazon.tile import offer_in, shows_a_product
from wareloom.market.marketplaces.amazon.tiles import tiles
from wareloom.market.page import OfferPage, PageRequest, unreadable
from wareloom.market.reading.counts import count
from wareloom.market.reading.text import whole

_MOST_OFFERS = 2**31 - 1
_TOLD_TOTAL = re.compile(r"[\"']totalResultCount[\"']\s*:\s*[\"']?(\d{1,10})\b")
_TOTALS = (
    '[data-component-type="s-result-info-bar"] h2 span',
    '[data-component-type="s-result-info-bar"] .a-section > span',
    '[data-component-type="s-result-info-bar"] h1 span',
    ".s-breadcrumb .a-section > span",
    "#s-result-count",
)
_FROM_TO = re.compile(r"\d[\d.,\s]*\s?[-–~]\s?\d[\d.,]*")
_NEXT = "a.s-pagination-next, li.a-last a, a#pagnNextLink"
_NUMBERS = ".s-pagination-item, ul.a-pagination li, #pagn .pagnLink, #pagn .pagnDisabled"
_PLACES = '#search, #s-results-list-atf, .s-main-slot, #noResultsTitle, #resultsCol, [data-component-type^="s-"]'
_SAYS_NONE = re.compile(
    r"no results for|did not match any products|keine ergebnisse für|keinem artikel überein|keine produkttreffer"
    r"|aucun résultat pour|ne correspond à aucun|nessun risultato per|non corrisponde a nessun|no hay resultados para"
    r"|no coincid\w+ con ningún|nenhum resultado|não encontrou nenhum|geen resultaten voor|brak wyników dla"
    r"|inga resultat för|(?:için|ile ilgili) (?:hiç)?(?:bir )?sonuç (?:yok|bulunamadı)|لا توجد نتائج|لا نتائج"
    r"|一致する商品(?:は|が)|検索結果はありません|没有找到|没有(?:与|关于).{0,60}(?:结果|商品)|कोई परिणाम नहीं",
    re.IGNORECASE,
)


def offers_of(page: Page) -> OfferPage | None:
    """None when the page is no search."""
    shown = tiles(page)
    read = [(tile, offer_in(tile, page)) for tile in shown]
    broken = sum(offer is None and shows_a_product(tile) for tile, offer in read)
    offers = tuple(offer for _, offer in read if offer)
    if broken > len(shown) / 10:
        raise Rejected(f"The search shows {broken} products in a form that cannot be read: Amazon may have changed it.")
    if not offers:
        return OfferPage(offers=(), offers_total=0) if not page.cut_off and _is_empty(page) else None
    return OfferPage(
        offers=offers,
        next=_next(page),
        pages_total=_pages(page),
        offers_total=_total(page),
        passed_over=unreadable(broken),
    )


def _is_empty(page: Page) -> bool:
    """Only where the page says so: an empty place may as well wait for a script."""
    places = list(outermost(page.tree.css(_PLACES)))
    told_total = _TOLD_TOTAL.search(page.text)
    if places and told_total and int(told_total[1]) == 0:
        return True
    return any(_SAYS_NONE.search(node.text(separator=" ")) for node in places)


def _total(page: Page) -> int | None:
    """“1-48 of over 2,000 results for”: what is left when the range is taken away. The script knows it exactly."""
    if told_total := _TOLD_TOTAL.search(page.text):
        return whole(told_total[1], _MOST_OFFERS)
    written = first_said(page.tree, *_TOTALS)
    number = count(_FROM_TO.sub(" ", written or "", count=1))
    return number if number is not None and number <= _MOST_OFFERS else None


def _next(page: Page) -> PageRequest | None:
    link = href(page.tree.css_first(_NEXT))
    return next_search(link, page.shop) if link and page.shop else None


def _pages(page: Page) -> int | None:
    numbers = (whole(said(node), 1000) for node in page.tree.css(_NUMBERS))
    return max((number for number in numbers if number), default=None)
