"""What the parts of the score that knows time weigh together."""

from typing import Annotated

import typer

from wareloom.cli.client import connected
from wareloom.cli.show import Json, print_json
from wareloom.cli.table import print_facts

Weight = Annotated[float | None, typer.Option(min=0, max=1, help="What it weighs beside the others.")]


def weights(
    *,
    demand: Weight = None,
    momentum: Weight = None,
    competition: Weight = None,
    profitability: Weight = None,
    sentiment: Weight = None,
    as_json: Json = False,
) -> None:
    """Show what each part of the score weighs, or change it: what is not named stays. An owner chooses."""
    asked = {
        "demand": demand,
        "momentum": momentum,
        "competition": competition,
        "profitability": profitability,
        "sentiment": sentiment,
    }
    client, chosen = connected(), {name: value for name, value in asked.items() if value is not None}
    told = client.get("/trends/weights")
    if chosen:
        told = client.put("/trends/weights", {**told, **chosen})
    if as_json:
        print_json(told)
        return
    total = sum(told.values())
    print_facts([(name, f"{value:g}, {value / total:.0%} of the score") for name, value in told.items()])
