"""Search what marketplaces show, and look at one offer over time."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.page import Csv, Everything, Limit, find, print_csv, print_found, tell_more
from wareloom.cli.show import Item, Json, print_json
from wareloom.cli.spell import count, moment, money, sparkline
from wareloom.cli.table import Column, print_facts
from wareloom.kit.errors import Malformed

app = typer.Typer(
    cls=ListByDefault,
    help=(
        "Offers: list (also without that word) and show.\n\n"
        "`wareloom offers camping tee` searches; `wareloom offers list --help` has every filter."
    ),
    epilog=(
        "wareloom offers camping tee --currency USD --max-price 25 --sort price\n\n"
        "wareloom offers --marketplace sample --all --csv > offers.csv\n\n"
        "wareloom offers show ID --history"
    ),
)
Sort = Literal[
    "-last_seen_at", "-first_seen_at", "price", "-price", "price_usd", "-price_usd", "-rating", "-reviews_count"
]
Availability = Literal["in_stock", "low_stock", "preorder", "out_of_stock"]
_FIELDS: tuple[str, ...] = (
    "id", "marketplace", "external_id", "title", "price", "list_price", "currency", "price_usd", "rating",
    "reviews_count", "availability", "sponsored", "rank", "stock", "seller", "category", "tags", "image_url",
    "product_url", "first_seen_at", "last_seen_at",
)  # fmt: skip
_COLUMNS = [
    Column("title", lambda offer: offer["title"], grows=True),
    Column("price", lambda offer: money(offer["price"], offer["currency"]), right=True),
    Column("rating", lambda offer: offer["rating"] or "", right=True),
    Column("reviews", lambda offer: count(offer["reviews_count"]), right=True),
    Column("seller", lambda offer: offer["seller"] or "", extra=True),
    Column("marketplace", lambda offer: offer["marketplace"], extra=True),
    Column("seen", lambda offer: moment(offer["last_seen_at"]), extra=True),
]


@app.command("list")
def list_offers(
    words: Annotated[list[str] | None, typer.Argument(help='Words to find; "a phrase", or, -not')] = None,
    *,
    marketplace: Annotated[str | None, typer.Option(help="Of this marketplace alone.")] = None,
    seller: Annotated[str | None, typer.Option(help="Of this seller alone.")] = None,
    category: Annotated[str | None, typer.Option(help="Of this category alone.")] = None,
    currency: Annotated[str | None, typer.Option(help="Priced in this currency, such as USD.")] = None,
    min_price: Annotated[str | None, typer.Option(help="At least this price; give --currency too.")] = None,
    max_price: Annotated[str | None, typer.Option(help="At most this price; give --currency too.")] = None,
    min_price_usd: Annotated[str | None, typer.Option(help="At least this price, told in US dollars.")] = None,
    max_price_usd: Annotated[str | None, typer.Option(help="At most this price, told in US dollars.")] = None,
    availability: Annotated[Availability | None, typer.Option(help="In this state alone.")] = None,
    sponsored: Annotated[bool | None, typer.Option(help="Shown because somebody paid for it, or not.")] = None,
    min_rating: Annotated[float | None, typer.Option(min=0, max=5, help="Rated at least so.")] = None,
    min_reviews: Annotated[int | None, typer.Option(min=0, help="Reviewed at least so often.")] = None,
    sort: Annotated[Sort, typer.Option(help="What comes first; - is the greatest or latest.")] = "-last_seen_at",
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Find offers. Everything given must hold.

    To a terminal it prints a table, to a pipe one line per offer with tabs between.
    """
    if as_json and as_csv:
        raise Malformed("Choose one of --json and --csv.")
    asked = {
        "query": " ".join(words) if words else None,
        "marketplace": marketplace,
        "seller": seller,
        "category": category,
        "currency": currency.upper() if currency else None,
        "min_price": min_price,
        "max_price": max_price,
        "min_price_usd": min_price_usd,
        "max_price_usd": max_price_usd,
        "availability": availability,
        "sponsored": None if sponsored is None else str(sponsored).lower(),
        "min_rating": min_rating,
        "min_reviews": min_reviews,
        "sort": sort,
    }
    found = find(connected(), "/offers", limit=limit, everything=everything, **asked)
    if as_csv:
        print_csv(found.items, _FIELDS)
        tell_more(found)
    else:
        print_found(found, _COLUMNS, as_json=as_json, nothing="No offer matches.")


@app.command()
def show(
    offer_id: Annotated[str, typer.Argument(metavar="ID", help="As `wareloom offers` lists it.")],
    *,
    history: Annotated[bool, typer.Option("--history", help="And how its price and reviews moved.")] = False,
    as_json: Json = False,
) -> None:
    """Look at one offer."""
    client, path = connected(), f"/offers/{part(offer_id)}"
    offer = client.get(path)
    seen = client.get(f"{path}/history", limit=2000)["items"] if history else None
    if as_json:
        print_json(offer if seen is None else {**offer, "history": seen})
        return
    print_facts(_facts(offer) + ([] if seen is None else _moves(seen)))


def _facts(offer: Item) -> list[tuple[str, str]]:
    return [
        ("title", offer["title"]),
        ("price", money(offer["price"], offer["currency"])),
        ("crossed out", money(offer["list_price"], offer["currency"])),
        ("in US dollars", _in_dollars(offer)),
        ("availability", (offer["availability"] or "").replace("_", " ")),
        ("left in stock", count(offer["stock"])),
        ("rank", count(offer["rank"])),
        ("rating", offer["rating"] or ""),
        ("reviews", count(offer["reviews_count"])),
        ("seller", offer["seller"] or ""),
        ("category", " › ".join(offer["category_path"]) or offer["category"] or ""),
        ("tags", ", ".join(offer["tags"])),
        ("marketplace", f"{offer['marketplace']} ({offer['external_id']})"),
        ("link", offer["product_url"] or ""),
        ("picture", offer["image_url"] or ""),
        ("first seen", moment(offer["first_seen_at"])),
        ("last seen", moment(offer["last_seen_at"])),
    ]


def _in_dollars(offer: Item) -> str:
    if offer["price_usd"] is None or offer["currency"] == "USD":
        return ""
    return f"{money(offer['price_usd'], 'USD')}, by the rates of {offer['rated_on']}"


def _moves(seen: list[Item]) -> list[tuple[str, str]]:
    currency = seen[-1]["currency"] if seen else None
    priced = [one for one in seen if one["price"] is not None and one["currency"] == currency]
    points = [(datetime.fromisoformat(one["seen_at"]), Decimal(one["price"])) for one in priced]
    if not points:
        return [("history", "no price was seen")]
    prices = [price for _, price in points]
    lowest, highest = (money(str(extreme(prices)), currency) for extreme in (min, max))
    reviewed = [one["reviews_count"] for one in seen if one["reviews_count"] is not None]
    return [
        ("history", sparkline(points, width=48)),
        ("over", f"from {moment(priced[0]['seen_at'])} to {moment(priced[-1]['seen_at'])}, {len(seen)} changes"),
        ("lowest", lowest),
        ("highest", highest),
        ("reviews then", f"{count(reviewed[0])} → {count(reviewed[-1])}" if reviewed else ""),
    ]
