"""How far a run has come, in words: verb by verb, and as a whole."""

from wareloom.cli.show import Item
from wareloom.cli.spell import count, money

_SETTLED = ("done", "rejected", "blocked", "failed")
_TOLD = ("waiting", "rejected", "blocked", "failed")


def settled(stage: Item) -> int:
    """Steps that are through, however they went."""
    return sum(stage["counts"].get(status, 0) for status in _SETTLED)


def done_of(stage: Item) -> str:
    return f"{count(stage['counts'].get('done', 0))}/{count(stage['total'])}" if stage["total"] else ""


def trouble(stage: Item) -> str:
    """What is not simply done or on its way."""
    counted = [(stage["counts"].get(status, 0), status) for status in _TOLD]
    return ", ".join(f"{count(number)} {status}" for number, status in counted if number)


def stage_in_words(stage: Item) -> str:
    return f"{done_of(stage)} done" + (f", {said}" if (said := trouble(stage)) else "")


def begun(run: Item) -> list[Item]:
    return [stage for stage in run["stages"] if stage["total"]]


def progress(run: Item) -> str:
    """Where it stands now."""
    stages = begun(run)
    at_work = next((one for one in stages if settled(one) < one["total"]), stages[-1] if stages else None)
    return f"{at_work['verb']}: {stage_in_words(at_work)}" if at_work else ""


def cost_in_words(run: Item) -> str:
    cost = run["cost"]
    if not cost["calls"]:
        return "nothing"
    tokens = f"{count(cost['tokens_in'] + cost['tokens_out'])} tokens"
    images = f", {count(cost['images'])} images" if cost["images"] else ""
    return f"{money(cost['money'], 'USD')} ({count(cost['calls'])} calls, {tokens}{images})"
