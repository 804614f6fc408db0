"""What is in a collection: look at it, put offers in, take them out, take that back, write notes."""

import sys
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

import typer

from wareloom.cli.client import Client, connected, part
from wareloom.cli.page import Csv, Everything, Limit, find, print_csv, print_found, tell_more
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import count, moment, money
from wareloom.cli.table import Column
from wareloom.kit.errors import Malformed

CollectionId = Annotated[str, typer.Argument(metavar="ID", help="As `wareloom collections` lists it.")]
Offers = Annotated[
    list[str] | None,
    typer.Argument(metavar="OFFER", help="As `wareloom offers` lists them; - reads them from standard input."),
]
Where = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=VALUE", help="As offers are found: query=mug, marketplace=etsy, max_price_usd=20…"),
]
OfferSort = Literal[
    "-added_at",
    "-last_seen_at",
    "-first_seen_at",
    "price",
    "-price",
    "price_usd",
    "-price_usd",
    "-rating",
    "-reviews_count",
]
_MOST_IDS = 2_000
"""What one request takes."""
_FIELDS = (
    "id", "marketplace", "external_id", "title", "price", "currency", "price_usd", "rating", "reviews_count", "seller",
    "product_url", "last_seen_at", "note", "added_at",
)  # fmt: skip
_COLUMNS = [
    Column("title", lambda offer: offer["title"], grows=True),
    Column("price", lambda offer: money(offer["price"], offer["currency"]), right=True),
    Column("note", lambda offer: offer["note"] or ""),
    Column("rating", lambda offer: offer["rating"] or "", right=True, extra=True),
    Column("marketplace", lambda offer: offer["marketplace"], extra=True),
    Column("added", lambda offer: moment(offer["added_at"]), extra=True),
]


def list_offers(
    collection_id: CollectionId,
    *,
    where: Where = None,
    sort: Annotated[OfferSort, typer.Option(help="What comes first; - is the greatest or latest.")] = "-added_at",
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List what a collection holds, each offer with its note. Everything given must hold."""
    if as_json and as_csv:
        raise Malformed("Choose one of --json and --csv.")
    asked = {**_conditions(where), "sort": sort}
    path = f"/collections/{part(collection_id)}/offers"
    found = find(connected(), path, limit=limit, everything=everything, **asked)
    if as_csv:
        print_csv(found.items, _FIELDS)
        tell_more(found)
    else:
        print_found(found, _COLUMNS, as_json=as_json, nothing="It holds no such offer.")


def add(
    collection_id: CollectionId,
    offers: Offers = None,
    *,
    where: Where = None,
    note: Annotated[str | None, typer.Option(help="Written beside each that was not in it before.")] = None,
    as_json: Json = False,
) -> None:
    """Put offers into a collection: some by their ids, or all that --where finds.

    The exit status is 1 when some ids are no offer's; the others are added all the same.
    """
    told = _asked(connected(), f"/collections/{part(collection_id)}/offers", offers, where, {"note": note})
    if as_json:
        print_json(told)
    else:
        already = f", {count(told['already'])} were in it before" if told["already"] else ""
        tell(f"{count(told['added'])} added{already}. It holds {count(told['offers_count'])} now.")
        if told["more"]:
            tell("More are found than are added at once. Narrow the search, or add the rest with another --where.")
    _refuse(told["unknown"], "is no offer's id")


def remove(collection_id: CollectionId, offers: Offers = None, *, where: Where = None, as_json: Json = False) -> None:
    """Take offers out of a collection: some by their ids, or all of it that --where finds.

    It tells how to undo that. The exit status is 1 when some were not in it.
    """
    told = _asked(connected(), f"/collections/{part(collection_id)}/removals", offers, where, {})
    if as_json:
        print_json(told)
    else:
        tell(f"{count(told['removed'])} removed. It holds {count(told['offers_count'])} now.")
        for removal_id in told["removal_ids"]:
            tell(f"Put them back: wareloom collections undo {collection_id} {removal_id}")
        if told["more"]:
            tell("There are more: say it again to remove them, too.")
    _refuse(told["missing"], "was not in it")


def undo(
    collection_id: CollectionId,
    removal_id: Annotated[str, typer.Argument(metavar="REMOVAL", help="As `wareloom collections remove` told it.")],
    *,
    as_json: Json = False,
) -> None:
    """Put removed offers back, with their notes."""
    told = connected().post(f"/collections/{part(collection_id)}/removals/{part(removal_id)}/undo")
    print_json(told) if as_json else tell(f"{count(told['added'])} are back. It holds {count(told['offers_count'])}.")


def note(
    collection_id: CollectionId,
    offer_id: Annotated[str, typer.Argument(metavar="OFFER", help="One that it holds.")],
    text: Annotated[str, typer.Argument(help="Nothing takes the note away.")] = "",
) -> None:
    """Write beside an offer why it is in a collection."""
    path = f"/collections/{part(collection_id)}/offers/{part(offer_id)}/note"
    told = connected().put(path, {"note": text or None})
    tell("Noted." if told["note"] else "The note is gone.")


def _asked(client: Client, path: str, offers: Sequence[str] | None, where: Sequence[str] | None, more: Item) -> Item:
    """One answer, however many requests the ids take."""
    if bool(offers) == bool(where):
        raise Malformed("Say which offers: either their ids, or --where NAME=VALUE.")
    if where:
        return _added_up([client.post(f"{path}/matching", {**_conditions(where), **more})])
    ids = list(dict.fromkeys(_ids(offers or ())))
    if not ids:
        raise Malformed("Standard input has no ids: one on each line is expected.")
    parts = (ids[start : start + _MOST_IDS] for start in range(0, len(ids), _MOST_IDS))
    return _added_up([client.post(path, {"offer_ids": some, **more}) for some in parts])


def _ids(offers: Sequence[str]) -> Iterator[str]:
    """What `wareloom offers` prints to a pipe ends with an id in each line, under a header that says so."""
    for one in offers:
        if one != "-":
            yield one
            continue
        ends = (line.split()[-1] for line in sys.stdin if line.strip())
        yield from (end for end in ends if end != "id")


def _added_up(answers: list[Item]) -> Item:
    """The last one tells how things are now; what was done is the sum."""
    told = dict(answers[-1])
    for name in ("added", "already", "removed"):
        if name in told:
            told[name] = sum(each[name] for each in answers)
    for name in ("unknown", "missing"):
        if name in told:
            told[name] = [one for each in answers for one in each[name]]
    if "removal_id" in told:
        told["removal_ids"] = [each["removal_id"] for each in answers if each["removal_id"]]
    return told


def _conditions(where: Sequence[str] | None) -> Item:
    said: Item = {}
    for one in where or ():
        name, equals, value = one.partition("=")
        if not equals:
            raise Malformed(f"“{one}” is no condition. Say NAME=VALUE, such as query=mug.")
        said[name.strip()] = value
    return said


def _refuse(ids: Sequence[str], why: str) -> None:
    for one in ids:
        tell(f"{one} {why}.")
    if ids:
        raise typer.Exit(1)
