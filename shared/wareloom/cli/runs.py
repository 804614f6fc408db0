"""Runs that were started: list them, look at one step by step, follow, stop or resume it."""

from typing import Annotated, Literal

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.follow_run import follow_run
from wareloom.cli.page import Everything, Limit, find, print_found
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import count, moment, money, span
from wareloom.cli.stages import begun, cost_in_words, progress, stage_in_words
from wareloom.cli.table import Column, print_facts, print_table

app = typer.Typer(cls=ListByDefault, help="Runs: list (also without a word), show, follow, stop, resume.")
Status = Literal["queued", "running", "waiting", "succeeded", "failed", "stopped"]
RunId = Annotated[str, typer.Argument(metavar="ID", help="As `wareloom runs` lists it.")]
_COLUMNS = [
    Column("about", lambda run: run["about"], grows=True),
    Column("status", lambda run: run["status"]),
    Column("stands at", progress),
    Column("cost", lambda run: money(run["cost"]["money"], "USD"), right=True, extra=True),
    Column("started", lambda run: moment(run["created_at"]), extra=True),
    Column("reason", lambda run: run["reason"] or "", extra=True),
]


def _about(step: Item) -> str:
    """Why it is not done; else what it says of itself."""
    told = ", ".join(f"{name} {value}" for name, value in step["facts"].items())
    return step["reason"] or step["facts"].get("slogan") or told


_STEPS = [
    Column("what", _about, grows=True),
    Column("verb", lambda step: step["verb"]),
    Column("status", lambda step: step["status"]),
    Column("took", lambda step: span(step["started_at"], step["ended_at"]), right=True),
    Column("tries", lambda step: count(step["tries"]), right=True, extra=True),
    Column("began", lambda step: moment(step["started_at"]), extra=True),
]


@app.command("list")
def list_runs(
    *,
    status: Annotated[Status | None, typer.Option(help="Of this status alone.")] = None,
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
) -> None:
    """List runs, newest first."""
    found = find(connected(), "/runs", limit=limit, everything=everything, status=status)
    print_found(found, _COLUMNS, as_json=as_json, nothing="There are no runs. Start one: wareloom run")


@app.command()
def show(run_id: RunId, *, as_json: Json = False) -> None:
    """Look at one run: its stages, what it cost, and its steps in order with their reasons.

    Each step ends with the id of what it worked on: the run, a trend or a design.
    """
    client, path = connected(), f"/runs/{part(run_id)}"
    run = client.get(path)
    steps = list(client.items(f"{path}/steps", most=None))
    if as_json:
        print_json({**run, "steps": steps})
        return
    print_facts(_facts(run))
    if steps:
        typer.echo()
        print_table([{**step, "id": step["subject_id"]} for step in steps], _STEPS)


@app.command()
def follow(run_id: RunId, *, as_json: Json = False) -> None:
    """Watch a run until it ends or waits for people. The exit status is 1 when it failed or was stopped."""
    client = connected()
    follow_run(client, client.get(f"/runs/{part(run_id)}"), as_json=as_json)


@app.command()
def stop(run_id: RunId, *, as_json: Json = False) -> None:
    """End a run. What it has made is kept."""
    run = connected().post(f"/runs/{part(run_id)}/stop")
    print_json(run) if as_json else tell(f"Stopped. Take it up again: wareloom runs resume {run['id']}")


@app.command()
def resume(run_id: RunId, *, as_json: Json = False) -> None:
    """Take up a run that has ended: what is done stays done, what failed is tried again."""
    run = connected().post(f"/runs/{part(run_id)}/resume")
    print_json(run) if as_json else tell(f"Taken up again. Follow it: wareloom runs follow {run['id']}")


def _facts(run: Item) -> list[tuple[str, str]]:
    return [
        ("id", run["id"]),
        ("about", run["about"]),
        ("status", run["status"]),
        ("reason", run["reason"] or ""),
        *((stage["verb"], _stage(stage)) for stage in begun(run)),
        ("cost", cost_in_words(run)),
        ("started by", run["started_by"]),
        ("attempts", count(run["attempt"])),
        ("opened", moment(run["created_at"])),
        ("began", moment(run["started_at"])),
        ("ended", moment(run["ended_at"])),
    ]


def _stage(stage: Item) -> str:
    took = span(stage["started_at"], stage["ended_at"])
    return stage_in_words(stage) + (f" ({took})" if took else "")
