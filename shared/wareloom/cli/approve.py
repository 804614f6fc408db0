"""A person's yes or no to what was drawn."""

import sys
from typing import Annotated

import typer

from wareloom.cli.client import Client, connected, part
from wareloom.cli.failures import WORK_FAILED, report, status_of
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.kit.errors import Conflict, Failure, Malformed, NotFound, Rejected

_OF_ONE = (Conflict, NotFound, Rejected, Malformed)
"""Failures that say something of one design, and nothing of the next."""


def approve(
    design_ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="As `wareloom designs` lists them.")
    ] = None,
    *,
    all_waiting: Annotated[bool, typer.Option("--all-waiting", help="All of --run that wait for a person.")] = False,
    run: Annotated[str | None, typer.Option(metavar="ID", help="Whose designs --all-waiting means.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: Json = False,
) -> None:
    """Approve designs: their listings are published from now on.

    One that cannot be approved does not keep the others from it; the exit status is then that of the first such one.
    """
    if bool(design_ids) == all_waiting or all_waiting != bool(run):
        raise Malformed("Say which designs: either their ids, or --all-waiting with --run ID.")
    client = connected()
    wanted = design_ids or _all_waiting(client, run, yes=yes)
    approved, refused = _approved(client, wanted)
    if as_json:
        print_json(approved)
    if refused:
        raise typer.Exit(status_of(refused[0]))


def reject(
    design_id: Annotated[str, typer.Argument(metavar="ID", help="As `wareloom designs` lists it.")],
    *,
    reason: Annotated[str, typer.Option(help="Why: the next designs learn from it.")],
    as_json: Json = False,
) -> None:
    """Reject a design for good. It is never published; an edited one is another design."""
    design = connected().post(f"/designs/{part(design_id)}/reject", {"reason": reason})
    print_json(design) if as_json else tell(f"Rejected “{design['slogan']}”.")


def _all_waiting(client: Client, run: str | None, *, yes: bool) -> list[str]:
    waiting = list(client.items("/designs", most=None, status="waiting", run_id=run))
    if not waiting:
        tell("No design of this run waits for a person.")
    elif not yes:
        _ask(waiting)
    return [design["id"] for design in waiting]


def _ask(waiting: list[Item]) -> None:
    if not sys.stdin.isatty():
        raise Malformed(f"There is nobody to ask whether these {len(waiting)} designs are good. Say --yes.")
    for design in waiting:
        tell(f"“{design['slogan']}” ({design['studio']}, {design['style']})")
    if not typer.confirm(f"Approve {_number(len(waiting))}?", err=True):
        tell("Nothing was approved.")
        raise typer.Exit(WORK_FAILED)


def _number(count: int) -> str:
    return "this design" if count == 1 else f"these {count} designs"


def _approved(client: Client, design_ids: list[str]) -> tuple[list[Item], list[Failure]]:
    approved: list[Item] = []
    refused: list[Failure] = []
    for design_id in design_ids:
        try:
            design = client.post(f"/designs/{part(design_id)}/approve")
        except Failure as failure:
            if type(failure) not in _OF_ONE:
                raise
            report(type(failure)(f"{design_id}: {failure.reason}"))
            refused.append(failure)
        else:
            approved.append(design)
            tell(f"Approved “{design['slogan']}”.")
    return approved, refused
