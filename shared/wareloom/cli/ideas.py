"""What runs thought of: slogans, with what each is to look like and on what."""

from typing import Annotated

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.page import Everything, Limit, find, print_found
from wareloom.cli.show import Json, print_json
from wareloom.cli.spell import moment
from wareloom.cli.table import Column, print_facts

app = typer.Typer(cls=ListByDefault, help="Ideas: list (also without that word) and show.")
_COLUMNS = [
    Column("slogan", lambda idea: idea["slogan"], grows=True),
    Column("style", lambda idea: idea["style"]),
    Column("mood", lambda idea: idea["mood"], extra=True),
    Column("products", lambda idea: ", ".join(idea["products"]), extra=True),
    Column("thought of", lambda idea: moment(idea["created_at"])),
]


@app.command("list")
def list_ideas(
    words: Annotated[list[str] | None, typer.Argument(help="Words of the slogan.")] = None,
    *,
    run: Annotated[str | None, typer.Option(metavar="ID", help="Of this run alone.")] = None,
    trend: Annotated[str | None, typer.Option(metavar="ID", help="Of this trend alone.")] = None,
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
) -> None:
    """Find ideas, newest first. Everything given must hold."""
    asked = {"query": " ".join(words) if words else None, "run_id": run, "trend_id": trend}
    found = find(connected(), "/ideas", limit=limit, everything=everything, **asked)
    print_found(found, _COLUMNS, as_json=as_json, nothing="No idea matches.")


@app.command()
def show(
    idea_id: Annotated[str, typer.Argument(metavar="ID", help="As `wareloom ideas` lists it.")],
    *,
    as_json: Json = False,
) -> None:
    """Look at one idea. With --json also the brief that its model was given."""
    idea = connected().get(f"/ideas/{part(idea_id)}")
    if as_json:
        print_json(idea)
        return
    print_facts(
        [
            ("id", idea["id"]),
            ("slogan", idea["slogan"]),
            ("concept", idea["concept"]),
            ("style", idea["style"]),
            ("mood", idea["mood"]),
            ("motifs", ", ".join(idea["motifs"])),
            ("palette", ", ".join(idea["palette"])),
            ("products", ", ".join(idea["products"])),
            ("tags", ", ".join(idea["tags"])),
            ("drawing", idea["design_prompt"]),
            ("made by", idea["made_by"]),
            ("trend", idea["trend_id"]),
            ("run", idea["run_id"]),
            ("thought of", moment(idea["created_at"])),
        ]
    )
