"""TikTok's posts, from each of the pages and answers that show them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support.tiktok_pages import saved, scripted, video
from wareloom.kit.errors import Blocked, Rejected
from wareloom.social.networks.tiktok import TikTokNetwork
from wareloom.social.post import PostPage, SeenPost, SeenProfile

LENA = SeenProfile(
    external_id="7100000000000000001",
    author="lena.otter",
    name="Lena 🦦",
    follower_count=12300,
    like_count=450000,
    post_count=88,
)


def read(body: bytes, url: str = "") -> PostPage:
    return TikTokNetwork().read(body, url)


def only(**facts: Any) -> SeenPost:
    (post,) = read(json.dumps([video(**facts)]).encode()).posts
    return post


def scopes(**named: Any) -> bytes:
    return scripted("__UNIVERSAL_DATA_FOR_REHYDRATION__", {"__DEFAULT_SCOPE__": named})


def test_a_video_s_own_page_is_read() -> None:
    (post,) = read(saved("video.html")).posts
    assert post.model_dump() == {
        "external_id": "7500000000000000001",
        "text": "Sea otters hold hands 🦦\nso they don't drift (#SeaOtter), #fyp＃ラッコ",
        "author": "lena.otter",
        "created_at": datetime(2025, 6, 15, 15, 6, 40, tzinfo=UTC),
        "play_count": 2600000,
        "like_count": 161000,
        "comment_count": 1609,
        "share_count": 8920,
        "hashtags": ("SeaOtter", "fyp", "ラッコ", "wildlifeweek"),
        "url": "https://www.tiktok.com/@lena.otter/video/7500000000000000001",
    }


def test_a_profile_whose_posts_come_later_has_none_and_says_whose_it_is() -> None:
    assert read(saved("profile.html")) == PostPage(posts=(), profile=LENA)


def test_a_hashtag_s_page_whose_posts_come_later_has_none() -> None:
    assert read(saved("hashtag.html")) == PostPage(posts=())


def test_an_older_profile_keeps_its_posts_by_number() -> None:
    page = read(saved("profile_2022.html"))
    assert [(post.external_id, post.author, post.hashtags) for post in page.posts] == [
        ("7040000000000000001", "lena.otter", ("one",)),
        ("7040000000000000002", "lena.otter", ()),
    ]
    assert page.profile == LENA
    assert page.posts[0].created_at == datetime(2021, 12, 20, 11, 33, 21, tzinfo=UTC)


@pytest.mark.parametrize("before", ["window['SIGI_STATE']=", 'window["SIGI_STATE"] = '])
def test_the_oldest_pages_assign_their_state(before: str) -> None:
    state = json.dumps({"ItemModule": {"1": video()}})
    body = f"<html><script>{before}{state};window['SIGI_RETRY']={{}};</script></html>".encode()
    assert len(read(body).posts) == 1


def test_before_that_pages_kept_it_elsewhere() -> None:
    for shown in ({"items": [video()]}, {"itemInfo": {"itemStruct": video()}}):
        assert len(read(scripted("__NEXT_DATA__", {"props": {"pageProps": shown}})).posts) == 1


def test_a_search_s_answer_is_read_and_what_is_no_post_is_left_out() -> None:
    page = read(saved("search_posts.json"))
    picture, film = page.posts
    assert (picture.url, picture.hashtags) == (
        "https://www.tiktok.com/@lena.otter/photo/7500000000000000002",
        ("slides",),
    )
    assert film.external_id == "7500000000000000003"
    assert page.cursor == "12"


def test_the_app_s_answer_is_read() -> None:
    page = read(saved("app_posts.json"))
    (post,) = page.posts
    assert (post.external_id, post.author, post.play_count) == ("7500000000000000004", "tom_otter", 3_000_000_000)
    assert (post.hashtags, page.cursor) == (("otter", "appotter"), None)


@pytest.mark.parametrize(
    "answer",
    [
        [video()],
        {"itemList": [video()], "hasMore": False, "statusCode": 0},
        {"item_list": [{"item": video()}]},
        {"itemInfo": {"itemStruct": video()}, "statusCode": 0},
        {"data": {"itemList": [video()]}},
        {"userInfo": {"itemList": [video()]}},
    ],
)
def test_answers_put_their_posts_in_many_places(answer: Any) -> None:
    assert [post.external_id for post in read(json.dumps(answer).encode()).posts] == ["7500000000000000001"]


@pytest.mark.parametrize(
    ("facts", "plays"),
    [
        ({"stats": {"playCount": 9_000_000_000}}, 9_000_000_000),
        ({"stats": {"playCount": "12"}}, 12),
        ({"stats": {"playCount": -2147483648}, "statsV2": {"playCount": "2147483648"}}, 2_147_483_648),
        ({"stats": None, "statsV2": {"playCount": "7"}}, 7),
        ({"stats": {"playCount": 2600000}, "statsV2": {"playCount": "2600451"}}, 2_600_000),
        ({"stats": {"playCount": True}}, None),
        ({"stats": {"playCount": "1.2M"}}, None),
        ({"stats": {"playCount": 2**70}}, None),
        ({"stats": []}, None),
    ],
)
def test_counts_are_kept_as_they_are_told(facts: dict[str, Any], plays: int | None) -> None:
    assert only(**facts).play_count == plays


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        (1750000000, "2025-06-15T15:06:40+00:00"),
        ("1750000000", "2025-06-15T15:06:40+00:00"),
        (1750000000123, "2025-06-15T15:06:40+00:00"),
        (0, None),
        (-5, None),
        (10**30, None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_a_moment_is_counted_in_seconds(told: Any, moment: str | None) -> None:
    created_at = only(createTime=told).created_at
    assert (created_at and created_at.isoformat()) == moment


@pytest.mark.parametrize(
    ("author", "name", "url"),
    [
        ("lena", "lena", "@lena/"),
        ({"uniqueId": "lena.otter"}, "lena.otter", "@lena.otter/"),
        ({"unique_id": "lena_o"}, "lena_o", "@lena_o/"),
        ({"nickname": "Lena"}, None, "@/"),
        ("a/b", None, "@/"),
        ("", None, "@/"),
        (None, None, "@/"),
    ],
)
def test_a_post_without_an_author_is_still_found(author: Any, name: str | None, url: str) -> None:
    post = only(author=author)
    assert (post.author, post.url) == (name, f"https://www.tiktok.com/{url}video/7500000000000000001")


@pytest.mark.parametrize(
    "facts",
    [
        {"id": None},
        {"id": "abc"},
        {"id": "12"},
        {"id": "x7500000000000000001"},
        {"id": "٧٥٠٠٠٠٠٠٠٠"},
        {"id": ""},
        {"desc": None, "id": 0},
        {"id": ["1"]},
    ],
)
def test_what_has_no_number_is_no_post(facts: dict[str, Any]) -> None:
    page = read(json.dumps([video(), video(**facts)]).encode())
    assert len(page.posts) == 1


def test_text_is_kept_as_written_but_for_what_cannot_be_kept() -> None:
    assert only(desc="One\ntwo \x00\ud83d ").text == "One\ntwo  ? "


@pytest.mark.parametrize(
    "body",
    [
        saved("check.html"),
        b"<html><head><title>Security Check</title></head></html>",
        b'{"itemList":[],"hasMore":true,"statusCode":0}',
    ],
)
def test_a_check_for_robots_is_blocked(body: bytes) -> None:
    with pytest.raises(Blocked):
        read(body)


def test_whoever_is_sent_to_the_gate_is_blocked() -> None:
    with pytest.raises(Blocked):
        read(saved("video.html"), "https://www.tiktok.com/login?redirect_url=x")


@pytest.mark.parametrize("body", [b'{"itemList":[],"hasMore":false}', b'{"status_code":0,"aweme_list":[]}'])
def test_a_list_that_says_that_it_is_empty_is(body: bytes) -> None:
    assert read(body).posts == ()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b"{", "cut off"),
        (b"[]", "neither"),
        (b"{}", "neither"),
        (b'{"itemList":[]}', "neither"),
        (b'{"itemList":[1,{"id":"x"}]}', "form that cannot be read"),
        (b'{"statusCode":10204,"itemInfo":{}}', "status 10204"),
        (b'{"status_code":8,"status_msg":"Please \\ud800 log in"}', "log in"),
        (saved("nobody.html"), "user banned"),
        (scopes(**{"webapp.video-detail": {"statusCode": 10204, "itemInfo": {}}}), "status 10204"),
        (scopes(**{"webapp.app-context": {"items": [1]}}), "without posts"),
        (scripted("SIGI_STATE", "{"), "without posts"),
        (b"Not Found", "neither"),
        (b"<html><body>Otters</body></html>", "without posts"),
        (saved("product_older.html"), "without posts"),
        (b'{"a":' * 100_000, "cut off"),
        (b'{"itemList":[' + b"1," * 30_000 + b"1]}", "more"),
    ],
)
def test_what_cannot_be_read_is_rejected(body: bytes, said: str) -> None:
    with pytest.raises(Rejected, match=said):
        read(body)
