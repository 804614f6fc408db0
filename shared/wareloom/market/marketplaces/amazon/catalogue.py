"""Amazon's own answers: what its catalogue tells of products, and beside it what they cost at the moment.

The catalogue knows no ratings, and a price is that of the offer which Amazon puts first.
"""

from decimal import Decimal
from typing import Any

from wareloom.kit.errors import Rejected
from wareloom.market.currencies import code
from wareloom.market.marketplaces.amazon.links import image_link, is_product_id, product_link
from wareloom.market.marketplaces.amazon.official import A_PAGE, further, number_of, shop_asked
from wareloom.market.marketplaces.amazon.shops import Shop
from wareloom.market.page import Availability, OfferPage, SeenOffer
from wareloom.market.price import plain
from wareloom.market.reading import numbers
from wareloom.market.reading.text import Object, a_list, an_object, is_list, read_json, whole, words

MOST = 1000
"""Products of one search that can be paged through, as the catalogue's contract says."""
_MOST = 2**31 - 1
_NEW_BUY_BOX = "1"
_NOT_FOR_SALE = "VARIATION_PARENT"
_DEEPEST = 20
_KINDS = {"EAN": "ean", "JAN": "ean", "UPC": "upc", "GTIN": "gtin", "ISBN": "isbn"}


def page(text: str, url: str) -> OfferPage:
    try:
        answers = [an_object(one) for one in a_list(an_object(read_json(text)).get("answers"))]
    except ValueError as error:
        raise Rejected("Amazon's answer is broken JSON, or cut off.") from error
    if not answers or not is_list(answers[0].get("items")):
        raise Rejected("Amazon's answer lists no items.")
    found, priced = answers[0], _priced(answers[1:])
    shop = shop_asked(url)
    items = [an_object(item) for item in a_list(found.get("items"))]
    read = [offer for item in items if (offer := _offer(item, priced, shop))]
    if not read and any(_summary(item).get("itemClassification") != _NOT_FOR_SALE for item in items):
        raise Rejected("Amazon's answer lists items in a form that cannot be read.")
    total = whole(found.get("numberOfResults"), _MOST)
    token = words(an_object(found.get("pagination")).get("nextToken"))
    number = number_of(url) + 1
    return OfferPage(
        offers=tuple({offer.external_id: offer for offer in read}.values()),
        next=further(url, token, number) if token and number <= MOST // A_PAGE else None,
        pages_total=-(-min(total, MOST) // A_PAGE) or None if total is not None else None,
        offers_total=total,
    )


def asins(found: Object) -> list[str]:
    """Of a page of the catalogue: what prices are to be asked for."""
    named = [words(an_object(item).get("asin")) for item in a_list(found.get("items"))]
    return list(dict.fromkeys(one for one in named if one and is_product_id(one)))[:A_PAGE]


def _priced(answers: list[Object]) -> dict[str, Object]:
    prices = [an_object(one) for answer in answers for one in a_list(answer.get("payload"))]
    return {
        asin: an_object(an_object(price.get("Product")).get("CompetitivePricing"))
        for price in prices
        if price.get("status") == "Success" and (asin := words(price.get("ASIN")))
    }


def _offer(item: Object, priced: dict[str, Object], shop: Shop | None) -> SeenOffer | None:
    asin, summary = words(item.get("asin")), _summary(item)
    title = words(summary.get("itemName"))
    if not asin or not is_product_id(asin) or not title or summary.get("itemClassification") == _NOT_FOR_SALE:
        return None
    pricing = priced.get(asin, {})
    price, currency = _price(pricing)
    path = _path(item)
    return SeenOffer(
        external_id=asin,
        title=title,
        price=price,
        currency=currency or (shop.currency if shop else None),
        image_url=_image(item),
        product_url=product_link(asin, shop),
        category=path[-1] if path else None,
        category_path=path,
        availability=_availability(pricing),
        rank=_rank(item),
        details=_details(item, pricing),
    )


def _first(item: Object, name: str) -> Object:
    """Told once for each country that was asked about, and that is one."""
    return an_object(next(iter(a_list(item.get(name))), None))


def _summary(item: Object) -> Object:
    return _first(item, "summaries")


def _price(pricing: Object) -> tuple[Decimal | None, str | None]:
    for one in map(an_object, a_list(pricing.get("CompetitivePrices"))):
        if one.get("CompetitivePriceId") == _NEW_BUY_BOX:
            money = an_object(an_object(one.get("Price")).get("ListingPrice"))
            return plain(money.get("Amount")), code(words(money.get("CurrencyCode")))
    return None, None


def _offers(pricing: Object) -> int | None:
    counts = [an_object(one) for one in a_list(pricing.get("NumberOfOfferListings"))]
    known = {words(one.get("condition")): whole(one.get("Count"), _MOST) for one in counts}
    return known.get("New", known.get("Any"))


def _availability(pricing: Object) -> Availability | None:
    """Only what is counted is known: an item may be for sale though no offer is put first."""
    offers = _offers(pricing)
    return None if offers is None else ("in_stock" if offers else "out_of_stock")


def _image(item: Object) -> str | None:
    pictures = [an_object(one) for one in a_list(_first(item, "images").get("images"))]
    main = [one for one in pictures if one.get("variant") == "MAIN"] or pictures
    ranked = sorted(main, key=lambda one: -(whole(one.get("width"), _MOST) or 0))
    return next((link for one in ranked if (link := image_link(words(one.get("link"))))), None)


def _rank(item: Object) -> int | None:
    """On the widest shelf."""
    ranks = _first(item, "salesRanks")
    named = [*a_list(ranks.get("displayGroupRanks")), *a_list(ranks.get("classificationRanks"))]
    return next((rank for one in named if (rank := whole(an_object(one).get("rank"), _MOST))), None)


def _path(item: Object) -> tuple[str, ...]:
    node = _first(_first(item, "classifications"), "classifications")
    names: list[str] = []
    for _ in range(_DEEPEST):
        if name := words(node.get("displayName")):
            names.insert(0, name)
        node = an_object(node.get("parent"))
    return tuple(names)


def _details(item: Object, pricing: Object) -> dict[str, Any]:
    summary = _summary(item)
    named = map(an_object, a_list(_first(item, "identifiers").get("identifiers")))
    known = [
        (kind, one.get("identifier")) for one in named if (kind := _KINDS.get(words(one.get("identifierType")) or ""))
    ]
    facts = {
        "brand": words(summary.get("brand")),
        "offers": _offers(pricing),
        **numbers.only([*known, ("mpn", summary.get("partNumber") or summary.get("modelNumber"))]),
    }
    return {name: fact for name, fact in facts.items() if fact is not None}
