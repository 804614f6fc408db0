"""Offers as a dataset tells them: kept as the workspace's own claims."""

import re
from collections.abc import Mapping
from functools import partial
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import read_place
from wareloom.market.claims.keep import keep_claims, take_back_claims
from wareloom.market.imports import values
from wareloom.market.imports.cells import Cells
from wareloom.market.imports.kind import Field
from wareloom.market.imports.layout import Reading
from wareloom.market.marketplaces.whose import owner
from wareloom.market.page import Availability
from wareloom.market.uploads.kept_rows import Kept, Row
from wareloom.market.uploads.models import Import

_STATES: dict[str, Availability] = {
    **dict.fromkeys(("in_stock", "instock", "available", "yes", "true", "auf lager", "en stock"), "in_stock"),
    **dict.fromkeys(("low_stock", "limitedavailability", "limited", "few left"), "low_stock"),
    **dict.fromkeys(("preorder", "pre_order", "backorder"), "preorder"),
    **dict.fromkeys(
        ("out_of_stock", "outofstock", "sold_out", "soldout", "unavailable", "no", "false"), "out_of_stock"
    ),
}
_TRACKS = re.compile(r"utm_.*|gclid|fbclid|msclkid|ref_?|tag|aff.*|_pos|_sid|_ss", re.IGNORECASE)
_LONGEST_NAME = 40
_MARKETPLACE = re.compile(r"[a-z0-9][a-z0-9 ._-]{0,39}")


class OffersKind:
    name = "offers"
    title = "Offers"
    about = "Products as a marketplace showed them: what they are, what they cost, how they are liked, and when."
    fields = (
        Field("external_id", "The marketplace's own id of the product", (
            "id", "product id", "item id", "listing id", "sku", "asin", "offer id", "external id", "artikelnummer")),
        Field("title", "What it is called", ("name", "product name", "product title", "product", "item", "titel")),
        Field("marketplace", "Where it is sold, such as etsy", ("platform", "source", "site", "channel", "store type")),
        Field("price", "What it costs: 12.50, 1.299,00 €, $5", (
            "current price", "sale price", "unit price", "amount", "preis", "prix", "precio", "prezzo")),
        Field("list_price", "What is crossed out beside the price", (
            "original price", "old price", "regular price", "msrp", "rrp", "uvp", "compare at price", "was")),
        Field("currency", "EUR, US dollars, £", ("currency code", "price currency", "währung", "devise", "moneda")),
        Field("rating", "Out of five: 4.5, 4,5 von 5", (
            "stars", "average rating", "review score", "avg rating", "rating value", "bewertung")),
        Field("reviews_count", "How many reviews: 1234, 1.2K", (
            "reviews", "review count", "number of reviews", "ratings", "rating count", "num reviews", "total reviews")),
        Field("image_url", "The address of its picture", ("image", "picture", "photo", "image link", "thumbnail")),
        Field("product_url", "The address of its page", ("url", "link", "product link", "listing url", "page", "href")),
        Field("seller", "Whose it is", ("shop", "store", "shop name", "seller name", "vendor", "brand", "merchant")),
        Field("category", "Its category", ("type", "product type", "department", "kategorie", "catégorie")),
        Field("category_path", "From the widest to the narrowest: Home > Kitchen > Mugs", ("breadcrumb",)),
        Field("availability", "in stock, low stock, preorder, out of stock", (
            "stock status", "in stock", "stock availability")),
        Field("stock", "How many are left: 12", (
            "quantity", "stock quantity", "inventory", "inventory quantity", "stock level", "qty", "bestand")),
        Field("rank", "Its place in a list of what sells best", ("bestseller rank", "position", "bsr")),
        Field("sponsored", "Whether somebody paid for its being shown: yes or no", ("ad", "is sponsored", "promoted")),
        Field("tags", "Words, with commas between them", ("keywords", "labels", "hashtags")),
        Field("seen_at", "The day or moment at which it was so: 2026-11-30. Otherwise that of the import", (
            "date", "seen", "scraped at", "scraped", "collected at", "timestamp", "day", "fetched at", "datum")),
    )  # fmt: skip
    needs = (("title",), ("external_id", "product_url"), ("marketplace", "product_url"))

    def read(self, cells: Mapping[str, object], reading: Reading, source: Import) -> Row:
        row = Cells(cells, reading)
        price, beside = row.read("price", partial(values.money, decimals=reading.decimals), (None, None))
        crossed_out, _ = row.read("list_price", partial(values.money, decimals=reading.decimals), (None, None))
        url = row.read("product_url", values.address, None)
        told: Row = {
            "external_id": row.read("external_id", partial(values.text, most=255), None) or identity_of(url),
            "title": row.read("title", partial(values.text, most=2000), None),
            "marketplace": row.read("marketplace", _marketplace, None) or _shown_at(url),
            "price": price,
            "list_price": crossed_out,
            "currency": row.read("currency", values.currency, None) or beside,
            "rating": row.read("rating", values.rating, None),
            "reviews_count": row.read("reviews_count", values.whole, None),
            "image_url": row.read("image_url", values.address, None),
            "product_url": url,
            "seller": row.read("seller", partial(values.text, most=300), None),
            "category": row.read("category", partial(values.text, most=300), None),
            "category_path": row.read("category_path", partial(values.several, path=True), ()),
            "availability": row.read("availability", _availability, None) or row.read("stock", _state, None),
            "stock": row.read("stock", _left, None),
            "rank": row.read("rank", values.whole, None),
            "sponsored": row.read("sponsored", values.yes, otherwise=False),
            "tags": row.read("tags", values.several, ()),
            "seen_at": row.read("seen_at", values.moment, None) or source.created_at,
        }
        for field in ("title", "external_id", "marketplace"):
            if told[field] is None:
                row.lacks(field)
        row.judge()
        return told

    def keep(self, session: Session, source: Import, rows: Mapping[int, Row]) -> Kept:
        return keep_claims(session, source.tenant_id, rows, import_id=source.id)

    def take_back(self, session: Session, source: Import, most: int) -> int:
        return take_back_claims(session, source.id, most)


def identity_of(url: str | None) -> str | None:
    """Of what has no id, its address without what only tracks is one."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    told = sorted(one for one in parts.query.split("&") if one and not _TRACKS.fullmatch(one.partition("=")[0]))
    plain = parts._replace(query="&".join(told), fragment="").geturl()
    return plain if 0 < len(plain) <= 255 else None


def _shown_at(url: str | None) -> str | None:
    """A shop at a name of its own is called by that name."""
    try:
        host = read_place(url).host if url else ""
    except Rejected:
        return None
    kind = owner(host)
    return kind.name if kind else host if 0 < len(host) <= _LONGEST_NAME else None


def _marketplace(cell: object) -> str | None:
    line = values.text(cell, 100)
    if line is not None and not _MARKETPLACE.fullmatch(line.lower()):
        raise values.BadValue(f"is no name of a marketplace: “{line[:40]}”. It looks like etsy")
    return line.lower() if line else None


def _availability(cell: object) -> Availability | None:
    found = _state(cell)
    line = None if found else values.text(cell, 100)
    if line is not None:
        raise values.BadValue(f"is neither in stock, low stock, preorder nor out of stock: “{line[:40]}”")
    return found


def _state(cell: object) -> Availability | None:
    if isinstance(cell, bool):
        return "in_stock" if cell else "out_of_stock"
    plain = cell.strip().lower().rpartition("/")[2] if isinstance(cell, str) else ""  # of https://schema.org/InStock
    return _STATES.get(plain) or _STATES.get(plain.replace(" ", "_").replace("-", "_"))


def _left(cell: object) -> int | None:
    """What is headed “stock” tells in some files how many are left, in others whether it can be had."""
    return None if _state(cell) else values.whole(cell)
