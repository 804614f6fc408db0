"""Niches that rise: list them by score, and open one to what its score was computed from."""

from typing import Annotated, Literal

import typer

from wareloom.cli.calendar import calendar
from wareloom.cli.client import connected, part
from wareloom.cli.failures import ListByDefault
from wareloom.cli.outlook import outlook_facts, share, standing
from wareloom.cli.page import Csv, Everything, Limit, find, print_csv, print_found, tell_more
from wareloom.cli.patterns import patterns
from wareloom.cli.score import EXAMPLES as SCORING
from wareloom.cli.score import score
from wareloom.cli.show import Item, Json, print_json
from wareloom.cli.spell import count, moment, money
from wareloom.cli.table import Column, print_facts, print_table
from wareloom.cli.weights import weights
from wareloom.kit.errors import Malformed

app = typer.Typer(
    cls=ListByDefault,
    help="Trends: list (also without that word), show, and score series of your own.",
    epilog=(
        "wareloom trends sauna --min-overall 60\n\n"
        "wareloom trends --label rising --sort -score --all --csv > trends.csv\n\n"
        "wareloom trends calendar\n\n"
        "wareloom trends show ID\n\n"
        "wareloom trends score signals.csv"
    ),
)
app.command(epilog=SCORING)(score)
app.command()(calendar)
app.command()(weights)
Sort = Literal[
    "-score",
    "-momentum",
    "-overall",
    "-demand",
    "-growth",
    "competition",
    "-competition",
    "-profitability",
    "-offers_count",
    "name",
]
_EVIDENCE = 10
_FIELDS: tuple[str, ...] = (
    "id", "name", "words", "label", "score", "confidence", "grew", "q",
    "overall", "demand", "growth", "competition", "profitability", "offers_count", "rating_avg",
    "reviews_avg", "currency", "price_avg", "price_min", "price_max", "first_seen_at", "analysed_at",
)  # fmt: skip
_COLUMNS = [
    Column("name", lambda trend: trend["name"], grows=True),
    Column("stands", standing),
    Column("score", lambda trend: share(trend["score"]), right=True),
    Column("overall", lambda trend: trend["overall"], right=True),
    Column("demand", lambda trend: trend["demand"], right=True, extra=True),
    Column("growth", lambda trend: trend["growth"], right=True, extra=True),
    Column("competition", lambda trend: trend["competition"], right=True, extra=True),
    Column("profitability", lambda trend: trend["profitability"], right=True, extra=True),
    Column("offers", lambda trend: count(trend["offers_count"]), right=True, extra=True),
    Column("price", lambda trend: money(trend["price_avg"], trend["currency"]), right=True, extra=True),
]
_OFFERS = [
    Column("title", lambda offer: offer["title"], grows=True),
    Column("price", lambda offer: money(offer["price"], offer["currency"]), right=True),
    Column("rating", lambda offer: offer["rating"] or "", right=True),
    Column("reviews", lambda offer: count(offer["reviews_count"]), right=True),
    Column("marketplace", lambda offer: offer["marketplace"], extra=True),
]


@app.command("list")
def list_trends(
    words: Annotated[list[str] | None, typer.Argument(help="Words of its name.")] = None,
    *,
    marketplace: Annotated[str | None, typer.Option(help="Seen on this marketplace.")] = None,
    style: Annotated[str | None, typer.Option(help="In this style, such as vintage.")] = None,
    audience: Annotated[str | None, typer.Option(help="For these people, such as nurses.")] = None,
    recipient: Annotated[str | None, typer.Option(help="Given to them, such as nurse.")] = None,
    occasion: Annotated[str | None, typer.Option(help="For what is celebrated, such as Christmas.")] = None,
    tone: Annotated[str | None, typer.Option(help="How it speaks, such as funny.")] = None,
    colour: Annotated[str | None, typer.Option(help="In this colour, such as navy.")] = None,
    label: Annotated[str | None, typer.Option(help="Where it stands, such as rising.")] = None,
    min_confidence: Annotated[float | None, typer.Option(min=0, max=1, help="Scored at least so surely.")] = None,
    min_overall: Annotated[float | None, typer.Option(min=0, max=100, help="Scored at least so.")] = None,
    sort: Annotated[Sort, typer.Option(help="What comes first; - is the greatest.")] = "-overall",
    limit: Limit = 20,
    everything: Everything = False,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Find trends, best first. Everything given must hold."""
    if as_json and as_csv:
        raise Malformed("Choose one of --json and --csv.")
    asked = {
        "query": " ".join(words) if words else None,
        "marketplace": marketplace,
        "style": style,
        "audience": audience,
        "recipient": recipient,
        "occasion": occasion,
        "tone": tone,
        "colour": colour,
        "label": label,
        "min_confidence": min_confidence,
        "min_overall": min_overall,
        "sort": sort,
    }
    found = find(connected(), "/trends", limit=limit, everything=everything, **asked)
    if as_csv:
        print_csv(found.items, _FIELDS)
        tell_more(found)
    else:
        print_found(
            found, _COLUMNS, as_json=as_json, nothing="No trend matches. A run analyses the market: wareloom run"
        )


@app.command()
def show(
    trend_id: Annotated[str, typer.Argument(metavar="ID", help="As `wareloom trends` lists it.")],
    *,
    as_json: Json = False,
) -> None:
    """Look at one trend: where it stands and why, each part of its scores, and the first offers that say so."""
    client, path = connected(), f"/trends/{part(trend_id)}"
    trend = client.get(path)
    outlook = client.get(f"{path}/outlook") if trend["label"] else None
    evidence = list(client.items(f"{path}/evidence", most=_EVIDENCE))
    if as_json:
        print_json({**trend, "outlook": outlook, "evidence": evidence})
        return
    print_facts([*_facts(trend), *(outlook_facts(trend, outlook) if outlook else ())])
    if evidence:
        typer.echo()
        print_table([{**offer, "id": offer["offer_id"]} for offer in evidence], _OFFERS)


def _facts(trend: Item) -> list[tuple[str, str]]:
    return [
        ("id", trend["id"]),
        ("name", trend["name"]),
        ("words", ", ".join(trend["words"])),
        *((name, _opened(one)) for name, one in trend["parts"].items()),
        ("offers", _offers(trend)),
        ("prices", _prices(trend)),
        ("for", _said(trend["audience"])),
        ("styles", _said(trend["styles"])),
        *patterns(trend["patterns"]),
        ("first seen", moment(trend["first_seen_at"])),
        ("analysed", moment(trend["analysed_at"])),
    ]


def _opened(one: Item) -> str:
    inputs = ", ".join(f"{name} {'unknown' if value is None else value}" for name, value in one["inputs"].items())
    clamped = "" if one["unclamped"] == one["value"] else f", clamped from {one['unclamped']}"
    return f"{one['value']} = {one['formula']}{clamped} ({inputs})"


def _offers(trend: Item) -> str:
    places = ", ".join(f"{place} {count(number)}" for place, number in trend["marketplaces"].items())
    return f"{count(trend['offers_count'])} ({places})"


def _prices(trend: Item) -> str:
    if trend["price_avg"] is None:
        return ""
    low, mean, high = (money(trend[name], trend["currency"]) for name in ("price_min", "price_avg", "price_max"))
    return f"{low} to {high}, {mean} on average of {count(trend['priced_count'])}"


def _said(words: list[Item]) -> str:
    return ", ".join(f"{one['word']} ({count(one['offers'])})" for one in words)
