"""Have archived pages read again with the deployment's reader as it is now."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.show import Json, print_json, tell
from wareloom.cli.table import print_facts

EXAMPLES = "wareloom reparse shopify\n\nwareloom reparse shopify --since 2026-11-01"
_COUNTED = ("pages", "offers", "new", "changed", "unread", "gone")


def reparse(
    marketplace: Annotated[str, typer.Argument(help="Whose pages, such as shopify.")],
    *,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"], help="Only pages fetched since then, in UTC; otherwise all."
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Read archived pages again, for an owner, after a marketplace's reader has changed.

    Offers and their history are put right at the moments at which the pages were fetched. Stopped with Control-C, it
    has done what it has told; started again, it begins with the oldest page, and what is right already stays as it is.
    """
    client, path = connected(), f"/marketplaces/{part(marketplace)}/reparse"
    asked = {"since": since.replace(tzinfo=UTC).isoformat()} if since else {}
    counted = dict.fromkeys(_COUNTED, 0)
    cursor: str | None = None
    while True:
        done = client.post(path, {**asked, "cursor": cursor})
        counted = {name: counted[name] + done[name] for name in _COUNTED}
        cursor = done["next_cursor"]
        if cursor is None:
            break
        tell(f"{counted['pages']} pages read again")
    if as_json:
        print_json(counted)
    else:
        print_facts([(name, str(count)) for name, count in counted.items()])
