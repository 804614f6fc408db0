"""Why a page shows no product: a closed shop, a wall before it, or simply another page."""

import re

from wareloom.kit.errors import Blocked, Failure, Rejected
from wareloom.market.reading.walls import wall

_MOST_CHARACTERS = 300_000
_PASSWORD = re.compile(r"enter using password|template-password|action=[\"'][^\"']*/password[\"']", re.IGNORECASE)
_FROZEN = re.compile(r"this (shop|store) is (currently )?unavailable|sorry, this (shop|store) is", re.IGNORECASE)


def reason(text: str) -> Failure:
    start = text[:_MOST_CHARACTERS]
    if _PASSWORD.search(start):
        return Blocked("The shop is closed to visitors: it asks for a password.")
    if _FROZEN.search(start):
        return Blocked("The shop is closed: Shopify says that it is unavailable.")
    if before := wall(text):
        return before
    if "<" not in start:
        return Rejected("The page is neither a list of products nor a product's page.")
    return Rejected("The page is a web page without a product that can be read.")
