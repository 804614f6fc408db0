"""What is up for sale where: list listings, look at one, try a failed one again, take one back."""

from typing import Annotated, Literal

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.page import Everything, Limit, find, print_found
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import moment, money, span
from wareloom.cli.table import Column, print_facts

app = typer.Typer(cls=ListByDefault, help="Listings: list (also without a word), show, retry, withdraw.")
Status = Literal["draft", "publishing", "published", "undoing", "failed", "withdrawing", "withdrawn"]
ListingId = Annotated[str, typer.Argument(metavar="ID", help="As `wareloom listings` lists it.")]
_COLUMNS = [
    Column("title", lambda listing: listing["title"], grows=True),
    Column("shop", lambda listing: listing["shop_name"]),
    Column("status", lambda listing: listing["status"]),
    Column("from", lambda listing: money(listing["price_from"], listing["currency"]), right=True),
    Column("published", lambda listing: moment(listing["published_at"]), extra=True),
    Column("reason", lambda listing: listing["reason"] or "", extra=True),
]


@app.command("list")
def list_listings(
    *,
    status: Annotated[Status | None, typer.Option(help="Of this status alone.")] = None,
    channel: Annotated[str | None, typer.Option(help="At this channel alone.")] = None,
    run: Annotated[str | None, typer.Option(metavar="ID", help="Of this run alone.")] = None,
    design: Annotated[str | None, typer.Option(metavar="ID", help="Of this design alone.")] = None,
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
) -> None:
    """List listings, newest first. Everything given must hold."""
    asked = {"status": status, "channel": channel, "run_id": run, "design_id": design}
    found = find(connected(), "/listings", limit=limit, everything=everything, **asked)
    print_found(found, _COLUMNS, as_json=as_json, nothing="There are no such listings. An approved design makes one.")


@app.command()
def show(listing_id: ListingId, *, as_json: Json = False) -> None:
    """Look at one listing: what is sold at what price, and each part of its publication."""
    listing = connected().get(f"/listings/{part(listing_id)}")
    print_json(listing) if as_json else print_facts(_facts(listing))


@app.command()
def retry(listing_id: ListingId, *, as_json: Json = False) -> None:
    """Publish a failed or withdrawn listing again, from the part where it stopped."""
    listing = connected().post(f"/listings/{part(listing_id)}/retry")
    print_json(listing) if as_json else _tell_run("Is being published again.", listing)


@app.command()
def withdraw(listing_id: ListingId, *, as_json: Json = False) -> None:
    """Take a listing back from its shop."""
    listing = connected().post(f"/listings/{part(listing_id)}/withdraw")
    print_json(listing) if as_json else _tell_run("Is being taken back.", listing)


def _tell_run(sentence: str, listing: Item) -> None:
    tell(f"“{listing['title']}”: {sentence} Follow it: wareloom runs follow {listing['run_id']}")


def _facts(listing: Item) -> list[tuple[str, str]]:
    return [
        ("id", listing["id"]),
        ("title", listing["title"]),
        ("status", listing["status"]),
        ("reason", listing["reason"] or ""),
        ("shop", f"{listing['shop_name']} ({listing['channel']})"),
        ("link", listing["url"] or ""),
        ("description", listing["description"]),
        ("tags", ", ".join(listing["tags"])),
        *_goods(listing),
        *((f"part {one['name']}", _part(one)) for one in listing["parts"]),
        ("design", listing["design_id"]),
        ("run", listing["run_id"]),
        ("opened", moment(listing["created_at"])),
        ("published", moment(listing["published_at"])),
    ]


def _goods(listing: Item) -> list[tuple[str, str]]:
    """A line per product: its price, then colours and sizes."""
    products: dict[str, list[Item]] = {}
    for variant in listing["variants"]:
        products.setdefault(variant["product"], []).append(variant)
    return [(f"sells {name}", _variants(ones, listing["currency"])) for name, ones in products.items()]


def _variants(ones: list[Item], currency: str) -> str:
    prices, colours, sizes = ({one[name]: None for one in ones} for name in ("price", "colour", "size"))
    each = " or ".join(money(price, currency) for price in prices)
    return f"{each}; {', '.join(colours)}; {', '.join(sizes)}"


def _part(one: Item) -> str:
    took = span(one["claimed_at"], one["ended_at"])
    return one["status"] + (f" in {took}" if took else "") + (f", {one['tries']} tries" if one["tries"] > 1 else "")
