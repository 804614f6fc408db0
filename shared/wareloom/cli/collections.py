"""Sets of offers that people keep, for themselves or with colleagues."""

from typing import Annotated, Literal

import typer

from wareloom.cli import collected
from wareloom.cli.client import Client, connected, part
from wareloom.cli.collected import CollectionId
from wareloom.cli.failures import ListByDefault, owners_only
from wareloom.cli.page import Everything, Limit, find, print_found
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import count, moment, money
from wareloom.cli.table import Column, print_facts
from wareloom.kit.errors import Malformed, NotFound

app = typer.Typer(
    cls=ListByDefault,
    help=(
        "Collections: list (also without that word), show, create, change, archive, restore, copy, share, unshare, "
        "take-over; and what is in them: offers, add, remove, undo, note."
    ),
    epilog=(
        "wareloom collections create “Autumn mugs” --visible-to workspace\n\n"
        "wareloom collections add ID --where query=mug --where max_price_usd=20\n\n"
        "wareloom collections offers ID --sort price --all --csv > mugs.csv"
    ),
)
Sort = Literal["name", "-updated_at", "-created_at", "-offers_count"]
Visibility = Literal["maker", "members", "workspace"]
May = Literal["view", "change"]
VisibleTo = typer.Option("--visible-to", help="Its maker alone, members it is shared with, or the whole workspace.")
Who = Annotated[str, typer.Argument(metavar="MEMBER", help="An e-mail address, or an id.")]
_COLUMNS = [
    Column("name", lambda one: one["name"], grows=True),
    Column("offers", lambda one: count(one["offers_count"]), right=True),
    Column("moved in 7 days", lambda one: count(one["moved_7_days"]), right=True),
    Column("median", lambda one: money(one["median_usd"], "USD"), right=True),
    Column("by", lambda one: one["maker_name"], extra=True),
    Column("seen by", lambda one: one["visibility"], extra=True),
    Column("changed", lambda one: moment(one["updated_at"]), extra=True),
]


@app.command("list")
def list_collections(
    words: Annotated[list[str] | None, typer.Argument(help="Words of the name or the description.")] = None,
    *,
    mine: Annotated[bool, typer.Option("--mine", help="Those that you made.")] = False,
    archived: Annotated[bool, typer.Option("--archived", help="Those that were put away, instead.")] = False,
    sort: Annotated[Sort, typer.Option(help="What comes first; - is the latest or most.")] = "name",
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
) -> None:
    """List the collections that you see. Everything given must hold."""
    asked = {"query": " ".join(words) if words else None, "sort": sort}
    asked |= {name: "true" for name, given in (("mine", mine), ("archived", archived)) if given}
    found = find(connected(), "/collections", limit=limit, everything=everything, **asked)
    nothing = "There is no such collection. Make one: wareloom collections create NAME"
    print_found(found, _COLUMNS, as_json=as_json, nothing=nothing)


@app.command()
def show(collection_id: CollectionId, *, as_json: Json = False) -> None:
    """Look at one collection: its figures, and whom it is shared with."""
    client, path = connected(), f"/collections/{part(collection_id)}"
    one, shares = client.get(path), client.get(f"{path}/shares")["items"]
    print_json({**one, "shares": shares}) if as_json else print_facts(_facts(one, shares))


@app.command()
def create(
    name: Annotated[str, typer.Argument(help="What it is called; each name is there once.")],
    *,
    description: Annotated[str, typer.Option(help="What it is for.")] = "",
    visible_to: Annotated[Visibility, VisibleTo] = "maker",
    as_json: Json = False,
) -> None:
    """Make a collection and print its id: ID=$(wareloom collections create Mugs)"""
    said = {"name": name, "description": description, "visibility": visible_to}
    _print_made(connected().post("/collections", said), as_json=as_json)


@app.command()
def change(
    collection_id: CollectionId,
    *,
    name: Annotated[str | None, typer.Option(help="Another name.")] = None,
    description: Annotated[str | None, typer.Option(help="Another description.")] = None,
    visible_to: Annotated[Visibility | None, VisibleTo] = None,
    as_json: Json = False,
) -> None:
    """Name, describe or show a collection differently. Keeping it to its maker ends its shares."""
    said = {"name": name, "description": description, "visibility": visible_to}
    given = {field: value for field, value in said.items() if value is not None}
    if not given:
        raise Malformed("Say what to change: --name, --description or --visible-to.")
    _print(connected().patch(f"/collections/{part(collection_id)}", given), as_json=as_json)


@app.command()
def archive(collection_id: CollectionId) -> None:
    """Put a collection away. Nothing in it is lost."""
    one = connected().post(f"/collections/{part(collection_id)}/archive")
    tell(f"“{one['name']}” is archived. Bring it back: wareloom collections restore {one['id']}")


@app.command()
def restore(
    collection_id: CollectionId,
    *,
    name: Annotated[str | None, typer.Option(help="Another name, where the old one has been taken.")] = None,
    as_json: Json = False,
) -> None:
    """Bring an archived collection back."""
    said = {} if name is None else {"name": name}
    _print(connected().post(f"/collections/{part(collection_id)}/restore", said), as_json=as_json)


@app.command()
def copy(
    collection_id: CollectionId,
    name: Annotated[str, typer.Argument(help="What the copy is called.")],
    *,
    as_json: Json = False,
) -> None:
    """Make a collection of your own out of one that you see, and print its id."""
    _print_made(connected().post(f"/collections/{part(collection_id)}/copy", {"name": name}), as_json=as_json)


@app.command("take-over")
def take_over(collection_id: CollectionId, *, as_json: Json = False) -> None:
    """Become a collection's maker, of somebody who has left, say. For owners."""
    with owners_only():
        one = connected().post(f"/collections/{part(collection_id)}/take-over")
    _print(one, as_json=as_json)


@app.command()
def share(
    collection_id: CollectionId,
    member: Who,
    *,
    may: Annotated[May, typer.Option(help="Whether they may only look, or change it too.")] = "view",
) -> None:
    """Let a colleague see a collection, or change it too."""
    client = connected()
    who = _member(client, member)
    client.put(f"/collections/{part(collection_id)}/shares/{part(who['id'])}", {"may": may})
    tell(f"{who['name']} may {may} it.")


@app.command()
def unshare(collection_id: CollectionId, member: Who) -> None:
    """End a share. Your own, too, if you do not want to see it any more."""
    client = connected()
    who = _member(client, member)
    client.delete(f"/collections/{part(collection_id)}/shares/{part(who['id'])}")
    tell(f"It is no longer shared with {who['name']}.")


app.command("offers")(collected.list_offers)
app.command()(collected.add)
app.command()(collected.remove)
app.command()(collected.undo)
app.command()(collected.note)


def _member(client: Client, said: str) -> Item:
    for one in client.get("/members")["items"]:
        if said in (one["id"], one["email"]) or said.casefold() == one["email"].casefold():
            return one
    raise NotFound(f"“{said}” is no member of this workspace.")


def _print_made(one: Item, *, as_json: bool) -> None:
    if as_json:
        print_json(one)
        return
    typer.echo(one["id"])
    tell(f"“{one['name']}” is made. Fill it: wareloom collections add {one['id']} OFFER…")


def _print(one: Item, *, as_json: bool) -> None:
    print_json(one) if as_json else print_facts(_facts(one, []))


def _facts(one: Item, shares: list[Item]) -> list[tuple[str, str]]:
    return [
        ("id", one["id"]),
        ("name", one["name"]),
        ("description", one["description"]),
        ("by", f"{one['maker_name']}{' (who has left)' if one['maker_left'] else ''}"),
        ("seen by", one["visibility"]),
        ("you may", one["may"]),
        ("offers", count(one["offers_count"])),
        ("marketplaces", ", ".join(f"{name} {count(offers)}" for name, offers in one["marketplaces"].items())),
        ("lowest", money(one["lowest_usd"], "USD")),
        ("median", money(one["median_usd"], "USD")),
        ("highest", money(one["highest_usd"], "USD")),
        ("moved", f"{count(one['moved_7_days'])} in 7 days, {count(one['moved_30_days'])} in 30"),
        ("last seen", moment(one["last_seen_at"])),
        ("changed", moment(one["updated_at"])),
        ("archived", moment(one["archived_at"])),
        *((f"may {share['may']}", f"{share['name']} <{share['email']}>") for share in shares),
    ]
