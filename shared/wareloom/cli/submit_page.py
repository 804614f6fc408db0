"""Hand in a page that one's own browser shows."""

from pathlib import Path
from typing import Annotated

import typer

from wareloom.cli.client import connected
from wareloom.cli.failures import WORK_FAILED
from wareloom.cli.follow_import import is_going
from wareloom.cli.poll import each_state
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import count
from wareloom.cli.upload import post_file, size_of

EXAMPLES = "wareloom submit-page https://www.etsy.com/listing/7 saved.html"


def submit_page(
    url: Annotated[str, typer.Argument(help="The address at which the browser showed it.")],
    file: Annotated[Path, typer.Argument(help="The page as it was saved: HTML, or the JSON of an answer.")],
    *,
    as_json: Json = False,
) -> None:
    """Hand in a page that you saved where a marketplace does not let programs in.

    Its offers are kept for your workspace alone. The exit status is 1 when the page could not be read.
    """
    client = connected()
    made = client.post("/submitted-pages", {"url": url, "size": size_of(file)})
    post_file(made["upload"], file)
    path = f"/submitted-pages/{made['id']}"
    row = client.post(f"{path}/start")
    *_, row = each_state(client, path, row, going=is_going)
    if as_json:
        print_json(row)
    tell(_verdict(row))
    if row["status"] != "succeeded":
        raise typer.Exit(WORK_FAILED)


def _verdict(row: Item) -> str:
    if row["status"] != "succeeded":
        return f"The page was not read ({row['outcome'] or row['status']}): {row['reason']}"
    told = f"{count(row['offers_new'])} new, {count(row['offers_changed'])} changed"
    return f"Read by the reader for {row['marketplace']}: {count(row['offers_found'])} offers ({told})."
