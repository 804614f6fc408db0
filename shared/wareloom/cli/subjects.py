"""Subjects that the workspace listens to: list them, follow one, unfollow it."""

from typing import Annotated

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import moment
from wareloom.cli.table import Column, print_table


def _left(row: Item) -> str:
    quota = row["quota"]
    return "" if quota is None or quota["left"] is None else f"{quota['left']:,}"


app = typer.Typer(cls=ListByDefault, help="What is listened for: list (also without a word), follow, unfollow.")
_COLUMNS = [
    Column("words", lambda row: row["words"], grows=True),
    Column("network", lambda row: row["network"]),
    Column("posts", lambda row: f"{row['posts_new']:,}", right=True),
    Column("heard", lambda row: moment(row["heard_at"])),
    Column("state", lambda row: row["reason"] or row["status"], grows=True),
    Column("may still ask", _left, extra=True),
    Column("id", lambda row: row["id"], extra=True),
]


@app.command("list")
def list_subjects(*, as_json: Json = False) -> None:
    """List what is listened for, with how far each network was heard."""
    found = connected().get("/subjects")["items"]
    if as_json:
        print_json(found)
    elif not found:
        tell("Nothing is listened for. Begin: wareloom subjects follow WORDS")
    else:
        print_table([{**subject, **network} for subject in found for network in _networks(subject)], _COLUMNS)


@app.command()
def follow(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to listen for, such as: fox shirt.")],
    *,
    as_json: Json = False,
) -> None:
    """Listen for words at every network that can be asked."""
    row = connected().post("/subjects", {"words": " ".join(words)})
    if as_json:
        print_json(row)
    else:
        tell(f"“{row['words']}” is listened for at every network that can be asked: {len(row['networks'])}.")


@app.command()
def unfollow(
    subject_id: Annotated[str, typer.Argument(metavar="ID", help="As `wareloom subjects --json` lists it.")],
) -> None:
    """Listen for it no longer. What was heard is kept."""
    connected().delete(f"/subjects/{part(subject_id)}")
    tell("It is no longer listened for.")


def _networks(subject: Item) -> list[Item]:
    nowhere = {"network": "", "posts_new": 0, "heard_at": None, "reason": None, "status": "no network", "quota": None}
    return subject["networks"] or [nowhere]
