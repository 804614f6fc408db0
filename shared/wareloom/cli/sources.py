"""The marketplaces: how well each is being read, and how many pages a day it may cost."""

from typing import Annotated

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import count, moment
from wareloom.cli.table import Column, print_facts, print_table

app = typer.Typer(cls=ListByDefault, help="Marketplaces: list (also without a word), health, budget.")
Name = Annotated[str, typer.Argument(help="As `wareloom sources` lists it.")]
_COLUMNS = [
    Column("name", lambda row: row["name"]),
    Column("about", lambda row: row["about"], grows=True),
    Column("its own API", lambda row: row["official"]),
    Column("offline", lambda row: "yes" if row["offline"] else "", extra=True),
]


@app.command("list")
def list_sources(*, as_json: Json = False) -> None:
    """List the marketplaces that can be collected from."""
    found = connected().get("/marketplaces")["items"]
    print_json(found) if as_json else print_table(found, _COLUMNS)


@app.command()
def health(name: Name, *, as_json: Json = False) -> None:
    """What became of its pages, and whether its offers tell what they used to. The exit status is 1 when not."""
    told = connected().get(f"/marketplaces/{part(name)}/health")
    if as_json:
        print_json(told)
    else:
        print_facts([(one["outcome"], _counted(one)) for one in told["outcomes"]])
        tell("\n".join(_spelled(alarm) for alarm in told["alarms_kept"]) or "Nothing got worse.")
    if told["alarms"]:
        raise typer.Exit(1)


@app.command()
def budget(
    name: Name,
    *,
    pages: Annotated[int | None, typer.Option(min=0, max=1_000_000, help="So many a day at most.")] = None,
    no_limit: Annotated[bool, typer.Option("--no-limit", help="Leave it to the source's own limit.")] = False,
    as_json: Json = False,
) -> None:
    """How many pages a day it may cost, and what today has cost. An owner chooses."""
    client, path = connected(), f"/marketplaces/{part(name)}/budget"
    chosen = no_limit or pages is not None
    told = client.put(path, {"pages_per_day": None if no_limit else pages}) if chosen else client.get(path)
    if as_json:
        print_json(told)
        return
    print_facts(
        [
            ("today", f"{count(told['pages_today'])} pages of ours, {count(told['pages_today_of_all'])} of all"),
            ("our limit", _limit(told["pages_per_day"])),
            ("limit of all", _limit(told["pages_per_day_of_all"])),
        ]
    )


def _limit(pages: int | None) -> str:
    return "none" if pages is None else f"{count(pages)} pages a day"


def _counted(outcome: Item) -> str:
    return f"{count(outcome['day'])} in the last day, {count(outcome['week'])} in the week before"


def _spelled(alarm: Item) -> str:
    until = f"until {moment(alarm['closed_at'])}" if alarm["closed_at"] else "still"
    return f"{moment(alarm['opened_at'])}, {until}: {alarm['sentence']}"
