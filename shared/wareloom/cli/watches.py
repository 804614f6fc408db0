"""Targets that are collected again and again: list them, add one, change its pace, pause it, end it."""

from typing import Annotated

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import moment
from wareloom.cli.table import Column, print_table
from wareloom.cli.wishes import EveryMinutes, MaxPages, PastRobots, PriorityOption, wished

app = typer.Typer(
    cls=ListByDefault, help="Watched targets: list (also without a word), add, change, pause, resume, end."
)
WatchId = Annotated[str, typer.Argument(metavar="ID", help="As `wareloom watches --json` lists it.")]
_COLUMNS = [
    Column("target", lambda row: row["target"], grows=True),
    Column("marketplace", lambda row: row["marketplace"]),
    Column("next visit", lambda row: "paused" if row["paused_at"] else moment(row["next_at"])),
    Column("why this pace", lambda row: row["why"], extra=True),
    Column("last visit", lambda row: moment(row["visited_at"]), extra=True),
    Column("id", lambda row: row["id"], extra=True),
]


@app.command("list")
def list_watches(*, as_json: Json = False) -> None:
    """List what is watched, with the pace that holds and why."""
    found = connected().get("/watches")["items"]
    if as_json:
        print_json(found)
    elif not found:
        tell("Nothing is watched. Begin: wareloom watches add MARKETPLACE TARGET")
    else:
        print_table(found, _COLUMNS)


@app.command()
def add(
    marketplace: Annotated[str, typer.Argument(help="Where to collect, such as shopify or sample.")],
    target: Annotated[str, typer.Argument(help="What to collect there.")],
    *,
    every_minutes: EveryMinutes = None,
    priority: PriorityOption = None,
    max_pages: MaxPages = None,
    past_robots: PastRobots = False,
    as_json: Json = False,
) -> None:
    """Have a target collected again and again: more often while it moves, unless a pace is chosen."""
    wanted = {"marketplace": marketplace, "target": target}
    wish = wished(past_robots=past_robots, every_minutes=every_minutes, priority=priority, max_pages=max_pages)
    _tell(connected().post("/watches", wanted | wish), as_json=as_json)


@app.command()
def change(
    watch_id: WatchId,
    *,
    every_minutes: EveryMinutes = None,
    priority: PriorityOption = None,
    max_pages: MaxPages = None,
    past_robots: PastRobots = False,
    as_json: Json = False,
) -> None:
    """Watch it differently: what is not said is as it is without a word."""
    wish = wished(past_robots=past_robots, every_minutes=every_minutes, priority=priority, max_pages=max_pages)
    _tell(connected().put(f"/watches/{part(watch_id)}", wish), as_json=as_json)


@app.command()
def pause(watch_id: WatchId, *, as_json: Json = False) -> None:
    """No visits until it is resumed."""
    _tell(connected().post(f"/watches/{part(watch_id)}/pause"), as_json=as_json)


@app.command()
def resume(watch_id: WatchId, *, as_json: Json = False) -> None:
    """Visit it again."""
    _tell(connected().post(f"/watches/{part(watch_id)}/resume"), as_json=as_json)


@app.command()
def end(watch_id: WatchId) -> None:
    """Watch it no longer. What it has collected is kept."""
    connected().delete(f"/watches/{part(watch_id)}")
    tell("It is no longer watched.")


def _tell(row: Item, *, as_json: bool) -> None:
    if as_json:
        print_json(row)
        return
    state = "is paused" if row["paused_at"] else f"is next visited {moment(row['next_at'])}"
    tell(f"“{row['target']}” {state}. {row['why']}")
