"""Read a saved page as a marketplace's pages are read in production. No network, no database, no sign-in."""

import sys
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from wareloom.cli.failures import WRONG_INPUT, report
from wareloom.cli.show import Item, print_json_line
from wareloom.kit.errors import Failure, NotFound, Rejected
from wareloom.market.page import SeenOffer

EXAMPLES = (
    "wareloom parse shopify products.json --url https://shop.example/products.json\n\n"
    "curl -s https://shop.example/products.json | wareloom parse shopify -"
)


def parse(
    marketplace: Annotated[str, typer.Argument(help="Whose page it is, such as shopify.")],
    file: Annotated[str, typer.Argument(help="A saved page or response; - is standard input.")],
    url: Annotated[str, typer.Option(help="Where the page came from, which links to products need.")] = "",
) -> None:
    """Print the offers in a saved page, one line of JSON each.

    The exit status is 2, with the reason on standard error, when the page cannot be read or is a wall against robots.
    """
    try:
        offers = _read(marketplace, saved(file), url)
    except Failure as failure:
        report(failure)
        raise typer.Exit(WRONG_INPUT) from failure
    for offer in offers:
        print_json_line(shown(offer))


def shown(offer: SeenOffer) -> Item:
    return {
        "external_id": offer.external_id,
        "title": offer.title,
        "price": _money(offer.price),
        "currency": offer.currency,
        "rating": None if offer.rating is None else float(offer.rating),
        "reviews_count": offer.reviews_count,
        "image_url": offer.image_url,
        "product_url": offer.product_url,
        "list_price": _money(offer.list_price),
        "seller": offer.seller,
        "category_path": list(offer.category_path),
        "tags": list(offer.tags),
        "availability": offer.availability,
        "rank": offer.rank,
        "sponsored": offer.sponsored,
    }


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"


def _read(marketplace: str, body: bytes, url: str) -> tuple[SeenOffer, ...]:
    from wareloom.market.marketplaces.registry import marketplace as find_marketplace

    return find_marketplace(marketplace).read(body, url).offers


def saved(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {file}.") from error
    except OSError as error:
        raise Rejected(f"{file} cannot be read: {error.strerror}.") from error
