"""How far a collecting goes and how urgent it is: the options that tasks and watches share."""

from typing import Annotated, Literal

import typer

Priority = Literal["low", "normal", "high"]
PriorityOption = Annotated[Priority | None, typer.Option(help="Before or after the workspace's other tasks there.")]
MaxPages = Annotated[int | None, typer.Option(min=1, max=10_000, help="No further than so many pages.")]
PastRobots = Annotated[
    bool, typer.Option("--past-robots", help="Whatever robots.txt says: an owner's decision, kept in the audit trail.")
]
EveryMinutes = Annotated[
    int | None, typer.Option(min=60, max=40_320, help="This pace; without a word it follows what moves.")
]


def wished(*, past_robots: bool = False, **said: object) -> dict[str, object]:
    """Only what was said, so that the API's own defaults hold for the rest."""
    told = {name: value for name, value in said.items() if value is not None}
    return told | ({"past_robots": True} if past_robots else {})
