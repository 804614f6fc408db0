"""Start collecting now, and follow it."""

from typing import Annotated

import typer

from wareloom.cli.client import connected
from wareloom.cli.follow import follow_to_the_end
from wareloom.cli.show import Json, print_json, tell
from wareloom.cli.wishes import MaxPages, PastRobots, PriorityOption, wished

EXAMPLES = (
    "wareloom scrape sample everything\n\n"
    "wareloom scrape shopify shop.example --watch\n\n"
    "wareloom scrape etsy 'retro camping' --max-pages 3 --priority high\n\n"
    "wareloom scrape shopify shop.example --no-follow --json"
)


def scrape(
    marketplace: Annotated[str, typer.Argument(help="Where to collect, such as shopify or sample.")],
    target: Annotated[str, typer.Argument(help="What to collect there: for shopify, a shop's address.")],
    *,
    priority: PriorityOption = None,
    max_pages: MaxPages = None,
    max_offers: Annotated[
        int | None, typer.Option(min=1, max=1_000_000, help="No further than so many offers.")
    ] = None,
    past_robots: PastRobots = False,
    no_follow: Annotated[bool, typer.Option("--no-follow", help="Start it and leave.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="And collect it again and again from now on.")] = False,
    as_json: Json = False,
) -> None:
    """Collect offers from a marketplace now, and follow it until it ends.

    Control-C stops the following, not the task. The exit status is 0 when it succeeded and 1 when it failed.
    """
    client = connected()
    wanted = {"marketplace": marketplace, "target": target}
    if watch:
        client.post("/watches", wanted | wished(past_robots=past_robots, max_pages=max_pages))
    limits = wished(past_robots=past_robots, priority=priority, max_pages=max_pages, max_offers=max_offers)
    task = client.post("/tasks", wanted | limits)
    if not no_follow:
        follow_to_the_end(client, task, as_json=as_json)
    elif as_json:
        print_json(task)
    else:
        tell(f"Started. Follow it: wareloom tasks follow {task['id']}")
