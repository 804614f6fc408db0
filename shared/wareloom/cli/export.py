"""Have offers, or how they moved, written to a file here: asked for, followed, and brought when it is whole."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from wareloom.cli.client import connected
from wareloom.cli.follow_export import follow_export
from wareloom.cli.keep_export import bring, must_be_free
from wareloom.cli.offers import Availability
from wareloom.cli.show import Json, print_json, tell

FormatName = Literal["csv", "json", "parquet"]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="Where to; otherwise here, under a name that tells what it is."),
]
Force = Annotated[bool, typer.Option("--force", help="Also over what is there.")]
EXAMPLES = (
    "wareloom exports offers --format parquet --out offers.parquet --marketplace etsy\n\n"
    "wareloom exports offers mug --history --columns offer_id,seen_at,price,currency -o moves.csv"
)


def offers(
    words: Annotated[list[str] | None, typer.Argument(help='Words to find; "a phrase", or, -not')] = None,
    *,
    history: Annotated[
        bool, typer.Option("--history", help="How they moved instead: a row for each sighting.")
    ] = False,
    format_: Annotated[FormatName, typer.Option("--format", help="json is JSON lines: an object a line.")] = "csv",
    columns: Annotated[str | None, typer.Option(help="With commas between them; otherwise all.")] = None,
    byte_order_mark: Annotated[bool, typer.Option("--bom", help="Begin CSV with one, for spreadsheets.")] = False,
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
    out: Out = None,
    force: Force = False,
    no_follow: Annotated[bool, typer.Option("--no-follow", help="Ask for it and leave.")] = False,
    as_json: Json = False,
) -> None:
    """Export offers to a file, however many. Everything given must hold.

    Control-C stops the following, not the export: `wareloom exports download` brings it later.
    """
    must_be_free(out, force=force)
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
        "sponsored": sponsored,
        "min_rating": min_rating,
        "min_reviews": min_reviews,
    }
    client = connected()
    export = client.post(
        "/exports",
        {
            "what": "history" if history else "offers",
            "format": format_,
            "columns": [name.strip() for name in columns.split(",")] if columns else None,
            "filter": {name: value for name, value in asked.items() if value is not None},
            "byte_order_mark": byte_order_mark,
        },
    )
    if not no_follow:
        bring(follow_export(client, export), out, force=force, as_json=as_json)
    elif as_json:
        print_json(export)
    else:
        tell(f"Asked for. Bring it when it is done: wareloom exports download {export['id']}")
