"""One product's page as a browser gets it: the program's first state, and what is told to search engines."""

from collections.abc import Iterator

from wareloom.kit.http.place import Place
from wareloom.market.currencies import code
from wareloom.market.marketplaces.shopee.address import place_of, product_in
from wareloom.market.marketplaces.shopee.card import product
from wareloom.market.marketplaces.shopee.item import offer as offer_of
from wareloom.market.marketplaces.shopee.sites import Site, site_at
from wareloom.market.page import Availability, SeenOffer
from wareloom.market.reading import linked_data
from wareloom.market.reading.markup import parsed
from wareloom.market.reading.text import Object, a_list, an_object, read_json, words

_STATE = 'script[type="text/mfe-initial-data"]'
_TOLD_BOTH_WAYS = ("price", "currency", "rating", "reviews_count", "image_url", "seller", "availability")


def offer(text: str, place: Place | None) -> SeenOffer | None:
    """None when the page shows no product. What the state leaves out, as it does for strangers, search engines know."""
    tree = parsed(text)
    named = [node.attributes.get("href") for node in tree.css('link[rel="canonical"]')]
    named += [node.attributes.get("content") for node in tree.css('meta[property="og:url"]')]
    links = [link for link in (*named, place.url if place else None) if product_in(link)]
    ids = product_in(links[0]) if links else None
    site = next((site for link in links if (there := place_of(link)) and (site := site_at(there.host))), None)
    stated = [found for node in tree.css(_STATE) for found in _stated(node.text(), ids, site)]
    told = _told([node.text() for node in tree.css('script[type*="ld+json" i]')], ids, site)
    if not stated:
        return told
    state = stated[0]
    if told is None or told.external_id != state.external_id:
        return state
    missing = {name: getattr(told, name) for name in _TOLD_BOTH_WAYS if getattr(state, name) is None}
    return state.model_copy(update=missing)


def _stated(script: str, ids: tuple[str, str] | None, site: Site | None) -> Iterator[SeenOffer]:
    """The product that the page is about, of those that its program remembers."""
    try:
        state = an_object(an_object(read_json(script.strip())).get("initialState"))
    except ValueError:
        return
    kept = an_object(an_object(an_object(state.get("DOMAIN_PDP")).get("data")).get("PDP_BFF_DATA"))
    remembered = an_object(kept.get("cachedMap"))
    older = an_object(an_object(state.get("item")).get("items"))
    current = remembered.get(words(kept.get("currentKey")) or "")
    entries = [current] if current else [*remembered.values(), *older.values()]
    offers = [found for entry in entries if (found := offer_of(product(an_object(entry)), site))]
    wanted = ".".join(ids) if ids else None
    yield from (found for found in offers if found.external_id == wanted or (wanted is None and len(offers) == 1))


def _told(scripts: list[str], ids: tuple[str, str] | None, site: Site | None) -> SeenOffer | None:
    for thing in linked_data.products(scripts):
        own = product_in(words(thing.get("url"))) or ids
        if own is None or (ids and own != ids):
            continue
        price, currency = linked_data.lowest_price(thing)
        stars, count = linked_data.rating(thing)
        title = linked_data.title(thing.get("name"))
        if title is None:
            continue
        return SeenOffer(
            external_id=".".join(own),
            title=title,
            price=price,
            currency=code(currency) or (site.currency if site else None),
            rating=stars,
            reviews_count=count,
            image_url=_image(thing),
            product_url=f"{site.origin if site else ''}/product/{own[0]}/{own[1]}",
            availability=_availability(thing),
        )
    return None


def _image(thing: Object) -> str | None:
    links = (words(an_object(one).get("url", one)) for one in a_list(thing.get("image")))
    return next((link for link in links if link and link.startswith("https://")), None)


def _availability(thing: Object) -> Availability | None:
    available = linked_data.available(thing)
    return None if available is None else "in_stock" if available else "out_of_stock"
