"""Connect a shop: its channel says which credentials it needs. None is ever an argument: others see those."""

import json
import os
import sys
from collections.abc import Generator
from typing import Annotated, Any

import typer

from wareloom.cli.client import Client, connected
from wareloom.cli.failures import owners_only
from wareloom.cli.show import Item, Json, clean, print_json, tell
from wareloom.kit.errors import Malformed, NotFound

EXAMPLES = (
    "wareloom shops connect printful\n\n"
    "WARELOOM_SHOP_TOKEN=… wareloom shops connect printful --name Prints\n\n"
    "wareloom shops connect printful --credentials-stdin < credentials.json"
)


def connect(
    channel: Annotated[str, typer.Argument(help="As `wareloom shops channels` lists it.")],
    *,
    name: Annotated[str, typer.Option(help="What to call it. Usually its name at the channel.")] = "",
    credentials_stdin: Annotated[
        bool, typer.Option("--credentials-stdin", help="Read them as one JSON object from standard input.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Connect a shop, after its credentials were tried at the channel. For owners.

    Each credential is taken from WARELOOM_SHOP_NAME where NAME is its name in capitals, else asked for; secrets are
    not shown while they are typed.
    """
    client = connected()
    schema = _schema(client, channel)
    given = _read() if credentials_stdin else dict(_asked(schema))
    with owners_only():
        shop = client.post("/shops", {"channel": channel, "name": name, "credentials": given})
    print_json(shop) if as_json else tell(f"Connected “{shop['name']}”.")


def _schema(client: Client, channel: str) -> Item:
    known = {one["name"]: one["credentials"] for one in client.get("/channels")["items"]}
    if channel not in known:
        raise NotFound(f"There is no channel “{channel}”. Known: {', '.join(known)}.")
    return known[channel]


def _read() -> dict[str, str]:
    try:
        read: Any = json.load(sys.stdin)
    except ValueError:
        read = None
    if not isinstance(read, dict):
        raise Malformed('Standard input is no JSON object such as {"token": "…"}.')
    return {str(name): str(value) for name, value in read.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON has no narrower type


def _asked(schema: Item) -> Generator[tuple[str, str]]:
    for name, field in schema["properties"].items():
        needed = name in schema.get("required", [])
        value = os.environ.get(_variable(name)) or _prompted(name, field, needed=needed)
        if value:
            yield name, value


def _prompted(name: str, field: Item, *, needed: bool) -> str | None:
    if not sys.stdin.isatty():
        if needed:
            raise Malformed(
                f"There is nobody to ask for “{name}”. Give it with {_variable(name)}, or with --credentials-stdin."
            )
        return None
    if said := field.get("description"):
        tell(said)
    title = clean(field.get("title", name)) + ("" if needed else " (may be left out)")
    hidden = bool(field.get("writeOnly")) or field.get("format") == "password"
    default = None if needed else ""
    return typer.prompt(title, default=default, show_default=False, hide_input=hidden, err=True)


def _variable(name: str) -> str:
    return f"WARELOOM_SHOP_{name.upper()}"
