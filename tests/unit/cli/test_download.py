"""Pictures from a server that does not always send them, into folders that do not always take them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.web import Answer, page, raw, serving
from wareloom.cli.download import fetch, stem
from wareloom.kit.errors import Rejected, Unavailable

ID = "01930000-0000-7000-8000-0000deadbeef"


def brought(answer: Answer, file: Path) -> list[tuple[int, int | None]]:
    moved: list[tuple[int, int | None]] = []
    with serving() as web:
        web.serves("/art.png?X-Amz-Signature=a%2Fb", answer)
        fetch(f"{web.address}/art.png?X-Amz-Signature=a%2Fb", file, lambda come, total: moved.append((come, total)))
        (asked,) = web.asked
        assert "authorization" not in asked.headers, "the key is for the deployment alone"
    return moved


def test_what_comes_is_kept_whole_and_told_on_the_way(tmp_path: Path) -> None:
    moved = brought(page("x" * 600_000), tmp_path / "art.png")
    assert (tmp_path / "art.png").read_text() == "x" * 600_000
    assert [file.name for file in tmp_path.iterdir()] == ["art.png"]
    assert moved[-1] == (600_000, 600_000)
    assert len(moved) > 1


@pytest.mark.parametrize(
    "answer",
    [
        page("<Code>AccessDenied</Code>", status=403),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it"),
        raw(b"nonsense\r\n\r\n"),
    ],
    ids=["expired", "broken off", "nonsense"],
)
def test_what_does_not_come_whole_leaves_what_was_there(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "art.png"
    file.write_text("mine")
    with pytest.raises(Unavailable):
        brought(answer, file)
    assert file.read_text() == "mine"
    assert [one.name for one in tmp_path.iterdir()] == ["art.png"]


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(Rejected, match="cannot be written"), serving() as web:
        fetch(f"{web.address}/art.png", tmp_path / "folder" / "art.png", lambda _come, _total: None)


@pytest.mark.parametrize(
    ("slogan", "name"),
    [
        ("Café, très cool!", "cafe-tres-cool-deadbeef"),
        ("../../etc/passwd", "etc-passwd-deadbeef"),
        ("サウナ", "design-deadbeef"),
    ],
    ids=["accents", "a path", "no letters of ours"],
)
def test_a_file_is_named_after_its_slogan(slogan: str, name: str) -> None:
    assert stem(slogan, ID) == name


@given(st.text())
def test_no_slogan_makes_a_name_that_a_disk_would_not_take(slogan: str) -> None:
    name = stem(slogan, ID)
    assert name.isascii()
    assert len(name) <= 80
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
