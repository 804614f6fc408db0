"""Shops that designs are published to, and the channels that shops can be connected at."""

from typing import Annotated

import typer

from wareloom.cli import connect
from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault, owners_only
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import moment
from wareloom.cli.table import Column, print_table

app = typer.Typer(cls=ListByDefault, help="Shops: list (also without a word), channels, connect, disconnect.")
_SHOPS = [
    Column("name", lambda shop: shop["name"], grows=True),
    Column("channel", lambda shop: shop["channel"]),
    Column("status", lambda shop: shop["status"]),
    Column("connected", lambda shop: moment(shop["created_at"]), extra=True),
    Column("reason", lambda shop: shop["reason"] or "", extra=True),
]


def _credentials(channel: Item) -> str:
    schema = channel["credentials"]
    return ", ".join(f"{name}" if name in schema.get("required", []) else f"[{name}]" for name in schema["properties"])


_CHANNELS = [
    Column("title", lambda channel: channel["title"], grows=True),
    Column("for", lambda channel: "practice" if channel["offline"] else "real"),
    Column("credentials", _credentials),
    Column("products", lambda channel: ", ".join(channel["products"]), extra=True),
]


@app.command("list")
def list_shops(*, as_json: Json = False) -> None:
    """List connected shops; their credentials are never shown again."""
    found = connected().get("/shops")["items"]
    if as_json:
        print_json(found)
    elif not found:
        tell("No shop is connected. Connect one: wareloom shops connect CHANNEL")
    else:
        print_table(found, _SHOPS)


@app.command()
def channels(*, as_json: Json = False) -> None:
    """List where shops can be connected, and with which credentials; those in brackets may be left out."""
    found = connected().get("/channels")["items"]
    if as_json:
        print_json(found)
    else:
        print_table([{**channel, "id": channel["name"]} for channel in found], _CHANNELS)


app.command(epilog=connect.EXAMPLES)(connect.connect)


@app.command()
def disconnect(shop_id: Annotated[str, typer.Argument(metavar="ID", help="As `wareloom shops` lists it.")]) -> None:
    """Forget a shop's credentials at once. Its listings stay as they are. For owners."""
    with owners_only():
        connected().delete(f"/shops/{part(shop_id)}")
    tell("Disconnected.")
