"""`wareloom parse-posts`: what it prints, and the status it leaves with."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import Command
from tests.support.tiktok_pages import saved, video

KEYS = ["external_id", "text", "author", "created_at", "play_count", "like_count", "comment_count", "share_count"]
MORE = ["hashtags", "url"]


@pytest.fixture
def wareloom(tmp_path: Path) -> Command:
    return Command(tmp_path)


def test_each_post_is_one_line_with_exactly_the_promised_keys(wareloom: Command, tmp_path: Path) -> None:
    page = tmp_path / "answer.json"
    page.write_text(json.dumps([video(desc="Otter 🦦 #fyp"), video(id="7500000000000000002", createTime=None)]))
    ran = wareloom("parse-posts", "tiktok", str(page))
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert (ran.status, ran.err) == (0, "")
    assert list(first) == list(second) == KEYS + MORE
    assert first == {
        "external_id": "7500000000000000001",
        "text": "Otter 🦦 #fyp",
        "author": "lena",
        "created_at": "2025-06-15T15:06:40Z",
        "play_count": 5,
        "like_count": 4,
        "comment_count": 3,
        "share_count": 2,
        "hashtags": ["fyp"],
        "url": "https://www.tiktok.com/@lena/video/7500000000000000001",
    }
    assert second["created_at"] is None


def test_a_page_comes_from_standard_input_too_and_its_address_beside_it(wareloom: Command) -> None:
    ran = wareloom("parse-posts", "tiktok", "-", "--url", "https://www.tiktok.com/@lena", stdin=saved("video.html"))
    assert (ran.status, json.loads(ran.out)["author"]) == (0, "lena.otter")


def test_a_profile_whose_posts_come_later_is_no_failure(wareloom: Command) -> None:
    ran = wareloom("parse-posts", "tiktok", "-", stdin=saved("profile.html"))
    assert (ran.status, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize("page", [b"", b"no page at all", b"{", b"[]", b"<html></html>", saved("check.html")])
def test_an_unreadable_page_or_a_wall_is_status_2_with_a_reason(wareloom: Command, page: bytes) -> None:
    ran = wareloom("parse-posts", "tiktok", "-", stdin=page)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("wareloom: ")
    assert "Traceback" not in ran.err


def test_what_does_not_exist_is_status_2_and_named(wareloom: Command, tmp_path: Path) -> None:
    unknown = wareloom("parse-posts", "fireside", "-", stdin="{}")
    assert unknown.status == 2
    assert "fireside" in unknown.err
    missing = wareloom("parse-posts", "tiktok", str(tmp_path / "missing.json"))
    assert missing.status == 2
    assert "missing.json" in missing.err


def test_reading_posts_needs_neither_the_cloud_nor_the_database() -> None:
    said = "import sys, wareloom.cli.parse_posts, wareloom.social.networks.registry; print(*sys.modules)"
    shared = str(Path(__file__).parents[3] / "shared")
    loaded = subprocess.check_output([sys.executable, "-c", said], env={"PYTHONPATH": shared}, text=True).split()
    assert "wareloom.social.post" in loaded
    assert not {"boto3", "botocore", "sqlalchemy", "psycopg"} & set(loaded)
