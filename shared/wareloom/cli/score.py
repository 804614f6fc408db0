"""Score series from a file as trends are scored in production. No network, no database, no sign-in."""

from typing import TYPE_CHECKING, Annotated

import typer

from wareloom.cli.failures import WRONG_INPUT, report
from wareloom.cli.parse import saved
from wareloom.cli.show import Item, print_json_line
from wareloom.kit.errors import Failure

if TYPE_CHECKING:
    from wareloom.trends.series.score import Scored

EXAMPLES = "wareloom trends score signals.csv\n\ncat signals.csv | wareloom trends score - | jq .label"


def score(
    file: Annotated[str, typer.Argument(help="CSV with the columns term, date and value; - is standard input.")],
) -> None:
    """Say of each term in a file how it grows, how sure that is, and what comes next: one line of JSON each.

    An empty value, a missing row and -1 are gaps. The exit status is 2, with the bad rows on standard error and nothing
    on standard output, when the file cannot be read.
    """
    try:
        scored = _scored(saved(file))
    except Failure as failure:
        report(failure)
        raise typer.Exit(WRONG_INPUT) from failure
    for one in scored:
        print_json_line(shown(one))


def _scored(body: bytes) -> "list[Scored]":
    from wareloom.trends.series.read import read_series
    from wareloom.trends.series.score import score as score_series

    return score_series(read_series(body))


def shown(one: "Scored") -> Item:
    from wareloom.trends.series.tell import told

    return told(one)
