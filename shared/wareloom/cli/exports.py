"""Exports: ask for one, and what people do with those that were asked for."""

from typing import Annotated, Literal

import typer

from wareloom.cli import export
from wareloom.cli.client import connected, part
from wareloom.cli.export import Force, Out
from wareloom.cli.failures import ListByDefault
from wareloom.cli.follow_export import follow_export, in_words
from wareloom.cli.keep_export import bring, must_be_free
from wareloom.cli.page import Everything, Limit, find, print_found
from wareloom.cli.show import Json, print_json, tell
from wareloom.cli.spell import count, moment
from wareloom.cli.table import Column, print_facts

app = typer.Typer(
    cls=ListByDefault,
    help="Exports: offers, list (also without a word), show, download, cancel, retry, delete.",
    epilog=f"{export.EXAMPLES}\n\nwareloom exports download ID -o offers.csv",
)
Status = Literal["queued", "running", "succeeded", "failed", "cancelled"]
ExportId = Annotated[str, typer.Argument(metavar="ID", help="As `wareloom exports` lists it.")]
_COLUMNS = [
    Column("what", lambda one: one["what"]),
    Column("format", lambda one: one["format"]),
    Column("status", lambda one: one["status"]),
    Column("rows", lambda one: count(one["rows_done"]), right=True),
    Column("asked for", lambda one: moment(one["created_at"]), grows=True),
    Column("kept until", lambda one: moment(one["expires_at"]), extra=True),
    Column("reason", lambda one: one["reason"] or "", extra=True),
]
app.command(epilog=export.EXAMPLES)(export.offers)


@app.command("list")
def list_exports(
    *,
    status: Annotated[Status | None, typer.Option(help="Of this status alone.")] = None,
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
) -> None:
    """List exports, newest first."""
    found = find(connected(), "/exports", limit=limit, everything=everything, status=status)
    print_found(
        found, _COLUMNS, as_json=as_json, nothing="There are no such exports. Ask for one: wareloom exports offers"
    )


@app.command()
def show(export_id: ExportId, *, as_json: Json = False) -> None:
    """Look at one export. With --json also the addresses of its files."""
    one = connected().get(f"/exports/{part(export_id)}")
    if as_json:
        print_json(one)
        return
    print_facts(
        [
            ("id", one["id"]),
            ("what", one["what"]),
            ("which", ", ".join(f"{name}: {value}" for name, value in one["search"].items()) or "all"),
            ("format", one["format"]),
            ("columns", ", ".join(one["columns"])),
            ("status", one["status"]),
            ("reason", one["reason"] or ""),
            ("progress", in_words(one)),
            ("files", ", ".join(file["name"] for file in one["files"])),
            ("next try", moment(one["retry_at"])),
            ("asked for", moment(one["created_at"])),
            ("ended", moment(one["ended_at"])),
            ("kept until", moment(one["expires_at"])),
        ]
    )


@app.command()
def download(export_id: ExportId, *, out: Out = None, force: Force = False, as_json: Json = False) -> None:
    """Bring an export here, following it first while it is being written."""
    must_be_free(out, force=force)
    client = connected()
    one = follow_export(client, client.get(f"/exports/{part(export_id)}"))
    bring(one, out, force=force, as_json=as_json)


@app.command()
def cancel(export_id: ExportId, *, as_json: Json = False) -> None:
    """End an export that is being written."""
    one = connected().post(f"/exports/{part(export_id)}/cancel")
    print_json(one) if as_json else tell(f"Cancelled after {in_words(one)}.")


@app.command()
def retry(export_id: ExportId, *, as_json: Json = False) -> None:
    """Write a failed or cancelled export after all, with the offers as they are now."""
    one = connected().post(f"/exports/{part(export_id)}/retry")
    print_json(one) if as_json else tell(f"Begun again. Bring it: wareloom exports download {one['id']}")


@app.command()
def delete(export_id: ExportId) -> None:
    """Take an export and its files away before their week is over."""
    connected().delete(f"/exports/{part(export_id)}")
    tell("Deleted.")
