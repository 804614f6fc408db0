"""What was drawn: list designs and look at one. What people do with a design is a file each."""

from typing import Annotated, Literal

import typer

from wareloom.cli import approve, download, edit
from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.page import Everything, Limit, find, print_found
from wareloom.cli.show import Item, Json, print_json
from wareloom.cli.spell import moment
from wareloom.cli.table import Column, print_facts

app = typer.Typer(
    cls=ListByDefault,
    help="Designs: list (also without a word), show, approve, reject, edit, studios, download.",
    epilog=(
        "wareloom designs --status waiting\n\n"
        "wareloom designs approve --all-waiting --run ID\n\n"
        'wareloom designs edit ID --palette "#aabbcc,#ddeeff"\n\n'
        "wareloom designs download ID --mockups -o pictures"
    ),
)
Status = Literal["planned", "waiting", "approved", "rejected", "expired", "failed"]
_COLUMNS = [
    Column("slogan", lambda design: design["slogan"], grows=True),
    Column("status", lambda design: design["status"]),
    Column("studio", lambda design: design["studio"]),
    Column("layout", lambda design: design["layout"] or "", extra=True),
    Column("style", lambda design: design["style"], extra=True),
    Column("drawn", lambda design: moment(design["generated_at"])),
    Column("reason", lambda design: design["reason"] or "", extra=True),
]


@app.command("list")
def list_designs(
    *,
    status: Annotated[Status | None, typer.Option(help="Of this status alone.")] = None,
    run: Annotated[str | None, typer.Option(metavar="ID", help="Of this run alone.")] = None,
    trend: Annotated[str | None, typer.Option(metavar="ID", help="Of this trend alone.")] = None,
    idea: Annotated[str | None, typer.Option(metavar="ID", help="Of this idea alone.")] = None,
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
) -> None:
    """List designs, newest first. Everything given must hold."""
    asked = {"status": status, "run_id": run, "trend_id": trend, "idea_id": idea}
    found = find(connected(), "/designs", limit=limit, everything=everything, **asked)
    print_found(found, _COLUMNS, as_json=as_json, nothing="There are no such designs. A run draws some: wareloom run")


@app.command()
def show(
    design_id: Annotated[str, typer.Argument(metavar="ID", help="As `wareloom designs` lists it.")],
    *,
    as_json: Json = False,
) -> None:
    """Look at one design, and on what it may be printed. With --json also the addresses of its pictures."""
    design = connected().get(f"/designs/{part(design_id)}")
    print_json(design) if as_json else print_facts(_facts(design))


app.command()(approve.approve)
app.command()(approve.reject)
app.command()(edit.edit)
app.command()(edit.studios)
app.command()(download.download)


def _facts(design: Item) -> list[tuple[str, str]]:
    return [
        ("id", design["id"]),
        ("slogan", design["slogan"]),
        ("status", design["status"]),
        ("reason", design["reason"] or ""),
        ("decide until", moment(design["expires_at"]) if design["status"] == "waiting" else ""),
        ("decided", _decided(design)),
        ("studio", design["studio"]),
        ("layout", design["layout"] or ""),
        ("font", design["font"] or ""),
        ("style", design["style"]),
        ("palette", ", ".join(design["palette"])),
        ("motifs", ", ".join(design["motifs"])),
        ("fabric", "dark" if design["on_dark"] else "light"),
        ("prompt", design["prompt"]),
        ("size", _size(design)),
        *((f"print on {one['product']}", _readiness(one)) for one in design["readiness"]),
        ("mockups", ", ".join(f"{one['product']} ({one['colour']})" for one in design["mockups"])),
        ("edited from", design["parent_id"] or ""),
        ("idea", design["idea_id"]),
        ("trend", design["trend_id"]),
        ("run", design["run_id"]),
        ("drawn", moment(design["generated_at"])),
    ]


def _decided(design: Item) -> str:
    return f"{moment(design['decided_at'])} by {design['decided_by']}" if design["decided_at"] else ""


def _size(design: Item) -> str:
    if not design["width"]:
        return ""
    drawn = "" if design["effective_dpi"] == design["dpi"] else f", drawn at {design['effective_dpi']}"
    return f"{design['width']} × {design['height']} pixels, {design['dpi']} dpi{drawn}"


def _readiness(one: Item) -> str:
    found = " ".join(f"{finding['text']} {finding['fix']}" for finding in one["findings"])
    return f"{'ready' if one['ready'] else 'not ready'}, {one['area']} at {one['effective_dpi']} dpi" + (
        f": {found}" if found else ""
    )
