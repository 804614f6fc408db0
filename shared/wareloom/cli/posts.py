"""What people say about the subjects that are followed, and how they feel."""

from typing import Annotated

import typer

from wareloom.cli.client import connected
from wareloom.cli.page import Everything, Limit, find, print_found
from wareloom.cli.show import Json
from wareloom.cli.spell import moment
from wareloom.cli.table import Column

EXAMPLES = "wareloom posts --sentiment negative\n\nwareloom posts --top --text refund --since 2026-11-01T00:00:00Z"
_COLUMNS = [
    Column("post", lambda row: " ".join(row["text"].split()), grows=True),
    Column("sentiment", lambda row: row["sentiment"] or ""),
    Column("emotion", lambda row: row["emotion"] or ""),
    Column("network", lambda row: row["network"]),
    Column("posted", lambda row: moment(row["posted_at"])),
    Column("engagement", lambda row: f"{row['engagement']:,}", right=True, extra=True),
    Column("address", lambda row: row["url"], extra=True),
]


def posts(
    *,
    subject: Annotated[str | None, typer.Option(metavar="ID", help="Only of this subject.")] = None,
    network: Annotated[str | None, typer.Option(help="Only of this network.")] = None,
    sentiment: Annotated[str | None, typer.Option(help="negative, neutral or positive.")] = None,
    emotion: Annotated[str | None, typer.Option(help="Such as joy or anger.")] = None,
    language: Annotated[str | None, typer.Option(help="Two letters.")] = None,
    text: Annotated[str | None, typer.Option(help="Words in the post.")] = None,
    since: Annotated[str | None, typer.Option(help="Posted at this moment or later.")] = None,
    until: Annotated[str | None, typer.Option(help="Posted before this moment.")] = None,
    top: Annotated[bool, typer.Option("--top", help="Those first that people did most with.")] = False,
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
) -> None:
    """List posts about what is followed, the newest first."""
    asked = {
        "subject_id": subject,
        "network": network,
        "sentiment": sentiment,
        "emotion": emotion,
        "language": language,
        "text": text,
        "since": since,
        "until": until,
        "order": "top" if top else "newest",
    }
    found = find(connected(), "/posts", limit=limit, everything=everything, **asked)
    print_found(found, _COLUMNS, as_json=as_json, nothing="No post is known that is like this.")
