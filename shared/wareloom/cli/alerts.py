"""Alerts over what people say: list them, look at one, take care of one, close one."""

from typing import Annotated, Literal

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.page import Everything, Limit, find, print_found
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import moment
from wareloom.cli.table import Column, print_facts

app = typer.Typer(
    cls=ListByDefault,
    help="Alerts over what people say: list (also without a word), show, acknowledge, close, reopen.",
    epilog='wareloom alerts --state open\n\nwareloom alerts close ID --reason "An old joke came back"',
)
AlertId = Annotated[str, typer.Argument(metavar="ID", help="As `wareloom alerts --json` lists it.")]
_COLUMNS = [
    Column("about", lambda row: row["subject"]),
    Column("what", lambda row: row["sentence"], grows=True),
    Column("state", lambda row: row["state"]),
    Column("opened", lambda row: moment(row["opened_at"])),
    Column("closed", lambda row: moment(row["closed_at"]), extra=True),
    Column("network", lambda row: row["network"] or "all", extra=True),
]


@app.command("list")
def list_alerts(
    *,
    state: Annotated[
        Literal["open", "acknowledged", "closed"] | None, typer.Option(help="In this state alone.")
    ] = None,
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
) -> None:
    """List alerts, newest first."""
    found = find(connected(), "/alerts", limit=limit, everything=everything, state=state)
    print_found(found, _COLUMNS, as_json=as_json, nothing="There are no such alerts.")


@app.command()
def show(alert_id: AlertId, *, as_json: Json = False) -> None:
    """Look at one alert, with the posts that it was opened for."""
    one = connected().get(f"/alerts/{part(alert_id)}")
    if as_json:
        print_json(one)
        return
    facts = [
        ("about", one["subject"]),
        ("what", one["sentence"]),
        ("state", one["state"]),
        ("opened", moment(one["opened_at"])),
        ("acknowledged", moment(one["acknowledged_at"])),
        ("closed", moment(one["closed_at"])),
        ("reason", one["reason"] or ""),
    ]
    print_facts([*facts, *((post["network"], post["text"] or "(deleted)") for post in one["posts"])])


@app.command()
def acknowledge(alert_id: AlertId, *, as_json: Json = False) -> None:
    """Say that you take care of it."""
    _tell(connected().post(f"/alerts/{part(alert_id)}/acknowledge"), as_json=as_json)


@app.command()
def close(
    alert_id: AlertId,
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why, for the others and for later.")],
    as_json: Json = False,
) -> None:
    """Close it: it opens again only when it was over once."""
    _tell(connected().post(f"/alerts/{part(alert_id)}/close", {"reason": reason}), as_json=as_json)


@app.command()
def reopen(alert_id: AlertId, *, as_json: Json = False) -> None:
    """Take back that it was closed, within fifteen minutes."""
    _tell(connected().post(f"/alerts/{part(alert_id)}/reopen"), as_json=as_json)


def _tell(row: Item, *, as_json: bool) -> None:
    print_json(row) if as_json else tell(f"“{row['subject']}”: {row['state']}. {row['sentence']}")
