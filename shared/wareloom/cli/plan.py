"""What runs may do by themselves, and spend."""

from typing import Annotated

import typer

from wareloom.cli.client import connected
from wareloom.cli.failures import ShowByDefault, owners_only
from wareloom.cli.show import Item, Json, print_json
from wareloom.cli.spell import count, money
from wareloom.cli.table import print_facts
from wareloom.kit.errors import Malformed

app = typer.Typer(cls=ShowByDefault, help="What runs may do and spend: show (also without a word), set.")
_WISHES = ("daily", "trends", "run_money", "run_tokens", "month_money", "month_tokens")


@app.command()
def show(*, as_json: Json = False) -> None:
    """Look at the plan, and what was spent this month."""
    _print(connected().get("/plan"), as_json=as_json)


@app.command("set", epilog="wareloom plan set --daily --trends 3 --run-money 2.50")
def set_plan(
    *,
    daily: Annotated[bool | None, typer.Option("--daily/--no-daily", help="Whether a run begins every day.")] = None,
    trends: Annotated[int | None, typer.Option(min=1, help="How many trends the daily run works on.")] = None,
    run_money: Annotated[str | None, typer.Option(help="US dollars that one run may spend.")] = None,
    run_tokens: Annotated[int | None, typer.Option(min=0, help="Tokens that one run may use.")] = None,
    month_money: Annotated[str | None, typer.Option(help="US dollars that a month's runs may spend.")] = None,
    month_tokens: Annotated[int | None, typer.Option(min=0, help="Tokens that a month's runs may use.")] = None,
    as_json: Json = False,
) -> None:
    """Change the plan; what is not given stays as it is. For owners."""
    said = {
        "daily": daily,
        "trends": trends,
        "run_money": run_money,
        "run_tokens": run_tokens,
        "month_money": month_money,
        "month_tokens": month_tokens,
    }
    changes = {name: value for name, value in said.items() if value is not None}
    if not changes:
        raise Malformed("Say what to change: wareloom plan set --help")
    client = connected()
    now = client.get("/plan")
    with owners_only():
        _print(client.put("/plan", {name: now[name] for name in _WISHES} | changes), as_json=as_json)


def _print(plan: Item, *, as_json: bool) -> None:
    if as_json:
        print_json(plan)
        return
    print_facts(
        [
            ("daily run", f"on, {plan['trends']} trends" if plan["daily"] else "off"),
            ("a run may spend", f"{money(plan['run_money'], 'USD')}, {count(plan['run_tokens'])} tokens"),
            ("a month may spend", f"{money(plan['month_money'], 'USD')}, {count(plan['month_tokens'])} tokens"),
            ("this month spent", f"{money(plan['spent_money'], 'USD')}, {count(plan['spent_tokens'])} tokens"),
        ]
    )
