"""Import a list or dataset of one's own."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from wareloom.cli.client import connected
from wareloom.cli.follow_import import follow_import
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.upload import post_file, size_of
from wareloom.kit.errors import Malformed

EXAMPLES = (
    "wareloom import terms rising.csv\n\n"
    "wareloom import offers sold.csv --map title=Product --set marketplace=etsy --dry-run"
)
Pairs = Annotated[list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN", help="Which column tells a field.")]


def import_file(
    kind: Annotated[Literal["offers", "terms"], typer.Argument(help="What its rows are about.")],
    file: Annotated[Path, typer.Argument(help="CSV, a JSON array, or one JSON object a line.")],
    *,
    mapped: Pairs = None,
    fixed: Annotated[
        list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="What no column tells, for every row.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="What to call it; otherwise the file's name.")] = None,
    encoding: Annotated[
        Literal["utf-8", "utf-16-le", "utf-16-be", "cp1252"] | None, typer.Option(help="Otherwise it is guessed.")
    ] = None,
    decimals: Annotated[
        Literal["point", "comma"] | None, typer.Option(help="How decimals are written; otherwise it is guessed.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Judge every row, and keep nothing.")] = False,
    no_follow: Annotated[bool, typer.Option("--no-follow", help="Start it and leave.")] = False,
    as_json: Json = False,
) -> None:
    """Import a list or dataset: good rows are kept for your workspace alone, bad rows are told.

    Columns are known by their usual names; --map says what the guess gets wrong. The exit status is 1 only when nothing
    was kept.
    """
    wishes: Item = {"mapping": _pairs(mapped), "fixed": _pairs(fixed), "encoding": encoding, "decimals": decimals}
    client = connected()
    made = client.post("/imports", {"kind": kind, "name": (name or file.name)[:120], "size": size_of(file)})
    post_file(made["upload"], file)
    row = client.post(f"/imports/{made['id']}/start", {**wishes, "dry_run": dry_run})
    for note in row["notes"]:
        tell(note)
    told = ", ".join(f"{field} = {column}" for field, column in row["mapping"].items())
    tell(f"Columns: {told}")
    if not no_follow:
        follow_import(client, row, as_json=as_json)
    elif as_json:
        print_json(row)
    else:
        tell(f"Started: {row['id']}")


def _pairs(written: list[str] | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in written or []:
        field, equals, value = one.partition("=")
        if not equals or not field.strip() or not value.strip():
            raise Malformed(f"“{one}” is no pair. It looks like title=Product.")
        found[field.strip()] = value.strip()
    return found
