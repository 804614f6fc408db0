"""A network in which a test says what was posted: a plug-in like the others, in the same registry."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.support.factories import at
from wareloom.kit.errors import Failure, Rejected
from wareloom.social.heard import Heard, Quota
from wareloom.social.networks.registry import NETWORKS
from wareloom.social.post import PostPage, SeenPost

NOON = at("2026-11-20T12:00:00")
NAME = "chatter"


def a_post(number: int, text: str = "What a lovely fox shirt, I love it", **told: Any) -> SeenPost:
    moment: datetime = told.pop("created_at", NOON + timedelta(minutes=number))
    given: dict[str, Any] = {
        "external_id": f"post-{number:05}",
        "author": "ada",
        "url": f"https://chatter.example/{number}",
    }
    return SeenPost(text=text, created_at=moment, **given | told)


@dataclass
class Chatter:
    """What was said so far, in the order in which it was said."""

    said: list[SeenPost] = field(default_factory=list[SeenPost])
    name: str = NAME
    title: str = "Chatter"
    about: str = "Whatever a test says."
    version: int = 1
    offline: bool = True
    gone: set[str] = field(default_factory=set[str])
    page: int = 10
    quota: Quota | None = None
    fails: Failure | None = None
    asked: list[str] = field(default_factory=list[str])
    looked_at: list[str] = field(default_factory=list[str])

    def read(self, body: bytes, url: str) -> PostPage:
        del body
        raise Rejected(f"{url} is no page of this network: it has none.")

    def listen(self, words: str, cursor: dict[str, Any] | None) -> Heard:
        self.asked.append(words)
        if self.fails:
            raise self.fails
        first = int(cursor["heard"]) if cursor else 0
        posts = tuple(self.said[first : first + self.page])
        heard = first + len(posts)
        return Heard(posts=posts, cursor={"heard": heard}, more=heard < len(self.said), quota=self.quota)

    def look_again(self, external_ids: tuple[str, ...]) -> Heard:
        self.looked_at.extend(external_ids)
        if self.fails:
            raise self.fails
        found = tuple(
            post for post in self.said if post.external_id in external_ids and post.external_id not in self.gone
        )
        return Heard(posts=found, gone=tuple(one for one in external_ids if one in self.gone))


@contextmanager
def chattering(*said: SeenPost) -> Generator[Chatter]:
    """The only network that can be listened to, for as long as this lasts."""
    others = dict(NETWORKS)
    network = Chatter(list(said))
    NETWORKS.clear()
    NETWORKS[NAME] = network
    try:
        yield network
    finally:
        NETWORKS.clear()
        NETWORKS.update(others)
