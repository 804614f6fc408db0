"""A picture is recognised when it was resized, compressed or cropped a little, and no other is taken for it."""

import struct
import zlib
from collections.abc import Callable
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

import pytest

from tests.support.drawn_pictures import drawn
from wareloom.kit.errors import Rejected
from wareloom.market.matching.picture_hash import picture_hash

if TYPE_CHECKING:
    from pyvips import Image

SEEDS = range(24)


def png(image: "Image") -> bytes:
    return image.pngsave_buffer()


def cropped(image: "Image") -> bytes:
    """By two hundredths on each side."""
    edge = image.width // 50
    return png(image.crop(edge, edge, image.width - 2 * edge, image.height - 2 * edge))


AGAIN: dict[str, tuple[Callable[["Image"], bytes], int]] = {
    "half as large": (lambda image: png(image.resize(0.5)), 4),
    "a thumbnail": (lambda image: png(image.resize(0.2)), 6),
    "compressed hard": (lambda image: image.jpegsave_buffer(Q=30), 4),
    "as WebP": (lambda image: image.webpsave_buffer(Q=60), 4),
    "as GIF": (lambda image: image.gifsave_buffer(), 8),
    "brighter": (lambda image: png((image * 0.9 + 20).cast("uchar")), 4),
    "with an alpha channel": (lambda image: png(image.bandjoin(255)), 0),
    "cropped a little": (cropped, 16),
}


def apart(one: bytes, other: bytes) -> int:
    return ((picture_hash(one) ^ picture_hash(other)) & (2**64 - 1)).bit_count()


@pytest.mark.parametrize("how", AGAIN)
def test_it_is_recognised(how: str) -> None:
    again, most = AGAIN[how]
    distances = sorted(apart(png(drawn(seed)), again(drawn(seed))) for seed in SEEDS)
    print(how, distances)  # noqa: T201 - shown by `pytest -rP`
    assert median(distances) <= most / 2
    assert distances[-3] <= most


def test_other_pictures_are_far_away() -> None:
    hashes = [picture_hash(png(drawn(seed))) for seed in SEEDS]
    distances = sorted(((one ^ other) & (2**64 - 1)).bit_count() for one, other in combinations(hashes, 2))
    assert distances[0] > 12, distances[:10]
    assert 26 <= median(distances) <= 38


def test_it_fits_a_column_with_a_sign() -> None:
    hashes = [picture_hash(png(drawn(seed))) for seed in SEEDS]
    assert all(-(2**63) <= one < 2**63 for one in hashes)
    assert min(hashes) < 0 < max(hashes)


def a_bomb(width: int, height: int) -> bytes:
    """A head that promises a picture; few bytes follow."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "no picture"),
        (b"<html><h1>not here</h1>", "no picture"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "no picture"),
        (b"%PDF-1.7", "no picture"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff\xe0", "damaged"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "damaged"),
        (a_bomb(100_000, 100_000), "pixels"),
        (a_bomb(4000, 4000), "damaged"),
    ],
)
def test_what_is_no_picture_or_too_much_of_one_is_refused(body: bytes, why: str) -> None:
    with pytest.raises(Rejected, match=why):
        picture_hash(body)


def test_half_a_picture_and_a_blank_one_are_refused() -> None:
    whole = png(drawn(1))
    with pytest.raises(Rejected, match="damaged"):
        picture_hash(whole[: len(whole) // 2])
    with pytest.raises(Rejected, match="one flat colour"):
        picture_hash(png((drawn(1) * 0 + 200).cast("uchar")))
