"""Read the posts in a saved page as a network's pages are read in production. No network, no database, no sign-in."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from wareloom.cli.failures import WRONG_INPUT, report
from wareloom.cli.parse import saved
from wareloom.cli.show import Item, print_json_line
from wareloom.kit.errors import Failure
from wareloom.social.post import SeenPost

EXAMPLES = "wareloom parse-posts tiktok profile.html\n\ncat answer.json | wareloom parse-posts tiktok -"


def parse_posts(
    network: Annotated[str, typer.Argument(help="Whose page it is, such as tiktok.")],
    file: Annotated[str, typer.Argument(help="A saved page or response; - is standard input.")],
    url: Annotated[str, typer.Option(help="Where the page came from.")] = "",
) -> None:
    """Print the posts in a saved page, one line of JSON each.

    The exit status is 2, with the reason on standard error, when the page cannot be read or is a wall against robots.
    """
    try:
        posts = _read(network, saved(file), url)
    except Failure as failure:
        report(failure)
        raise typer.Exit(WRONG_INPUT) from failure
    for post in posts:
        print_json_line(shown(post))


def shown(post: SeenPost) -> Item:
    return {
        "external_id": post.external_id,
        "text": post.text,
        "author": post.author,
        "created_at": _moment(post.created_at),
        "play_count": post.play_count,
        "like_count": post.like_count,
        "comment_count": post.comment_count,
        "share_count": post.share_count,
        "hashtags": list(post.hashtags),
        "url": post.url,
    }


def _moment(when: datetime | None) -> str | None:
    return None if when is None else when.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _read(name: str, body: bytes, url: str) -> tuple[SeenPost, ...]:
    from wareloom.social.networks.registry import network as find_network

    return find_network(name).read(body, url).posts
