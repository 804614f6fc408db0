"""Whatever TikTok sends, reading it ends in posts that can be kept, in Rejected or in Blocked."""

import json
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.tiktok_pages import saved, scripted, video
from wareloom.kit.errors import Blocked, Rejected
from wareloom.social.networks.tiktok import TikTokNetwork
from wareloom.social.post import PostPage

NAMES = ["video.html", "profile.html", "profile_2022.html", "search_posts.json", "app_posts.json", "nobody.html"]
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.just("\ud800#x")
AROUND = ["__DEFAULT_SCOPE__", "ItemModule", "UserModule", "users", "props", "pageProps", "data", "statusCode"]
HELD = ["itemList", "item_list", "items", "itemInfo", "itemStruct", "userInfo", "user", "item", "hasMore", "cursor"]
FACTS = ["id", "desc", "createTime", "author", "uniqueId", "stats", "statsV2", "playCount", "textExtra", "hashtagName"]
KEYS = st.sampled_from([*AROUND, *HELD, *FACTS, "challenges", "title", "contents"]) | st.text(max_size=4)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=20
)
MANY = settings(max_examples=150, deadline=None)


def reads(body: bytes) -> PostPage:
    try:
        page = TikTokNetwork().read(body, "")
    except (Rejected, Blocked) as failure:
        failure.reason.encode()
        return PostPage(posts=())
    for post in page.posts:
        assert post.external_id.isdigit()
        assert post.url.endswith(post.external_id)
        counts = (post.play_count, post.like_count, post.comment_count, post.share_count)
        assert all(count is None or 0 <= count < 2**63 for count in counts)
        orjson.dumps(post.model_dump(mode="json"))
    orjson.dumps(page.profile.model_dump() if page.profile else None)
    return page


@given(body=st.binary(max_size=400))
@MANY
def test_any_bytes(body: bytes) -> None:
    reads(body)


@given(value=ANYTHING)
@MANY
def test_any_json(value: Any) -> None:
    reads(json.dumps(value).encode())
    reads(scripted("__UNIVERSAL_DATA_FOR_REHYDRATION__", json.dumps(value)))
    reads(scripted("SIGI_STATE", json.dumps(value)))


@given(facts=st.dictionaries(KEYS, ANYTHING, max_size=6))
@MANY
def test_any_post_in_a_list(facts: dict[str, Any]) -> None:
    reads(json.dumps({"itemList": [video(**facts)]}).encode())


@given(data=st.data())
@MANY
def test_a_page_damaged_anywhere(data: st.DataObject) -> None:
    body = saved(data.draw(st.sampled_from(NAMES)))
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    reads(body[:start] + data.draw(st.binary(max_size=8)) + body[end:])


@given(data=st.data())
@MANY
def test_a_page_cut_off_tells_nothing_that_the_whole_does_not(data: st.DataObject) -> None:
    body = saved(data.draw(st.sampled_from(NAMES)))
    whole = reads(body)
    cut = reads(body[: data.draw(st.integers(0, len(body)))])
    assert all(post in whole.posts for post in cut.posts)
