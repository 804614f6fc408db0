from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from wareloom.designs import raster
from wareloom.designs.box import Box
from wareloom.designs.thumbnail import thumbnail
from wareloom.kit.errors import Rejected

if TYPE_CHECKING:
    from pyvips import Image


def svg(inside: str, width: int = 400, height: int = 500) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{inside}</svg>'


def opened(png: bytes) -> "Image":
    from pyvips import Image

    return Image.pngload_buffer(png)


def square(left: int, top: int, width: int, height: int, ink: str = "#c00000") -> str:
    return f'<path d="M{left} {top}h{width}v{height}h-{width}z" fill="{ink}"/>'


def test_what_is_drawn_is_measured_as_it_is() -> None:
    facts = raster.measure(raster.draw(svg(square(40, 50, 200, 100)), None, None, dpi=300))
    assert (facts.width, facts.height, facts.dpi, facts.has_alpha) == (400, 500, 300, True)
    assert facts.ink_box == Box(40, 50, 200, 100)
    assert facts.coverage == pytest.approx(0.1)


def test_a_cut_shows_the_fabric_and_keeps_the_ink_s_colour_around_it() -> None:
    png = raster.draw(svg(square(0, 0, 400, 500)), svg(square(100, 100, 50, 50, "#fff")), None, dpi=300)
    image = opened(png)
    assert image.getpoint(120, 120)[3] == 0
    assert image.getpoint(90, 90) == [192, 0, 0, 255]


def test_wear_takes_ink_away_and_is_the_same_again() -> None:
    whole = svg(square(0, 0, 400, 500))
    worn = [raster.draw(whole, None, raster.Wear(5, 0.6), dpi=300) for _ in range(2)]
    assert worn[0] == worn[1]
    assert worn[0] != raster.draw(whole, None, raster.Wear(6, 0.6), dpi=300)
    assert 0.5 < raster.measure(worn[0]).coverage < 0.999


def test_enlarging_keeps_proportions_colour_and_transparency() -> None:
    small = raster.draw(svg(square(0, 0, 50, 100), 100, 100), None, None, dpi=72)
    facts = raster.measure(large := raster.enlarge(small, 600, 900, dpi=300))
    assert (facts.width, facts.height, facts.dpi) == (600, 900, 300)
    box = facts.ink_box
    assert (box.left, box.top, box.height) == (0, 150, 600)
    assert box.width == pytest.approx(300, abs=8)
    assert opened(large).getpoint(150, 450) == [192, 0, 0, 255]


def test_an_opaque_picture_has_no_alpha_whether_or_not_it_has_the_channel() -> None:
    full = opened(raster.draw(svg(square(0, 0, 400, 500)), None, None, dpi=300))
    assert not raster.measure(full.pngsave_buffer()).has_alpha
    bare = raster.measure(full[:3].pngsave_buffer())
    assert (bare.has_alpha, bare.ink_box, bare.coverage) == (False, Box(0, 0, 400, 500), 1.0)


def test_deep_and_grey_pictures_are_read_too() -> None:
    image = opened(raster.draw(svg(square(40, 50, 200, 100)), None, None, dpi=300))
    deep = image.colourspace("rgb16").pngsave_buffer(bitdepth=16)
    assert raster.measure(deep).ink_box == Box(40, 50, 200, 100)
    assert raster.measure(image.colourspace("b-w").pngsave_buffer()).ink_box == Box(40, 50, 200, 100)


def test_a_file_that_says_no_resolution_has_none() -> None:
    assert raster.measure(raster.draw(svg(""), None, None, dpi=0)).dpi == 0


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40], ids=["empty", "gif", "cut"])
def test_what_is_no_png_is_refused(content: bytes) -> None:
    with pytest.raises(Rejected):
        raster.measure(content)
    with pytest.raises(Rejected):
        thumbnail(content)


def test_a_png_that_breaks_off_is_refused() -> None:
    whole = raster.draw(svg(square(40, 50, 200, 100)), None, raster.Wear(1, 0.6), dpi=300)
    acts: tuple[Callable[[bytes], object], ...] = (raster.measure, thumbnail, _enlarged)
    for act in acts:
        with pytest.raises(Rejected):
            act(whole[: len(whole) // 2])


def _enlarged(png: bytes) -> bytes:
    return raster.enlarge(png, 800, 800, dpi=300)


def test_a_thumbnail_is_a_small_webp_with_its_transparency() -> None:
    from pyvips import Image

    small = thumbnail(raster.draw(svg(square(40, 50, 200, 100), 900, 1080), None, None, dpi=300), side=300)
    assert small[:4] == b"RIFF"
    image = Image.webpload_buffer(small)
    assert (image.width, image.height, image.hasalpha()) == (250, 300, True)
    assert image.getpoint(0, 0)[3] == 0
