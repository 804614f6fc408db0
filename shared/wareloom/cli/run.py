"""Start a run now, and follow it."""

from typing import Annotated

import typer

from wareloom.cli.client import connected
from wareloom.cli.follow_run import follow_run
from wareloom.cli.show import Json, print_json, tell

EXAMPLES = "wareloom run --trends 3\n\nwareloom run --detach --json"


def start(
    *,
    trends: Annotated[int, typer.Option(min=1, help="How many of the best trends to work on.")] = 5,
    detach: Annotated[bool, typer.Option("--detach", help="Start it and leave.")] = False,
    as_json: Json = False,
) -> None:
    """Turn the best trends into designs and listings, and follow that until people must decide.

    Control-C stops the following, not the run. The exit status is 0 when it succeeded or waits for people, and 1 when
    it failed or was stopped.
    """
    client = connected()
    run = client.post("/runs", {"trends": trends})
    if not detach:
        follow_run(client, run, as_json=as_json)
    elif as_json:
        print_json(run)
    else:
        tell(f"Started. Follow it: wareloom runs follow {run['id']}")
