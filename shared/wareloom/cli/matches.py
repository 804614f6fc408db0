"""The same product elsewhere: an offer's likes, the pairs that ask for a person, and that person's word."""

from typing import Annotated, Literal

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ShowByDefault
from wareloom.cli.page import Everything, Limit, find, print_found
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import money
from wareloom.cli.table import Column, print_table

app = typer.Typer(
    cls=ShowByDefault,
    help=(
        "The same product across marketplaces: show (also without that word), review, decide and undo.\n\n"
        "`wareloom matches OFFER` lists where else an offer's product is sold, and for how much."
    ),
    epilog=(
        "wareloom matches OFFER\n\nwareloom matches review\n\nwareloom matches decide OFFER OTHER different\n\n"
        "wareloom matches undo OFFER OTHER"
    ),
)
OfferId = Annotated[str, typer.Argument(metavar="OFFER", help="As `wareloom offers` lists it.")]
OtherId = Annotated[str, typer.Argument(metavar="OTHER", help="The offer to compare it with.")]
_OFFERS = [
    Column("title", lambda row: row["title"], grows=True),
    Column("here", lambda row: row["standing"]),
    Column("price", lambda row: money(row["price"], row["currency"]), right=True),
    Column("in dollars", lambda row: money(row["price_usd"], "USD"), right=True),
    Column("sure", lambda row: row["sure"], right=True),
    Column("marketplace", lambda row: row["marketplace"]),
    Column("seller", lambda row: row["seller"] or "", extra=True),
]
_PAIRS = [
    Column("titles", lambda pair: f"{pair['first']['title']} = {pair['second']['title']}?", grows=True),
    Column("sure", lambda pair: _percent(pair["score"]), right=True),
    Column("prices", lambda pair: " / ".join(_price(pair[end]) for end in ("first", "second")), right=True),
    Column("where", lambda pair: " / ".join(pair[end]["marketplace"] for end in ("first", "second")), extra=True),
    Column("against", lambda pair: ", ".join(pair["parts"]["contradicts"]), extra=True),
]


@app.command()
def show(offer_id: OfferId, *, as_json: Json = False) -> None:
    """List where else an offer's product is sold, what may be the same, and what somebody said is not."""
    found = connected().get(f"/offers/{part(offer_id)}/matches")
    if as_json:
        print_json(found)
        return
    print_table(_rows(found), _OFFERS)
    if not found["group"]:
        tell("Nothing else is known to be the same product.")


@app.command()
def review(
    *,
    everything: Everything = False,
    everybody: Annotated[
        bool, typer.Option("--everybody", help="Also where no task of this workspace saw either offer last.")
    ] = False,
    limit: Limit = 20,
    as_json: Json = False,
) -> None:
    """List pairs that may be one product, newest first: each wants somebody to decide."""
    found = find(
        connected(), "/matches", limit=limit, everything=everything, verdict="maybe", ours=str(not everybody).lower()
    )
    for pair in found.items:
        pair["id"] = f"{pair['first']['id']} {pair['second']['id']}"
    print_found(found, _PAIRS, as_json=as_json, nothing="No pair wants a decision.")


@app.command()
def decide(
    offer_id: OfferId, other_id: OtherId, verdict: Annotated[Literal["same", "different"], typer.Argument()]
) -> None:
    """Say whether two offers are one product. It holds in this workspace, whatever the matcher thinks."""
    connected().put(f"/matches/{part(offer_id)}/{part(other_id)}", {"verdict": verdict})
    tell("They are the same from now on." if verdict == "same" else "They are two products from now on.")


@app.command()
def undo(offer_id: OfferId, other_id: OtherId) -> None:
    """Take back what was said of two offers: the matcher's word holds again."""
    connected().delete(f"/matches/{part(offer_id)}/{part(other_id)}")
    tell("Taken back.")


def _rows(found: Item) -> list[Item]:
    rows = [{**found["offer"], "standing": "this one", "sure": ""}]
    for standing, name in (("same", "group"), ("maybe", "maybe"), ("different", "apart")):
        rows += [
            {**like["offer"], "standing": _said(standing, like), "sure": _percent(like["score"])}
            for like in found[name]
        ]
    return [
        {**row, "standing": f"{row['standing']}, lowest"} if row["id"] == found["lowest_id"] else row for row in rows
    ]


def _said(standing: str, like: Item) -> str:
    return f"{standing}, as you said" if like["override"] else standing


def _percent(score: float | None) -> str:
    return "" if score is None else f"{score:.0%}"


def _price(offer: Item) -> str:
    return money(offer["price_usd"], "USD") or money(offer["price"], offer["currency"]) or "?"
