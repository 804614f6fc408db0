"""Listings and images as Etsy links to them."""

import re

from wareloom.market.reading.text import a_list, an_object, words

_LISTING = re.compile(
    r"(?:https?:)?(?://[\w.-]*)?/(?:([a-z]{2}(?:-[a-z]{2})?)/)?listing/(\d{1,19})(?!\w)(?:/([^/?#\s]*))?"
)
_SHOP = re.compile(r"(?:^|/)shop/(\w+)|//(?!www\.|m\.)(\w+)\.etsy\.com")
_ARCHIVED = re.compile(r"\S*?/web/\d{4,14}[a-z_]*/(?=https?://)")
"""Before every link of a page that an archive kept."""
_IMAGE = re.compile(r"(?:https?:)?//[\w.-]+/\S+")


def original(link: object) -> str:
    return _ARCHIVED.sub("", words(link) or "", count=1)


def listing_id(link: object) -> str | None:
    found = _LISTING.match(original(link))
    return found[2] if found else None


def listing_link(link: object) -> str | None:
    """The listing's one address: in the page's locale, without what only tracks."""
    found = _LISTING.match(original(link))
    if not found:
        return None
    locale, number, name = found.groups()
    return f"https://www.etsy.com/{f'{locale}/' if locale else ''}listing/{number}{f'/{name}' if name else ''}"


def shop_name(link: object) -> str | None:
    found = _SHOP.search(original(link))
    return found[1] or found[2] if found else None


def image(written: object) -> str | None:
    """A link, an object with one under some name, or a list of either; the largest that is named."""
    for one in a_list(written):
        names = an_object(one)
        links = [names.get(name) for name in ("contentURL", "contentUrl", "url", "thumbnail")] if names else [one]
        for link in links:
            found = _IMAGE.match(original(link))
            if found:
                return found[0] if found[0].startswith("http") else f"https:{found[0]}"
    return None
