"""Mastodon: how to follow a hashtag on one server, search it where we have an account, and look at posts again."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from pydantic import SecretStr

from wareloom.kit.errors import Blocked, NotFound, Rejected
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.place import read_place
from wareloom.social.heard import Heard, Quota
from wareloom.social.networks.asking import Access, Told, question
from wareloom.social.networks.mastodon.post import ID, post
from wareloom.social.networks.quotas import at_a_moment
from wareloom.social.networks.shapes import items_of, parsed, readable_ones
from wareloom.social.networks.told import matched
from wareloom.social.networks.walk import Page, Walk, walked
from wareloom.social.post import PostPage, SeenPost
from wareloom.social.reading import at

WHO = "The Mastodon server"
_APART = timedelta(seconds=1)
"""Servers let an address ask 300 times in five minutes."""
_A_PAGE = 40
_UNDER_TAG, _SEARCHED = "tag ", "search "
_NEXT = re.compile(r"<[^<>]*[?&]max_id=([A-Za-z0-9]{1,64})[^<>]*>\s*;\s*rel=\"?next\"?")


class MastodonNetwork:
    name = "mastodon"
    title = "Mastodon"
    about = (
        "Posts under a hashtag as one Mastodon server sees them; with an account’s token, what its search finds too."
    )
    version = 1
    offline = False

    def __init__(self, access: Access | None = None) -> None:
        self._access = access or Access()

    def read(self, body: bytes, url: str) -> PostPage:
        value = parsed(WHO, body)
        items = items_of(WHO, value, *(("statuses",) if isinstance(value, dict) else ()))
        if not items:
            raise Rejected("An empty list says nothing of where it comes from.")
        host = urlsplit(url).hostname or ""
        return PostPage(posts=tuple(seen for seen, _ in readable_ones(WHO, items, partial(post, host=host))))

    def listen(self, words: str, cursor: dict[str, Any] | None) -> Heard:
        tag = "".join(re.findall(r"\w+", words))
        if not tag or tag.isdigit():
            raise Rejected(f"“{words[:60]}” makes no hashtag: letters are needed.")
        walk = Walk.of(cursor)
        heard, _ = walked(walk, partial(self._page, words, tag))
        if not (walk.step or "").startswith(_SEARCHED):
            return heard
        # What bears the hashtag was heard under it.
        unheard = tuple(one for one in heard.posts if tag.casefold() not in map(str.casefold, one.hashtags))
        return heard.model_copy(update={"posts": unheard})

    def look_again(self, external_ids: tuple[str, ...]) -> Heard:
        """One by one. Of another server’s posts, heard before the settings named this one, nothing is known."""
        posts: list[SeenPost] = []
        gone: list[str] = []
        quota: Quota | None = None
        for external_id in external_ids:
            status, _, host = external_id.partition("@")
            if host != self._host() or not matched(status, ID):
                continue
            try:
                told = self._ask(f"/api/v1/statuses/{status}", {}, refusal=_gone)
            except NotFound:
                gone.append(external_id)
                continue
            posts += [seen for seen, _ in readable_ones(WHO, [told.value], partial(post, host=host))]
            quota = at_a_moment(told.headers) or quota
        return Heard(posts=tuple(posts), gone=tuple(gone), quota=quota)

    def _page(self, words: str, tag: str, walk: Walk) -> tuple[Page, Quota | None]:
        step = walk.step or _UNDER_TAG
        way, behind = (_SEARCHED if step.startswith(_SEARCHED) else _UNDER_TAG), step.partition(" ")[2]
        asked = {"limit": str(_A_PAGE)} | ({"max_id": behind} if behind else {})
        if way == _UNDER_TAG:
            told = self._ask(f"/api/v1/timelines/tag/{quote(tag)}", asked)
            items = items_of(WHO, told.value)
        else:
            told = self._ask("/api/v2/search", {"q": words, "type": "statuses", **asked})
            items = items_of(WHO, told.value, "statuses")
        found = readable_ones(WHO, items, partial(post, host=self._host()))
        further = _further(told.headers, items)
        beside = _SEARCHED if way == _UNDER_TAG and self._token() else None
        posts, moments = [seen for seen, _ in found], [moment for _, moment in found]
        page = Page(posts, moments, None if further in {None, behind} else f"{way}{further}", beside)
        return page, at_a_moment(told.headers)

    def _ask(
        self,
        path: str,
        asked: Mapping[str, str],
        refusal: Callable[[Answered], Blocked | NotFound | None] | None = None,
    ) -> Told:
        token = self._token()
        address = self._access.settings().mastodon_url.rstrip("/") + path + (f"?{urlencode(asked)}" if asked else "")
        sent = {"Authorization": f"Bearer {token.get_secret_value()}"} if token else {}
        hidden = (token,) if token else ()
        refused = refusal or (_closed if token is None else _open)
        asked_for = question(WHO, address, _APART, sent, quota=at_a_moment, refusal=refused, hidden=hidden)
        return self._access.line.ask(asked_for)

    def _token(self) -> SecretStr | None:
        _, keys = self._access.given()
        return keys.mastodon.token if keys.mastodon else None

    def _host(self) -> str:
        return read_place(self._access.settings().mastodon_url).authority


def _further(headers: Mapping[str, str], items: Sequence[object]) -> str | None:
    """As the Link header has it; a server that sends none is asked on behind the last post of a full page."""
    if link := headers.get("link"):
        found = _NEXT.search(link)
        return found[1] if found else None
    return matched(at(items[-1], "id"), ID) if len(items) >= _A_PAGE else None


def _open(_answered: Answered) -> Blocked | None:
    return None


def _closed(answered: Answered) -> Blocked | None:
    if answered.status in {401, 403, 422}:
        return Blocked(
            "The Mastodon server shows hashtags only to who signs in: put an account’s token into mastodon’s part "
            "of the secret, or name another server in WARELOOM_SOCIAL_KEY_MASTODON_URL."
        )
    return None


def _gone(answered: Answered) -> NotFound | None:
    return NotFound("There is no such status any more.") if answered.status in {404, 410} else None
