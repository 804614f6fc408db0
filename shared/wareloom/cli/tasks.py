"""Tasks that were started: list them, look at one, follow, cancel or take it up again."""

from typing import Annotated, Literal

import typer

from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.follow import follow_to_the_end, in_words
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import count, moment
from wareloom.cli.table import Column, print_facts, print_table

app = typer.Typer(cls=ListByDefault, help="Tasks: list (also without a word), show, follow, cancel, retry.")
Status = Literal["queued", "running", "succeeded", "failed", "cancelled"]
TaskId = Annotated[str, typer.Argument(metavar="ID", help="As `wareloom tasks` lists it.")]
_COLUMNS = [
    Column("target", lambda task: task["target"], grows=True),
    Column("marketplace", lambda task: task["marketplace"]),
    Column("status", lambda task: task["status"]),
    Column("offers", lambda task: count(task["offers_seen"]), right=True),
    Column("started", lambda task: moment(task["created_at"]), extra=True),
    Column("reason", lambda task: task["reason"] or "", extra=True),
]


@app.command("list")
def list_tasks(
    *,
    status: Annotated[Status | None, typer.Option(help="Of this status alone.")] = None,
    marketplace: Annotated[str | None, typer.Option(help="Of this marketplace alone.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most, newest first.")] = 20,
    as_json: Json = False,
) -> None:
    """List tasks, newest first."""
    found = list(connected().items("/tasks", most=limit, status=status, marketplace=marketplace))
    if as_json:
        print_json(found)
    elif not found:
        tell("There are no tasks. Start one: wareloom scrape MARKETPLACE TARGET")
    else:
        print_table(found, _COLUMNS)


@app.command()
def show(task_id: TaskId, *, as_json: Json = False) -> None:
    """Look at one task."""
    _print(connected().get(f"/tasks/{part(task_id)}"), as_json=as_json)


@app.command()
def follow(task_id: TaskId, *, as_json: Json = False) -> None:
    """Watch a task until it ends. The exit status is 0 when it succeeded and 1 when it did not."""
    client = connected()
    follow_to_the_end(client, client.get(f"/tasks/{part(task_id)}"), as_json=as_json)


@app.command()
def cancel(task_id: TaskId, *, as_json: Json = False) -> None:
    """End a task. What it has collected is kept."""
    task = connected().post(f"/tasks/{part(task_id)}/cancel")
    _print(task, as_json=as_json) if as_json else tell(f"Cancelled. {in_words(task)}.")


@app.command()
def retry(task_id: TaskId, *, as_json: Json = False) -> None:
    """Take up a failed or cancelled task where it stopped."""
    task = connected().post(f"/tasks/{part(task_id)}/retry")
    _print(task, as_json=as_json) if as_json else tell(f"Taken up again. Follow it: wareloom tasks follow {task['id']}")


def _passed_over(task: Item) -> str:
    return "; ".join(f"{count(many)}: {reason}" for reason, many in task["rejections"].items())


def _print(task: Item, *, as_json: bool) -> None:
    if as_json:
        print_json(task)
        return
    print_facts(
        [
            ("id", task["id"]),
            ("marketplace", task["marketplace"]),
            ("target", task["target"]),
            ("status", task["status"]),
            ("reason", task["reason"] or ""),
            ("progress", in_words(task)),
            ("passed over", _passed_over(task)),
            ("priority", task["priority"]),
            ("next try", moment(task["retry_at"])),
            ("opened", moment(task["created_at"])),
            ("began", moment(task["started_at"])),
            ("ended", moment(task["ended_at"])),
        ]
    )
