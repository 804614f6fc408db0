"""Where a trend stands and what comes next, in lines for a terminal."""

from wareloom.cli.show import Item

_NEXT = (4, 12)
"""Weeks ahead."""


def share(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def standing(trend: Item) -> str:
    """In a word, with how it grew where that is known."""
    if trend["label"] is None:
        return ""
    grew = "" if trend["grew"] is None else f" {trend['grew']:+.0%}"
    return f"{trend['label']}{grew}{' ?' if trend['low_evidence'] else ''}"


def outlook_facts(trend: Item, outlook: Item) -> list[tuple[str, str]]:
    score = f"{share(trend['score'])}, {trend['confidence']:.0%} sure" if trend["score"] is not None else "unknown"
    return [
        ("score that knows time", f"{score}; little evidence" if trend["low_evidence"] else score),
        *(
            (f"outlook: {name}", f"{share(one['value']) or 'unknown'}: {one['why']}")
            for name, one in outlook["parts"].items()
        ),
        ("stands", f"{outlook['label']}: {outlook['why']}"),
        *((f"{one['days']} days", _grown(one)) for one in outlook["windows"]),
        *((("moved", _moved(outlook["moved"], outlook["q"])),) if outlook["moved"] else ()),
        ("season", _season(outlook["season"])),
        *((f"in {weeks} weeks", _foretold(outlook["forecast"][weeks - 1])) for weeks in _NEXT if outlook["forecast"]),
        ("foretold by", _model(outlook)),
    ]


def _grown(window: Item) -> str:
    if window["growth"] is None:
        return f"unknown: {window['reason']}"
    return f"{window['growth']:+.0%}, between {window['low']:+.0%} and {window['high']:+.0%}, p = {window['p']:.2g}"


def _moved(moved: Item, q: float) -> str:
    """The movement that q is of is not that of any window above."""
    without = ", its season taken out" if moved["without_season"] else ""
    return f"{moved['growth']:+.0%} over {moved['days']} days, by {moved['by']}{without}: q = {q:.2g}"


def _season(season: Item | None) -> str:
    if season is None:
        return "unknown: two years are not known yet"
    return "none" if season["every"] is None else f"every year, highest in {season['peak']}"


def _foretold(week: Item) -> str:
    return f"{week['mean']:.2f} reviews a week and offer, between {week['lower']:.2f} and {week['upper']:.2f}"


def _model(outlook: Item) -> str:
    if outlook["model"] is None:
        return ""
    mase = outlook["backtest"]["mase"]
    return (
        outlook["model"] if mase is None else f"{outlook['model']}, whose error in the past was {mase:.2f} of repeating"
    )
