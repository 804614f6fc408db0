"""The command as a whole: its parts, its version, and where it starts."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from wareloom.cli import (
    alerts,
    collections,
    designs,
    exports,
    ideas,
    imports,
    keys,
    listings,
    login,
    matches,
    offers,
    parse,
    parse_posts,
    plan,
    posts,
    reparse,
    runs,
    scrape,
    sentiment,
    shops,
    sources,
    subjects,
    submit_page,
    tasks,
    transcribe,
    trends,
    watches,
)
from wareloom.cli.connection import own_version
from wareloom.cli.failures import EXIT_STATUSES, report, status_of
from wareloom.cli.run import EXAMPLES, start
from wareloom.kit.errors import Failure

app = typer.Typer(
    name="wareloom",
    help=(
        "Watch what sells and turn it into designs and listings, from a terminal.\n\n"
        "Sign in once with `wareloom login --url https://…`; from then on every command speaks to that deployment. "
        "Where nobody is there to sign in, set WARELOOM_URL and WARELOOM_KEY instead."
    ),
    epilog=EXIT_STATUSES,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_show_locals=False,  # they hold keys and passwords
)
app.command(epilog=login.EXAMPLES)(login.login)
app.command()(login.logout)
app.command()(login.whoami)
app.add_typer(offers.app, name="offers")
app.add_typer(collections.app, name="collections")
app.add_typer(matches.app, name="matches")
app.command(epilog=scrape.EXAMPLES)(scrape.scrape)
app.add_typer(tasks.app, name="tasks")
app.add_typer(watches.app, name="watches")
app.add_typer(sources.app, name="sources")
app.add_typer(exports.app, name="exports")
app.command("import", epilog=imports.EXAMPLES)(imports.import_file)
app.command("submit-page", epilog=submit_page.EXAMPLES)(submit_page.submit_page)
app.add_typer(subjects.app, name="subjects")
app.command(epilog=posts.EXAMPLES)(posts.posts)
app.add_typer(trends.app, name="trends")
app.command("run", epilog=EXAMPLES)(start)
app.add_typer(alerts.app, name="alerts")
app.add_typer(runs.app, name="runs")
app.add_typer(ideas.app, name="ideas")
app.add_typer(designs.app, name="designs")
app.add_typer(listings.app, name="listings")
app.add_typer(shops.app, name="shops")
app.add_typer(plan.app, name="plan")
app.add_typer(keys.app, name="keys")
app.command(epilog=parse.EXAMPLES)(parse.parse)
app.command(epilog=parse_posts.EXAMPLES)(parse_posts.parse_posts)
app.command(epilog=sentiment.EXAMPLES)(sentiment.sentiment)
app.command(epilog=transcribe.EXAMPLES)(transcribe.transcribe)
app.command(epilog=reparse.EXAMPLES)(reparse.reparse)


def _say_version(asked: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if asked:
        typer.echo(f"wareloom {own_version()}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    pass


def run(arguments: Sequence[str] | None = None) -> None:
    """Without arguments, those of the command line. A failure in any command ends here."""
    try:
        app(args=arguments, prog_name="wareloom")
    except Failure as failure:
        report(failure)
        sys.exit(status_of(failure))


if __name__ == "__main__":
    run()
