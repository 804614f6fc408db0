"""What comes back every year, and when one has to begin with it."""

from typing import Annotated

import typer

from wareloom.cli.client import connected
from wareloom.cli.show import Json, print_json, tell
from wareloom.cli.table import Column, print_table

_COLUMNS = [
    Column("name", lambda plan: plan["name"], grows=True),
    Column("now", lambda plan: plan["state"]),
    Column("begin by", lambda plan: plan["begin_by"]),
    Column("publish by", lambda plan: plan["publish_by"]),
    Column("order by", lambda plan: plan["order_by"], extra=True),
    Column("peak", lambda plan: plan["peak"]),
]
Days = Annotated[int | None, typer.Option(min=0, max=180, help="Days that it takes; otherwise the usual ones.")]


def calendar(
    *,
    designing: Days = None,
    being_found: Days = None,
    printing: Days = None,
    shipping: Days = None,
    as_json: Json = False,
) -> None:
    """List what is wanted every year, and when to begin with it, the most urgent first."""
    times = {"designing": designing, "being_found": being_found, "printing": printing, "shipping": shipping}
    plans = connected().get("/trends/calendar", **times)["items"]
    if as_json:
        print_json(plans)
    elif plans:
        print_table([{**plan, "id": plan["trend_id"]} for plan in plans], _COLUMNS)
    else:
        tell("Nothing is known to come back every year yet: two years of days tell a season.")
