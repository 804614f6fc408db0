"""Links as pages write them, made whole."""

import re
from urllib.parse import quote, unquote, urljoin, urlsplit

from wareloom.kit.http.place import Place
from wareloom.market.reading.text import a_list, an_object, words

_UNSAFE = re.compile(r"[\s\"<>\\^`{|}?#%]")


def whole_link(written: object, place: Place | None) -> str | None:
    """Protocol-relative and relative links made absolute; None for what is no web address."""
    link = words(written)
    if not link:
        return None
    base = place.url if place else "https://"
    try:
        joined = urljoin(base, link)
        parts = urlsplit(joined)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    return joined.replace(" ", "%20")


def first_image(written: object, place: Place | None) -> str | None:
    """An image is a link, an object with one under some name, or a list of either."""
    for one in a_list(written):
        names = an_object(one)
        links = [names.get(name) for name in ("src", "url", "contentUrl", "originalSrc")] if names else [one]
        found = next((link for name in links if (link := whole_link(_first(name), place))), None)
        if found:
            return found
    return None


def product_link(handle: str | None, place: Place | None) -> str | None:
    """Relative to the shop when nobody says whose page it is: a saved feed knows its handles and not its host."""
    if not handle:
        return None
    path = f"/products/{_UNSAFE.sub(lambda found: quote(found[0]), handle)}"
    return f"{place.origin}{path}" if place else path


def handle_in(link: object) -> str | None:
    """The product's name in a link to it, in the one spelling that links can be compared by."""
    found = re.search(r"/products/([^/?#]{1,255})(?:[/?#]|\Z)", words(link) or "")
    return unquote(found[1]).lower().removesuffix(".json").removesuffix(".js") or None if found else None


def _first(value: object) -> object:
    return next(iter(a_list(value)), None)
