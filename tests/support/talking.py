"""A network's API, played: what is said on it, told the newest first, and what may go wrong while somebody listens."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from tests.support.vendor import Asked, Reply, Vendor
from wareloom.kit.outside import SocialKeySettings
from wareloom.social.heard import Heard
from wareloom.social.keys import Keys, MastodonKey, SocialKeys
from wareloom.social.network import Listens
from wareloom.social.networks.asking import Access, the_line
from wareloom.social.post import SeenPost

SECRET = "secret-of-tests"
KEYS = SocialKeys.model_validate(
    {
        "bluesky": {"identifier": "tester.bsky.social", "password": SECRET},
        "reddit": {"client_id": "application", "client_secret": SECRET},
        "youtube": {"key": SECRET},
    }
)
WITH_MASTODON = KEYS.model_copy(update={"mastodon": MastodonKey.model_validate({"token": SECRET})})


@dataclass(frozen=True)
class Line:
    number: int
    at: datetime
    text: str
    likes: int = 3


class Talk(Vendor):
    """`arriving` are said after the next page was told, one batch a page; `stutter` posts of a page are told again."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[int, Line] = {}
        self.arriving: list[list[Line]] = []
        self.stutter = 0
        self.counted: dict[str, str] = {}

    def say(self, number: int, at: datetime, text: str = "a fen mug, seen #FenMug") -> None:
        self.lines[number] = Line(number, at, text)

    def edit(self, number: int, text: str) -> None:
        self.lines[number] = replace(self.lines[number], text=text)

    def take_back(self, number: int) -> None:
        del self.lines[number]

    def newest_first(self) -> list[Line]:
        return sorted(self.lines.values(), key=lambda line: (line.at, line.number), reverse=True)

    def told(self, told: Any) -> Reply:
        """An answer; what arrives, arrives behind it."""
        for line in self.arriving.pop(0) if self.arriving else []:
            self.lines[line.number] = line
        return Reply(told, headers=self.counted)

    @abstractmethod
    def name_of(self, number: int) -> str:
        """The id that the product knows a post by."""

    def reply(self, asked: Asked) -> Reply:
        return self.answer(asked) or Reply({"error": "NotFound", "message": "no such thing"}, 404)

    @abstractmethod
    def answer(self, asked: Asked) -> Reply | None: ...


def listening(
    kind: Callable[..., Listens], talk: Vendor, keys: SocialKeys = KEYS, settings: SocialKeySettings | None = None
) -> Listens:
    """A network as it is after a cold start, whose servers are all this one."""
    place = talk.address
    pointed = settings or SocialKeySettings(
        bluesky_url=place,
        bluesky_login_url=place,
        mastodon_url=place,
        reddit_url=place,
        reddit_login_url=place,
        youtube_url=place,
    )
    return kind(Access(lambda: pointed, _always(keys), the_line(_at_once)))


def _always(keys: SocialKeys) -> Keys:
    def told(_settings: SocialKeySettings) -> SocialKeys:
        return keys

    return told


def _at_once(_seconds: float) -> None:
    """No pause is waited for."""


def hear(
    network: Listens, cursor: dict[str, Any] | None = None, words: str = "fen mug"
) -> tuple[list[SeenPost], Heard]:
    """Until there is no more to be had at once."""
    posts: list[SeenPost] = []
    for _ in range(300):
        heard = network.listen(words, cursor)
        moments = [post.created_at for post in heard.posts if post.created_at]
        assert moments == sorted(moments)
        posts += heard.posts
        cursor = heard.cursor
        if not heard.more:
            return posts, heard
    raise AssertionError("it never ends")


def spoken(talk: Talk, posts: int, until: datetime, apart: timedelta = timedelta(minutes=20)) -> None:
    for number in range(posts):
        talk.say(number, until - apart * (posts - number))
