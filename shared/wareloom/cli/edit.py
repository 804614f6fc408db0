"""Have a design drawn again, differently: the studios say what they can be asked for."""

from typing import Annotated

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.show import Json, print_json, tell
from wareloom.cli.table import Column, print_table

_STUDIOS = [
    Column("layouts", lambda studio: ", ".join(studio["layouts"]), grows=True),
    Column("title", lambda studio: studio["title"]),
    Column("costs", lambda studio: "nothing" if studio["offline"] else "a model's price"),
    Column("fonts", lambda studio: ", ".join(studio["fonts"]), extra=True),
]


def edit(
    design_id: Annotated[str, typer.Argument(metavar="ID", help="As `wareloom designs` lists it.")],
    *,
    slogan: Annotated[str | None, typer.Option(help="What it says.")] = None,
    layout: Annotated[str | None, typer.Option(help="As `wareloom designs studios` lists them.")] = None,
    palette: Annotated[str | None, typer.Option(help='Its colours, such as "#aabbcc,#ddeeff".')] = None,
    font: Annotated[str | None, typer.Option(help="As `wareloom designs studios` lists them.")] = None,
    style: Annotated[str | None, typer.Option(help="Such as vintage.")] = None,
    motif: Annotated[list[str] | None, typer.Option(help="What is to be seen; once for each.")] = None,
    on_dark: Annotated[bool | None, typer.Option("--on-dark/--on-light", help="For which fabric.")] = None,
    prompt: Annotated[str | None, typer.Option(help="What an image model is told.")] = None,
    studio: Annotated[str | None, typer.Option(help="Who draws it.")] = None,
    as_json: Json = False,
) -> None:
    """Draw a design again with changes; without any, another take on the same.

    The new design stands beside the old one, in a run of its own.
    """
    said = {
        "slogan": slogan,
        "layout": layout,
        "palette": [colour.strip() for colour in palette.split(",")] if palette else None,
        "font": font,
        "style": style,
        "motifs": motif or None,
        "on_dark": on_dark,
        "prompt": prompt,
        "studio": studio,
    }
    changes = {name: value for name, value in said.items() if value is not None}
    design = connected().post(f"/designs/{part(design_id)}/edit", changes)
    if as_json:
        print_json(design)
        return
    typer.echo(design["id"])
    tell(f"“{design['slogan']}” is being drawn. Follow it: wareloom runs follow {design['run_id']}")


def studios(*, as_json: Json = False) -> None:
    """List who draws, in which layouts and fonts."""
    found = connected().get("/studios")["items"]
    if as_json:
        print_json(found)
    else:
        print_table([{**studio, "id": studio["name"]} for studio in found], _STUDIOS)
