"""What a product's page says that it costs, now and before, in several voices that do not always agree."""

from decimal import Decimal
from typing import NamedTuple

from wareloom.market.currencies import code
from wareloom.market.marketplaces.shopify import feed
from wareloom.market.marketplaces.shopify.document import Document
from wareloom.market.price import hundredths, parse
from wareloom.market.reading import linked_data
from wareloom.market.reading.text import Object, a_list, an_object


class Cost(NamedTuple):
    price: Decimal | None
    before: Decimal | None
    currency: str | None


def cost(page: Document, told: list[Object], counted: Object, variants: list[Object]) -> Cost:
    found = [linked_data.lowest_price(one) for one in told]
    currency = next((name for _, name in found if name), None) or _social_currency(page) or page.currency
    kept, before = feed.cheapest(variants, cents=True)
    tally = _counted_price(counted)
    tally = kept if tally is None else tally
    claimed = next((price for price, _ in found if price is not None), None)
    price = _social_price(page, currency) if claimed is None and tally is None else _settled(claimed, tally)
    crossed = [linked_data.list_price(one) for one in told]
    candidates = [before if price == kept else None, *crossed, _social_before(page, currency)]
    return Cost(price, next((one for one in candidates if one and price is not None and one > price), None), currency)


def _settled(claimed: Decimal | None, counted: Decimal | None) -> Decimal | None:
    """Themes print prices for people into JSON-LD, where “173.000” then means 173: the counter knows better."""
    if claimed is None or counted is None:
        return counted if claimed is None else claimed
    misread = {claimed * 1000, claimed * 100, claimed / 100}
    return counted if counted in misread and claimed else claimed


def _counted_price(counted: Object) -> Decimal | None:
    priced = [counted, *map(an_object, a_list(counted.get("variants")))]
    return min((price for one in priced if (price := hundredths(one.get("price"))) is not None), default=None)


def _social_price(page: Document, currency: str | None) -> Decimal | None:
    """Where both are told, the one on sale is what it costs."""
    return _first(page, currency, "product:sale_price:amount", "og:price:amount", "product:price:amount")


def _social_before(page: Document, currency: str | None) -> Decimal | None:
    return _first(page, currency, "product:original_price:amount", "og:price:standard_amount", "product:price:amount")


def _first(page: Document, currency: str | None, *names: str) -> Decimal | None:
    written = (page.social.get(name) for name in names)
    return next((price for text in written if (price := parse(text, currency).amount) is not None), None)


def _social_currency(page: Document) -> str | None:
    written = (page.social.get(name) for name in ("og:price:currency", "product:price:currency"))
    return next((name for text in written if (name := code(text))), None)
