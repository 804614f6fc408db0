"""API keys, for programs that speak to a deployment."""

import sys
from datetime import datetime
from typing import Annotated, Literal

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import moment
from wareloom.cli.table import Column, print_table
from wareloom.kit import clock

app = typer.Typer(cls=ListByDefault, help="Your API keys: list (also without a word), create, revoke.")
Role = Literal["viewer", "member", "owner"]


def _state(key: Item) -> str:
    if key["revoked_at"]:
        return "revoked"
    if key["expires_at"] and datetime.fromisoformat(key["expires_at"]) <= clock.now():
        return "expired"
    return f"until {moment(key['expires_at'])}" if key["expires_at"] else "for ever"


_COLUMNS = [
    Column("name", lambda key: key["name"], grows=True),
    Column("begins", lambda key: f"wl_{key['lookup']}"),
    Column("role", lambda key: key["role"]),
    Column("lasts", _state),
    Column("used", lambda key: moment(key["used_at"]) or "never", extra=True),
]


@app.command("list")
def list_keys(*, as_json: Json = False) -> None:
    """List your keys; the keys themselves are never shown again."""
    found = connected().get("/keys")["items"]
    if as_json:
        print_json(found)
    elif not found:
        tell("You have no keys. Make one: wareloom keys create NAME")
    else:
        print_table(found, _COLUMNS)


@app.command()
def create(
    name: Annotated[str, typer.Argument(help="What it is for.")],
    *,
    role: Annotated[Role, typer.Option(help="What it may do; never more than you may.")] = "viewer",
    days: Annotated[int, typer.Option(min=1, max=365, help="How long it lasts.")] = 90,
    forever: Annotated[bool, typer.Option("--forever", help="It lasts until it is revoked.")] = False,
    as_json: Json = False,
) -> None:
    """Make a key and print it, this once.

    Only the key goes to standard output: WARELOOM_KEY=$(wareloom keys create ci)
    """
    made = connected().post("/keys", {"name": name, "role": role, "expires_in_days": None if forever else days})
    if as_json:
        print_json(made)
        return
    sys.stdout.write(f"{made['key']}\n")
    tell(f"“{made['name']}” may act as {made['role']}, {_state(made)}. Keep it: it is not shown again.")


@app.command()
def revoke(key_id: Annotated[str, typer.Argument(metavar="ID", help="As `wareloom keys` lists it.")]) -> None:
    """Make a key worthless from now on."""
    connected().delete(f"/keys/{part(key_id)}")
    tell("Revoked.")
