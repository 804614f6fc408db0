"""Reddit: how to search it, all of it or one community, and how to look at submissions again."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode

from pydantic import SecretStr

from wareloom.kit.errors import Blocked
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.tokens import Granted, Tokens
from wareloom.social.heard import Heard, Quota
from wareloom.social.keys import RedditKey
from wareloom.social.networks.again import looked_at
from wareloom.social.networks.asking import Access, Told, question
from wareloom.social.networks.quotas import in_seconds
from wareloom.social.networks.reddit.post import NAME, Submission, submission
from wareloom.social.networks.reddit.sign_in import granted
from wareloom.social.networks.shapes import items_of, parsed, readable_ones
from wareloom.social.networks.told import matched
from wareloom.social.networks.walk import Page, Walk, walked
from wareloom.social.post import PostPage, SeenPost
from wareloom.social.reading import at

WHO = "Reddit"
_APART = timedelta(milliseconds=700)
"""An application may ask a hundred times a minute."""
_A_PAGE = 100
_COMMUNITY = re.compile(r"\s*/?r/(\w{2,50})\s+(\S.*)", re.DOTALL)


class _Expired(Blocked):
    """The token ended before its time."""


class RedditNetwork:
    name = "reddit"
    title = "Reddit"
    about = "Submissions that Reddit’s search finds, in all communities or, with “r/name” before the words, in one."
    version = 1
    offline = False

    def __init__(self, access: Access | None = None) -> None:
        self._access = access or Access()
        self._tokens = Tokens[tuple[RedditKey, str]](_Expired)

    def read(self, body: bytes, url: str) -> PostPage:  # noqa: ARG002 - every answer of the API says what it is
        found = _submissions(parsed(WHO, body))
        return PostPage(posts=tuple(one.seen for one in found if one.seen))

    def listen(self, words: str, cursor: dict[str, Any] | None) -> Heard:
        taken_back: list[str] = []
        heard, _ = walked(Walk.of(cursor), partial(self._page, words, taken_back))
        return heard.model_copy(update={"gone": tuple(taken_back)})

    def look_again(self, external_ids: tuple[str, ...]) -> Heard:
        return looked_at(external_ids, _A_PAGE, self._look)

    def _look(self, external_ids: Sequence[str]) -> tuple[list[SeenPost], Quota | None]:
        told = self._ask("/api/info", {"id": ",".join(external_ids)})
        return [one.seen for one in _submissions(told.value) if one.seen], in_seconds(told.headers)

    def _page(self, words: str, taken_back: list[str], walk: Walk) -> tuple[Page, Quota | None]:
        community = _COMMUNITY.fullmatch(words)
        path = f"/r/{community[1]}/search.json" if community else "/search.json"
        asked = {"q": community[2] if community else words, "sort": "new", "type": "link", "limit": str(_A_PAGE)}
        asked |= {"restrict_sr": "1"} if community else {}
        told = self._ask(path, asked | ({"after": walk.step} if walk.step else {}))
        found = _submissions(told.value)
        taken_back[:] = [one.name for one in found if one.seen is None]
        there = [(one.seen, one.moment) for one in found if one.seen]
        further = matched(at(told.value, "data", "after"), NAME)
        page = Page([seen for seen, _ in there], [moment for _, moment in there], _unless(further, walk.step))
        return page, in_seconds(told.headers)

    def _ask(self, path: str, asked: Mapping[str, str]) -> Told:
        settings, keys = self._access.given()
        key, line = keys.reddit, self._access.line
        if key is None:
            raise Blocked(
                "Reddit answers only applications: put the client_id and client_secret of one into reddit’s part "
                "of the secret."
            )
        address = f"{settings.reddit_url.rstrip('/')}{path}?{urlencode({**asked, 'raw_json': '1'})}"

        def grant(to: tuple[RedditKey, str]) -> Granted:
            return granted(*to, line)

        def ask(token: SecretStr) -> Told:
            sent, hidden = {"Authorization": f"Bearer {token.get_secret_value()}"}, (token, key.client_secret)
            return line.ask(question(WHO, address, _APART, sent, quota=in_seconds, refusal=_ended, hidden=hidden))

        return self._tokens.with_one((key, settings.reddit_login_url), grant, ask)


def _submissions(value: object) -> Sequence[Submission]:
    return readable_ones(WHO, items_of(WHO, value, "data", "children"), submission)


def _unless(further: str | None, here: str | None) -> str | None:
    return None if further == here else further


def _ended(answered: Answered) -> Blocked | None:
    return (
        _Expired("Reddit has ended our token: check reddit’s part of the secret.") if answered.status == 401 else None
    )
