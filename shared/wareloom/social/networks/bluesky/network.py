"""Bluesky: how to search it and how to look at posts again.

Pages are asked for by the moment of the oldest post seen, not by their number: posts that arrive move no page then.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from pydantic import SecretStr

from wareloom.kit.errors import Blocked
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.tokens import Granted, Tokens
from wareloom.social.heard import Heard, Quota
from wareloom.social.keys import BlueskyKey
from wareloom.social.networks.again import looked_at
from wareloom.social.networks.asking import Access, Told, question
from wareloom.social.networks.bluesky.post import post
from wareloom.social.networks.bluesky.session import opened
from wareloom.social.networks.quotas import since_1970
from wareloom.social.networks.shapes import items_of, parsed, readable_ones
from wareloom.social.networks.walk import Page, Walk, walked
from wareloom.social.post import PostPage, SeenPost
from wareloom.social.reading import at

WHO = "Bluesky"
_APART = timedelta(milliseconds=200)
_A_PAGE, _A_LOOK = 100, 25
_A_MOMENT = timedelta(milliseconds=1)
_BY_MOMENT, _BY_TOKEN = "until ", "cursor "


class _Expired(Blocked):
    """The session ended before its time."""


class BlueskyNetwork:
    name = "bluesky"
    title = "Bluesky"
    about = "Posts that Bluesky’s own search finds; it needs an account’s app password."
    version = 1
    offline = False

    def __init__(self, access: Access | None = None) -> None:
        self._access = access or Access()
        self._sessions = Tokens[tuple[BlueskyKey, str]](_Expired)

    def read(self, body: bytes, url: str) -> PostPage:  # noqa: ARG002 - every answer of the API says what it is
        value = parsed(WHO, body)
        return PostPage(posts=tuple(seen for seen, _ in readable_ones(WHO, items_of(WHO, value, "posts"), post)))

    def listen(self, words: str, cursor: dict[str, Any] | None) -> Heard:
        return walked(Walk.of(cursor), lambda walk: self._page(words, walk))[0]

    def look_again(self, external_ids: tuple[str, ...]) -> Heard:
        return looked_at(external_ids, _A_LOOK, self._look)

    def _look(self, external_ids: Sequence[str]) -> tuple[list[SeenPost], Quota | None]:
        told = self._ask("app.bsky.feed.getPosts", [("uris", one) for one in external_ids])
        found = readable_ones(WHO, items_of(WHO, told.value, "posts"), post)
        return [seen for seen, _ in found], since_1970(told.headers)

    def _page(self, words: str, walk: Walk) -> tuple[Page, Quota | None]:
        asked = [("q", words), ("sort", "latest"), ("limit", str(_A_PAGE))]
        step = walk.step or ""
        if step.startswith(_BY_MOMENT):
            asked.append(("until", step.removeprefix(_BY_MOMENT)))
        elif step.startswith(_BY_TOKEN):
            asked.append(("cursor", step.removeprefix(_BY_TOKEN)))
        told = self._ask("app.bsky.feed.searchPosts", asked)
        found = readable_ones(WHO, items_of(WHO, told.value, "posts"), post)
        moments = [moment for _, moment in found]
        return Page([seen for seen, _ in found], moments, _further(told.value, moments, step)), since_1970(told.headers)

    def _ask(self, method: str, asked: Sequence[tuple[str, str]]) -> Told:
        settings, keys = self._access.given()
        key, line = keys.bluesky, self._access.line
        server = settings.bluesky_login_url if key else settings.bluesky_url
        address = f"{server.rstrip('/')}/xrpc/{method}?{urlencode(asked)}"
        if key is None:
            return line.ask(question(WHO, address, _APART, {}, quota=since_1970, refusal=_without_a_key))

        def grant(to: tuple[BlueskyKey, str]) -> Granted:
            return opened(*to, line)

        def ask(token: SecretStr) -> Told:
            sent, hidden = {"Authorization": f"Bearer {token.get_secret_value()}"}, (token, key.password)
            return line.ask(question(WHO, address, _APART, sent, quota=since_1970, refusal=_ended, hidden=hidden))

        return self._sessions.with_one((key, server), grant, ask)


def _further(value: object, moments: Sequence[datetime], step: str) -> str | None:
    """A page may be thinned out before it is sent: only a missing cursor says that it is the last."""
    token = at(value, "cursor")
    if not isinstance(token, str) or not token:
        return None
    if moments:
        by_moment = _BY_MOMENT + _written(min(moments) + _A_MOMENT)
        if by_moment != step:
            return by_moment
    return None if step == _BY_TOKEN + token else _BY_TOKEN + token


def _written(moment: datetime) -> str:
    """Never less than milliseconds: a date alone is refused."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _without_a_key(answered: Answered) -> Blocked | None:
    if answered.status in {401, 403}:
        return Blocked(
            "Bluesky lets only those search who sign in: put an account’s identifier and an app password "
            "into bluesky’s part of the secret."
        )
    return None


def _ended(answered: Answered) -> Blocked | None:
    if answered.status == 401 or (answered.status == 400 and b"ExpiredToken" in answered.body):
        return _Expired("Bluesky has ended our session: check bluesky’s part of the secret.")
    return None
