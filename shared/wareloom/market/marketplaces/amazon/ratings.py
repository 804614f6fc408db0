"""How many stars a product has, and from how many people."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from wareloom.market.marketplaces.amazon.nodes import said, told
from wareloom.market.reading.counts import count, stars

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MOST = 2**31 - 1
_STARS = ('i[class*="a-icon-star"] .a-icon-alt', ".a-icon-alt")
"""Other icons speak too, of Prime and of bestsellers."""
_TO_REVIEWS = 'a[href*="#customerReviews"], a[href*="product-reviews/"]'
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_ONLY_A_COUNT = re.compile(r"\(?\d[\d.,'\s]*[^\W\d]{0,8}\.?\+?\)?")


def stars_in(card: "LexborNode") -> Decimal | None:
    written = [said(node) for selector in _STARS for node in card.css(selector)]
    written += [told(node, "aria-label") for node in card.css('[data-cy="reviews-block"] [aria-label]')]
    return rating_in(written)


def rating_in(written: Iterable[str | None]) -> Decimal | None:
    """“4.3 out of 5” has two numbers; with one alone it may be a count, or the name of a service."""
    rated = (text for text in written if text and len(_NUMBER.findall(text)) > 1)
    return next((found for text in rated if (found := stars(text)) is not None), None)


def reviews_in(card: "LexborNode") -> int | None:
    """Exact where a label says it; “(1.2K)” is for the eye."""
    rated = [text for node in card.css(".a-icon-alt") if (text := said(node))]
    links = card.css(_TO_REVIEWS)
    labels = [text for link in links for text in _labels(link)]
    shown = [said(link, " ") for link in links] or _underlined(card)
    written = (_without(rated, text) for text in (*labels, *shown) if text)
    return next((number for text in written if (number := reviews_count(text)) is not None), None)


def reviews_count(text: str | None) -> int | None:
    number = count(text)
    return number if number is not None and number <= _MOST else None


def _without(rated: list[str], text: str) -> str:
    """“4,3 étoiles sur 5, 1 018 évaluations”: the five counts nobody."""
    for rating in rated:
        text = text.replace(rating, " ")
    return text


def _labels(link: "LexborNode") -> Iterator[str]:
    near = [link, *link.css("[aria-label]"), *([link.parent] if link.parent else [])]
    for name in ("aria-label", "title"):
        yield from (text for node in near if (text := told(node, name)))


def _underlined(card: "LexborNode") -> list[str | None]:
    """Where the count leads nowhere, it still looks as if it did."""
    written = [said(node) for node in card.css(".s-underline-text")]
    return [text for text in written if text and _ONLY_A_COUNT.fullmatch(text)]
