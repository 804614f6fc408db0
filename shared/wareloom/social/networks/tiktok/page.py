"""Where TikTok's pages and answers keep what they show, today's and those of earlier years."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from wareloom.kit.errors import Blocked, Failure, Rejected
from wareloom.social.networks.tiktok.video import profile
from wareloom.social.post import SeenProfile
from wareloom.social.reading import Object, at, listed, read_json, values, visible

_STATES = re.compile(
    r"<script\b[^<>]{0,400}\bid=[\"']?"
    r"(?:__UNIVERSAL_DATA_FOR_REHYDRATION__|SIGI_STATE|sigi-persisted-data|__NEXT_DATA__)\b[^<>]{0,400}>"
    r"|window\[['\"]SIGI_STATE['\"]\]\s*=\s*(?=\{)"
)
"""Found without reading the markup around them, which strangers may have nested until it takes minutes to read."""
_MOST_STATES = 10
_OF_POSTS = ("itemInfo", "itemList", "userInfo", "challengeInfo", "statusCode")
_CODES = ("statusCode", "status_code")
_LISTS = ("itemList", "item_list", "items", "aweme_list", "data")
_CHECK = re.compile(
    r"_wafchallengeid|waforiginalreid|slardar_\w+_waf|captcha_verify_(?:img|container)|captcha-init"
    r"|<title[^<>]*>\s*(?:security check|verify)[^<]*<",
    re.IGNORECASE,
)


class Found(NamedTuple):
    items: list[Any]
    profile: SeenProfile | None = None
    cursor: str | None = None


def of_answer(text: str) -> Found:
    try:
        answer = read_json(text)
    except ValueError as error:
        raise Rejected("The page is broken JSON, or cut off.") from error
    if items := [_unwrapped(one) for one in listed(answer)]:
        return Found(items)
    found = _best(_kept(answer))
    if found is None:
        raise _refusal(answer)
    return found


def of_page(text: str) -> Found:
    scripts = (text[found.end() :] for found in islice(_STATES.finditer(text), _MOST_STATES))
    states = [state for script in scripts if (state := _state(script)) is not None]
    found = _best(found for state in states for found in _kept(state))
    if found is None:
        refused = (_refusal(scope) for state in states for scope in _scopes(state) if _error(scope))
        raise next(refused, None) or _reason(text)
    return found


def _state(script: str) -> Any:
    try:
        return read_json(script)
    except ValueError:
        return None


def _best(kept: Iterable[Found]) -> Found | None:
    """A page may say whose it is in one place and show the posts in another."""
    every = list(kept)
    with_posts = next((found for found in every if found.items), None)
    owner = next((found.profile for found in every if found.profile), None)
    return with_posts._replace(profile=owner) if with_posts else next(iter(every), None)


def _kept(state: object) -> Iterator[Found]:
    """Each place that has posts, or says whose page it is and that none are shown."""
    for scope in _scopes(state):
        if single := at(scope, "itemInfo", "itemStruct") or at(scope, "aweme_detail"):
            yield Found([single])
        owner = at(scope, "userInfo") or at(scope, "challengeInfo")
        lists = [at(holder, name) for holder in (scope, owner) for name in _LISTS]
        shown = max(map(listed, lists), key=len)
        more = at(scope, "hasMore") or at(scope, "has_more")
        if more and not shown:
            raise Blocked("TikTok says that there are posts and sends none: it withholds them.")
        if shown or (_sound(scope) and (owner or any(isinstance(one, list) for one in lists))):
            cursor = at(scope, "cursor") or at(scope, "max_cursor")
            goes_on = str(cursor) if more and isinstance(cursor, str | int) else None
            yield Found([_unwrapped(one) for one in shown], profile(owner), goes_on)


def _scopes(state: object) -> list[Any]:
    """The state by itself, its parts by page, and what older pages called them."""
    parts = [part for part in values(at(state, "__DEFAULT_SCOPE__")) if any(at(part, name) for name in _OF_POSTS)]
    scopes = [_older(state), state, *parts, at(state, "props", "pageProps"), at(state, "data")]
    return [scope for scope in scopes if isinstance(scope, dict)]


def _older(state: object) -> Object | None:
    """Posts and people by id, as pages kept them until 2023."""
    posts = values(at(state, "ItemModule"))
    people = values(at(state, "UserModule", "users"))
    if not posts and not people:
        return None
    stats = values(at(state, "UserModule", "stats"))
    owner = {"user": people[0], "stats": next(iter(stats), None)} if len(people) == 1 else None
    return {"itemList": posts, "userInfo": owner, "statusCode": 0}


def _unwrapped(shown: object) -> Any:
    """A search wraps its posts, and not all that it finds are posts."""
    return at(shown, "item") or at(shown, "aweme_info") or at(shown, "itemStruct") or shown


def _error(scope: object) -> int | None:
    return next((code for name in _CODES if isinstance(code := at(scope, name), int) and code), None)


def _sound(scope: object) -> bool:
    """Says by itself that all went well: an empty list alone says nothing."""
    return not _error(scope) and any(at(scope, name) is not None for name in (*_CODES, "hasMore", "has_more"))


def _refusal(answer: object) -> Failure:
    said = visible(at(answer, "statusMsg") or at(answer, "status_msg") or at(answer, "message")).strip()
    told = f": {said[:120]}" if said else ""
    if error := _error(answer):
        return Rejected(f"TikTok shows nothing here{told} (status {error}). It may be private, banned or gone.")
    return Rejected("The page is JSON, but neither a list of TikTok's posts nor one of them.")


def _reason(text: str) -> Failure:
    if _CHECK.search(text):
        return Blocked("The page is TikTok's check for robots, not the page that was asked for.")
    if "<" not in text:
        return Rejected("The page is neither an answer nor a page of TikTok.")
    return Rejected("The page is a web page without posts: TikTok fills its pages in a browser.")
