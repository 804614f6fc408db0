"""Our reading of saved real pages of TikTok, against what people read from them."""

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from wareloom.kit.errors import Rejected
from wareloom.social.networks.tiktok import TikTokNetwork
from wareloom.social.post import PostPage, SeenPost

DATA = Path(os.environ.get("WARELOOM_REAL_DATA", Path(__file__).parents[4] / "shared" / "data"))
PAGES = DATA / "pages" / "tiktok"
EXPECTED = sorted(PAGES.glob("*.expected.json"))

Facts = dict[str, Any]


@pytest.mark.real_data
@pytest.mark.skipif(not EXPECTED, reason="no real data")
def test_saved_pages_are_read_as_people_read_them() -> None:
    for file in EXPECTED:
        expected = json.loads(file.read_text())
        body = (PAGES / expected["file"]).read_bytes()
        if expected["marketplace"] == "tiktok_shop":
            with pytest.raises(Rejected):
                TikTokNetwork().read(body, "")
            continue
        page = TikTokNetwork().read(body, "")
        assert len(page.posts) == expected["video_count"] == len(expected.get("all", [])), file.name
        for post, want in zip(page.posts, expected.get("all", []), strict=True):
            _same_numbers(post, want)
        for post, want in zip(page.posts, expected.get("first5", []), strict=False):
            _same(post, want)
        if "profile" in expected:
            _same_profile(page, expected["profile"])


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
