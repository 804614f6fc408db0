"""Our reading of saved real pages of TikTok, against what people read from them."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.real_data import real_files
from wareloom.kit.errors import Rejected
from wareloom.social.networks.tiktok import TikTokNetwork
from wareloom.social.post import PostPage, SeenPost

EXPECTED = "pages/tiktok/*.expected.json"

Facts = dict[str, Any]


pytestmark = pytest.mark.real_data(EXPECTED)


def holding(what: str) -> Any:
    found = [file for file in real_files(EXPECTED) if what in json.loads(file.read_text())]
    return pytest.mark.parametrize("file", found, ids=[file.name.removesuffix(".expected.json") for file in found])


def _read(file: Path) -> tuple[Facts, PostPage]:
    expected: Facts = json.loads(file.read_text())
    return expected, TikTokNetwork().read((file.parent / expected["file"]).read_bytes(), "")


@holding("video_count")
def test_every_post_is_found_and_read_as_people_read_it(file: Path) -> None:
    expected, page = _read(file)
    every: list[Facts] = expected.get("all", [])
    assert len(page.posts) == expected["video_count"] == len(every)
    for post, want in zip(page.posts, every, strict=True):
        _same_numbers(post, want)
    for post, want in zip(page.posts, expected.get("first5", []), strict=False):
        _same(post, want)


@holding("profile")
def test_whose_page_it_is_is_read(file: Path) -> None:
    expected, page = _read(file)
    _same_profile(page, expected["profile"])


@holding("product_count")
def test_a_page_of_products_has_no_posts(file: Path) -> None:
    with pytest.raises(Rejected):
        _read(file)


def _same_numbers(post: SeenPost, want: Facts) -> None:
    assert (post.external_id, post.author) == (want["external_id"], want["author"])
    assert post.created_at == datetime.fromtimestamp(want["create_time"], UTC)
    counts = ("play_count", "like_count", "comment_count", "share_count")
    assert [getattr(post, name) for name in counts] == [want[name] for name in counts]


def _same(post: SeenPost, want: Facts) -> None:
    assert (post.text, post.url) == (want["desc"], want["url"])
    # The expectation was cut at spaces, and says so: some of its words end in a bracket or a comma.
    words = [re.sub(r"[),.!?]+$", "", tag) for tag in want["hashtags"]]
    assert list(post.hashtags) == words


def _same_profile(page: PostPage, want: Facts) -> None:
    assert page.profile
    assert (page.profile.external_id, page.profile.author) == (want["user_id"], want["unique_id"])
    assert page.profile.name == want["nickname"]
    counts = (page.profile.follower_count, page.profile.like_count, page.profile.post_count)
    assert counts == (want["followers"], want["hearts"], want["videos"])
